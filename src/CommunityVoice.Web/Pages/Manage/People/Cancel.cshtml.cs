using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Web.Account;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.People;

/// <summary>Takes an invitation back; its button stands in the list of people.</summary>
[Uses(Capability.Administer)]
public sealed class CancelModel(CommunityVoiceDb db, ManagedBodies bodies, Invitations invitations) : PageModel
{
    public IActionResult OnGet(string slug) => Redirect($"/manage/bodies/{slug}/people");

    public async Task<IActionResult> OnPostAsync(string slug, long id, CancellationToken ct)
    {
        var invitation = await db.Invitations.Include(i => i.Body).SingleOrDefaultAsync(i => i.Id == id && i.Body.Slug == slug && i.AcceptedAt == null && i.CancelledAt == null, ct);
        if (invitation is null) return NotFound();
        if (!await bodies.MayAsync(User, invitation.Body, ct)) return Forbid();
        await invitations.CancelAsync(invitation, User.Id(), ct);
        return Redirect($"/manage/bodies/{slug}/people?done=cancelled");
    }
}
