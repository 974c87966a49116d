using CommunityVoice.Analysis.Opinion;

namespace CommunityVoice.Tests.Analysis;

/// <summary>The formulas against values from published Polis results (methods.md, section 1) and worked by hand.</summary>
public sealed class OpinionMeasuresTests
{
    [Theory]
    [InlineData(-0.810811, 0.0825028, -0.17450994)]
    [InlineData(-0.735294, 0.0551018, -0.16307375)]
    public void A_statement_lies_where_the_published_one_does(double theirCentre, double theirLoading, double theirs)
    {
        // Theirs has agree as -1: the centre turns round, and the lone vote is +1; the axis keeps its sign when the loading turns too.
        var ours = OpinionMeasures.StatementPosition(-theirCentre, -theirLoading, 125);

        Assert.Equal(theirs, ours, 6);
    }

    [Fact]
    public void Nine_of_fourteen()
    {
        Assert.Equal(0.625, OpinionMeasures.Share(9, 14), 12);
        Assert.Equal(1.29099445, OpinionMeasures.ShareTest(9, 14), 8);
    }

    [Fact]
    public void Statement_49_of_the_published_result()
    {
        Assert.Equal(0.82857143, OpinionMeasures.Share(28, 33), 8);
        Assert.Equal(4.11596604, OpinionMeasures.ShareTest(28, 33), 8);
        Assert.Equal(4.41904762, OpinionMeasures.Representativeness(28, 33, 2, 14), 8);
        Assert.Equal(4.425453, OpinionMeasures.DifferenceTest(28, 33, 2, 14), 6);
        Assert.Equal(0.15535714, OpinionMeasures.Consensus([new(28, 2, 3), new(2, 10, 2)]), 8);
    }

    [Fact]
    public void Statement_48_of_the_published_result()
    {
        Assert.Equal(4.115393, OpinionMeasures.DifferenceTest(28, 32, 2, 11), 6);
        Assert.Equal(0.19683258, OpinionMeasures.Consensus([new(28, 2, 2), new(2, 7, 2)]), 8);
    }

    [Theory]
    [InlineData(1, 0, 1, 0, 12.529726)]
    [InlineData(20, 3, 20, 0, 1.372383)]
    [InlineData(18, 3, 20, 1, 4.493699)]
    [InlineData(0, 0, 0, 0, 5.0625)]
    public void Priorities_are_those_of_the_formula(int agree, int pass, int seen, double extremity, double priority)
    {
        // The second and third vectors give fewer seen than agree and pass together: disagree, which the formula never reads, makes up the difference.
        var counts = new MarkCounts(agree, seen - agree - pass, pass);

        Assert.Equal(priority, OpinionMeasures.Priority(counts, extremity), 6);
    }

    [Fact]
    public void Where_everybody_does_both_ways_the_difference_test_is_nought() => Assert.Equal(0, OpinionMeasures.DifferenceTest(5, 5, 3, 3));

    [Fact]
    public void A_drawn_statement_is_as_likely_as_its_priority()
    {
        KeyValuePair<long, double>[] priorities = [new(7, 3), new(2, 1), new(5, 0)]; // 0 counts as 1

        Assert.Equal(2, StatementRouting.Next(priorities, 0));
        Assert.Equal(2, StatementRouting.Next(priorities, 0.19));
        Assert.Equal(5, StatementRouting.Next(priorities, 0.2));
        Assert.Equal(5, StatementRouting.Next(priorities, 0.39));
        Assert.Equal(7, StatementRouting.Next(priorities, 0.4));
        Assert.Equal(7, StatementRouting.Next(priorities, 0.9999999999999999));
        Assert.Null(StatementRouting.Next([], 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => StatementRouting.Next(priorities, 1));
    }
}
