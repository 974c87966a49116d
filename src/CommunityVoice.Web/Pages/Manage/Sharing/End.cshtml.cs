using System.ComponentModel.DataAnnotations;
using CommunityVoice.Markup;
using CommunityVoice.Sharing;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Sharing;

/// <summary>Ends an agreement on sharing before its time, for all of its parties; the lead may, and whoever has signed.</summary>
[Authorize]
public sealed class EndModel(AgreementAtHand agreements, SharingDesk desk, TimeProvider clock) : PageModel
{
    [BindProperty, Display(Name = "Why it ends", Description = "Everybody sees it"), Required(ErrorMessage = "Say why it ends")]
    [StringLength(SharingAgreement.BecauseMaxLength, ErrorMessage = "Why it ends must be 500 characters or fewer")]
    public string? Because { get; set; }

    public SharingAgreement? Agreement { get; private set; }
    [TempData] public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct) => await FindAsync(id, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } refused) return Agreement?.HasEndedOn(UkTime.Today(clock)) == true ? RedirectToPage("Details", new { id }) : refused;
        Because = CleanText.OneLine(Because);
        if (!ModelState.IsValid) return this.PageWithErrors();
        await desk.StopAsync(Agreement!, Because, User.Id(), ct);
        Done = "The agreement is ended. What others heard is left out from now on, unless another agreement holds.";
        return RedirectToPage("Details", new { id });
    }

    private async Task<IActionResult?> FindAsync(long id, CancellationToken ct)
    {
        var (agreement, _, refused) = await agreements.FindAsync(this, id, ct);
        if (refused is not null) return refused;
        Agreement = agreement!;
        if (!Agreement.MayStop(await agreements.MineAsync(this, ct))) return Forbid();
        return Agreement.HasEndedOn(UkTime.Today(clock)) ? NotFound() : null;
    }
}
