using CommunityVoice.Data;
using CommunityVoice.Web.AnnualReports;
using CommunityVoice.Web.Caching;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.AnnualReports;

/// <summary>A published annual report: the newest version, or an earlier one at "/v1". Two pages share it.</summary>
public sealed class DetailsModel(CommunityVoiceDb db) : PageModel
{
    public AnnualReading Reading { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, int? number, CancellationToken ct)
    {
        if (await AnnualReading.FindAsync(db, slug, number, ct) is not { } reading) return NotFound();
        Reading = reading;
        HttpContext.ShowsPages([PageTag.Lists]);
        return Page();
    }
}
