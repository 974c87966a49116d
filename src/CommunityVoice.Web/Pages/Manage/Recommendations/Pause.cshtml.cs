using System.ComponentModel.DataAnnotations;
using CommunityVoice.Bodies;
using CommunityVoice.Recommendations;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Recommendations;

/// <summary>Stops the clock of a recommendation for a reason that everybody can read, or lets it run again.</summary>
[Uses(Capability.Publish)]
public sealed class PauseModel(RecommendationAtHand recommendations, RecommendationDesk desk, WorkingDays days, TimeProvider clock) : PageModel
{
    [BindProperty, Display(Name = "Why does the clock stop?", Description = "Such as “They asked us which practices we mean, and we find that out”.")]
    [StringLength(Recommendation.ReasonMaxLength)]
    public string? Reason { get; set; }

    public Recommendation Recommendation { get; private set; } = null!;

    [TempData] public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct) => await FindAsync(id, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } refused) return refused;
        if (Recommendation.IsPaused) return await ResumeAsync(id, ct);
        if (string.IsNullOrWhiteSpace(Reason)) ModelState.AddModelError("Reason", "Say why the clock stops");
        if (!ModelState.IsValid) return this.PageWithErrors();
        if (!await desk.PauseAsync(Recommendation, Reason!.Trim(), User.Id(), ct)) return this.Tell();
        Done = "The clock stands still. Everybody can see why.";
        return RedirectToPage("Details", new { id });
    }

    private async Task<IActionResult> ResumeAsync(long id, CancellationToken ct)
    {
        switch (await desk.ResumeAsync(Recommendation, User.Id(), ct))
        {
            case null:
                ModelState.AddModelError("", $"The bank holidays after {days.LastYear} are not known here, so no new date can be set. Ask whoever runs this site to add them");
                return this.PageWithErrors();
            case false:
                return this.Tell();
            default:
                Done = "The clock runs again, with a new date.";
                return RedirectToPage("Details", new { id });
        }
    }

    private async Task<IActionResult?> FindAsync(long id, CancellationToken ct)
    {
        var (found, refused) = await recommendations.FindAsEditorAsync(this, id, ct);
        if (found is null) return refused;
        Recommendation = found;
        var canBe = found.WaitsForAnswer && (found.IsPaused || found.DueOn >= UkTime.Today(clock));
        return canBe ? null : RedirectToPage("Details", new { id });
    }
}
