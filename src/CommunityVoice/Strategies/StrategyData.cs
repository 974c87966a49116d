using System.Text.Json.Serialization;
using CommunityVoice.OpenData;
using CommunityVoice.Summaries;

namespace CommunityVoice.Strategies;

/// <summary>The newest version of a published strategy as open data, with its money in pence.</summary>
public sealed record StrategyData(
    [property: JsonIgnore] long Key, string Slug, string Title, int Version, DateTimeOffset PublishedAt, string Area, string AreaSlug, string By, string BySlug, int Actions, int Lines, long Pence,
    string Path) : IKeyed
{
    /// <summary>Of a published version loaded whole.</summary>
    public static StrategyData Of(StrategyVersion v) => new(
        v.Id, v.Strategy.Slug, v.Title, v.Number, v.PublishedAt!.Value, v.Strategy.Area.Name, v.Strategy.Area.Slug, v.Strategy.By.Name, v.Strategy.By.Slug,
        v.Actions.Count, v.Lines.Count, v.Lines.Sum(l => l.Pence), $"/strategies/{v.Strategy.Slug}");
}

/// <summary>An item of the framework that something serves.</summary>
public sealed record ItemName(string Code, string Title);

/// <summary>A finding that an action rests on.</summary>
public sealed record FindingName(string Heading, string Summary, string Path);

/// <summary>One thing a strategy will do, with its money in pence and the finding it rests on, or why there is none.</summary>
public sealed record ActionData(
    int Number, string Title, string WhatWillBeDone, string Class, string Level, string CouldBeLower, string? Owner, DateOnly? DueOn, string Measure, string Baseline, string Target,
    IReadOnlyList<ItemName> Serves, IReadOnlyList<FindingName> RestsOn, string NoFindingReason, string UnfundedReason, long Pence);

/// <summary>Money for a period, in pence. EndsOn: the last day. Serves: the items it is for, its own or those of its action.</summary>
public sealed record LineData(
    int Number, string Title, long Pence, DateOnly StartsOn, DateOnly EndsOn, string Source, bool IsRecurring, string FromSetting, string ToSetting, string RecipientKind, string Recipient,
    bool IsRestricted, int? Action, IReadOnlyList<ItemName> Serves);

/// <summary>A strategy with all that its page says. Texts are Markdown. Needs: assessments recorded since, and whether it is revised for them. Money: the same lines as a file, in the columns of the Fiscal Data Package.</summary>
public sealed record StrategyWhole(
    StrategyData Strategy, string Framework, string Text, string OtherPlans, string? Why, IReadOnlyList<ActionData> Actions, IReadOnlyList<LineData> Lines, string Money, IReadOnlyList<NeedsReading> Needs, IReadOnlyList<VersionData> Versions)
{
    /// <summary>Of a version loaded whole.</summary>
    public static StrategyWhole Of(StrategyVersion v, IReadOnlyDictionary<long, FindingLink> findings, IReadOnlyList<NeedsReading> needs, IReadOnlyList<VersionData> versions) => new(
        StrategyData.Of(v), v.Strategy.Framework.Name, v.About, v.OtherPlans, v.Why,
        [.. v.ActionsInOrder.Select(a => new ActionData(
            a.Number, a.Title, a.WhatWillBeDone, DataCode.Of(a.Class), DataCode.Of(a.Level), a.CouldBeLower, a.Owner?.Name, a.DueOn, a.Measure, a.Baseline, a.Target, Names(a.Serves),
            [.. a.RestsOn.Select(f => findings.GetValueOrDefault(f.Id)).OfType<FindingLink>().Select(f => new FindingName(f.Heading, f.Summary, f.Href))],
            a.NoFindingReason, a.UnfundedReason, v.LinesOf(a).Sum(l => l.Pence)))],
        [.. v.LinesInOrder.Select(l => new LineData(
            l.Number, l.Title, l.Pence, l.StartsOn, l.EndsOn, l.Source, l.IsRecurring, l.FromSetting, l.ToSetting, l.RecipientKind, l.Recipient, l.IsRestricted, l.Action?.Number, Names(l.Serves)))],
        $"/strategies/{v.Strategy.Slug}/money.csv", needs, versions);

    private static IReadOnlyList<ItemName> Names(IEnumerable<Frameworks.FrameworkItem> items) => [.. items.Select(i => new ItemName(i.Code, i.Title))];
}
