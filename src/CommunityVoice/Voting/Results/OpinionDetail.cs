using CommunityVoice.Analysis;
using CommunityVoice.Analysis.Opinion;

namespace CommunityVoice.Voting;

/// <summary>Which part of an opinion group is on the statement's side: between two tenths, and in words; nothing where it is not told.</summary>
public sealed record GroupShare(char Group, double? Middle, string Words);

/// <summary>A statement that stands out, on which side, and what each group made of it.</summary>
public sealed record StatementDetail(long Id, bool Agrees, IReadOnlyList<GroupShare> Groups);

/// <summary>An opinion group: its letter, how many people it has in words, and the statements that set it apart.</summary>
public sealed record GroupDetail(char Label, string People, IReadOnlyList<StatementDetail> Apart);

/// <summary>What came of an agree, disagree or pass ballot, for pages: nothing in it is about a single person.</summary>
/// <remarks>
/// Grouped: how many people are in a group, in words. NoGroups: why there are no groups. Weights: how much a mark on each statement would
/// teach: what is shown next is drawn by it.
/// </remarks>
public sealed record OpinionDetail(
    string Grouped, NoGroupsReason? NoGroups, IReadOnlyList<GroupDetail> Groups, IReadOnlyList<StatementDetail> CommonGround, IReadOnlyList<StatementDetail> Dividing,
    IReadOnlyList<StatementDetail> MostAgree, IReadOnlyList<StatementDetail> MostDisagree, OpinionMap? Map, IReadOnlyDictionary<long, double> Weights)
{
    /// <summary>Statements with fewer marks are named nowhere: chance would choose them.</summary>
    public const int FewestMarks = 10;

    private const int MostOfEach = 5;

    internal static OpinionDetail Of(OpinionResult result)
    {
        var counts = result.Statements.ToDictionary(s => s.Statement, s => s.Counts);
        StatementDetail Detail(long id, OpinionSide side) => new(id, side == OpinionSide.Agree, Shares(result, counts[id], side));
        bool IsEnough(long id) => counts[id].Everyone.Seen >= FewestMarks;

        return new(
            DisclosureProfile.SubNational.Show(result.Grouped).Words, result.NoGroups,
            [.. result.Groups.Select(g => new GroupDetail(g.Label, DisclosureProfile.SubNational.Show(g.Size).Words,
                [.. g.Representative.Where(s => IsEnough(s.Statement)).Select(s => Detail(s.Statement, s.Side))]))],
            [.. result.CommonGround.Where(s => IsEnough(s.Statement)).Take(MostOfEach).Select(s => Detail(s.Statement, s.Side))],
            [.. result.Dividing.Where(s => IsEnough(s.Statement)).Take(MostOfEach).Select(s => Detail(s.Statement, OpinionSide.Agree))],
            [.. result.MajorityAgree.Where(s => IsEnough(s.Statement)).Take(MostOfEach).Select(s => Detail(s.Statement, OpinionSide.Agree))],
            [.. result.MajorityDisagree.Where(s => IsEnough(s.Statement)).Take(MostOfEach).Select(s => Detail(s.Statement, OpinionSide.Disagree))],
            result.Map, result.Statements.ToDictionary(s => s.Statement, s => Math.Round(s.Priority, 4)));
    }

    // What everybody made of a statement is public exactly; what each group did is told in tenths, where that tells of nobody.
    private static IReadOnlyList<GroupShare> Shares(OpinionResult result, StatementCounts counts, OpinionSide side)
    {
        if (result.Groups.Count == 0) return [];
        var bands = GroupBands.Of(counts.ByGroup, counts.Everyone - counts.InGroups, side);
        return [.. result.Groups.Select((g, i) => new GroupShare(g.Label, bands[i]?.Middle, bands[i]?.Words ?? "not shown, to protect people"))];
    }
}
