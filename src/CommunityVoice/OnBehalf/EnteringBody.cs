using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.OnBehalf;

/// <summary>The body for which somebody enters what was said elsewhere: its name stands beside it, not the name of who typed it.</summary>
public sealed class EnteringBody(CommunityVoiceDb db, Permissions permissions, AreaTree tree, TimeProvider clock)
{
    /// <summary>None where this person acts for no body that may enter answers there.</summary>
    public async Task<Body?> OfAsync(Guid personId, long areaId, CancellationToken ct)
    {
        if (!await permissions.AllowAsync(personId, Capability.EnterOnBehalf, areaId, ct)) return null;
        var bodies = await permissions.DutiesAsync(personId, Capability.EnterOnBehalf, ct);
        var today = UkTime.Today(clock);
        var around = await tree.AroundAsync(areaId, today, ct);
        return await db.Bodies.Where(b => bodies.Contains(b.Id) && b.Remits.Any(r => r.Capabilities.HasFlag(Capability.EnterOnBehalf)
            && around.Contains(r.AreaId) && r.StartsOn <= today && (r.EndsOn == null || today < r.EndsOn))).OrderBy(b => b.Id).FirstOrDefaultAsync(ct);
    }
}
