using CommunityVoice.People;
using CommunityVoice.Web.Account;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Demo;

/// <summary>Signs in as an invented person with one button, as if with a second factor. Outside Development it has no address.</summary>
[AllowAnonymous]
public sealed class SignInModel(DemoRoles roles, Sessions sessions) : PageModel
{
    public Person? Shown { get; private set; }

    public async Task<IActionResult> OnGetAsync(string role, CancellationToken ct) =>
        (Shown = await roles.FindAsync(role, HttpContext, ct)) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(string role, CancellationToken ct)
    {
        if (await roles.FindAsync(role, HttpContext, ct) is not { } person) return NotFound();
        await sessions.OpenAsync(person, secondFactor: true);
        return Redirect("/account");
    }
}
