using System.Globalization;
using System.Text.Json;
using CommunityVoice.Analysis.Opinion;

namespace CommunityVoice.Tests.Analysis;

/// <summary>The published conversations: every statistic with the published groups put in, and our own groups beside the published ones.</summary>
public sealed class OpinionReferenceTests
{
    private const double Close = 1e-9;

    public static TheoryData<string> Conversations => [.. OpinionData.Names];

    [SharedDataTheory, MemberData(nameof(Conversations))]
    public void Votes_counted_by_published_group_are_the_known_ones(string name)
    {
        var data = OpinionData.Read(name);
        var (statistics, numbers) = WithPublishedGroups(data, data.Everything);
        var byId = statistics.Statements.ToDictionary(s => s.Statement);

        var totals = data.Expected.GetProperty("totals");
        Assert.Equal(byId.Count, totals.EnumerateObject().Count());
        foreach (var known in totals.EnumerateObject()) Assert.Equal(Counts(known.Value), byId[Id(known)].Everyone);

        var groupVotes = data.Expected.GetProperty("group_votes");
        foreach (var group in numbers)
        {
            var known = groupVotes.GetProperty(group.ToString(CultureInfo.InvariantCulture)).EnumerateObject().ToDictionary(Id, p => Counts(p.Value));
            Assert.All(byId.Values, s => Assert.Equal(known.GetValueOrDefault(s.Statement), s.ByGroup[numbers.IndexOf(group)]));
        }
    }

    [SharedDataTheory, MemberData(nameof(Conversations))]
    public void Consensus_between_published_groups_is_the_known_one(string name)
    {
        var data = OpinionData.Read(name);
        var (statistics, _) = WithPublishedGroups(data, data.Everything);
        var known = data.Expected.GetProperty("group_informed_consensus").EnumerateObject().ToDictionary(Id, p => p.Value.GetDouble());

        Assert.Equal(known.Count, statistics.Statements.Count);
        Assert.All(statistics.Statements, s => Assert.Equal(known[s.Statement], s.ConsensusAgree, Close));

        var (standing, _) = WithPublishedGroups(data, data.Standing);
        Assert.Equal(
            data.Expected.GetProperty("top10_group_informed_consensus").EnumerateArray().Select(t => t.GetInt64()),
            standing.Statements.OrderByDescending(s => s.ConsensusAgree).Take(10).Select(s => s.Statement));
    }

    [SharedDataTheory, MemberData(nameof(Conversations))]
    public void What_the_majority_thinks_is_the_known_list_both_ways(string name)
    {
        var data = OpinionData.Read(name);
        var (statistics, _) = WithPublishedGroups(data, data.Standing);
        foreach (var (side, key) in new[] { (OpinionSide.Agree, "agree"), (OpinionSide.Disagree, "disagree") })
        {
            var known = data.Expected.GetProperty("majority_consensus").GetProperty(key).EnumerateArray().ToList();
            var ours = statistics.Majority(side);
            Assert.Equal(known.Select(Tid), ours.Select(m => m.Statement));
            foreach (var (k, o) in known.Zip(ours))
            {
                Assert.Equal((k.GetProperty("n_success").GetInt32(), k.GetProperty("n_trials").GetInt32()), (o.Count, o.Everyone.Seen));
                Assert.Equal(k.GetProperty("p_success").GetDouble(), o.Share, Close);
                Assert.Equal(k.GetProperty("p_test").GetDouble(), o.ShareTest, Close);
            }
        }
    }

