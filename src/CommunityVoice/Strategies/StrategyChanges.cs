using System.Globalization;
using CommunityVoice.Determinants;
using CommunityVoice.Skills;

namespace CommunityVoice.Strategies;

/// <summary>Something that says other words in the later version.</summary>
public sealed record Reworded(string What, string Before, string After);

/// <summary>An action or a line in both versions, with what became different.</summary>
public sealed record ChangedPart(int Number, string Title, IReadOnlyList<Reworded> Words);

/// <summary>What a later version of a strategy changes (rule R-I36). Actions and lines are told apart by their numbers, which they keep.</summary>
public sealed record StrategyChanges(
    StrategyVersion From, StrategyVersion To, IReadOnlyList<Reworded> Words,
    IReadOnlyList<StrategyAction> AddedActions, IReadOnlyList<StrategyAction> RemovedActions, IReadOnlyList<ChangedPart> ChangedActions,
    IReadOnlyList<BudgetLine> AddedLines, IReadOnlyList<BudgetLine> RemovedLines, IReadOnlyList<ChangedPart> ChangedLines)
{
    public bool IsNothing => Words.Count + AddedActions.Count + RemovedActions.Count + ChangedActions.Count + AddedLines.Count + RemovedLines.Count + ChangedLines.Count == 0;

    public long MorePence => To.Lines.Sum(l => l.Pence) - From.Lines.Sum(l => l.Pence);

    public static StrategyChanges Between(StrategyVersion from, StrategyVersion to, MoneyLists lists, SkillList skills, DeterminantList determinants) => new(
        from, to,
        Differing(Says(from), Says(to)),
        [.. to.ActionsInOrder.Where(a => !from.Actions.Exists(b => b.Number == a.Number))],
        [.. from.ActionsInOrder.Where(a => !to.Actions.Exists(b => b.Number == a.Number))],
        [.. to.ActionsInOrder.Select(a => (Now: a, Then: from.Actions.Find(b => b.Number == a.Number))).Where(p => p.Then is not null)
            .Select(p => new ChangedPart(p.Now.Number, p.Now.Title, Differing(Says(p.Then!, lists, skills, determinants), Says(p.Now, lists, skills, determinants)))).Where(c => c.Words.Count > 0)],
        [.. to.LinesInOrder.Where(l => !from.Lines.Exists(b => b.Number == l.Number))],
        [.. from.LinesInOrder.Where(l => !to.Lines.Exists(b => b.Number == l.Number))],
        [.. to.LinesInOrder.Select(l => (Now: l, Then: from.Lines.Find(b => b.Number == l.Number))).Where(p => p.Then is not null)
            .Select(p => new ChangedPart(p.Now.Number, p.Now.Title, Differing(Says(p.Then!, lists), Says(p.Now, lists)))).Where(c => c.Words.Count > 0)]);

    private static IReadOnlyList<Reworded> Differing(IReadOnlyList<(string What, string Words)> before, IReadOnlyList<(string What, string Words)> after) =>
        [.. before.Zip(after).Where(p => p.First.Words != p.Second.Words).Select(p => new Reworded(p.First.What, p.First.Words, p.Second.Words))];

    private static IReadOnlyList<(string What, string Words)> Says(StrategyVersion version) =>
    [
        ("Title", version.Title),
        ("What it wants to change", version.About),
        ("Focus", version.FocusYear is { } year ? $"{FinancialYear.Words(year)}: {version.Focus}" : ""),
        ("Other plans", version.OtherPlans),
        ("Plans it is tied to", string.Join("; ", version.PlansInOrder.Select(p => $"{p.Title} ({p.Kind}, {p.By}) {p.Address} {p.NextStep} {Day(p.NextOn)}".Trim()))),
        ("How voice bodies were involved", version.BodiesInvolved),
        ("How people were involved", version.PeopleInvolved),
        .. version.Measured.Select(i => ($"Measure of “{i.Title}”", version.MeasureOf(i) is { } m ? $"{m.Measure}. Now: {m.Baseline}. Aim: {m.Target}, by {Day(m.DueOn)}. Answers for it: {m.Owner?.Name}" : "")),
    ];

    private static IReadOnlyList<(string What, string Words)> Says(StrategyAction action, MoneyLists lists, SkillList skills, DeterminantList determinants) =>
    [
        ("Title", action.Title),
        ("What will be done", action.WhatWillBeDone),
        ("About", action.Class.Word()),
        ("Decided at", action.Level.Word()),
        ("Could it be decided lower", action.CouldBeLower),
        ("Owner", action.OwnerWords() ?? ""),
        ("Asked for nationally", action.NationalAsk),
        ("Shift", action.Shift.Length == 0 ? "" : lists.Shift(action.Shift)),
        ("What it is about outside health care", determinants.Names(action.Determinants)),
        ("Aligned with", action.Horizon is { } horizon ? $"{action.Alignment} ({horizon.Word()})" : ""),
        ("By when", Day(action.DueOn)),
        ("Measure", action.Measure),
        ("Now", action.Baseline),
        ("Aim", action.Target),
        ("Priorities", string.Join("; ", action.Serves.Select(i => i.Title))),
        ("Findings", string.Join("; ", action.RestsOn.Select(f => f.Heading))),
        ("Skills needed", $"{skills.Words(action.Skills.Select(s => s.Code))}{(action.PeopleNeeded is { } people ? $"; about {people} people" : "")}"),
        ("Brings what was missing", string.Join("; ", action.Brings.Select(b => b.Element.Name).Order(StringComparer.Ordinal))),
        ("Why without a finding", action.NoFindingReason),
        ("Why without money", action.UnfundedReason),
    ];

    private static IReadOnlyList<(string What, string Words)> Says(BudgetLine line, MoneyLists lists) =>
    [
        ("What for", line.Title),
        ("Amount", Money.Words(line.Pence)),
        ("Period", $"{Day(line.StartsOn)} to {Day(line.EndsOn)}"),
        ("Source", line.SourceName),
        ("Once or each year", line.IsRecurring ? "recurring" : "one-off"),
        ("From", lists.Setting(line.FromSetting)),
        ("To", lists.Setting(line.ToSetting)),
        ("Recipient", $"{line.RecipientName} ({lists.Recipient(line.RecipientKind)})"),
        ("Decided at", line.Level.Word()),
        ("Terms", line.TermsWords()),
        ("Reports", line.Reporting.Word()),
        ("Risk accepted", line.RiskAccepted),
        ("Action", line.Action is { } action ? $"{action.Number}" : "none"),
        ("Shift", lists.Shift(line.Shift)),
        ("Priorities", string.Join("; ", line.Serves.Select(i => i.Title))),
    ];

    private static string Day(DateOnly? day) => day?.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB")) ?? "";
}
