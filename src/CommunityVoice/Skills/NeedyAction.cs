using CommunityVoice.Data;
using CommunityVoice.Strategies;

namespace CommunityVoice.Skills;

/// <summary>An action of a newest published strategy that needs skills and goes on, with whoever answers for it.</summary>
public sealed record NeedyAction(long StrategyId, string Slug, string Strategy, long AreaId, string Area, int Number, string Title, string WhatWillBeDone, IReadOnlyList<string> Skills, int? People, long? OwnerId, long BoardId)
{
    public string Path => $"/strategies/{Slug}#action-{Number}";

    /// <summary>What it needs of what is offered.</summary>
    public IReadOnlyList<string> Shared(IEnumerable<string> offered) => [.. Skills.Intersect(offered, StringComparer.Ordinal)];

    /// <summary>Those that are neither done nor stopped.</summary>
    internal static IQueryable<NeedyAction> In(CommunityVoiceDb db) => db.StrategyVersions.Newest().SelectMany(v => v.Actions)
        .Where(a => a.Skills.Any() && !db.ActionReports.Any(r => r.StrategyId == a.Version.StrategyId && r.Action == a.Number && r.State != ActionState.Begun
            && !db.ActionReports.Any(later => later.StrategyId == r.StrategyId && later.Action == r.Action && later.Id > r.Id)))
        .OrderBy(a => a.VersionId).ThenBy(a => a.Number)
        .Select(a => new NeedyAction(a.Version.StrategyId, a.Version.Strategy.Slug, a.Version.Title, a.Version.Strategy.AreaId, a.Version.Strategy.Area.Name, a.Number, a.Title, a.WhatWillBeDone,
            a.Skills.Select(s => s.Code).ToList(), a.PeopleNeeded, a.OwnerId, a.Version.Strategy.ById));

    internal static IQueryable<NeedyAction> In(CommunityVoiceDb db, string slug, int number) =>
        db.StrategyVersions.Newest().Where(v => v.Strategy.Slug == slug).SelectMany(v => v.Actions).Where(a => a.Number == number && a.Skills.Any())
            .Select(a => new NeedyAction(a.Version.StrategyId, a.Version.Strategy.Slug, a.Version.Title, a.Version.Strategy.AreaId, a.Version.Strategy.Area.Name, a.Number, a.Title, a.WhatWillBeDone,
                a.Skills.Select(s => s.Code).ToList(), a.PeopleNeeded, a.OwnerId, a.Version.Strategy.ById));
}
