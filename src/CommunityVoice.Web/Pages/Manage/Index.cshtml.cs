using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage;

/// <summary>Everything a member of staff may do, as links.</summary>
[Authorize]
public sealed class IndexModel(Permissions permissions, CommunityVoiceDb db, TimeProvider clock) : PageModel
{
    public Capability May { get; private set; }
    public DateOnly Today => UkTime.Today(clock);

    /// <summary>Remits that end soon: of their bodies, commissioned by those, or in areas they administer.</summary>
    public IReadOnlyList<Remit> Ending { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!User.HasSecondFactor()) return Forbid();
        May = await permissions.EverythingAsync(User.Id(), ct);
        if (May == Capability.None) return Forbid();
        var person = User.Id();
        var areas = await permissions.AreasAsync(person, Capability.Administer, ct);
        var bodies = await db.Memberships.Where(m => m.PersonId == person && m.EndedAt == null).Select(m => m.BodyId).ToListAsync(ct);
        Ending = await db.Remits.AsNoTracking().Where(RemitEnding.EndsSoon(Today)).Where(r => bodies.Contains(r.BodyId) || bodies.Contains(r.CommissionedById!.Value) || areas.Contains(r.AreaId))
            .Include(r => r.Body).Include(r => r.Area).Include(r => r.CommissionedBy).OrderBy(r => r.EndsOn).ThenBy(r => r.Id).Take(20).ToListAsync(ct);
        return Page();
    }

    public bool Has(Capability capability) => May.HasFlag(capability);
}
