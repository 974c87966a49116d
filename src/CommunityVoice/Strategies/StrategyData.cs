using System.Text.Json.Serialization;
using CommunityVoice.Determinants;
using CommunityVoice.OpenData;
using CommunityVoice.Summaries;

namespace CommunityVoice.Strategies;

/// <summary>The newest version of a published strategy as open data, with its money in pence. CoAuthors: the slugs of the bodies that write it too.</summary>
public sealed record StrategyData(
    [property: JsonIgnore] long Key, string Slug, string Title, int Version, DateTimeOffset PublishedAt, string Area, string AreaSlug, string By, string BySlug, IReadOnlyList<string> CoAuthors, int Actions, int Lines, long Pence,
    string Path, string Focus, string? FocusPeriod) : IKeyed
{
    /// <summary>Of a published version loaded whole.</summary>
    public static StrategyData Of(StrategyVersion v) => new(
        v.Id, v.Strategy.Slug, v.Title, v.Number, v.PublishedAt!.Value, v.Strategy.Area.Name, v.Strategy.Area.Slug, v.Strategy.By.Name, v.Strategy.By.Slug, [.. v.Strategy.CoAuthorsOf(v).Select(a => a.Body.Slug)],
        v.Actions.Count, v.Lines.Count, v.Lines.Sum(l => l.Pence), $"/strategies/{v.Strategy.Slug}",
        v.Focus, v.FocusYear is { } year ? FinancialYear.Words(year) : null);
}

/// <summary>What a place asks of those who decide for the country, by an action of its strategy.</summary>
public sealed record NationalAsk(
    [property: JsonIgnore] long Key, string Ask, int Action, string Title, string Strategy, string StrategySlug, string Area, string AreaSlug, string By, string BySlug, DateOnly? DueOn, string Path) : IKeyed;

/// <summary>How an action stood on a day, newest first: begun, done or stopped.</summary>
public sealed record ReportData(string State, DateOnly On, string Before, string Now, string Evidence, string Reason, DateTimeOffset At);

/// <summary>What an impact or goal means in this place.</summary>
public sealed record MeasureData(string Code, string Title, string Measure, string Baseline, string Target, DateOnly? DueOn, string? Owner);

/// <summary>Another plan it is tied to, and which step comes next.</summary>
public sealed record PlanData(string Title, string Kind, string By, string Address, string NextStep, DateOnly? NextOn);

/// <summary>An item of the framework that something serves.</summary>
public sealed record ItemName(string Code, string Title);

/// <summary>A finding that an action rests on.</summary>
public sealed record FindingName(string Heading, string Summary, string Path, string? Review);

/// <summary>One thing a strategy will do, with its money in pence and the finding it rests on, or why there is none. Determinants: the codes that it is marked with. Skills: codes of what is needed from people here; who offers them is never told. Brings: names of what was missing.</summary>
public sealed record ActionData(
    int Number, string Title, string WhatWillBeDone, string Class, string Level, string CouldBeLower, string OwnerKind, string? Owner, string NationalAsk, DateOnly? DueOn, string Measure, string Baseline, string Target,
    IReadOnlyList<ItemName> Serves, IReadOnlyList<FindingName> RestsOn, string NoFindingReason, string UnfundedReason, long Pence, string? State, IReadOnlyList<ReportData> Reports, string Shift, string Alignment, string? Horizon,
    IReadOnlyList<string> Skills, int? PeopleNeeded, IReadOnlyList<string> Brings, IReadOnlyList<string> Determinants);

/// <summary>Money for a period, in pence. EndsOn: the last day. UnrestrictedPercent: what whoever gets it may use as they see fit. Serves: the items it is for, its own or those of its action; Shift likewise, empty where it is part of none. SourceSlug and RecipientSlug: the slugs of who pays and who gets it, where they are bodies here.</summary>
public sealed record LineData(
    int Number, string Title, long Pence, DateOnly StartsOn, DateOnly EndsOn, string Source, bool IsRecurring, string FromSetting, string ToSetting, string RecipientKind, string Recipient,
    string Level, int UnrestrictedPercent, string Reporting, string RiskAccepted, int? Action, IReadOnlyList<ItemName> Serves, string Shift)
{
    public string? SourceSlug { get; init; }
    public string? RecipientSlug { get; init; }
}

