using CommunityVoice.Areas;
using CommunityVoice.Data;
using CommunityVoice.Frameworks;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Strategies;

/// <summary>A strategy among those that are added up: the money of its lines that are not over, and how much of it another one of them tells of in its own lines.</summary>
public sealed record AddedStrategy(StrategyVersion Version, long Pence, long ToldElsewhere)
{
    /// <summary>The money of its lines that are over, which is in no sum.</summary>
    public long Over { get; private init; }

    /// <summary>What of it is in the sum.</summary>
    public long Counted => Pence - ToldElsewhere;

    internal static AddedStrategy Of(StrategyVersion version, long counted, DateOnly today)
    {
        var (all, running) = (version.Lines.Sum(l => l.Pence), version.Lines.Where(l => !l.IsOverOn(today)).Sum(l => l.Pence));
        return new(version, running, running - counted) { Over = all - running };
    }
}

/// <summary>A place that lies in an area above places.</summary>
public sealed record PlaceWithin(long Id, string Name, string Slug);

/// <summary>
/// The money of several strategies in an area above places, of lines that are not over. What two of them tell of is in it once, where they name the same bodies.
/// What is counted of the strategies adds up to the total.
/// </summary>
public sealed record MoneyAbove(IReadOnlyList<AddedStrategy> Strategies, CarriedItems Items, MoneyMatrix Matrix, MoneyShift Shift, IReadOnlyList<ShiftRow> Shifts)
{
    /// <summary>What is left out because it would be in the sum twice.</summary>
    public long ToldElsewhere => Strategies.Sum(s => s.ToldElsewhere);

    /// <summary>What is left out because the lines are over.</summary>
    public long Over => Strategies.Sum(s => s.Over);

    public static MoneyAbove Of(IReadOnlyList<StrategyVersion> versions, WhoPays pays, IReadOnlyCollection<FrameworkItemLink> links, MoneyLists lists, DateOnly today)
    {
        var lines = new CountedOnce(versions, pays, today).Lines();
        var items = CarriedItems.Of(versions, links);
        var counted = lines.ToLookup(l => l.Line.Version, l => l.Pence);
        return new(
            [.. versions.Select(v => AddedStrategy.Of(v, counted[v].Sum(), today))],
            items, MoneyMatrix.Of(lines, items.Rows, items.Of, lists), MoneyShift.Of(lines, lists), ShiftRow.Of(lines, lists));
    }
}

/// <summary>
/// The items of several frameworks as one list: those of the newest first. An older item counts for the one that the crosswalk leads it to where it leads to one alone;
/// what leads to several or to none stands apart, since nobody said how its money is split.
/// </summary>
public sealed class CarriedItems
{
    private readonly ILookup<FrameworkItem, FrameworkItem> later;

    private CarriedItems(Framework framework, IEnumerable<FrameworkItemLink> links) => (Framework, later) = (framework, links.ToLookup(l => l.From, l => l.To));

    /// <summary>The framework that items are carried on to.</summary>
    public Framework Framework { get; }

    /// <summary>All items of that framework in their order, and then what stands apart, where something serves it.</summary>
    public IReadOnlyList<FrameworkItem> Rows { get; private init; } = [];

    public IEnumerable<FrameworkItem> Apart => Rows.Where(i => i.Framework != Framework);

    public static CarriedItems Of(IReadOnlyList<StrategyVersion> versions, IReadOnlyCollection<FrameworkItemLink> links)
    {
        // One that leads to another of them is the older; of several that lead to none, the one with most strategies.
        var used = versions.GroupBy(v => v.Strategy.Framework).OrderByDescending(g => g.Count()).ThenBy(g => g.Key.Slug, StringComparer.Ordinal).Select(g => g.Key).ToList();
        var framework = used.OrderBy(f => links.Any(l => l.From.Framework == f && l.To.Framework != f && used.Contains(l.To.Framework))).First();
        var carried = new CarriedItems(framework, links);
        var served = versions.SelectMany(v => v.Actions.SelectMany(a => a.Serves).Concat(v.Lines.SelectMany(l => l.Serves))).Select(carried.Of).Distinct();
        return new CarriedItems(framework, links)
        {
            Rows = [.. InOrder(framework.Items), .. InOrder(served.Where(i => i.Framework != framework))],
        };
    }

