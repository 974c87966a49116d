using System.Text.Json;
using CommunityVoice.Analysis.Ballots;
using FsCheck;
using FsCheck.Fluent;

namespace CommunityVoice.Tests.Analysis;

/// <summary>What each way of counting rankings must keep to on any papers.</summary>
public sealed class RankedPropertyTests
{
    private const int Count = 5;
    private static readonly long[] Options = [.. Enumerable.Range(1, Count).Select(o => (long)o)];

    // Each reading, its whole explanation included.
    private static readonly Func<RankedPapers, object>[] Readings =
    [
        papers => Schulze.Of(PairwiseMatrix.Of(papers)), papers => RankedPairs.Of(PairwiseMatrix.Of(papers)), papers => Borda.Of(papers),
        papers => InstantRunoff.Of(papers), papers => SingleTransferableVote.Of(papers, 2), papers => SingleTransferableVote.Of(papers, 3),
    ];

    private static readonly Func<RankedPapers, IReadOnlyList<IReadOnlyList<long>>>[] Rankings =
    [
        papers => Schulze.Of(PairwiseMatrix.Of(papers)).Places, papers => Schulze.Of(PairwiseMatrix.Of(papers), VictoryStrength.Margin).Places,
        papers => RankedPairs.Of(PairwiseMatrix.Of(papers)).Places, papers => Borda.Of(papers).Places, papers => InstantRunoff.Of(papers).Places,
    ];

    [Fact]
    public void Who_came_when_and_how_equal_papers_are_bundled_plays_no_part() => Holds(papers =>
    {
        var turned = papers.AsEnumerable().Reverse();
        var bundled = papers.GroupBy(p => Text(p.Ranks), StringComparer.Ordinal).Select(g => g.First() with { Weight = g.Sum(p => p.Weight) });
        return Readings.All(r => Text(r(Of(papers))) == Text(r(Of(turned))) && Text(r(Of(papers))) == Text(r(Of(bundled))));
    });

    [Fact]
    public void No_option_is_favoured_by_its_number_or_its_place_in_the_list() => Holds(papers =>
    {
        static long Renamed(long option) => 100 - 7 * option;
        var renamed = RankedPapers.Of(
            papers.Select(p => new RankedPaper([.. p.Ranks.Select(g => (IReadOnlyList<long>)[.. g.Select(Renamed)])], p.Weight)), Options.Select(Renamed).Order());
        return Rankings.All(r => Text(Sorted(r(Of(papers)).Select(g => g.Select(Renamed)))) == Text(Sorted(r(renamed))))
            && SingleTransferableVote.Of(Of(papers), 2).Winners.Select(Renamed)
                .SequenceEqual(SingleTransferableVote.Of(renamed, 2, [.. Options.Select(Renamed)]).Winners);
    });

    [Fact]
    public void Whoever_wins_every_comparison_wins_and_whoever_loses_every_one_comes_last()
    {
        var (winners, losers) = (0, 0);
        Holds(papers =>
        {
            var pairs = PairwiseMatrix.Of(Of(papers));
            winners += pairs.CondorcetWinner is null ? 0 : 1;
            losers += pairs.CondorcetLoser is null ? 0 : 1;
            return new[] { Schulze.Of(pairs).Places, Schulze.Of(pairs, VictoryStrength.Margin).Places, RankedPairs.Of(pairs).Places }.All(places =>
                (pairs.CondorcetWinner is not { } winner || places[0] is [var first] && first == winner)
                && (pairs.CondorcetLoser is not { } loser || places[^1] is [var last] && last == loser));
        });
        Assert.True(winners > 50 && losers > 50, $"{winners} and {losers} of the random elections had one.");
    }

    [Fact]
    public void Raising_an_option_on_a_paper_never_costs_it_the_first_place()
    {
        foreach (var ranking in Rankings.SkipLast(1))
        {
            HoldsWhenRaised((before, after, option) => !ranking(before)[0].Contains(option) || ranking(after)[0].Contains(option));
        }
    }

