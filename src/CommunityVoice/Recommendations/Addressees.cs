using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Recommendations;

/// <summary>Whom a recommendation about an area can be addressed to.</summary>
public sealed class Addressees(CommunityVoiceDb db, AreaTree tree, TimeProvider clock)
{
    /// <summary>Before whom recommendations can be brought: those that may answer here, and every national body, wherever it acts (rule R-B1).</summary>
    public async Task<List<Body>> ForEscalationAsync(long areaId, CancellationToken ct)
    {
        var today = UkTime.Today(clock);
        var national = await db.Bodies.Where(b => b.Kind == BodyKind.NationalBody && (b.EndsOn == null || today < b.EndsOn)).ToListAsync(ct);
        return [.. (await OfAsync(areaId, ct)).UnionBy(national, b => b.Id)];
    }

    /// <summary>Bodies that may answer now in the area, in one around it, or in a part of it.</summary>
    public async Task<List<Body>> OfAsync(long areaId, CancellationToken ct)
    {
        var today = UkTime.Today(clock);
        var areas = new HashSet<long>(await tree.AroundAsync(areaId, today, ct));
        areas.UnionWith(await tree.WithinAsync(areaId, today, ct));
        return await db.Bodies.Where(b => b.Remits.Any(r => r.Capabilities.HasFlag(Capability.Respond) && areas.Contains(r.AreaId)
            && r.StartsOn <= today && (r.EndsOn == null || today < r.EndsOn))).OrderBy(b => b.Name).ThenBy(b => b.Id).ToListAsync(ct);
    }
}
