using System.Globalization;
using CommunityVoice.Activity;
using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Frameworks;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Strategies;

/// <summary>One place that did better on an item, found by a board or worked out from a report on an action. Href: where it can be followed.</summary>
public sealed record ExemplarRow(string Place, string Figure, string Before, string After, string Method, string Source, string? Href, bool IsWorkedOut);

/// <summary>The places that did better on one item.</summary>
public sealed record ItemExemplars(FrameworkItem Item, string Framework, IReadOnlyList<ExemplarRow> Rows);

/// <summary>Lists places that did better, item by item: those that boards found, and every action that was reported as done with what was before and what is now.</summary>
public sealed class Exemplars(CommunityVoiceDb db, TimeProvider clock)
{
    private const int Most = 500;
    private static readonly CultureInfo Uk = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>How a worked-out one is chosen, in public.</summary>
    public const string WorkedOut = "Every action of a published strategy that was reported as done with what was before, what is now and what shows it. Nobody chose among them.";

    /// <summary>Items with their places, in the order of their frameworks; of one item where it is named. Within an item, places are in the order of their names.</summary>
    public async Task<IReadOnlyList<ItemExemplars>> OfAsync(long? itemId, CancellationToken ct)
    {
        var found = await db.Exemplars.AsNoTracking().Where(e => e.TakenBackAt == null && (itemId == null || e.ItemId == itemId)).OrderByDescending(e => e.Id).Take(Most).ToListAsync(ct);
        var rows = found.ConvertAll(e => (e.ItemId, Row: new ExemplarRow(e.Place, e.Figure, $"{e.Before} ({Day(e.BeforeOn)})", $"{e.After} ({Day(e.AfterOn)})", e.Method, e.Source, e.Link, false)));
        var done = await (from action in db.StrategyVersions.Newest().SelectMany(v => v.Actions)
                          from served in action.Items
                          where itemId == null || served.ItemId == itemId
                          from report in db.ActionReports
                          where report.StrategyId == action.Version.StrategyId && report.Action == action.Number && report.State == ActionState.Done
                              && !db.ActionReports.Any(later => later.StrategyId == report.StrategyId && later.Action == report.Action && later.Id > report.Id)
                          orderby report.Id descending
                          select new { served.ItemId, Place = action.Version.Strategy.Area.Name, action.Title, action.Number, action.Version.Strategy.Slug, report.Before, report.Now, report.On, report.Evidence }).Take(Most).ToListAsync(ct);
        rows.AddRange(done.Select(d => (d.ItemId, new ExemplarRow(d.Place, d.Title, d.Before, $"{d.Now} ({Day(d.On)})", WorkedOut, d.Evidence, $"/strategies/{d.Slug}#action-{d.Number}", true))));
        var byItem = rows.ToLookup(r => r.ItemId, r => r.Row);
        var ids = byItem.Select(g => g.Key).ToList();
        var items = await db.FrameworkItems.AsNoTracking().Include(i => i.Framework).Where(i => ids.Contains(i.Id)).OrderBy(i => i.FrameworkId).ThenBy(i => i.Order).ThenBy(i => i.Id).ToListAsync(ct);
        return [.. items.Select(i => new ItemExemplars(i, i.Framework.Name, [.. byItem[i.Id].OrderBy(r => r.Place, StringComparer.Ordinal).ThenBy(r => r.Figure, StringComparer.Ordinal)]))];
    }

    public async Task AddAsync(Area area, Body board, FrameworkItem item, ExemplarFacts facts, Guid byId, CancellationToken ct)
    {
        var exemplar = new Exemplar(area, board, item, facts, byId, clock.GetUtcNow());
        db.Exemplars.Add(exemplar);
        await db.TransactAsync(async () =>
        {
            await db.SaveChangesAsync(ct);
            Record(exemplar, "added", $"{item.Code}: {facts.Place}", byId);
            await db.SaveChangesAsync(ct);
        }, ct);
    }

    public async Task TakeBackAsync(Exemplar exemplar, string reason, Guid byId, CancellationToken ct)
    {
        exemplar.TakeBack(reason, clock.GetUtcNow());
        Record(exemplar, "taken-back", reason, byId);
        await db.SaveChangesAsync(ct);
    }

    private void Record(Exemplar exemplar, string what, string detail, Guid byId) =>
        db.ActivityEntries.Add(new ActivityEntry(byId, $"exemplar.{what}", nameof(Exemplar), exemplar.Id, detail, clock.GetUtcNow()));

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", Uk);
}
