using CommunityVoice.Recommendations;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Recommendations;

/// <summary>One recommendation for those who were asked, who acknowledge and answer it here, and for those who asked.</summary>
[Authorize]
public sealed class DetailsModel(RecommendationAtHand recommendations, RecommendationDesk desk, TimeProvider clock) : PageModel
{
    public Sides Sides { get; private set; } = null!;
    public Recommendation Recommendation => Sides.Recommendation;
    public RecommendationState State => Recommendation.StateOn(UkTime.Today(clock));
    public bool CanPause => Recommendation.WaitsForAnswer && State != RecommendationState.Overdue;

    [TempData] public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct) => await FindAsync(id, ct) ?? Page();

    /// <summary>Says that it has arrived and somebody looks after it.</summary>
    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } refused) return refused;
        if (!Sides.IsAsked) return Forbid();
        // Pressed twice, or answered meanwhile: it is acknowledged already.
        if (!Recommendation.WaitsForAnswer || Recommendation.AcknowledgedAt is not null) return RedirectToPage(new { id });
        if (await desk.AcknowledgeAsync(Recommendation, User.Id(), ct)) Done = "Everybody can see now that you have it.";
        return RedirectToPage(new { id });
    }

    private async Task<IActionResult?> FindAsync(long id, CancellationToken ct)
    {
        var (found, refused) = await recommendations.FindAsync(this, id, ct);
        if (found is null) return refused;
        Sides = found;
        return null;
    }
}
