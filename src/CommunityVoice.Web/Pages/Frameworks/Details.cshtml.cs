using CommunityVoice.Data;
using CommunityVoice.Frameworks;
using CommunityVoice.Web.Caching;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Frameworks;

/// <summary>One framework: its items, what takes each up in the next, and what nothing takes up.</summary>
public sealed class DetailsModel(CommunityVoiceDb db) : PageModel
{
    public Crosswalk Crosswalk { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await Crosswalk.OfAsync(db, slug, ct) is not { } crosswalk) return NotFound();
        Crosswalk = crosswalk;
        HttpContext.ShowsPages([PageTag.Lists]);
        return Page();
    }
}
