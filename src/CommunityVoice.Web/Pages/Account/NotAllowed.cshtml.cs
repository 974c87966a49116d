using CommunityVoice.Web.Account;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Account;

/// <summary>Says why a page was refused, and what would open it.</summary>
[AllowAnonymous]
public sealed class NotAllowedModel : PageModel
{
    [BindProperty(SupportsGet = true)] public string? ReturnUrl { get; set; }

    public bool NeedsSecondFactor => User.HasClaim(PersonClaims.Staff, "1") && !User.HasSecondFactor();
    public string SecondFactorUrl => "/account/second-factor" + (Url.Safe(ReturnUrl) is { } back ? "?returnUrl=" + Uri.EscapeDataString(back) : "");

    public IActionResult OnGet()
    {
        var page = Page();
        page.StatusCode = StatusCodes.Status403Forbidden;
        return page;
    }
}