    [SharedDataTheory, MemberData(nameof(Conversations))]
    public void What_sets_published_groups_apart_is_the_known_list(string name)
    {
        var data = OpinionData.Read(name);
        var (statistics, numbers) = WithPublishedGroups(data, data.Standing);
        foreach (var known in data.Expected.GetProperty("representative").EnumerateObject())
        {
            // The one thing not copied: a "best agreed" statement that is shown as disagreed with. It takes a place that ours gives to the next one.
            var odd = known.Value.EnumerateArray().Where(IsOdd).Select(Tid).ToHashSet();
            var due = known.Value.EnumerateArray().Where(k => !odd.Contains(Tid(k))).ToList();
            var group = numbers.IndexOf(int.Parse(known.Name, CultureInfo.InvariantCulture));
            var ours = statistics.Representative(group);

            Assert.Equal(OddIn(name, group), odd);
            var same = ours.Where(o => due.Exists(k => Tid(k) == o.Statement)).ToList();
            Assert.Equal(due.Select(Tid), same.Select(o => o.Statement));
            Assert.True(ours.Count - same.Count <= odd.Count, $"{name} group {known.Name}: {string.Join(' ', ours.Select(o => o.Statement))}");
            foreach (var (k, o) in due.Zip(same))
            {
                Assert.Equal(k.GetProperty("repful_for").GetString() == "agree" ? OpinionSide.Agree : OpinionSide.Disagree, o.Side);
                Assert.Equal((k.GetProperty("n_success").GetInt32(), k.GetProperty("n_trials").GetInt32()), (o.Count, o.InGroup.Seen));
                Assert.Equal(k.GetProperty("p_success").GetDouble(), o.Share, Close);
                Assert.Equal(k.GetProperty("p_test").GetDouble(), o.ShareTest, Close);
                Assert.Equal(k.GetProperty("repness").GetDouble(), o.Representativeness, Close);
                Assert.Equal(k.GetProperty("repness_test").GetDouble(), o.DifferenceTest, Close);
            }
        }
    }

    [SharedDataTheory]
    [InlineData("brexit-consensus")]
    [InlineData("canadian-electoral-reform")]
    [InlineData("scoop-hivemind.biodiversity")]
    public void Two_groups_of_our_own_are_the_published_ones(string name)
    {
        var data = OpinionData.Read(name);

        var index = data.AdjustedRandIndexOf(OpinionGroups.Of(data.Standing, new OpinionOptions { Groups = 2 }));

        Assert.True(index >= 0.80, $"The adjusted Rand index is {index}.");
    }

    [SharedDataTheory]
    [InlineData("canadian-electoral-reform", 2)]
    [InlineData("scoop-hivemind.biodiversity", 2)]
    [InlineData("american-assembly.bowling-green", 2)]
    [InlineData("brexit-consensus", 3)] // as data.md has it for the published mathematics from a cold start
    public void Left_to_itself_it_finds_the_known_number_of_groups(string name, int groups) =>
        Assert.Equal(groups, OpinionGroups.Of(OpinionData.Read(name).Standing).Sizes.Count);

    [SharedDataTheory, MemberData(nameof(Conversations))]
    public void Nobody_below_the_threshold_is_in_a_group(string name)
    {
        var votes = OpinionData.Read(name).Standing;
        var groups = OpinionGroups.Of(votes, new OpinionOptions { LeastInGroup = 1 });

        Assert.NotEmpty(groups.Sizes);
        for (var p = 0; p < votes.Participants.Count; p++) Assert.Equal(votes.CountOf(p) >= 7, groups.GroupOf[p] >= 0);
    }

    private static (OpinionStatistics Statistics, List<int> Numbers) WithPublishedGroups(OpinionData data, OpinionVotes votes)
    {
        List<int> numbers = [.. data.PublishedGroupOf.Values.Distinct().Order()];
        int[] groupOf = [.. votes.Participants.Select(p => data.PublishedGroupOf.TryGetValue(p, out var group) ? numbers.IndexOf(group) : -1)];
        return (OpinionStatistics.Of(votes, groupOf, numbers.Count), numbers);
    }

    private static HashSet<long> OddIn(string name, int group) => (name, group) switch
    {
        ("american-assembly.bowling-green", 1) => [200],
        ("brexit-consensus", 1) => [14],
        ("scoop-hivemind.freshwater", 0) => [27],
        ("scoop-hivemind.ubi", 1) => [0],
        _ => [],
    };

    private static bool IsOdd(JsonElement known) => known.TryGetProperty("best_agree", out var best) && best.GetBoolean()
        && known.GetProperty("repful_for").GetString() == "disagree";

    private static long Id(JsonProperty known) => long.Parse(known.Name, CultureInfo.InvariantCulture);

    private static long Tid(JsonElement known) => known.GetProperty("tid").GetInt64();

    private static MarkCounts Counts(JsonElement known)
    {
        var counts = new MarkCounts(known.GetProperty("A").GetInt32(), known.GetProperty("D").GetInt32(), known.GetProperty("P").GetInt32());
        Assert.Equal(known.GetProperty("S").GetInt32(), counts.Seen);
        return counts;
    }
}
