using CommunityVoice.Data;
using CommunityVoice.Web.Caching;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Recommendations;

/// <summary>One recommendation: what is asked of whom, what it rests on, its clock, its answers and what became of it.</summary>
public sealed class DetailsModel(CommunityVoiceDb db, TimeProvider clock) : PageModel
{
    public RecommendationReading Reading { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        if (await RecommendationReading.FindAsync(db, id, UkTime.Today(clock), ct) is not { } reading) return NotFound();
        Reading = reading;
        HttpContext.ShowsPages([PageTag.Summary(reading.Recommendation.SummaryId), PageTag.Consultation(reading.Recommendation.Summary.ConsultationId)]);
        return Page();
    }
}
