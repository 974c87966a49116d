using CommunityVoice.Voting;

namespace CommunityVoice.Areas;

/// <summary>An option's place in a vote and in the vote before it on the same things.</summary>
public sealed record PlaceMove(string Title, int Now, int Before, double Share, double ShareBefore, bool IsBeyondChance);

/// <summary>A vote beside the one before it on some of the same things.</summary>
public sealed record RoundMoves(BallotResult Now, BallotResult Before, IReadOnlyList<PlaceMove> Moves, IReadOnlyList<string> New);

/// <summary>What is different from the last time: places in votes against the vote before, and themes that came up since the last summary.</summary>
public sealed record AreaChanges(IReadOnlyList<RoundMoves> Rounds, IReadOnlyList<ThemeCount> NewThemes, DateTimeOffset? Since)
{
    public bool IsEmpty => Rounds.Count == 0 && NewThemes.Count == 0;

    /// <summary>Compares each of the newest votes with the newest earlier one of the same area and method that offered some of the same; votes come newest first.</summary>
    public static AreaChanges Of(IReadOnlyList<BallotResult> votes, IReadOnlyList<ThemeCount> themes, DateTimeOffset? lastSummary) => new(
        [.. votes.Where(v => v.People is not null).Select((v, i) => Moves(v, votes.Skip(i + 1))).OfType<RoundMoves>()],
        lastSummary is { } since ? [.. themes.Where(t => t.FirstAt > since)] : [], lastSummary);

    private static RoundMoves? Moves(BallotResult now, IEnumerable<BallotResult> earlier)
    {
        foreach (var before in earlier)
        {
            if (before.People is null || before.Ballot.Method != now.Ballot.Method || before.Ballot.Consultation.AreaId != now.Ballot.Consultation.AreaId || before.Ballot.OpensAt >= now.Ballot.OpensAt) continue;
            var known = Keys(before).DistinctBy(k => k.Key).ToDictionary(k => k.Key, k => k.Row, StringComparer.Ordinal);
            var both = Keys(now).Where(k => known.ContainsKey(k.Key)).Select(k => Move(k.Row, known[k.Key])).ToList();
            if (both.Count > 0) return new(now, before, both, [.. Keys(now).Where(k => !known.ContainsKey(k.Key)).Select(k => k.Row.Title)]);
        }
        return null;
    }

    // What two shares tell apart: their intervals do not touch.
    private static PlaceMove Move(PriorityResult now, PriorityResult before) =>
        new(now.Title, now.Place, before.Place, now.Share, before.Share, now.Range.Low > before.Range.High || now.Range.High < before.Range.Low);

    private static IEnumerable<(string Key, PriorityResult Row)> Keys(BallotResult result) => result.Priorities.Select(row =>
    {
        var offered = result.Ballot.Priorities.Find(p => p.Id == row.Id);
        return (offered is { Origin: PriorityOrigin.Theme or PriorityOrigin.FrameworkItem or PriorityOrigin.Idea, OriginId: { } origin } ? $"{offered.Origin} {origin}" : row.Title.Trim().ToUpperInvariant(), row);
    });
}
