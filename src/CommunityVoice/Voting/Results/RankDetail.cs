using CommunityVoice.Analysis.Ballots;

namespace CommunityVoice.Voting;

/// <summary>One way to count a ranking, and the places it gives; level options share one.</summary>
public sealed record RankReading(string Key, IReadOnlyList<IReadOnlyList<long>> Places);

/// <summary>How many people put the one option above the other, and the other above the one.</summary>
public sealed record PairDetail(long One, long Other, long PreferOne, long PreferOther);

/// <summary>Votes of one option in a round.</summary>
public sealed record RoundVotes(long Option, decimal Votes);

/// <summary>One round of a run-off or of a count for several: who had how many votes, how many papers counted for nobody, who was chosen and who went out.</summary>
public sealed record RoundDetail(int Number, IReadOnlyList<RoundVotes> Tally, decimal Nobody, IReadOnlyList<long> Chosen, IReadOnlyList<long> Out);

/// <summary>How the result of a ranking came about, for pages.</summary>
public sealed record RankDetail(
    IReadOnlyList<RankReading> Readings, IReadOnlyList<PairDetail> Pairs, IReadOnlyList<RoundVotes> Borda,
    IReadOnlyList<RoundDetail> RunOff, IReadOnlyList<RoundDetail> Several, long? Quota)
{
    public const string Schulze = "schulze";
    public const string RankedPairs = "ranked-pairs";
    public const string BordaCount = "borda";
    public const string InstantRunOff = "run-off";
    public const string Transferable = "transferable";

    internal static RankDetail Of(RankCount count)
    {
        var readings = new List<RankReading>
        {
            new(Schulze, count.Schulze.Places), new(RankedPairs, count.RankedPairs.Places),
            new(BordaCount, count.Borda.Places), new(InstantRunOff, count.Runoff.Places),
        };
        if (count.SeveralWinners is { } several) readings.Insert(0, new(Transferable, several.Places));
        return new(
            readings,
            [.. count.Schulze.Pairs.Select(p => new PairDetail(p.A, p.B, p.PreferA, p.PreferB))],
            [.. count.Borda.Scores.Select(s => new RoundVotes(s.Option, s.Points))],
            [.. count.Runoff.Rounds.Select(r => new RoundDetail(r.Number, [.. r.Tally.Select(t => new RoundVotes(t.Option, t.Votes))], r.Inactive.Total, r.Elected, [.. r.Eliminated.Select(e => e.Option)]))],
            [.. (count.SeveralWinners?.Rounds ?? []).Select(Round)],
            count.SeveralWinners?.Quota);
    }

    private static RoundDetail Round(StvRound round) => new(
        round.Number, [.. round.Tally.Select(t => new RoundVotes(t.Option, decimal.Round(t.Votes, 2)))], decimal.Round(round.Exhausted, 2),
        round.Elected, round.Transfer is { IsSurplus: false } gone ? [gone.From] : []);
}