    [Fact]
    public void In_Borda_and_Schulze_it_falls_behind_nobody() => HoldsWhenRaised((before, after, option) =>
        NobodyPasses(Borda.Of(before).Places, Borda.Of(after).Places, option) && Options.Where(o => o != option).All(other =>
        {
            var (earlier, later) = (Schulze.Of(PairwiseMatrix.Of(before)).Pair(option, other).Winner, Schulze.Of(PairwiseMatrix.Of(after)).Pair(option, other).Winner);
            return earlier == option ? later == option : earlier is not null || later != other;
        }));

    [Fact]
    public void Turned_round_papers_never_give_Schulze_the_same_sole_winner() => Holds(papers =>
    {
        var full = papers.Select(p => p with { Ranks = [.. p.Ranks, .. Rest(p)] }).ToList();
        var winners = Schulze.Of(PairwiseMatrix.Of(Of(full))).Places[0];
        var turned = Schulze.Of(PairwiseMatrix.Of(Of(full.Select(p => p with { Ranks = [.. p.Ranks.Reverse()] })))).Places[0];
        return winners.Count > 1 || !turned.Contains(winners[0]);
    });

    [Fact]
    public void Whoever_is_first_on_more_than_half_of_the_papers_wins_the_run_off() => Holds(papers =>
    {
        var majority = papers.Append(RankedPaper.Of(4, 2) with { Weight = papers.Sum(p => p.Weight) + 1 });
        return InstantRunoff.Of(Of(majority)) is { Rounds.Count: 1, Places: [[4], ..] };
    });

    [Fact]
    public void A_run_off_keeps_every_paper_in_sight() => Holds(papers =>
    {
        var all = Of(papers);
        var outcome = InstantRunoff.Of(all);
        return outcome.Rounds.All(r => r.Active + r.Inactive.Total == all.Total
            && r.Eliminated.All(e => e.Exhausted + e.Transfers.Sum(t => t.Votes) == r.Tally.Single(t => t.Option == e.Option).Votes))
            && outcome.Places.SelectMany(p => p).Order().SequenceEqual(Options);
    });

    [Fact]
    public void Each_round_of_a_run_off_is_what_a_fresh_count_gives() => Holds(papers =>
    {
        var strict = papers.Select(p => RankedPaper.Of(p.Ranks.SelectMany(g => g)) with { Weight = p.Weight }).ToList();
        return InstantRunoff.Of(Of(strict)).Rounds.All(round =>
        {
            var stillIn = round.Tally.Select(t => t.Option).ToList();
            return round.Tally.All(t => t.Votes == strict.Where(p => p.Ranks.Select(g => g[0]).FirstOrDefault(stillIn.Contains) == t.Option).Sum(p => p.Weight));
        });
    });

    [Fact]
    public void For_one_seat_both_counts_elect_the_same() => Holds(papers =>
    {
        var ties = new RunoffRules { Ties = [TieStep.EarlierRounds, TieStep.Comparisons, TieStep.Lots] };
        return InstantRunoff.Of(Of(papers), ties).Places[0].SequenceEqual(SingleTransferableVote.Of(Of(papers), 1).Winners);
    });

    [Fact]
    public void Exactly_so_many_seats_are_filled_and_no_part_of_a_vote_goes_astray() => Holds(papers =>
    {
        var all = Of(papers);
        return Enumerable.Range(1, Count).All(seats =>
        {
            var outcome = SingleTransferableVote.Of(all, seats);
            return outcome.Winners.Count == seats && outcome.Winners.Distinct().Count() == seats
                && outcome.Rounds.SelectMany(r => r.Elected).SequenceEqual(outcome.Winners)
                && outcome.Places.SelectMany(p => p).Order().SequenceEqual(Options)
                && outcome.Rounds.All(r => r.Lost >= 0 && r.Tally.Sum(t => t.Votes) + r.Exhausted + r.Lost == all.Total
                    && (r.Transfer is not { } t || t.To.Sum(o => o.Votes) + t.Exhausted + t.Lost == t.Votes));
        });
    });

