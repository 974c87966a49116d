using CommunityVoice.Bodies;
using CommunityVoice.People;
using CommunityVoice.Web.Account;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityVoice.Web.Pages.Manage.People;

/// <summary>Invites somebody by e-mail, with no more than the body itself may do.</summary>
[Uses(Capability.Administer)]
public sealed class InviteModel(ManagedBodies bodies, Memberships memberships, Invitations invitations, UserManager<Person> people) : PageModel
{
    [BindProperty] public InviteInput Input { get; set; } = new();
    public Body Body { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct) => await FindAsync(slug, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken ct)
    {
        if (await FindAsync(slug, ct) is { } refused) return refused;
        var email = EmailAddresses.Read(Input.Email);
        if (ModelState.IsValid && email is null) ModelState.AddModelError("Input.Email", "Enter an e-mail address in the correct format, like name@example.com");
        if (!ModelState.IsValid) return this.PageWithErrors();
        if ((Input.Capabilities() & ~await memberships.HeldByAsync(Body.Id, ct)) != Capability.None) return BadRequest();
        if (await people.GetUserAsync(User) is not { } inviter) return Forbid();
        await invitations.SendAsync(Body, inviter, email!, Input.Capabilities(), Input.Role?.Trim() ?? "", ct);
        return Redirect($"/manage/bodies/{slug}/people?done=invited");
    }

    private async Task<IActionResult?> FindAsync(string slug, CancellationToken ct)
    {
        if (await bodies.FindAsync(slug, ct) is not { } body) return NotFound();
        if (!await bodies.MayAsync(User, body, ct)) return Forbid();
        (Body, Choices) = (body, MemberInput.Choices(await memberships.HeldByAsync(body.Id, ct)));
        return null;
    }
}
