using CommunityVoice.Data;
using CommunityVoice.Web.Caching;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Summaries;

/// <summary>A summary on one printed page for those with no time: numbers, three findings, three things that need a reply (rule R-I63).</summary>
public sealed class BriefModel(SummaryReadings readings) : PageModel
{
    public SummaryBrief Brief { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await readings.FindAsync(slug, null, ct) is not { } reading) return NotFound();
        Brief = new SummaryBrief(reading);
        HttpContext.ShowsPages([PageTag.Summary(reading.Version.SummaryId), PageTag.Consultation(reading.Summary.ConsultationId)]);
        return Page();
    }
}
