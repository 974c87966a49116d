using CommunityVoice.Decisions;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Decisions;

/// <summary>Records a decision with an answer to each theme: written, looked at as everybody will see it, and published. A correction is a further version.</summary>
[Authorize]
public sealed class RecordModel(DecisionAtHand decisions, DecisionDesk desk, TimeProvider clock) : PageModel
{
    [BindProperty] public DecisionInput Input { get; set; } = new();

    public DecisionCase Case { get; private set; } = null!;
    public bool IsCorrection => Case.Newest is not null;

    /// <summary>Whether what was written is right and shown for a last look.</summary>
    public bool IsPreview { get; private set; }

    public DecisionText Text => Input.ToText(Case);

    [TempData] public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await FindAsync(slug, ct) is { } refused) return refused;
        Input = DecisionInput.Begin(Case.Newest, Case.Topics);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, string? step, CancellationToken ct)
    {
        if (await FindAsync(slug, ct) is { } refused) return refused;
        if (!Input.Follow(Case.Topics) || step == "change") ModelState.Clear();
        if (step == "change") return Page();
        if (Case.Cites is null) ModelState.AddModelError("", "A decision rests on a published summary, and there is none yet");
        if (Case.Cites is null || !Input.IsRight(ModelState, Case, UkTime.Today(clock))) return this.PageWithErrors();
        if (step != "publish")
        {
            IsPreview = true;
            return Page();
        }
        if (!await desk.PublishAsync(Case.Consultation, Case.Cites, Case.Body, Text, Case.Topics, User.Id(), ct))
        {
            ModelState.AddModelError("", "Somebody else recorded a decision in the same moment. Look at it before you go on");
            return this.PageWithErrors();
        }
        Done = IsCorrection ? "The correction is public, beside the version before." : "The decision is public. Everybody who said something is told.";
        return RedirectToPage("Index");
    }

    private async Task<IActionResult?> FindAsync(string slug, CancellationToken ct)
    {
        var (found, refused) = await decisions.FindAsync(this, slug, ct);
        if (found is null) return refused;
        Case = found;
        return null;
    }
}
