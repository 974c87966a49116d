using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Strategies;

/// <summary>A voice body that speaks for people of an area, or of a part of it.</summary>
public sealed record VoiceBodyRow(string Name, string Slug, string Label, string Area);

/// <summary>Finds the voice bodies whose remit reaches an area, lies within it or overlaps it: a strategy says how each was involved (rule R-A12).</summary>
public sealed class VoiceBodies(CommunityVoiceDb db, AreaTree tree, TimeProvider clock)
{
    public async Task<IReadOnlyList<VoiceBodyRow>> OfAsync(long areaId, CancellationToken ct)
    {
        var today = UkTime.Today(clock);
        var within = await tree.WithinAsync(areaId, today, ct);
        HashSet<long> reached = [.. within, .. await tree.AroundAsync(areaId, today, ct)];
        var overlaps = await db.AreaLinks.AsNoTracking()
            .Where(l => l.Kind == AreaLinkKind.Overlaps && (within.Contains(l.FromId) || within.Contains(l.ToId)) && (l.StartsOn == null || l.StartsOn <= today) && (l.EndsOn == null || today < l.EndsOn))
            .Select(l => new { l.FromId, l.ToId }).ToListAsync(ct);
        foreach (var area in overlaps.SelectMany(l => new[] { l.FromId, l.ToId }).Distinct().Where(a => !within.Contains(a))) reached.UnionWith(await tree.AroundAsync(area, today, ct));
        return await db.Remits.AsNoTracking().Where(r => r.Body.Kind == BodyKind.VoiceBody && reached.Contains(r.AreaId) && r.StartsOn <= today && (r.EndsOn == null || today < r.EndsOn))
            .OrderBy(r => r.Body.Name).ThenBy(r => r.Id).Select(r => new VoiceBodyRow(r.Body.Name, r.Body.Slug, r.Label, r.Area.Name)).ToListAsync(ct);
    }
}