    [Fact]
    public void A_group_of_so_many_quotas_gets_so_many_of_the_options_it_stands_for() => Holds(papers =>
    {
        var others = papers.Sum(p => p.Weight);
        foreach (var (seats, quotas) in new[] { (2, 1), (3, 1), (3, 2), (4, 3) })
        {
            // The smallest group with that many quotas of all papers, itself included.
            var size = Enumerable.Range(1, int.MaxValue).First(n => n >= quotas * ((others + n) / (seats + 1) + 1) + 1);
            var group = Enumerable.Range(0, size).Select(n => n % 2 == 0 ? RankedPaper.Of(2, 4, 5, 1) : RankedPaper.Of(5, 4, 2, 3));
            if (SingleTransferableVote.Of(Of(papers.Concat(group)), seats).Winners.Count(w => w is 2 or 4 or 5) < quotas) return false;
        }
        return true;
    });

    private static bool NobodyPasses(IReadOnlyList<IReadOnlyList<long>> before, IReadOnlyList<IReadOnlyList<long>> after, long option)
    {
        static int At(IReadOnlyList<IReadOnlyList<long>> places, long option) => places.ToList().FindIndex(p => p.Contains(option));
        return Options.All(other => At(before, option).CompareTo(At(before, other)) >= At(after, option).CompareTo(At(after, other)));
    }

    private static void HoldsWhenRaised(Func<RankedPapers, RankedPapers, long, bool> holds) => Prop.ForAll<int[][], PositiveInt, PositiveInt>((raw, which, up) =>
    {
        var papers = Papers(raw);
        if (papers.Count == 0) return true;
        var (at, option) = (which.Get % papers.Count, (long)(up.Get % Count + 1));
        var raised = papers.ToList();
        raised[at] = Raise(papers[at], option, up.Get % 3);
        return holds(Of(papers), Of(raised), option);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    // Takes the option out of its group and puts it alone some groups further up.
    private static RankedPaper Raise(RankedPaper paper, long option, int by)
    {
        var groups = paper.Ranks.Concat(Rest(paper)).ToList();
        var at = Math.Max(0, groups.FindIndex(g => g.Contains(option)) - by);
        var without = groups.Select(g => (IReadOnlyList<long>)[.. g.Where(o => o != option)]).ToList();
        without.Insert(at, [option]);
        return paper with { Ranks = [.. without.Where(g => g.Count > 0)] };
    }

    private static IEnumerable<IReadOnlyList<long>> Rest(RankedPaper paper)
    {
        var rest = Options.Except(paper.Ranks.SelectMany(g => g)).ToList();
        return rest.Count == 0 ? [] : [rest];
    }

    private static void Holds(Func<IReadOnlyList<RankedPaper>, bool> holds) =>
        Prop.ForAll<int[][]>(raw => holds(Papers(raw))).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static RankedPapers Of(IEnumerable<RankedPaper> papers) => RankedPapers.Of(papers, Options);

    // Numbers become options, each once; a negative one shares the rank of the option before.
    private static List<RankedPaper> Papers(int[][] raw) => [.. raw.Select(numbers =>
    {
        var groups = new List<List<long>>();
        foreach (var number in numbers)
        {
            var option = Math.Abs((long)number) % Count + 1;
            if (groups.Exists(g => g.Contains(option))) continue;
            if (number >= 0 || groups.Count == 0) groups.Add([]);
            groups[^1].Add(option);
        }
        return new RankedPaper([.. groups], numbers.Length % 3 + 1);
    })];

    private static IEnumerable<IEnumerable<long>> Sorted(IEnumerable<IEnumerable<long>> places) => places.Select(p => p.Order());

    private static string Text(object value) => JsonSerializer.Serialize(value);
}
