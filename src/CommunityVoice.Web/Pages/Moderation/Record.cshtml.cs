using CommunityVoice.Data;
using CommunityVoice.Moderation;
using CommunityVoice.Web.Caching;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Moderation;

/// <summary>How much was reported, what was decided and how long it took, for anybody to see.</summary>
[AllowAnonymous]
public sealed class RecordModel(ModerationRecord record, TimeProvider clock) : PageModel
{
    public ModerationTotals Totals { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Totals = await record.OfLastYearAsync(ct);
        // Reports touch no cached page, so the totals are at most an hour old instead.
        HttpContext.ShowsPages([PageTag.Lists], until: clock.GetUtcNow().AddHours(1));
    }
}
