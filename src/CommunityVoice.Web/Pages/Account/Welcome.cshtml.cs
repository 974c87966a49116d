using CommunityVoice.Discussion;
using CommunityVoice.People;
using CommunityVoice.Voting;
using CommunityVoice.Web.Account;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Account;

/// <summary>After the first signing in: what was done, and what we would like to know. All of it can be skipped.</summary>
[Authorize]
public sealed class WelcomeModel(Profiles profiles, Authors authors, Participants participants, Sessions sessions) : PageModel
{
    [BindProperty] public ProfileInput Input { get; set; } = new();
    [BindProperty(SupportsGet = true)] public string? ReturnUrl { get; set; }
    [BindProperty(SupportsGet = true)] public string? Done { get; set; }

    public ProfileForm Form { get; private set; } = new();
    public string? DoneWord => Done is "comment" or "idea" or "note" ? Done : null;
    public string Next => Url.Safe(ReturnUrl) ?? "/account";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await profiles.FindAsync(User.Id(), ct) is not { } person) return NotFound();
        Form = await ProfileForm.OfAsync(profiles, Input = ProfileForm.From(person), ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await profiles.FindAsync(User.Id(), ct) is not { } person) return NotFound();
        if (await ProfileForm.ReadAsync(Input, profiles, ModelState, ct) is not { } said)
        {
            Form = await ProfileForm.OfAsync(profiles, Input, ct);
            return this.PageWithErrors();
        }
        await profiles.ChangeAsync(person, said with { DeclaredRole = person.DeclaredRole }, ct);
        await authors.DescribeAsync(person.Id, ct);
        await participants.DescribeAsync(person.Id, ct);
        await sessions.RenewAsync(User, person);
        return LocalRedirect(Next);
    }
}
