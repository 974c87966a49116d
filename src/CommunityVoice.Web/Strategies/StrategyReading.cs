using CommunityVoice.Chains;
using CommunityVoice.Determinants;
using CommunityVoice.Frameworks;
using CommunityVoice.Skills;
using CommunityVoice.Strategies;

namespace CommunityVoice.Web.Strategies;

/// <summary>Another version of a strategy, to lead to.</summary>
public sealed record StrategyVersionLink(int Number, DateTimeOffset PublishedAt, string? Why);

/// <summary>A version as it is read, in public or in preview.</summary>
public sealed record StrategyReading(
    StrategyVersion Version, IReadOnlyList<StrategyVersionLink> Versions, IReadOnlyDictionary<long, FindingLink> Findings, IReadOnlyDictionary<int, CapacityRisk> Risks,
    IReadOnlyList<VoiceBodyRow> VoiceBodies, MoneyLists Lists, DeterminantList Determinants, SkillList Skills)
{
    public bool IsPreview { get; init; }

    /// <summary>New assessments of needs, and what was decided after them.</summary>
    public IReadOnlyList<NeedsReading> Needs { get; init; } = [];

    /// <summary>What else is tied to the newest version.</summary>
    public IReadOnlyList<RelatedThing> Related { get; init; } = [];

    /// <summary>Only actions of this class are shown; all, where it is none.</summary>
    public ActionClass? Class { get; init; }

    public Strategy Strategy => Version.Strategy;

    public StrategyVersionLink? Newest => Versions.MaxBy(v => v.Number);

    public bool IsNewest => IsPreview || Newest?.Number == Version.Number;

    /// <summary>Where this version is read.</summary>
    public string Path => IsNewest ? $"/strategies/{Strategy.Slug}" : $"/strategies/{Strategy.Slug}/v{Version.Number}";

    /// <summary>The money by shift.</summary>
    public IReadOnlyList<ShiftRow> Shifts => ShiftRow.Of(Version, Lists);

    public long Pence => Version.Lines.Sum(l => l.Pence);

    public int Unfunded => Version.Actions.Count(a => Version.LinesOf(a).Count == 0);

    public int Done => Version.Actions.Count(a => Strategy.StateOf(a.Number) == ActionState.Done);

    public int AtRisk => Risks.Values.Count(r => r.IsAtRisk);

    /// <summary>Each class that an action is of, and how many are.</summary>
    public IReadOnlyList<(ActionClass Class, int Count)> Classes => [.. Version.Actions.GroupBy(a => a.Class).OrderBy(g => g.Key).Select(g => (g.Key, g.Count()))];

    /// <summary>The items with their actions; an action that serves several stands under the first and is named under the others.</summary>
    public IEnumerable<(FrameworkItem Item, IReadOnlyList<StrategyAction> Actions, IReadOnlyList<StrategyAction> Also)> Groups =>
        Strategy.Framework.Items.OrderBy(i => i.Order).ThenBy(i => i.Id).Select(i => (
            i,
            (IReadOnlyList<StrategyAction>)[.. Shown.Where(a => a.Serves is [var first, ..] && first == i)],
            (IReadOnlyList<StrategyAction>)[.. Shown.Where(a => a.Serves.Skip(1).Contains(i))]))
        .Where(g => g.Item2.Count + g.Item3.Count > 0);

    /// <summary>Actions that serve no item yet: only in drafts.</summary>
    public IReadOnlyList<StrategyAction> WithoutItem => [.. Shown.Where(a => a.Items.Count == 0)];

    /// <summary>What impacts and goals mean here.</summary>
    public IReadOnlyList<LocalMeasure> Measures => [.. Version.Measured.Select(Version.MeasureOf).OfType<LocalMeasure>()];

    public IEnumerable<FindingLink> FindingsOf(StrategyAction action) => action.RestsOn.Select(f => Findings.GetValueOrDefault(f.Id)).OfType<FindingLink>();

    /// <summary>Where the money of this version is shown line by line.</summary>
    public string LineLink(BudgetLine line) => IsNewest && !IsPreview ? $"/strategies/{Strategy.Slug}/money#line-{line.Number}" : "";

    private IEnumerable<StrategyAction> Shown => Version.ActionsInOrder.Where(a => Class is null || a.Class == Class);
}
