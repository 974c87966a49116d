using System.Text.Json;
using CommunityVoice.Analysis.Opinion;
using FsCheck;
using FsCheck.Fluent;

namespace CommunityVoice.Tests.Analysis;

/// <summary>What must play no part in the result: the order of votes, people's keys, earlier states, statements that were taken out.</summary>
public sealed class OpinionInvarianceTests
{
    private static readonly Config Thirty = Config.QuickThrowOnFailure.WithMaxTest(30);

    [SharedDataTheory]
    [InlineData("brexit-consensus")]
    [InlineData("canadian-electoral-reform")]
    [InlineData("scoop-hivemind.biodiversity")]
    public void Twenty_orders_of_the_votes_and_every_repeat_give_the_same_to_the_last_bit(string name)
    {
        var data = OpinionData.Read(name);
        var standing = data.Statements.Where(s => !data.MovedOut.Contains(s)).ToArray();
        var first = Whole(OpinionUpdate.Of(data.Standing));

        for (var order = 0; order < 20; order++)
        {
            var (votes, statements, random) = (data.Votes.ToArray(), standing.ToArray(), new Random(order));
            random.Shuffle(votes);
            random.Shuffle(statements);
            Assert.Equal(first, Whole(OpinionUpdate.Of(OpinionVotes.Of(votes, statements))));
        }
    }

    [Fact]
    public void The_order_of_votes_plays_no_part() => Prop.ForAll<int>(seed =>
    {
        var made = OpinionCamps.Of(seed, camps: 1 + Math.Abs(seed % 4));
        var shuffled = made.Votes.ToArray();
        new Random(seed).Shuffle(shuffled);
        return Whole(OpinionUpdate.Of(made.Table)) == Whole(OpinionUpdate.Of(OpinionVotes.Of(shuffled, made.Statements.Reverse())));
    }).Check(Thirty);

    [Fact]
    public void Nor_where_people_are_so_many_that_they_are_counted_by_cells()
    {
        var made = OpinionCamps.Of(9, people: 3000);
        var (shuffled, random) = (made.Votes.ToArray(), new Random(9));
        random.Shuffle(shuffled);
        var renamed = Enumerable.Range(0, made.CampOf.Count).ToDictionary(OpinionData.Key, _ => NewKey(random));

        var result = Public(OpinionUpdate.Of(made.Table));

        Assert.Equal(result, Public(OpinionUpdate.Of(OpinionVotes.Of(shuffled, made.Statements))));
        Assert.Equal(result, Public(OpinionUpdate.Of(OpinionVotes.Of(shuffled.Select(v => v with { Participant = renamed[v.Participant] }), made.Statements))));
    }

    [Fact]
    public void Every_machine_gets_these_very_bits()
    {
        var result = OpinionUpdate.Of(OpinionCamps.Of(1).Table).Result;

        Assert.Equal([31, 30, 28], result.Groups.Select(g => g.Size));
        Assert.Equal(0.7551748749236761, result.Separation);
        Assert.Equal(
            [new(-0.5372189086635012, -1.713609069876808), new(1.4897436369658983, 0.014343876615853431), new(1.7640769847991669, -0.05003982689133023)],
            result.Statements.Take(3).Select(s => s.Position));
        Assert.Equal([0.6751279959911362, 0.850866648368073, 1.0855385086702343], result.Statements.Take(3).Select(s => s.Priority));
    }

    [Fact]
    public void Peoples_keys_play_no_part() => Prop.ForAll<int>(seed =>
    {
        var (made, random) = (OpinionCamps.Of(seed), new Random(seed));
        var renamed = Enumerable.Range(0, made.CampOf.Count).ToDictionary(OpinionData.Key, _ => NewKey(random));
        var table = OpinionVotes.Of(made.Votes.Select(v => v with { Participant = renamed[v.Participant] }), made.Statements);
        var (before, after) = (OpinionUpdate.Of(made.Table), OpinionUpdate.Of(table));
        return Public(before) == Public(after)
            && before.Membership.Count == after.Membership.Count && before.Membership.All(m => after.Membership[renamed[m.Key]] == m.Value);
    }).Check(Thirty);