    /// <summary>The item that what is for an item counts for.</summary>
    public FrameworkItem Of(FrameworkItem item)
    {
        var seen = new HashSet<FrameworkItem>();
        var at = item;
        while (seen.Add(at))
        {
            if (at.Framework == Framework) return at;
            if (later[at].ToList() is not [var next]) return item;
            at = next;
        }
        return item;
    }

    private static IEnumerable<FrameworkItem> InOrder(IEnumerable<FrameworkItem> items) => items.OrderBy(i => i.Framework.Slug, StringComparer.Ordinal).ThenBy(i => i.Order).ThenBy(i => i.Id);
}

/// <summary>The strategies of an area above places: what is added up, none while none is in force, and those whose years are over.</summary>
public sealed record RolledUp(MoneyAbove? Above, IReadOnlyList<StrategyVersion> Over);

/// <summary>Adds the money of strategies up above places.</summary>
public sealed class MoneyRollUps(CommunityVoiceDb db, MoneyLists lists, VoiceShares shares)
{
    /// <summary>Of every published strategy in these areas whose years are not over on a day, whoever shares what was heard there.</summary>
    public async Task<RolledUp> OfAsync(HashSet<long> within, DateOnly on, CancellationToken ct)
    {
        var newest = await db.StrategyVersions.Newest().Whole().Where(v => within.Contains(v.Strategy.AreaId)).OrderBy(v => v.Id).ToListAsync(ct);
        var inForce = newest.OrderByDescending(v => v.Strategy.Area.Level).ThenBy(v => v.Strategy.Area.Name, StringComparer.Ordinal).ThenBy(v => v.Id).ToLookup(v => !v.IsOverOn(on));
        List<StrategyVersion> versions = [.. inForce[true]];
        if (versions.Count == 0) return new(null, [.. inForce[false]]);
        var links = await db.FrameworkItemLinks.Include(l => l.From).ThenInclude(i => i.Framework).Include(l => l.To).ThenInclude(i => i.Framework).OrderBy(l => l.Id).ToListAsync(ct);
        return new(MoneyAbove.Of(versions, await WhoPaysAsync(versions, ct), links, lists, on), [.. inForce[false]]);
    }

    /// <summary>The same at a glance, for the overview of an area.</summary>
    public async Task<MoneyLine?> LineAsync(long areaId, string slug, HashSet<long> within, DateOnly on, CancellationToken ct) => (await OfAsync(within, on, ct)).Above is { } above
        ? MoneyLine.Of(slug, "", above.Matrix, await shares.OfAsync(areaId, above, ct), above.Shifts) with { Strategies = above.Strategies.Count }
        : null;

    /// <summary>The places among these areas on a day, by name.</summary>
    public Task<List<PlaceWithin>> PlacesAsync(HashSet<long> within, DateOnly on, CancellationToken ct) =>
        db.Areas.AsNoTracking().HoldingOn(on).Where(a => within.Contains(a.Id) && a.Level == AreaLevel.Place).OrderBy(a => a.Name).ThenBy(a => a.Id)
            .Select(a => new PlaceWithin(a.Id, a.Name, a.Slug)).ToListAsync(ct);

    private async Task<WhoPays> WhoPaysAsync(List<StrategyVersion> versions, CancellationToken ct)
    {
        var strategies = versions.ConvertAll(v => (long?)v.StrategyId);
        var writers = versions.SelectMany(v => v.Strategy.CoAuthorsOf(v).Select(a => a.BodyId).Prepend(v.Strategy.ById)).ToHashSet();
        return new(
            await db.ResourceTransfers.AsNoTracking()
                .Where(t => t.Action != null && strategies.Contains(t.StrategyId) && t.ReversesId == null && !db.ResourceTransfers.Any(r => r.ReversesId == t.Id))
                .OrderBy(t => t.Id).Select(t => new HandedOn(t.StrategyId!.Value, t.Action!.Value, t.From.Name, t.To.Name, t.On, t.Pence)).ToListAsync(ct),
            await db.BudgetHoldings.AsNoTracking().Where(b => writers.Contains(b.Remit.BodyId)).OrderBy(b => b.Id)
                .Select(b => new HeldBudget(b.Remit.Body.Name, b.For, b.StartsOn, b.EndsOn == null || b.Remit.EndsOn < b.EndsOn ? b.Remit.EndsOn : b.EndsOn)).ToListAsync(ct));
    }
}
