using CommunityVoice.People;
using CommunityVoice.Web.Account;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Account;

/// <summary>The second step of signing in. Only this opens a session that can act for an organisation.</summary>
[Authorize]
public sealed class EnterSecondFactorModel(UserManager<Person> people, SecondFactor factor, Sessions sessions) : PageModel
{
    [BindProperty] public SecondFactorInput Input { get; set; } = new();
    [BindProperty(SupportsGet = true)] public string? ReturnUrl { get; set; }

    public string Next => Url.Safe(ReturnUrl) ?? "/account";

    public async Task<IActionResult> OnGetAsync() =>
        await people.GetUserAsync(User) is { TwoFactorEnabled: true } ? Page() : Redirect("/account/second-factor?returnUrl=" + Uri.EscapeDataString(Next));

    public async Task<IActionResult> OnPostAsync()
    {
        if (await people.GetUserAsync(User) is not { TwoFactorEnabled: true } person) return Redirect("/account/second-factor");
        switch (string.IsNullOrWhiteSpace(Input.Code) ? SecondFactorOutcome.Wrong : await factor.TryAsync(person, Input.Code))
        {
            case SecondFactorOutcome.Right:
                await sessions.OpenAsync(person, secondFactor: true);
                return LocalRedirect(Next);
            case SecondFactorOutcome.Locked:
                ModelState.AddModelError("Input.Code", "There were too many wrong codes. Wait five minutes and try again");
                break;
            default:
                ModelState.AddModelError("Input.Code", "That is not the code your phone shows now, or it was used already. Wait for the next one and try again");
                break;
        }
        return this.PageWithErrors();
    }
}
