using CommunityVoice.Activity;
using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Frameworks;
using CommunityVoice.Search;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Strategies;

/// <summary>Starts, finds, publishes and revises strategies. Only people who act for a strategy board that may plan in the area write them.</summary>
public sealed class StrategyDrafts(CommunityVoiceDb db, Permissions permissions, AreaTree tree, SearchIndex search, Successions successions, TimeProvider clock)
{
    /// <summary>The strategy boards this person may plan for, each with the areas of its own remits.</summary>
    public async Task<IReadOnlyList<(Body Board, Area Area)>> BoardsAsync(Guid personId, CancellationToken ct)
    {
        var today = UkTime.Today(clock);
        var lent = db.Memberships.Where(m => m.PersonId == personId && m.EndedAt == null && m.Capabilities.HasFlag(Capability.Plan)).Select(m => m.BodyId);
        var remits = await db.Remits.Include(r => r.Body).Include(r => r.Area)
            .Where(r => r.Body.Kind == BodyKind.StrategyBoard && lent.Contains(r.BodyId) && r.Capabilities.HasFlag(Capability.Plan) && r.StartsOn <= today && (r.EndsOn == null || today < r.EndsOn))
            .OrderBy(r => r.Body.Name).ThenBy(r => r.Id).ToListAsync(ct);
        return [.. remits.Select(r => (r.Body, r.Area))];
    }

    /// <summary>Whether this person writes a strategy now: for its board, or for a body that writes it too.</summary>
    public async Task<bool> MayWriteAsync(Guid personId, Strategy strategy, CancellationToken ct)
    {
        if (await MayPublishAsync(personId, strategy, ct)) return true;
        if (!await permissions.AllowAsync(personId, Capability.Plan, strategy.AreaId, ct)) return false;
        var mine = await permissions.DutiesAsync(personId, Capability.Plan, ct);
        return await db.StrategyAuthors.AnyAsync(a => a.StrategyId == strategy.Id && a.SignedAt != null && a.LeftAt == null && mine.Contains(a.BodyId), ct);
    }

    /// <summary>Whether this person writes the strategies of a board in an area now: only its board publishes one and asks others to write it too.</summary>
    public async Task<bool> MayPublishAsync(Guid personId, Strategy strategy, CancellationToken ct)
    {
        if (!await permissions.AllowAsync(personId, Capability.Plan, strategy.AreaId, ct)) return false;
        var around = await tree.AroundAsync(strategy.AreaId, UkTime.Today(clock), ct);
        var holder = await successions.HolderOfAsync(strategy.ById, ct); // whoever does the work of the board that began it
        return (await BoardsAsync(personId, ct)).Any(b => b.Board.Id == holder && around.Contains(b.Area.Id));
    }

    /// <summary>Begins a strategy at an address made from its title.</summary>
    public async Task<StrategyVersion> StartAsync(Body board, Area area, Framework framework, string title, Guid byId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var strategy = new Strategy(area, board, framework, await FreeSlugAsync(title, ct));
        var version = strategy.Start(title.Trim(), byId, now);
        db.Strategies.Add(strategy);
        await db.TransactAsync(async () =>
        {
            await db.SaveChangesAsync(ct);
            Record(version, "started", null, byId);
            await db.SaveChangesAsync(ct);
        }, ct);
        return version;
    }

    /// <summary>A version with everything it holds, tracked for changing.</summary>
    public Task<StrategyVersion?> FindAsync(long versionId, CancellationToken ct) =>
        db.StrategyVersions.Whole().SingleOrDefaultAsync(v => v.Id == versionId, ct);

    /// <summary>Publishes a version that lacks nothing: it can be searched for, the findings it rests on lead to it, and the record says who did it.</summary>
    public async Task PublishAsync(StrategyVersion version, Guid byId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        version.Publish(byId, now);
        await db.TransactAsync(async () =>
        {
            Record(version, "published", version.Why is { } why ? $"Version {version.Number}: {why}" : $"Version {version.Number}", byId);
            db.Touch(version.Actions.SelectMany(a => a.Findings).Select(f => PageTag.Summary(f.Finding.Version.SummaryId)).Distinct());
            await db.SaveChangesAsync(ct);
            var text = string.Join("\n\n", [version.About, .. version.ActionsInOrder.Select(a => $"{a.Title}\n\n{a.WhatWillBeDone}")]);
            await search.PutAsync(SearchKind.Strategy, version.StrategyId, version.Title, text, $"/strategies/{version.Strategy.Slug}", now, ct);
        }, ct);
    }

    /// <summary>Begins a version that follows the newest one, which is loaded whole as the strategy's only version.</summary>
    public async Task<StrategyVersion?> ReviseAsync(StrategyVersion newest, string why, Guid byId, CancellationToken ct)
    {
        if (newest.IsDraft || await db.StrategyVersions.AnyAsync(v => v.StrategyId == newest.StrategyId && v.Number > newest.Number, ct)) return null;
        var version = newest.Strategy.Revise(why.Trim(), byId, clock.GetUtcNow());
        Record(version, "version-started", why.Trim(), byId);
        return await db.TrySaveAsync(ct) ? version : null;
    }

    /// <summary>Publishes how an action of a published version stands; whoever follows it is told.</summary>
    public async Task ReportAsync(StrategyVersion version, StrategyAction action, ReportText text, Guid byId, CancellationToken ct)
    {
        version.Strategy.Report(action.Number, text, byId, clock.GetUtcNow());
        Record(version, "action-reported", $"Action {action.Number}, {text.State.Word()}: {action.Title}", byId);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Adds to the record what is done to a version; the caller saves.</summary>
    public void Record(StrategyVersion version, string what, string? detail, Guid byId) =>
        db.ActivityEntries.Add(new ActivityEntry(byId, $"strategy.{what}", nameof(Strategy), version.StrategyId, detail, clock.GetUtcNow()));

    private async Task<string> FreeSlugAsync(string title, CancellationToken ct)
    {
        var slug = Slug.Of(title, Strategy.SlugMaxLength - 4);
        var taken = await db.Strategies.Where(s => s.Slug == slug || s.Slug.StartsWith(slug + "-")).Select(s => s.Slug).ToListAsync(ct);
        return Slug.Free(slug, taken);
    }
}
