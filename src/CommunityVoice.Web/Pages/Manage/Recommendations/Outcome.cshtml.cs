using System.ComponentModel.DataAnnotations;
using CommunityVoice.Recommendations;
using CommunityVoice.Web.TagHelpers;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Recommendations;

/// <summary>Says what became of a recommendation, for the body that was asked or the one that asked.</summary>
[Authorize]
public sealed class OutcomeModel(RecommendationAtHand recommendations, RecommendationDesk desk, TimeProvider clock) : PageModel
{
    public static IReadOnlyList<Choice> States { get; } = [.. Enum.GetValues<OutcomeState>().Select(s => new Choice(s.ToString(), s.Word()))];

    [BindProperty] public OutcomeInput Input { get; set; } = new();

    public Recommendation Recommendation { get; private set; } = null!;
    private Sides sides = null!;

    [TempData] public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        Input.On = UkTime.Today(clock);
        return await FindAsync(id, ct) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } refused) return refused;
        if (Input.On > UkTime.Today(clock)) ModelState.AddModelError("Input.On", "The day cannot lie ahead");
        else if (Input.On < UkTime.Day(Recommendation.SentAt!.Value)) ModelState.AddModelError("Input.On", "The day cannot be before the recommendation was sent");
        if (!ModelState.IsValid) return this.PageWithErrors();
        var text = new OutcomeText(Input.State!.Value, Input.On!.Value, CommunityVoice.Markup.CleanText.Of(Input.Effect));
        if (!await desk.ReportAsync(Recommendation, text, sides.IsAsked ? Recommendation.Addressee : Recommendation.Summary.By, User.Id(), ct)) return this.Tell();
        Done = "Everybody can see now what became of it.";
        return RedirectToPage("Details", new { id });
    }

    private async Task<IActionResult?> FindAsync(long id, CancellationToken ct)
    {
        var (found, refused) = await recommendations.FindAsync(this, id, ct);
        if (found is null) return refused;
        (sides, Recommendation) = (found, found.Recommendation);
        return Recommendation.WithdrawnAt is null ? null : RedirectToPage("Details", new { id });
    }

    /// <summary>What the form holds.</summary>
    public sealed class OutcomeInput
    {
        [Display(Name = "How does it stand?"), Required(ErrorMessage = "Choose how it stands")]
        public OutcomeState? State { get; set; }

        [Display(Name = "On which day?"), Required(ErrorMessage = "Enter the day")]
        public DateOnly? On { get; set; }

        [Display(Name = "What do people notice of it?", Description = "What is different for people now, or why nothing is known.")]
        [Required(ErrorMessage = "Say what people notice of it"), StringLength(Recommendation.TextMaxLength)]
        public string? Effect { get; set; }
    }
}
