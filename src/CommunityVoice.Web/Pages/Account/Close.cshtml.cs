using CommunityVoice.People;
using CommunityVoice.Web.Account;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Account;

/// <summary>Closes a person's account, after saying what goes and what stays.</summary>
[Authorize]
public sealed class CloseModel(UserManager<Person> people, Leaving leaving, Sessions sessions) : PageModel
{
    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await people.GetUserAsync(User) is not { } person) return NotFound();
        if (person.TwoFactorEnabled && !User.HasSecondFactor()) return Redirect("/account/second-factor/enter?returnUrl=%2Faccount%2Fclose");
        await leaving.LeaveAsync(person, ct);
        await sessions.EndAsync();
        return Redirect("/account/closed");
    }
}