/// <summary>A strategy with all that its page says. Texts are Markdown. Needs: assessments recorded since, and whether it is revised for them. Money: the same lines as a file, in the columns of the Fiscal Data Package; none of an earlier version.</summary>
public sealed record StrategyWhole(
    StrategyData Strategy, string Framework, string Text, string OtherPlans, IReadOnlyList<PlanData> Plans, string BodiesInvolved, string PeopleInvolved, string? Why, IReadOnlyList<ActionData> Actions, IReadOnlyList<LineData> Lines, IReadOnlyList<MeasureData> Measures, string? Money, IReadOnlyList<NeedsReading> Needs, IReadOnlyList<VersionData> Versions)
{
    /// <summary>Whether the money follows the voice; told of the newest version alone.</summary>
    public StrategyVoice? Voice { get; init; }

    /// <summary>Of a version loaded whole.</summary>
    public static StrategyWhole Of(StrategyVersion v, IReadOnlyDictionary<long, FindingLink> findings, IReadOnlyList<NeedsReading> needs, IReadOnlyList<VersionData> versions) => new(
        StrategyData.Of(v) with { Path = VersionData.PathOf($"/strategies/{v.Strategy.Slug}", v.Number, versions) }, v.Strategy.Framework.Name, v.About, v.OtherPlans,
        [.. v.PlansInOrder.Select(p => new PlanData(p.Title, p.Kind, p.By, p.Address, p.NextStep, p.NextOn))], v.BodiesInvolved, v.PeopleInvolved, v.Why,
        [.. v.ActionsInOrder.Select(a => new ActionData(
            a.Number, a.Title, a.WhatWillBeDone, DataCode.Of(a.Class), DataCode.Of(a.Level), a.CouldBeLower, DataCode.Of(a.OwnerKind), a.Owner?.Name, a.NationalAsk, a.DueOn, a.Measure, a.Baseline, a.Target, Names(a.Serves),
            [.. a.RestsOn.Select(f => findings.GetValueOrDefault(f.Id)).OfType<FindingLink>().Select(f => new FindingName(f.Heading, f.Summary, f.Href, f.Review))],
            a.NoFindingReason, a.UnfundedReason, v.LinesOf(a).Sum(l => l.Pence), v.Strategy.StateOf(a.Number) is { } state ? DataCode.Of(state) : null,
            [.. v.Strategy.ReportsOn(a.Number).Select(r => new ReportData(DataCode.Of(r.State), r.On, r.Before, r.Now, r.Evidence, r.Reason, r.At))], a.Shift, a.Alignment, a.Horizon is { } horizon ? DataCode.Of(horizon) : null,
            [.. a.Skills.Select(s => s.Code).Order(StringComparer.Ordinal)], a.PeopleNeeded, [.. a.Brings.Select(b => b.Element.Name).Order(StringComparer.Ordinal)], DeterminantList.Codes(a.Determinants)))],
        [.. v.LinesInOrder.Select(LineOf)],
        [.. v.Measured.Select(v.MeasureOf).OfType<LocalMeasure>().Select(m => new MeasureData(m.Item.Code, m.Item.Title, m.Measure, m.Baseline, m.Target, m.DueOn, m.Owner?.Name))],
        VersionData.IsNewest(v.Number, versions) ? $"/strategies/{v.Strategy.Slug}/money.csv" : null, needs, versions);

    private static LineData LineOf(BudgetLine l) => new(
        l.Number, l.Title, l.Pence, l.StartsOn, l.EndsOn, l.SourceName, l.IsRecurring, l.FromSetting, l.ToSetting, l.RecipientKind, l.RecipientName, DataCode.Of(l.Level), l.Unrestricted, DataCode.Of(l.Reporting), l.RiskAccepted,
        l.Action?.Number, Names(l.Serves), l.Shift)
    {
        SourceSlug = l.Payer?.Slug,
        RecipientSlug = l.Payee?.Slug,
    };

    private static IReadOnlyList<ItemName> Names(IEnumerable<Frameworks.FrameworkItem> items) => [.. items.Select(i => new ItemName(i.Code, i.Title))];
}
