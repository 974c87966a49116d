using System.ComponentModel.DataAnnotations;
using CommunityVoice.Bodies;
using CommunityVoice.Markup;
using CommunityVoice.Strategies;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Strategies;

/// <summary>Takes an assessment back that was recorded by mistake, while nothing was decided after it.</summary>
[Uses(Capability.Plan)]
public sealed class TakeBackNeedsModel(NeedsDesk desk, Permissions permissions) : PageModel
{
    [BindProperty, Required(ErrorMessage = "Say why it is taken back"), StringLength(NeedsAssessment.ReasonMaxLength)]
    [Display(Name = "Why is it taken back?", Description = "Everybody can read it.")]
    public string? Reason { get; set; }

    public NeedsAssessment Assessment { get; private set; } = null!;

    [TempData] public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct) => await FindAsync(id, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } refused) return refused;
        if (!ModelState.IsValid) return this.PageWithErrors();
        Done = await desk.TakeBackAsync(Assessment, CleanText.Of(Reason), User.Id(), ct) ? "The assessment is taken back." : "A board decided in the same moment, so it stays.";
        return RedirectToPage("Needs");
    }

    private async Task<IActionResult?> FindAsync(long id, CancellationToken ct)
    {
        if (await desk.FindAsync(id, ct) is not { } found) return NotFound();
        if (!(await permissions.DutiesAsync(User.Id(), Capability.Plan, ct)).Contains(found.FromId)) return Forbid();
        Assessment = found;
        if (found.CanBeTakenBack) return null;
        Done = "It was decided on, or taken back already, so it stays as it is.";
        return RedirectToPage("Needs");
    }
}
