using System.ComponentModel.DataAnnotations;
using CommunityVoice.Bodies;
using CommunityVoice.Recommendations;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Recommendations;

/// <summary>Withdraws a recommendation. It stays public, with the reason.</summary>
[Uses(Capability.Publish)]
public sealed class WithdrawModel(RecommendationAtHand recommendations, RecommendationDesk desk) : PageModel
{
    [BindProperty, Display(Name = "Why is it withdrawn?", Description = "Everybody can read this beside the recommendation.")]
    [Required(ErrorMessage = "Say why it is withdrawn"), StringLength(Recommendation.ReasonMaxLength)]
    public string? Reason { get; set; }

    public Recommendation Recommendation { get; private set; } = null!;

    [TempData] public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct) => await FindAsync(id, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } refused) return refused;
        if (!ModelState.IsValid) return this.PageWithErrors();
        if (!await desk.WithdrawAsync(Recommendation, Reason!.Trim(), User.Id(), ct)) return this.Tell();
        Done = "It is withdrawn. It stays public, with your reason.";
        return RedirectToPage("Details", new { id });
    }

    private async Task<IActionResult?> FindAsync(long id, CancellationToken ct)
    {
        var (found, refused) = await recommendations.FindAsEditorAsync(this, id, ct);
        if (found is null) return refused;
        Recommendation = found;
        return found.WithdrawnAt is null ? null : RedirectToPage("Details", new { id });
    }
}
