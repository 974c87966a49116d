using CommunityVoice.People;
using CommunityVoice.Web.Account;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Account;

/// <summary>Ends every session of this person, for when a device was lost.</summary>
[Authorize]
public sealed class SignOutEverywhereModel(UserManager<Person> people, Sessions sessions) : PageModel
{
    public async Task<IActionResult> OnPostAsync()
    {
        if (await people.GetUserAsync(User) is { } person) await sessions.EndAllAsync(person);
        return Redirect("/account/sign-out");
    }
}
