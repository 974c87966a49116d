using CommunityVoice.Bodies;
using CommunityVoice.Chains;
using CommunityVoice.Data;
using CommunityVoice.Web.Caching;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Recommendations;

/// <summary>One recommendation: what is asked of whom, what it rests on, its clock, its answers and what became of it.</summary>
public sealed class DetailsModel(CommunityVoiceDb db, Successions successions, RelatedThings related, TimeProvider clock) : PageModel
{
    public RecommendationReading Reading { get; private set; } = null!;

    /// <summary>Whoever answers today: the body that was asked, or the one that its work came to.</summary>
    public Body Holder { get; private set; } = null!;

    public IReadOnlyList<RelatedThing> Related { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        if (await RecommendationReading.FindAsync(db, id, UkTime.Today(clock), ct) is not { } reading) return NotFound();
        (Reading, Holder) = (reading, await successions.HolderOfAsync(reading.Recommendation.Addressee, ct));
        Related = await related.OfAsync(reading.Recommendation, ct);
        HttpContext.ShowsPages([PageTag.Summary(reading.Recommendation.SummaryId), PageTag.Consultation(reading.Recommendation.Summary.ConsultationId)]);
        return Page();
    }
}
