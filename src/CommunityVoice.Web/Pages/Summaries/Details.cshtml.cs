using CommunityVoice.Data;
using CommunityVoice.Web.Caching;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Summaries;

/// <summary>A published summary: the newest version, an earlier one at "/v1", or on paper with its evidence at "/print". Three pages share it.</summary>
public sealed class DetailsModel(SummaryReadings readings) : PageModel
{
    public SummaryReading Reading { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, int? number, CancellationToken ct)
    {
        if (await readings.FindAsync(slug, number, ct) is not { } reading) return NotFound();
        Reading = reading;
        HttpContext.ShowsPages([PageTag.Summary(reading.Version.SummaryId), PageTag.Consultation(reading.Summary.ConsultationId)]);
        return Page();
    }
}
