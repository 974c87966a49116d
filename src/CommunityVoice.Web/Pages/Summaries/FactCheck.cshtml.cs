using System.ComponentModel.DataAnnotations;
using CommunityVoice.Markup;
using CommunityVoice.Summaries;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Summaries;

/// <summary>The private page of whoever was sent a draft to check its facts. They can say what is wrong; nothing here publishes, holds or changes the draft.</summary>
public sealed class FactCheckModel(FactChecks checks, SummaryDrafts drafts, SummaryReadings readings, TimeProvider clock) : PageModel
{
    [BindProperty] public FactInput Input { get; set; } = new();

    [TempData] public string? Done { get; set; }

    public FactCheck Check { get; private set; } = null!;

    /// <summary>The draft; none once it is published, when everybody can read it.</summary>
    public SummaryReading? Reading { get; private set; }

    public bool TakesComments => Check.TakesCommentsOn(UkTime.Today(clock));

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct) => await FindAsync(token, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken ct)
    {
        if (!await FindAsync(token, ct)) return NotFound();
        if (!TakesComments) return RedirectToPage(new { token });
        if (!ModelState.IsValid) return this.PageWithErrors();
        var text = new FactCheckText(CleanText.OneLine(Input.Where), CleanText.Of(Input.Wrong), CleanText.Of(Input.Right));
        Done = await checks.SayAsync(Check, text, ct) ? "We have your comment. You can add another." : "Somebody else wrote in the same moment. Write it again.";
        return RedirectToPage(new { token });
    }

    private async Task<bool> FindAsync(string token, CancellationToken ct)
    {
        if (await checks.OfTokenAsync(token, ct) is not { } check) return false;
        Check = check;
        // A link in a letter may be passed on: whoever opens it late finds no draft any more.
        if (TakesComments && await drafts.FindAsync(check.VersionId, ct) is { } draft) Reading = await readings.PreviewAsync(draft, ct);
        return true;
    }

    /// <summary>What the form holds.</summary>
    public sealed class FactInput
    {
        [Display(Name = "Where is it?", Description = "Such as “Finding 2” or “Who we heard from”. This is shown with the summary.")]
        [Required(ErrorMessage = "Say where it is"), StringLength(FactCheckComment.WhereMaxLength)]
        public string? Where { get; set; }

        [Display(Name = "What is wrong?", Description = "The words or the number that are not right.")]
        [Required(ErrorMessage = "Say what is wrong"), StringLength(FactCheckComment.TextMaxLength)]
        public string? Wrong { get; set; }

        [Display(Name = "What is right, and where can anybody see it?", Description = "Such as a report, a website or minutes.")]
        [Required(ErrorMessage = "Say what is right, and where it can be seen"), StringLength(FactCheckComment.TextMaxLength)]
        public string? Right { get; set; }
    }
}
