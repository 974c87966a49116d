using System.ComponentModel.DataAnnotations;
using CommunityVoice.Decisions;
using CommunityVoice.Markup;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Decisions;

/// <summary>Says in public why a decision takes longer, and when it will come.</summary>
[Authorize]
public sealed class ExplainModel(DecisionAtHand decisions, DecisionDesk desk, TimeProvider clock) : PageModel
{
    [BindProperty] public ExplainInput Input { get; set; } = new();

    public DecisionCase Case { get; private set; } = null!;

    [TempData] public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct) => await FindAsync(slug, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken ct)
    {
        if (await FindAsync(slug, ct) is { } refused) return refused;
        if (Input.ExpectedOn < UkTime.Today(clock)) ModelState.AddModelError("Input.ExpectedOn", "The day cannot lie in the past");
        if (!ModelState.IsValid) return this.PageWithErrors();
        await desk.ExplainAsync(Case.Consultation, Case.Body, CleanText.Of(Input.Words), Input.ExpectedOn, User.Id(), ct);
        Done = "Everybody can see now why it takes longer.";
        return RedirectToPage("Index");
    }

    private async Task<IActionResult?> FindAsync(string slug, CancellationToken ct)
    {
        var (found, refused) = await decisions.FindAsync(this, slug, ct);
        if (found is null) return refused;
        Case = found;
        return found.Clock is { IsDecided: false } ? null : RedirectToPage("Record", new { slug });
    }

    /// <summary>What the form holds.</summary>
    public sealed class ExplainInput
    {
        [Display(Name = "Why does it take longer?", Description = "Everybody sees it with today’s date.")]
        [Required(ErrorMessage = "Say why it takes longer"), StringLength(DecisionDelay.WordsMaxLength)]
        public string? Words { get; set; }

        [Display(Name = "When will it be decided?"), Required(ErrorMessage = "Enter the day on which it will be decided")]
        public DateOnly? ExpectedOn { get; set; }
    }
}
