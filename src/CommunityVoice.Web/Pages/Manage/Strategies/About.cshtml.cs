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
        Input = new() { Title = draft.Title, About = draft.About, OtherPlans = draft.OtherPlans };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        var (draft, refused) = await strategies.FindDraftAsync(this, id, ct);
        if (draft is null) return refused!;
        if (!ModelState.IsValid) return this.PageWithErrors();
        draft.Describe(CleanText.OneLine(Input.Title), CleanText.Of(Input.About), CleanText.Of(Input.OtherPlans));
        return await strategies.SaveAsync(this, draft, "described", $"Version {draft.Number}", ct) ? RedirectToPage("Tasks", new { id }) : this.PageWithErrors();
    }

    /// <summary>What the form holds.</summary>
    public sealed class AboutInput
    {
        [Display(Name = "Title"), Required(ErrorMessage = "Enter a title"), StringLength(StrategyVersion.TitleMaxLength)]
        public string? Title { get; set; }

        [Display(Name = "What it wants to change", Description = "A paragraph or two."), StringLength(StrategyVersion.TextMaxLength)]
        public string? About { get; set; }

        [Display(Name = "How it stands to other plans", Description = "Which other plans there are, what each decides, and which step comes next."), StringLength(StrategyVersion.TextMaxLength)]
        public string? OtherPlans { get; set; }
    }
}
