using CommunityVoice.People;
using CommunityVoice.Web.Account;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Account;

/// <summary>Where the letter to a new address leads. Its button makes the change, on any device, and ends every session.</summary>
[AllowAnonymous]
public sealed class ConfirmEmailModel(EmailChanges changes, Sessions sessions) : PageModel
{
    public EmailChange? Change { get; private set; }
    public EmailChangeOutcome? Outcome { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct)
    {
        Change = await changes.OfLinkAsync(token, ct);
        return Answer();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken ct)
    {
        Change = await changes.OfLinkAsync(token, ct);
        if (Change is not null) Outcome = await changes.ConfirmAsync(Change, ct);
        if (Outcome == EmailChangeOutcome.Changed && User.IdOrNull() == Change?.PersonId) await sessions.EndAsync();
        return Answer();
    }

    private PageResult Answer()
    {
        var page = Page();
        page.StatusCode = Change is null || Outcome == EmailChangeOutcome.Gone ? StatusCodes.Status410Gone
            : Outcome == EmailChangeOutcome.Taken ? StatusCodes.Status409Conflict : StatusCodes.Status200OK;
        return page;
    }
}
