using CommunityVoice.Analysis.Opinion;

namespace CommunityVoice.Tests.Analysis;

/// <summary>What is told of groups that are given, on ballots small enough to count by hand.</summary>
public sealed class OpinionStatisticsTests
{
    [Fact]
    public void Votes_are_counted_for_everybody_and_each_group()
    {
        var statistics = Of(2, ("a+ b-", 0), ("a+ b0", 0), ("a-", 1), ("a0 b+", -1));

        var (a, b) = (statistics.Statements[0], statistics.Statements[1]);
        Assert.Equal(new MarkCounts(2, 1, 1), a.Everyone);
        Assert.Equal([new(2, 0, 0), new MarkCounts(0, 1, 0)], a.ByGroup);
        Assert.Equal(new MarkCounts(2, 1, 0), a.InGroups);
        Assert.Equal([new(0, 1, 1), default], b.ByGroup);
        Assert.Equal(3.0 / 4 * (1.0 / 3), a.ConsensusAgree, 12);
        Assert.Equal(1.0 / 4 * (2.0 / 3), a.ConsensusDisagree, 12);
    }

    [Fact]
    public void Common_ground_is_where_every_group_leans_the_same_way_on_either_side()
    {
        // All agree with a, all disagree with b, groups part over c, and one group is undecided about d.
        var statistics = Of(2, [.. Enumerable.Repeat(("a+ b- c+ d+", 0), 20), .. Enumerable.Repeat(("a+ b- c- d0", 1), 20)]);

        Assert.Equal([(1L, OpinionSide.Agree), (2L, OpinionSide.Disagree)], statistics.CommonGround().Select(c => (c.Statement, c.Side)));
        Assert.All(statistics.CommonGround(), c => Assert.Equal(21.0 / 22 * (21.0 / 22), c.Consensus, 12));
        var parting = Assert.Single(statistics.Dividing());
        Assert.Equal((3L, 0, 1), (parting.Statement, parting.AgreeMost, parting.AgreeLeast));
        Assert.Equal(20.0 / 22, parting.Spread, 12);
        Assert.Equal([1L], statistics.Majority(OpinionSide.Agree).Select(m => m.Statement));
        Assert.Equal([2L], statistics.Majority(OpinionSide.Disagree).Select(m => m.Statement));
    }

    [Fact]
    public void With_one_group_or_none_there_is_no_common_ground_and_nothing_divides()
    {
        var statistics = Of(1, [.. Enumerable.Repeat(("a+ b-", 0), 20)]);

        Assert.Empty(statistics.CommonGround());
        Assert.Empty(statistics.Dividing());
        Assert.Equal([1L], statistics.Majority(OpinionSide.Agree).Select(m => m.Statement));
    }

    [Fact]
    public void A_group_is_described_by_what_sets_it_apart_and_agreement_comes_first()
    {
        var statistics = Of(2, [.. Enumerable.Repeat(("a+ b+ c-", 0), 20), .. Enumerable.Repeat(("a+ b- c+", 1), 20)]);

        Assert.Equal([(2L, OpinionSide.Agree), (3L, OpinionSide.Disagree)], statistics.Representative(0).Select(r => (r.Statement, r.Side)));
        Assert.Equal([(3L, OpinionSide.Agree), (2L, OpinionSide.Disagree)], statistics.Representative(1).Select(r => (r.Statement, r.Side)));
        Assert.Equal((20, 20, 0), statistics.Representative(0)[0] is var r ? (r.Count, r.InGroup.Seen, r.Rest.Agree) : default);
        Assert.Single(statistics.Representative(0, most: 1));
    }

    [Fact]
    public void The_first_place_never_goes_to_a_statement_that_the_group_disagrees_with_more_than_the_rest_do()
    {
        // Nine in ten of group 0 agree with a, yet all of group 1 do: what tells group 0 apart is that some disagree. Published lists would show it first.
        var statistics = Of(2, [.. Enumerable.Repeat(("a+", 0), 18), .. Enumerable.Repeat(("a-", 0), 2), .. Enumerable.Repeat(("a+", 1), 20)]);

        var only = Assert.Single(statistics.Representative(0));

        Assert.Equal(OpinionSide.Disagree, only.Side); // nothing else to show; and by its own score it would have no place
        Assert.False(only.IsSignificant);
    }

    [Fact]
    public void Every_side_taken_by_a_majority_is_significant()
    {
        Assert.Empty(Of(0, ("a+", -1), ("a-", -1), ("b+", -1)).Majority(OpinionSide.Disagree));
        Assert.Equal([2L], Of(0, ("a+", -1), ("a-", -1), ("b+", -1)).Majority(OpinionSide.Agree).Select(m => m.Statement)); // 1 of 1: z is √2
    }

    // Each person's marks, letter and sign, and their group.
    private static OpinionStatistics Of(int groups, params (string Marks, int Group)[] people)
    {
        var votes = people.SelectMany((person, p) => person.Marks.Split(' ')
            .Select(m => new OpinionVote(OpinionData.Key(p), m[0] - 'a' + 1, m[1] == '+' ? 1 : m[1] == '-' ? -1 : 0)));
        return OpinionStatistics.Of(OpinionVotes.Of(votes, [1, 2, 3, 4]), [.. people.Select(p => p.Group)], groups);
    }
}
