using System.ComponentModel.DataAnnotations;
using CommunityVoice.Bodies;
using CommunityVoice.Markup;
using CommunityVoice.Strategies;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Strategies;

/// <summary>The title of a draft, what it wants to change, and how it stands to other plans.</summary>
[Uses(Capability.Plan)]
public sealed class AboutModel(StrategyAtHand strategies) : PageModel
{
    [BindProperty] public AboutInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        var (draft, refused) = await strategies.FindDraftAsync(this, id, ct);
        if (draft is null) return refused!;
        Input = new() { Title = draft.Title, About = draft.About, Focus = draft.Focus, FocusYear = draft.FocusYear is { } year ? FinancialYear.Words(year) : null, OtherPlans = draft.OtherPlans };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        var (draft, refused) = await strategies.FindDraftAsync(this, id, ct);
        if (draft is null) return refused!;
        CheckFocus();
        if (!ModelState.IsValid) return this.PageWithErrors();
        draft.FocusOn(CleanText.OneLine(Input.Focus), FinancialYear.Read(Input.FocusYear));
        draft.Describe(CleanText.OneLine(Input.Title), CleanText.Of(Input.About), CleanText.Of(Input.OtherPlans));
        return await strategies.SaveAsync(this, draft, "described", $"Version {draft.Number}", ct) ? RedirectToPage("Tasks", new { id }) : this.PageWithErrors();
    }

    // A focus is of one financial year. Years are written in many ways; what may have been meant is asked and not taken.
    private void CheckFocus()
    {
        var (focus, year) = (!string.IsNullOrWhiteSpace(Input.Focus), (Input.FocusYear ?? "").Trim());
        if (focus && year.Length == 0) ModelState.AddModelError("Input.FocusYear", "Enter the financial year of the focus, such as 2025/26");
        if (!focus && year.Length > 0) ModelState.AddModelError("Input.Focus", "Enter the focus of that year, or leave the year empty too");
        if (year.Length > 0 && FinancialYear.Read(year) is null)
            ModelState.AddModelError("Input.FocusYear", FinancialYear.Guess(year) is { } meant ? $"Did you mean {meant}? Enter the financial year like that" : "Enter a financial year, such as 2025/26");
    }

    /// <summary>What the form holds.</summary>
    public sealed class AboutInput
    {
        [Display(Name = "Title"), Required(ErrorMessage = "Enter a title"), StringLength(StrategyVersion.TitleMaxLength)]
        public string? Title { get; set; }

        [Display(Name = "What it wants to change", Description = "A paragraph or two."), StringLength(StrategyVersion.TextMaxLength)]
        public string? About { get; set; }

        [Display(Name = "What it looks to first", Description = "One sentence, for one year. Shown above everything else. It can be left out."), StringLength(StrategyVersion.FocusMaxLength)]
        public string? Focus { get; set; }

        [Display(Name = "In which financial year?", Description = "Such as 2025/26: from April 2025 to March 2026."), StringLength(20)]
        public string? FocusYear { get; set; }

        [Display(Name = "How it stands to other plans", Description = "Which other plans there are, what each decides, and which step comes next."), StringLength(StrategyVersion.TextMaxLength)]
        public string? OtherPlans { get; set; }
    }
}
