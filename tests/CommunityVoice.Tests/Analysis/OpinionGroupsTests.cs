using CommunityVoice.Analysis.Opinion;

namespace CommunityVoice.Tests.Analysis;

/// <summary>Who is grouped, with whom, and when there are no groups yet.</summary>
public sealed class OpinionGroupsTests
{
    [Theory]
    [InlineData(2, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 3)]
    [InlineData(3, 4)]
    public void Camps_that_differ_are_found_without_being_told_how_many(int camps, int seed)
    {
        var made = OpinionCamps.Of(seed, camps, people: 150, statements: 30, stray: 0.1);

        var groups = OpinionGroups.Of(made.Table);

        Assert.Equal(camps, groups.Sizes.Count);
        Assert.True(OpinionData.AdjustedRandIndex([.. groups.GroupOf.Select((g, p) => (g, made.CampOf[p])).Where(x => x.g >= 0)]) > 0.95);
    }

    [Fact]
    public void Two_camps_that_differ_in_one_direction_only_do_not_fall_together()
    {
        // Every statement has its opposite, and one camp is as large as the other: from a start of all ones, power iteration would see nothing here.
        var votes = from p in Enumerable.Range(0, 40)
                    from s in Enumerable.Range(1, 10)
                    select new OpinionVote(OpinionData.Key(p), s, (p % 2 == 0) == (s % 2 == 0) ? 1 : -1);

        var groups = OpinionGroups.Of(OpinionVotes.Of(votes, Numbers(10)));

        Assert.Equal([20, 20], groups.Sizes);
        Assert.All(Enumerable.Range(0, 40), p => Assert.Equal(groups.GroupOf[p % 2], groups.GroupOf[p]));
        Assert.NotEqual(groups.GroupOf[0], groups.GroupOf[1]);
    }

    [Fact]
    public void People_who_voted_alike_are_in_one_group()
    {
        var made = OpinionCamps.Of(5, stray: 0, density: 1);
        var groups = OpinionGroups.Of(made.Table);

        Assert.All(made.CampOf.Select((camp, p) => (camp, group: groups.GroupOf[p])).GroupBy(x => x.camp), c => Assert.Single(c.Select(x => x.group).Distinct()));
    }

    [Fact]
    public void Six_marks_are_too_few_unless_there_are_no_more_statements()
    {
        static OpinionVotes Table(int marks, int statements) => OpinionVotes.Of(
            from p in Enumerable.Range(0, 40) from s in Enumerable.Range(1, p < 30 ? statements : marks) select new OpinionVote(OpinionData.Key(p), s, (p % 2 * 2) - 1),
            Numbers(statements));

        Assert.Equal(30, OpinionGroups.Of(Table(6, 9)).PeopleWithEnoughVotes);
        Assert.Equal(40, OpinionGroups.Of(Table(7, 9)).PeopleWithEnoughVotes);
        Assert.Equal(40, OpinionGroups.Of(Table(6, 6)).PeopleWithEnoughVotes);
        Assert.All(Enumerable.Range(30, 10), p => Assert.Equal(-1, OpinionGroups.Of(Table(6, 9)).GroupOf[p]));
    }

    [Fact]
    public void Groups_are_numbered_by_size_and_none_is_below_the_least()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var groups = OpinionGroups.Of(OpinionCamps.Of(seed, camps: 1 + seed % 5).Table);

            Assert.Equal(groups.Sizes.OrderDescending(), groups.Sizes);
            Assert.All(groups.Sizes, size => Assert.True(size >= 10));
            Assert.Equal(groups.Sizes, groups.Sizes.Select((_, g) => groups.GroupOf.Count(x => x == g)));
            Assert.Equal(groups.Sizes.Count == 0, groups.Why is not null);
        }
    }

    [Fact]
    public void People_of_a_group_too_small_to_show_are_in_none()
    {
        // Two camps of 30, and four people of a mind of their own: with three groups forced, theirs is not shown.
        var votes = from p in Enumerable.Range(0, 64)
                    from s in Enumerable.Range(1, 12)
                    select new OpinionVote(OpinionData.Key(p), s, p >= 60 ? (s <= 6 ? 1 : -1) : p % 2 == 0 ? 1 : -1);

        var groups = OpinionGroups.Of(OpinionVotes.Of(votes, Numbers(12)), new() { Groups = 3 });

        Assert.Equal([30, 30], groups.Sizes);
        Assert.All(Enumerable.Range(60, 4), p => Assert.Equal(-1, groups.GroupOf[p]));
    }

    [Fact]
    public void Without_anything_to_set_people_apart_it_says_why_there_are_no_groups()
    {
        static NoGroupsReason? Why(int people, int statements, Func<int, int, int> vote) => OpinionGroups.Of(OpinionVotes.Of(
            from p in Enumerable.Range(0, people) from s in Enumerable.Range(1, statements) select new OpinionVote(OpinionData.Key(p), s, vote(p, s)),
            Numbers(statements))).Why;

        Assert.Equal(NoGroupsReason.TooFewStatements, Why(50, 1, (p, _) => p % 2));
        Assert.Equal(NoGroupsReason.TooFewStatements, Why(0, 0, (_, _) => 0));
        Assert.Equal(NoGroupsReason.TooFewPeople, Why(19, 10, (p, _) => p % 2));
        Assert.Equal(NoGroupsReason.TooFewPeople, Why(0, 10, (_, _) => 0));
        Assert.Equal(NoGroupsReason.AllAlike, Why(50, 10, (_, s) => s % 3 - 1));
        Assert.Equal(NoGroupsReason.GroupsTooSmall, Why(30, 10, (p, _) => p < 5 ? 1 : -1));
        Assert.Null(Why(20, 10, (p, _) => p % 2));
    }

    [Fact]
    public void One_vote_a_person_and_statement()
    {
        var vote = new OpinionVote(OpinionData.Key(1), 1, 1);

        Assert.Throws<ArgumentException>(() => OpinionVotes.Of([vote, vote with { Value = 0 }], [1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => OpinionVotes.Of([vote with { Value = 2 }], [1]));
        Assert.Equal(0, OpinionVotes.Of([vote, vote], [2]).Count);
        Assert.Throws<ArgumentException>(() => OpinionStatistics.Of(OpinionVotes.Of([vote], [1]), [0, 0], 1));
        Assert.Throws<ArgumentException>(() => OpinionStatistics.Of(OpinionVotes.Of([vote], [1]), [1], 1));
    }

    private static IEnumerable<long> Numbers(int count) => Enumerable.Range(1, count).Select(n => (long)n);
}
