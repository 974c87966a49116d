using CommunityVoice.Analysis.Opinion;
using FsCheck;
using FsCheck.Fluent;

namespace CommunityVoice.Tests.Analysis;

/// <summary>The map shows many people or nobody.</summary>
public sealed class OpinionMapTests
{
    [Fact]
    public void Every_square_stands_for_ten_people_or_more_and_lies_on_the_map() => Prop.ForAll<int>(seed =>
    {
        var made = OpinionCamps.Of(seed, camps: 2 + Math.Abs(seed % 3), people: 300, statements: 12, density: 0.9);
        var result = OpinionUpdate.Of(made.Table).Result;
        if (result.Map is not { } map) return result.Groups.Count == 0;
        return map.Squares.All(s => s.People >= 10 && s.People % 5 == 0)
            && map.Squares.Sum(s => s.People) <= result.Grouped + 3 * map.Squares.Count
            && map.Squares.All(s => s.X - map.Side / 2 >= -0.002 && s.X + map.Side / 2 <= 1.002 && s.Y - map.Side / 2 >= -0.002 && s.Y + map.Side / 2 <= 1.002)
            && map.Statements.All(s => s.X is >= 0 and <= 1 && s.Y is >= 0 and <= 1)
            && map.Groups.Select(g => (g.Label, g.People)).SequenceEqual(result.Groups.Select(g => (g.Label, g.Size)));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(20));

    [Fact]
    public void At_least_three_quarters_of_each_group_are_drawn_and_outliers_are_not()
    {
        // Two camps of 60 that vote alike, and two people between them whom no square may show.
        var votes = from p in Enumerable.Range(0, 122)
                    from s in Enumerable.Range(1, 10)
                    select new OpinionVote(OpinionData.Key(p), s, p >= 120 ? (s % 2 == p % 2 ? 1 : -1) : p % 2 == 0 ? 1 : -1);

        var map = OpinionUpdate.Of(OpinionVotes.Of(votes, Enumerable.Range(1, 10).Select(s => (long)s))).Result.Map!;

        Assert.Equal(24, map.Across);
        Assert.Equal(['A', 'B'], map.Squares.Select(s => s.Label));
        Assert.All(map.Squares, s => Assert.Equal(60, s.People));
    }

    [Fact]
    public void Few_people_make_a_coarse_map()
    {
        var few = OpinionUpdate.Of(OpinionCamps.Of(1, people: 60).Table).Result.Map!;
        var many = OpinionUpdate.Of(OpinionCamps.Of(1, people: 3000).Table).Result.Map!;

        Assert.True(few.Across < many.Across, $"{few.Across} and {many.Across}");
    }

    [Fact]
    public void Statements_lie_towards_those_who_agree()
    {
        var result = OpinionUpdate.Of(OpinionCamps.Of(3, camps: 2, people: 200, stray: 0.05).Table).Result;
        var (map, a) = (result.Map!, result.Map!.Groups.Single(g => g.Label == 'A'));

        foreach (var agreed in result.Groups[0].Representative.Where(r => r.Side == OpinionSide.Agree && r.IsSignificant))
        {
            var at = map.Statements.Single(s => s.Statement == agreed.Statement);
            Assert.True((at.X - 0.5) * (a.X - 0.5) + (at.Y - 0.5) * (a.Y - 0.5) > 0);
        }
    }

    [SharedDataFact]
    public void Bowling_Green_has_a_fine_map()
    {
        var result = OpinionUpdate.Of(OpinionData.Read("american-assembly.bowling-green").Standing).Result;

        Assert.True(result.Map!.Across >= 12, $"{result.Map.Across} squares across");
        Assert.True(result.Map.Squares.Sum(s => s.People) > 0.75 * result.Grouped - 2 * result.Map.Squares.Count);
    }
}
