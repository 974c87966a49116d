using CommunityVoice.Bodies;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Areas;

/// <summary>A body with a remit at one level of a place, and the budgets it holds there today.</summary>
public sealed record LevelBody(string Slug, string Name, string Label, DateOnly StartsOn, DateOnly? EndsOn, IReadOnlyList<BudgetHeld> Budgets);

/// <summary>One of the areas that a postcode lies in: since and until when, who acts there, and what shares ground with it.</summary>
public sealed record PostcodeLevel(long Id, string Slug, string Name, AreaLevel Level, DateOnly? StartsOn, DateOnly? EndsOn, IReadOnlyList<LevelBody> Bodies, IReadOnlyList<AreaLinkRow> Overlaps)
{
    /// <summary>What ended here, and is the reason why it is shown: one of several areas may have taken its place.</summary>
    public string? Instead { get; init; }

    /// <summary>Where the index of deprivation tells of it.</summary>
    public Deprivation? Deprivation { get; init; }
}

/// <summary>Finds every level of a place by postcode, from the list held here; the postcode goes nowhere else (rules R-H14 and R-I57).</summary>
public sealed class PostcodeLookup(CommunityVoiceDb db, AreaTree tree, TimeProvider clock)
{
    /// <summary>The areas it lies in, the smallest first; nothing where it is not in our list.</summary>
    public async Task<IReadOnlyList<PostcodeLevel>?> OfAsync(string code, CancellationToken ct)
    {
        if (await db.Postcodes.AsNoTracking().SingleOrDefaultAsync(p => p.Code == code, ct) is not { } postcode) return null;
        var today = UkTime.Today(clock);
        var found = await tree.AroundAsync(postcode.WardId, today, ct);
        foreach (var drawn in await DrawnAsync(postcode, ct)) found.UnionWith([drawn]);
        var instead = new Dictionary<long, string>();
        // What ended is shown by what took its place, step by step; which of several, no list of postcodes tells yet.
        var waiting = new Queue<long>(found);
        while (waiting.TryDequeue(out var id))
        {
            foreach (var heir in await db.AreaLinks.AsNoTracking().Where(l => l.Kind == AreaLinkKind.Succeeds && l.ToId == id && l.StartsOn <= today).OrderBy(l => l.Id).Select(l => new { l.FromId, Before = l.To.Name }).ToListAsync(ct))
            {
                instead[heir.FromId] = heir.Before;
                foreach (var around in await tree.AroundAsync(heir.FromId, today, ct))
                {
                    if (found.Add(around)) waiting.Enqueue(around);
                }
            }
        }
        var areas = await db.Areas.AsNoTracking().HoldingOn(today).Where(a => found.Contains(a.Id) || (postcode.LowerLayer != null && a.Code == postcode.LowerLayer) || (postcode.MiddleLayer != null && a.Code == postcode.MiddleLayer)).ToListAsync(ct);
        var ids = areas.ConvertAll(a => a.Id);
        var (bodies, overlaps) = (await BodiesAsync(ids, today, ct), await OverlapsAsync(ids, today, ct));
        var deprived = await Deprivation.OfAsync(db, ids, ct);
        return [.. areas.OrderBy(a => a.Level).ThenBy(a => a.Name, StringComparer.Ordinal).ThenBy(a => a.Id).Select(a =>
            new PostcodeLevel(a.Id, a.Slug, a.Name, a.Level, a.StartsOn, a.EndsOn, [.. bodies[a.Id]], [.. overlaps[a.Id].Distinct()]) { Instead = instead.GetValueOrDefault(a.Id), Deprivation = deprived.GetValueOrDefault(a.Id) })];
    }

    private async Task<ILookup<long, LevelBody>> BodiesAsync(List<long> areas, DateOnly today, CancellationToken ct)
    {
        var remits = await db.Remits.AsNoTracking().Include(r => r.Body).Include(r => r.Budgets).InForceOn(today).Where(r => areas.Contains(r.AreaId))
            .OrderBy(r => r.Body.Name).ThenBy(r => r.Id).ToListAsync(ct);
        return remits.Select(r => (Of: r.AreaId, Body: new LevelBody(r.Body.Slug, r.Body.Name, r.Label, r.StartsOn, r.EndsOn,
            [.. r.Budgets.Where(b => b.IsInForceOn(today)).OrderBy(b => b.StartsOn).ThenBy(b => b.Id).Select(b => new BudgetHeld(b.For, b.StartsOn, b.EndsOn))]))).ToLookup(r => r.Of, r => r.Body);
    }

    // Statistical layers overlap every ward and tell nobody anything.
    private async Task<ILookup<long, AreaLinkRow>> OverlapsAsync(List<long> areas, DateOnly today, CancellationToken ct)
    {
        var links = await db.AreaLinks.AsNoTracking().Where(l => l.Kind == AreaLinkKind.Overlaps && (l.StartsOn == null || l.StartsOn <= today) && (l.EndsOn == null || today < l.EndsOn)
                && (areas.Contains(l.FromId) || areas.Contains(l.ToId)) && l.From.Level != AreaLevel.LowerLayer && l.To.Level != AreaLevel.LowerLayer && l.From.Level != AreaLevel.MiddleLayer && l.To.Level != AreaLevel.MiddleLayer)
            .OrderBy(l => l.Id).Select(l => new { l.FromId, From = new AreaLinkRow(l.From.Name, l.From.Slug, l.From.Level), l.ToId, To = new AreaLinkRow(l.To.Name, l.To.Slug, l.To.Level) }).ToListAsync(ct);
        return links.SelectMany(l => new[] { (Of: l.FromId, With: l.To), (Of: l.ToId, With: l.From) }).ToLookup(l => l.Of, l => l.With);
    }

    // Neighbourhoods that people drew by this postcode, or by the small area it lies in.
    private async Task<List<long>> DrawnAsync(Postcode postcode, CancellationToken ct)
    {
        var ward = await db.Areas.Where(a => a.Id == postcode.WardId).Select(a => a.Slug).SingleAsync(ct);
        string[] parts = [ward, postcode.LowerLayer?.ToLowerInvariant() ?? ward];
        var drawn = await db.OwnAreas.AsNoTracking().Where(o => o.AreaId != null && (o.Postcodes.Contains(postcode.Code) || o.Parts.Contains(parts[0]) || o.Parts.Contains(parts[1])))
            .Select(o => new { AreaId = o.AreaId!.Value, o.Postcodes, o.Parts }).ToListAsync(ct);
        return [.. drawn.Where(o => o.Postcodes.Split(',').Contains(postcode.Code) || o.Parts.Split(',').Intersect(parts).Any()).Select(o => o.AreaId)];
    }
}
