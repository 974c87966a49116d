using CommunityVoice.Bodies;
using CommunityVoice.Recommendations;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Recommendations;

/// <summary>Answers a recommendation: written, looked at as everybody will see it, and published. A later answer stands beside the first.</summary>
[Uses(Capability.Respond)]
public sealed class AnswerModel(RecommendationAtHand recommendations, RecommendationDesk desk, TimeProvider clock) : PageModel
{
    [BindProperty] public AnswerInput Input { get; set; } = new();

    public Recommendation Recommendation { get; private set; } = null!;

    /// <summary>Whether what was written is right and shown for a last look.</summary>
    public bool IsPreview { get; private set; }

    [TempData] public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct) => await FindAsync(id, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(long id, string? step, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } refused) return refused;
        if (step == "change")
        {
            ModelState.Clear();
            return Page();
        }
        if (!Input.IsRight(ModelState, UkTime.Today(clock))) return this.PageWithErrors();
        if (step != "publish")
        {
            IsPreview = true;
            return Page();
        }
        if (!await desk.AnswerAsync(Recommendation, Input.ToText(), User.Id(), ct)) return this.Tell();
        Done = "Your answer is public. Those who asked, and those whose words it rests on, are told.";
        return RedirectToPage("Details", new { id });
    }

    private async Task<IActionResult?> FindAsync(long id, CancellationToken ct)
    {
        var (found, refused) = await recommendations.FindAsAskedAsync(this, id, ct);
        if (found is null) return refused;
        Recommendation = found;
        return found.WithdrawnAt is null ? null : RedirectToPage("Details", new { id });
    }
}
