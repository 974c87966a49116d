using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Consultations;

/// <summary>Takes a group out of the reach plan of a draft.</summary>
[Uses(Capability.Consult)]
public sealed class RemoveGroupModel(CommunityVoiceDb db, IAuthorizationService authorization, ReachPlan plan) : PageModel
{
    public PlannedGroup Group { get; private set; } = null!;
    [TempData] public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, long id, CancellationToken ct) => await FindAsync(slug, id, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(string slug, long id, CancellationToken ct)
    {
        if (await FindAsync(slug, id, ct) is { } refused) return refused;
        await plan.RemoveAsync(Group, User.Id(), ct);
        Done = "The group is removed.";
        return RedirectToPage("Reach", new { slug });
    }

    private async Task<IActionResult?> FindAsync(string slug, long id, CancellationToken ct)
    {
        if (await db.PlannedGroups.Include(g => g.Consultation).SingleOrDefaultAsync(g => g.Id == id && g.Consultation.Slug == slug && g.Consultation.PublishedAt == null, ct) is not { } group) return NotFound();
        if (!await authorization.MayAsync(User, Capability.Consult, group.Consultation.AreaId)) return Forbid();
        Group = group;
        return null;
    }
}
