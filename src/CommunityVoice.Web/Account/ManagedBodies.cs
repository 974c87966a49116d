using System.Security.Claims;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Account;

/// <summary>Finds a body and says whether somebody may manage its people: by administering an area in which it acts.</summary>
public sealed class ManagedBodies(CommunityVoiceDb db, IAuthorizationService authorization, TimeProvider clock)
{
    public Task<Body?> FindAsync(string slug, CancellationToken ct) => db.Bodies.SingleOrDefaultAsync(b => b.Slug == slug, ct);

    /// <summary>A body without any remit today can be lent nothing, so whoever administers anywhere may manage its people.</summary>
    public async Task<bool> MayAsync(ClaimsPrincipal person, Body body, CancellationToken ct)
    {
        var today = UkTime.Today(clock);
        var areas = await db.Remits.Where(r => r.BodyId == body.Id && r.StartsOn <= today && (r.EndsOn == null || today < r.EndsOn))
            .Select(r => r.AreaId).Distinct().ToListAsync(ct);
        if (areas.Count == 0) return (await authorization.AuthorizeAsync(person, null, new MayUseAnywhere(Capability.Administer))).Succeeded;
        foreach (var area in areas)
        {
            if (await authorization.MayAsync(person, Capability.Administer, area)) return true;
        }
        return false;
    }
}
