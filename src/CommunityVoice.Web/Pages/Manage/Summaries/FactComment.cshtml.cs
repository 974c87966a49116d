using System.ComponentModel.DataAnnotations;
using CommunityVoice.Bodies;
using CommunityVoice.Markup;
using CommunityVoice.Summaries;
using CommunityVoice.Web.TagHelpers;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Summaries;

/// <summary>One comment on the accuracy of a draft: accepted or not, with a reason that everybody can read.</summary>
[Uses(Capability.Publish)]
public sealed class FactCommentModel(DraftAtHand drafts, FactChecks checks) : PageModel
{
    public static IReadOnlyList<Choice> Decisions { get; } =
    [
        new(nameof(FactDecision.Accepted), "Accept it", "The fact is wrong, and the draft is changed."),
        new(nameof(FactDecision.Rejected), "Do not accept it", "The fact is right, or this is not about a fact."),
    ];

    [BindProperty] public DecisionInput Input { get; set; } = new();

    public FactCheckComment Comment { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, long commentId, CancellationToken ct) => await FindAsync(id, commentId, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(long id, long commentId, CancellationToken ct)
    {
        if (await FindAsync(id, commentId, ct) is { } refused) return refused;
        // Decided before, perhaps by a colleague: the page shows it.
        if (Comment.Decision is not null) return RedirectToPage(new { id, commentId });
        Input.Reason = CleanText.Of(Input.Reason);
        if (Input.Reason.Length == 0) ModelState.TryAddModelError("Input.Reason", "Say what was changed, or why not");
        if (!ModelState.IsValid) return this.PageWithErrors();
        return await checks.DecideAsync(Comment, Input.Decision!.Value, Input.Reason, User.Id(), ct) ? RedirectToPage("FactChecks", new { id }) : RedirectToPage(new { id, commentId });
    }

    private async Task<IActionResult?> FindAsync(long id, long commentId, CancellationToken ct)
    {
        var (version, refused) = await drafts.FindOwnAsync(this, id, ct);
        if (version is null) return refused;
        if (version.FactChecks.SelectMany(c => c.Comments).FirstOrDefault(c => c.Id == commentId) is not { } comment) return NotFound();
        Comment = comment;
        return null;
    }

    /// <summary>What the form holds.</summary>
    public sealed class DecisionInput
    {
        [Display(Name = "Do you accept it?"), Required(ErrorMessage = "Choose whether you accept it")]
        public FactDecision? Decision { get; set; }

        [Display(Name = "What was changed, or why not?", Description = "This is shown with the summary."), StringLength(FactCheckComment.TextMaxLength)]
        public string? Reason { get; set; }
    }
}
