using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Web.Account;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.People;

/// <summary>Ends somebody's role in a body; its button stands on the page of their role.</summary>
[Uses(Capability.Administer)]
public sealed class EndModel(CommunityVoiceDb db, ManagedBodies bodies, Memberships memberships) : PageModel
{
    public IActionResult OnGet(string slug, long id) => Redirect($"/manage/bodies/{slug}/people/{id}");

    public async Task<IActionResult> OnPostAsync(string slug, long id, CancellationToken ct)
    {
        var member = await db.Memberships.Include(m => m.Body).SingleOrDefaultAsync(m => m.Id == id && m.Body.Slug == slug && m.EndedAt == null, ct);
        if (member is null) return NotFound();
        if (!await bodies.MayAsync(User, member.Body, ct)) return Forbid();
        await memberships.EndAsync(member, User.Id(), ct);
        return Redirect($"/manage/bodies/{slug}/people?done=ended");
    }
}
