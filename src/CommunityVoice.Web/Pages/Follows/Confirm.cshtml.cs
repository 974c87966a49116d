using CommunityVoice.Follows;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Follows;

/// <summary>Where the letter that asks to confirm leads. Its button begins the letters, on any device; opening it alone begins nothing.</summary>
[AllowAnonymous]
public sealed class ConfirmModel(Newsletter newsletter) : PageModel
{
    public FollowTarget? Target { get; private set; }

    /// <summary>Where they change or stop what they have begun.</summary>
    public string? Choices { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct)
    {
        Target = await newsletter.OfLinkAsync(token, ct);
        return Answer();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken ct)
    {
        Target = await newsletter.OfLinkAsync(token, ct);
        if (Target is null || await newsletter.ConfirmAsync(token, ct) is not { } reader) Target = null;
        else Choices = $"/letters/{reader.Token}";
        return Answer();
    }

    private PageResult Answer()
    {
        var page = Page();
        page.StatusCode = Target is null ? StatusCodes.Status410Gone : StatusCodes.Status200OK;
        return page;
    }
}
