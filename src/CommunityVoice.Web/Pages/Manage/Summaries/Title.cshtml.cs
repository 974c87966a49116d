using System.ComponentModel.DataAnnotations;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Summaries;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Summaries;

/// <summary>The title of a draft and the day by which an answer is due.</summary>
[Uses(Capability.Publish)]
public sealed class TitleModel(CommunityVoiceDb db, DraftAtHand drafts) : PageModel
{
    [BindProperty] public TitleInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        var (draft, refused) = await drafts.FindDraftAsync(this, id, ct);
        if (draft is null) return refused!;
        Input = new() { Title = draft.Title, ResponseDueOn = draft.ResponseDueOn, Seen = Seen.Of(draft.Title, $"{draft.ResponseDueOn:O}") };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        var (draft, refused) = await drafts.FindDraftAsync(this, id, ct);
        if (draft is null) return refused!;
        var now = Seen.Of(draft.Title, $"{draft.ResponseDueOn:O}");
        if (ModelState.IsValid && now != Input.Seen) Seen.Tell(this, "Input.Title", $"Somebody changed this to “{draft.Title}” while you were writing", () => Input.Seen = now);
        if (!ModelState.IsValid) return this.PageWithErrors();
        draft.Describe(Input.Title!, Input.ResponseDueOn);
        return await Seen.SaveAsync(db, this, ct) ? RedirectToPage("Tasks", new { id }) : this.PageWithErrors();
    }

    /// <summary>What the form holds.</summary>
    public sealed class TitleInput
    {
        [Display(Name = "Title"), Required(ErrorMessage = "Enter a title"), StringLength(SummaryVersion.TitleMaxLength)]
        public string? Title { get; set; }

        [Display(Name = "When is an answer due?", Description = "By law 20 working days in most cases. The page shows publicly whether it came.")]
        public DateOnly? ResponseDueOn { get; set; }
        public string? Seen { get; set; }
    }
}
