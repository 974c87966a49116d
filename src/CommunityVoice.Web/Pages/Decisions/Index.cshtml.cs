using CommunityVoice.Data;
using CommunityVoice.Web.Caching;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Decisions;

/// <summary>Who decides anywhere, and every decision.</summary>
[AllowAnonymous]
public sealed class IndexModel(DecisionPages pages) : PageModel
{
    [FromQuery] public LogQuery Of { get; set; } = new();

    public LogView Log { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        ModelState.Clear(); // an address with a wrong filter shows everything
        Log = await pages.OfAsync("/decisions", Of, null, null, ct);
        HttpContext.ShowsPages([PageTag.Lists], LogQuery.Keys);
    }
}
