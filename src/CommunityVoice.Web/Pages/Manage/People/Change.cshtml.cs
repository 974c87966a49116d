using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Web.Account;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.People;

/// <summary>Changes what somebody may do for a body.</summary>
[Uses(Capability.Administer)]
public sealed class ChangeModel(CommunityVoiceDb db, ManagedBodies bodies, Memberships memberships) : PageModel
{
    [BindProperty] public MemberInput Input { get; set; } = new();
    public Membership Member { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, long id, CancellationToken ct)
    {
        if (await FindAsync(slug, id, ct) is { } refused) return refused;
        Input = new() { Role = Member.Role, May = [.. Member.Capabilities.Parts()] };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, long id, CancellationToken ct)
    {
        if (await FindAsync(slug, id, ct) is { } refused) return refused;
        if (!ModelState.IsValid) return this.PageWithErrors();
        if ((Input.Capabilities() & ~await memberships.HeldByAsync(Member.BodyId, ct)) != Capability.None) return BadRequest();
        await memberships.GrantAsync(Member.PersonId, Member.Body, Input.Capabilities(), Input.Role?.Trim() ?? "", User.Id(), ct);
        return Redirect($"/manage/bodies/{slug}/people?done=changed");
    }

    private async Task<IActionResult?> FindAsync(string slug, long id, CancellationToken ct)
    {
        var member = await db.Memberships.Include(m => m.Body).Include(m => m.Person)
            .SingleOrDefaultAsync(m => m.Id == id && m.Body.Slug == slug && m.EndedAt == null, ct);
        if (member is null) return NotFound();
        if (!await bodies.MayAsync(User, member.Body, ct)) return Forbid();
        (Member, Choices) = (member, MemberInput.Choices(await memberships.HeldByAsync(member.BodyId, ct)));
        return null;
    }
}
