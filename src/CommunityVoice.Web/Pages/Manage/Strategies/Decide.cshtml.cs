using System.ComponentModel.DataAnnotations;
using CommunityVoice.Bodies;
using CommunityVoice.Markup;
using CommunityVoice.Strategies;
using CommunityVoice.Web.TagHelpers;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Strategies;

/// <summary>Says for good, and in public, whether a strategy is revised after a new assessment of needs.</summary>
[Uses(Capability.Plan)]
public sealed class DecideModel(NeedsDesk desk, StrategyDrafts drafts) : PageModel
{
    public static IReadOnlyList<Choice> Choices { get; } = [new("true", "Revise the strategy"), new("false", "Do not revise it")];

    [BindProperty] public DecideInput Input { get; set; } = new();

    public RevisionQuestion Question { get; private set; } = null!;
    public Body Board { get; private set; } = null!;

    /// <summary>Whether what was written is right and shown for a last look.</summary>
    public bool IsPreview { get; private set; }

    [TempData] public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct) => await FindAsync(id, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(long id, string? step, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } refused) return refused;
        if (step == "change") ModelState.Clear();
        if (step == "change") return Page();
        if (!ModelState.IsValid) return this.PageWithErrors();
        if (step != "publish")
        {
            IsPreview = true;
            return Page();
        }
        var isFirst = await desk.DecideAsync(Question, Input.Revises!.Value, CleanText.Of(Input.Reason), User.Id(), ct);
        Done = !isFirst ? "Somebody else decided, or took the assessment back, in the same moment. Yours is not recorded."
            : Input.Revises.Value ? "The decision is public. To carry it out, begin a new version of the strategy." : "The decision is public.";
        return RedirectToPage("Index");
    }

    private async Task<IActionResult?> FindAsync(long id, CancellationToken ct)
    {
        if (await desk.FindQuestionAsync(id, ct) is not { } found) return NotFound();
        if (!await drafts.MayPublishAsync(User.Id(), found.Strategy, ct)) return Forbid();
        (Question, Board) = (found, await desk.DecidesAsync(found, ct));
        return found.IsOpen ? null : Redirect($"/strategies/{found.Strategy.Slug}#needs-{found.AssessmentId}"); // decided: there it stands
    }

    /// <summary>What the form holds.</summary>
    public sealed class DecideInput
    {
        [Display(Name = "What did the board decide?"), Required(ErrorMessage = "Choose whether the strategy is revised")]
        public bool? Revises { get; set; }

        [Display(Name = "Why?", Description = "In plain words, for everybody.")]
        [Required(ErrorMessage = "Say why"), StringLength(RevisionQuestion.ReasonMaxLength)]
        public string? Reason { get; set; }
    }
}