    [Fact]
    public void The_numbers_of_statements_play_no_part_as_long_as_they_rise() => Prop.ForAll<int>(seed =>
    {
        var made = OpinionCamps.Of(seed);
        var table = OpinionVotes.Of(made.Votes.Select(v => v with { Statement = v.Statement * 1000 + 7 }), made.Statements.Select(s => s * 1000 + 7));
        var (before, after) = (OpinionUpdate.Of(made.Table), OpinionUpdate.Of(table));
        return before.Result.Groups.SelectMany(g => g.Representative).Select(r => r.Statement * 1000 + 7)
            .SequenceEqual(after.Result.Groups.SelectMany(g => g.Representative).Select(r => r.Statement))
            && before.Result.Statements.Select(s => s.Priority).SequenceEqual(after.Result.Statements.Select(s => s.Priority))
            && Same(before.Membership, after.Membership);
    }).Check(Thirty);

    [Fact]
    public void A_statement_that_was_taken_out_leaves_no_trace() => Prop.ForAll<int>(seed =>
    {
        var (made, random) = (OpinionCamps.Of(seed), new Random(seed));
        var takenOut = Enumerable.Range(0, 120).Where(_ => random.Next(2) == 0) // some who voted on nothing else among them
            .SelectMany(p => new OpinionVote[] { new(OpinionData.Key(p), 99, random.Next(3) - 1), new(OpinionData.Key(p), 0, 1) });
        return Whole(OpinionUpdate.Of(made.Table)) == Whole(OpinionUpdate.Of(OpinionVotes.Of(made.Votes.Concat(takenOut), made.Statements)));
    }).Check(Thirty);

    [Fact]
    public void People_below_the_threshold_move_nobody() => Prop.ForAll<int>(seed =>
    {
        var (made, random) = (OpinionCamps.Of(seed), new Random(seed));
        var passersBy = Enumerable.Range(1000, 50).SelectMany(p => made.Statements.OrderBy(_ => random.Next()).Take(6)
            .Select(s => new OpinionVote(OpinionData.Key(p), s, random.Next(3) - 1)));
        var (before, after) = (OpinionUpdate.Of(made.Table), OpinionUpdate.Of(OpinionVotes.Of(made.Votes.Concat(passersBy), made.Statements)));
        return Same(before.Membership, after.Membership) && JsonSerializer.Serialize(before.Result.Map) == JsonSerializer.Serialize(after.Result.Map);
    }).Check(Thirty);

    [Fact]
    public void A_statement_turned_into_its_opposite_leaves_everybody_where_they_are_and_swaps_its_counts() => Prop.ForAll<int>(seed =>
    {
        var made = OpinionCamps.Of(seed, stray: 0.05, density: 0.9);
        var turned = OpinionVotes.Of(made.Votes.Select(v => v.Statement % 3 == 0 ? v with { Value = -v.Value } : v), made.Statements);
        var (before, after) = (OpinionGroups.Of(made.Table), OpinionGroups.Of(turned));
        var sizes = before.Sizes.Order().SequenceEqual(after.Sizes.Order());
        var together = before.GroupOf.Zip(after.GroupOf).Distinct().Count() == before.GroupOf.Distinct().Count();
        var counts = OpinionStatistics.Of(before).Statements.Zip(OpinionStatistics.Of(after).Statements)
            .All(s => s.First.Statement % 3 != 0 ? s.First.Everyone == s.Second.Everyone
                : (s.First.Everyone.Agree, s.First.Everyone.Disagree) == (s.Second.Everyone.Disagree, s.Second.Everyone.Agree));
        return sizes && together && counts;
    }).Check(Thirty);

    [Fact]
    public void What_was_published_before_changes_letters_and_nothing_else() => Prop.ForAll<int>(seed =>
    {
        var (made, random) = (OpinionCamps.Of(seed), new Random(seed));
        var published = Enumerable.Range(0, 90).ToDictionary(OpinionData.Key, _ => (char)('A' + random.Next(5)));
        var (fresh, next) = (OpinionUpdate.Of(made.Table), OpinionUpdate.Of(made.Table, null, published));
        return fresh.Result.Separation == next.Result.Separation
            && fresh.Membership.Select(m => (m.Value, next.Membership[m.Key])).Distinct().Count() == fresh.Result.Groups.Count;
    }).Check(Thirty);

    private static string Public(OpinionUpdate update) => JsonSerializer.Serialize(update.Result); // doubles are written so that they read back exactly

    private static string Whole(OpinionUpdate update) => Public(update) + string.Join(',', update.Membership.OrderBy(m => m.Key));

    private static bool Same(IReadOnlyDictionary<Guid, char> a, IReadOnlyDictionary<Guid, char> b) => a.OrderBy(m => m.Key).SequenceEqual(b.OrderBy(m => m.Key));

    private static Guid NewKey(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new(bytes);
    }
}
