using CommunityVoice.People;
using CommunityVoice.Web.Account;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Account;

/// <summary>Sends a new code to the same address, and carries draft and destination over.</summary>
[AllowAnonymous]
public sealed class SignInAgainModel(SignIns signIns, RequestCookie cookie) : PageModel
{
    public IActionResult OnGet() => Redirect("/account/sign-in/code");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await signIns.OfBrowserAsync(cookie.Read(HttpContext), ct) is not { UsedAt: null } request) return Redirect("/account/sign-in");
        var asked = new SignInAsked(request.Email, Networks.Of(HttpContext), request.ReturnUrl, request.Draft, request.Id);
        var (outcome, browser) = await signIns.AskAsync(asked, ct);
        if (outcome != AskOutcome.Sent) return SignInModel.TooMany(this, outcome, field: "");
        cookie.Write(HttpContext, browser);
        return Redirect("/account/sign-in/code?again=true");
    }
}
