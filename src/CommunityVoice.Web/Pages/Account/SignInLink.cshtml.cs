using CommunityVoice.People;
using CommunityVoice.Web.Account;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Account;

/// <summary>Where the link in the letter leads. Looking changes nothing, since mail scanners look too; the button signs in, on any device.</summary>
[AllowAnonymous]
public sealed class SignInLinkModel(SignIns signIns, Arrival arrival, Drafts drafts) : PageModel
{
    public SignInRequest? Asked { get; private set; }
    public Draft? Written { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct)
    {
        await FindAsync(token, ct);
        return Answer();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken ct)
    {
        await FindAsync(token, ct);
        if (Asked is not null && await arrival.ArriveAsync(Asked, HttpContext, ct) is { } next) return LocalRedirect(next);
        Asked = null;
        return Answer();
    }

    private PageResult Answer()
    {
        var page = Page();
        page.StatusCode = Asked is null ? StatusCodes.Status410Gone : StatusCodes.Status200OK;
        return page;
    }

    private async Task FindAsync(string token, CancellationToken ct)
    {
        Asked = await signIns.OfLinkAsync(token, ct);
        Written = drafts.Read(Asked?.Draft);
    }
}
