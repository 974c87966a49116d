using CommunityVoice.Analysis;
using CommunityVoice.Analysis.Opinion;
using FsCheck;
using FsCheck.Fluent;

namespace CommunityVoice.Tests.Analysis;

/// <summary>What is told of opinion groups: tenths, where they tell of nobody.</summary>
public sealed class GroupBandsTests
{
    private static readonly MarkCounts Nobody = new(0, 0, 0);

    [Fact]
    public void A_group_is_told_of_in_tenths()
    {
        var bands = GroupBands.Of([new(66, 4, 0), new(12, 45, 3)], new(3, 2, 1), OpinionSide.Agree);

        Assert.Equal(["over 90%", "20% to 30%"], bands.Select(b => b!.Words));
        Assert.Equal("under 10%", GroupBands.Of([new(66, 4, 0), new(12, 45, 3)], new(3, 2, 1), OpinionSide.Disagree)[0]!.Words);
        Assert.Equal(0.95, bands[0]!.Middle, 9);
    }

    [Fact]
    public void Everybody_and_nobody_read_like_nearly_all_and_hardly_any()
    {
        Assert.Equal("over 90%", GroupBands.Of([new(50, 0, 0), new(20, 20, 0)], new(2, 2, 2), OpinionSide.Agree)[0]!.Words);
        Assert.Equal("under 10%", GroupBands.Of([new(0, 50, 0), new(20, 20, 0)], new(2, 2, 2), OpinionSide.Agree)[0]!.Words);
    }

    [Fact]
    public void A_group_of_which_few_marked_the_statement_is_not_told_of() =>
        Assert.Null(GroupBands.Of([new(20, 9, 0), new(40, 20, 0)], Nobody, OpinionSide.Agree)[0]);

    [Fact]
    public void Nothing_is_told_where_the_exact_total_would_give_a_group_away()
    {
        // All sixty agree, which everybody may know: with two bands beside it, each group's count would be certain.
        var bands = GroupBands.Of([new(30, 0, 0), new(30, 0, 0)], Nobody, OpinionSide.Agree);

        Assert.All(bands, Assert.Null);
    }

    [Fact]
    public void Whoever_takes_the_bands_from_the_total_is_left_with_three_counts_or_all_that_the_total_leaves() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(
        Gen.Choose(2, 3).SelectMany(n => Gen.Choose(0, 45).SelectMany(agree => Gen.Choose(0, 45).Select(other => new MarkCounts(agree, other, 0))).ArrayOf(n)).Zip(Gen.Choose(0, 6)).ToArbitrary(),
        both =>
        {
            var (groups, restSeen) = both;
            var rest = new MarkCounts(restSeen / 2, restSeen - restSeen / 2, 0);
            var bands = GroupBands.Of(groups, rest, OpinionSide.Agree);
            var total = groups.Sum(g => g.Agree) + rest.Agree;
            return bands.Index().All(b => b.Item is null || Possible(groups, bands, restSeen, total, b.Index).Count >= Math.Min(3, Math.Min(total, groups[b.Index].Seen) + 1));
        }));

    // Every count of one group that some way of filling all groups and the rest allows: by trying them all.
    private static HashSet<int> Possible(MarkCounts[] groups, IReadOnlyList<ShareBand?> bands, int restSeen, int total, int of)
    {
        var found = new HashSet<int>();
        void Fill(int at, int sum, int mine)
        {
            if (at == groups.Length)
            {
                if (total - sum >= 0 && total - sum <= restSeen) found.Add(mine);
                return;
            }
            for (var agree = 0; agree <= groups[at].Seen; agree++)
            {
                if (bands[at] is { } band && Math.Abs(Math.Min(9, agree * 10 / groups[at].Seen) / 10.0 - band.Low) > 1e-9) continue;
                Fill(at + 1, sum + agree, at == of ? agree : mine);
            }
        }
        Fill(0, 0, 0);
        return found;
    }
}
