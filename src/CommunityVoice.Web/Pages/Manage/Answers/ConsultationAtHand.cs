using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Answers;

/// <summary>Finds the published consultation for which somebody enters what was said elsewhere.</summary>
public sealed class ConsultationAtHand(CommunityVoiceDb db, IAuthorizationService authorization, AreaTree tree, TimeProvider clock)
{
    /// <summary>The consultation, or what to answer in its place.</summary>
    public async Task<(Consultation Consultation, IActionResult? Refused)> FindAsync(PageModel page, string slug, CancellationToken ct)
    {
        if (await db.Consultations.Published().Include(c => c.AskedBy).SingleOrDefaultAsync(c => c.Slug == slug, ct) is not { } found) return (null!, page.NotFound());
        return (found, await authorization.MayAsync(page.User, Capability.EnterOnBehalf, found.AreaId) ? null : page.Forbid());
    }

    /// <summary>The areas somebody who answers may live in: never smaller than a ward, as for everybody.</summary>
    public async Task<List<SelectListItem>> AreasAsync(Consultation consultation, CancellationToken ct)
    {
        var within = await tree.WithinAsync(consultation.AreaId, UkTime.Today(clock), ct);
        return await db.Areas.AsNoTracking().KnownToPeople().HoldingOn(UkTime.Today(clock)).Where(a => within.Contains(a.Id) && a.Level != AreaLevel.Neighbourhood).OrderBy(a => a.Name).ThenBy(a => a.Id)
            .Select(a => new SelectListItem(a.Name, $"{a.Id}")).ToListAsync(ct);
    }
}
