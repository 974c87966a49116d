using CommunityVoice.People;
using CommunityVoice.Web.Account;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Account;

/// <summary>Name, voice, area and declared role, for their owner to change.</summary>
[Authorize]
public sealed class ProfileModel(Profiles profiles, Sessions sessions) : PageModel
{
    [BindProperty] public ProfileInput Input { get; set; } = new();
    public ProfileForm Form { get; private set; } = new();

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
        await profiles.ChangeAsync(person, said, ct);
        await sessions.RenewAsync(User, person);
        return Redirect("/account?saved=true");
    }
}
