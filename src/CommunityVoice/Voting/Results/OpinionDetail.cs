using CommunityVoice.Analysis;
using CommunityVoice.Analysis.Opinion;

namespace CommunityVoice.Voting;

/// <summary>What one opinion group, or everybody in none, made of a statement: protected shares in words and as numbers.</summary>
public sealed record GroupShare(string Group, string People, double? Agree, string AgreeWords, double? Disagree, string DisagreeWords);

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
        StatementDetail Detail(long id, OpinionSide side) => new(id, side == OpinionSide.Agree, Shares(result, counts[id]));
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

    // Each statement's counts by group go through disclosure control; what everybody made of it is public exactly.
    private static IReadOnlyList<GroupShare> Shares(OpinionResult result, Analysis.Opinion.StatementCounts counts)
    {
        if (result.Groups.Count == 0) return [];
        var rest = counts.Everyone - counts.InGroups;
        var rows = counts.ByGroup.Append(rest).Select(c => new[] { c.Agree, c.Disagree, c.Pass }).ToArray();
        var labels = result.Groups.Select(g => $"Group {g.Label}").Append("Not in a group").ToList();
        var table = Disclosure.Protect(new CountTable(labels, ["Agree", "Disagree", "Pass"], rows) { Known = KnownTotals.Columns | KnownTotals.Grand });
        return [.. labels.Select((label, i) => Row(label, table.Row(i)))];
    }

    private static GroupShare Row(string label, Breakdown marks) => new(
        label, marks.Total.Words, marks.Rows[0].Share, Words(marks.Rows[0]), marks.Rows[1].Share, Words(marks.Rows[1]));

    private static string Words(BreakdownRow row) => row.ShareWords.Length > 0 ? row.ShareWords : row.Count.Words;
}
