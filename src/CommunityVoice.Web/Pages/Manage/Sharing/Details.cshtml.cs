using System.ComponentModel.DataAnnotations;
using CommunityVoice.Bodies;
using CommunityVoice.Sharing;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityVoice.Web.Pages.Manage.Sharing;

/// <summary>An agreement on sharing as its parties see it. The lead's people ask voice bodies, or go on without one that does not sign.</summary>
[Authorize]
public sealed class DetailsModel(AgreementAtHand agreements, SharingDesk desk, TimeProvider clock) : PageModel
{
    private IReadOnlyCollection<long> mine = [];

    [BindProperty, Display(Name = "Voice body"), Required(ErrorMessage = "Choose a voice body")]
    public long? Body { get; set; }

    public SharingAgreement Agreement { get; private set; } = null!;
    public bool IsLead { get; private set; }
    public IReadOnlyList<Body> Offer { get; private set; } = [];
    public IEnumerable<SelectListItem> Items => Offer.Select(b => new SelectListItem(b.Name, $"{b.Id}"));
    public SharingState State => Agreement.StateOn(UkTime.Today(clock));
    public bool MayStop => State != SharingState.Ended && Agreement.MayStop(mine);
    public bool CanChange => IsLead && Agreement.CanChangeOn(UkTime.Today(clock));
    [TempData] public string? Done { get; set; }

    public bool MaySign(SharingParty party) => mine.Contains(party.BodyId) && !party.HasSigned && Agreement.IsPublic && State == SharingState.WaitingForSignature;

    /// <summary>Whom the lead can go on without.</summary>
    public bool MayGo(SharingParty party) => IsLead && party.BodyId != Agreement.LeadId && !party.HasSigned && State == SharingState.WaitingForSignature;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct) => await FindAsync(id, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } refused) return refused;
        if (!IsLead) return Forbid();
        if (!ModelState.IsValid) return this.PageWithErrors();
        if (Offer.FirstOrDefault(b => b.Id == Body) is not { } body) Done = "It was asked already, or somebody has signed since you opened this, so nobody else can be asked.";
        else if (await desk.AskAsync(Agreement, body, User.Id(), ct)) Done = $"{body.Name} is asked to sign.";
        return RedirectToPage(new { id });
    }

    public async Task<IActionResult> OnPostRemoveAsync(long id, long party, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } refused) return refused;
        if (!IsLead) return Forbid();
        if (Agreement.Parties.Find(p => p.Id == party) is not { } found || !MayGo(found)) Done = "It has signed or gone since you opened this.";
        else
        {
            await desk.RemoveAsync(Agreement, found, User.Id(), ct);
            Done = $"{found.Body.Name} is not part of it any more.{(Agreement.IsPublic ? "" : " Nobody else is left in it, so no signature stands.")}";
        }
        return RedirectToPage(new { id });
    }

    private async Task<IActionResult?> FindAsync(long id, CancellationToken ct)
    {
        var (agreement, isLead, refused) = await agreements.FindAsync(this, id, ct);
        if (refused is not null) return refused;
        (Agreement, IsLead, mine) = (agreement!, isLead, await agreements.MineAsync(this, ct));
        Offer = isLead ? await desk.PartnersAsync(agreement!, ct) : [];
        return null;
    }
}
