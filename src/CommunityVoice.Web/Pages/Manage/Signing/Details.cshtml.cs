using System.ComponentModel.DataAnnotations;
using CommunityVoice.Markup;
using CommunityVoice.Summaries;
using CommunityVoice.Web.Pages.Summaries;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Signing;

/// <summary>Where somebody who may act for an organisation reads a version and signs it for that organisation, or says why not.</summary>
[Authorize]
public sealed class DetailsModel(SignOffs signOffs, SummaryDrafts drafts, SummaryReadings readings) : PageModel
{
    [BindProperty, Display(Name = "Why not?", Description = "Everybody can read it."), StringLength(Partner.ReasonMaxLength)]
    public string? Reason { get; set; }

    [TempData] public string? Done { get; set; }

    public Partner Partner { get; private set; } = null!;
    public SummaryReading Reading { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct) => await FindAsync(id, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } refused) return refused;
        // Pressed twice: it is signed already.
        if (Partner.State != SignOff.SignedThisText && await signOffs.SignAsync(Partner, User.Id(), ct)) Done = "Signed. Everybody can see it once the summary is published.";
        return RedirectToPage(new { id });
    }

    public async Task<IActionResult> OnPostDeclineAsync(long id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } refused) return refused;
        Reason = CleanText.Of(Reason);
        if (Reason.Length == 0) ModelState.TryAddModelError("Reason", "Say why you do not sign");
        if (!ModelState.IsValid) return this.PageWithErrors();
        if (Partner.State is not (SignOff.SignedThisText or SignOff.Declined) && await signOffs.DeclineAsync(Partner, Reason, User.Id(), ct)) Done = "The summary says that you do not sign, and why.";
        return RedirectToPage(new { id });
    }

    private async Task<IActionResult?> FindAsync(long id, CancellationToken ct)
    {
        if (!User.HasSecondFactor()) return Forbid();
        var asked = await signOffs.OfAsync(User.Id(), ct);
        if (await asked.Where(p => p.Id == id).Select(p => (long?)p.VersionId).SingleOrDefaultAsync(ct) is not { } versionId) return Forbid();
        var version = (await drafts.FindAsync(versionId, ct))!;
        Partner = version.Partners.Single(p => p.Id == id);
        Reading = version.IsDraft ? await readings.PreviewAsync(version, ct) : (await readings.FindAsync(version.Summary.Slug, version.Number, ct))!;
        return null;
    }
}
