using System.ComponentModel.DataAnnotations;
using CommunityVoice.Markup;
using CommunityVoice.Sharing;
using CommunityVoice.Summaries;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Signing;

/// <summary>Where somebody signs an agreement on sharing for an organisation, or says why not.</summary>
[Authorize]
public sealed class SharingModel(SharingDesk desk, TimeProvider clock) : PageModel
{
    [BindProperty, Display(Name = "Why not?", Description = "Everybody can read it."), StringLength(Partner.ReasonMaxLength)]
    public string? Reason { get; set; }

    /// <summary>Which text was read: what changed since is read again before it is signed.</summary>
    [BindProperty] public int Read { get; set; }

    [TempData] public string? Done { get; set; }
    public SharingParty Party { get; private set; } = null!;
    public SharingAgreement Agreement => Party.Agreement;
    public bool CanSign => !Agreement.HasEndedOn(UkTime.Today(clock)) && !Party.HasSigned;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct) => await FindAsync(id, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } refused) return refused;
        if (Read != Agreement.Edits) Done = "The agreement was changed since you opened it. Read it again, then sign.";
        else if (CanSign)
        {
            await desk.SignAsync(Party, User.Id(), ct);
            Done = "Signed. Everybody can see it.";
        }
        return RedirectToPage(new { id });
    }

    public async Task<IActionResult> OnPostDeclineAsync(long id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } refused) return refused;
        Reason = CleanText.Of(Reason);
        if (Reason.Length == 0) ModelState.TryAddModelError("Reason", "Say why you do not sign");
        if (!ModelState.IsValid) return this.PageWithErrors();
        if (CanSign && Party.State == SignOff.Missing)
        {
            await desk.DeclineAsync(Party, Reason, User.Id(), ct);
            Done = "The register says that you do not sign, and why.";
        }
        return RedirectToPage(new { id });
    }

    private async Task<IActionResult?> FindAsync(long id, CancellationToken ct)
    {
        if (!User.HasSecondFactor()) return Forbid();
        if (await (await desk.OfAsync(User.Id(), ct)).AsSplitQuery().SingleOrDefaultAsync(p => p.Id == id, ct) is not { } found) return Forbid();
        Party = found;
        return null;
    }
}
