using CommunityVoice.Areas;
using CommunityVoice.Data;
using CommunityVoice.Web.Caching;
using CommunityVoice.Web.Pages.Decisions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Areas;

/// <summary>Who decides in an area, and every decision for it and what lies in it.</summary>
[AllowAnonymous]
public sealed class DecisionsModel(CommunityVoiceDb db, AreaTree tree, DecisionPages pages, TimeProvider clock) : PageModel
{
    [FromQuery] public LogQuery Of { get; set; } = new();

    public Area Area { get; private set; } = null!;
    public LogView Log { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        ModelState.Clear(); // an address with a wrong filter shows everything
        if (await db.Areas.AsNoTracking().SingleOrDefaultAsync(a => a.Slug == slug, ct) is not { } area) return NotFound();
        Area = area;
        var today = UkTime.Today(clock);
        Log = await pages.OfAsync($"/areas/{slug}/decisions", Of, await tree.WithinAsync(area.Id, today, ct), await tree.AroundAsync(area.Id, today, ct), ct);
        HttpContext.ShowsPages([PageTag.Area(area.Id), PageTag.Lists], LogQuery.Keys);
        return Page();
    }
}
