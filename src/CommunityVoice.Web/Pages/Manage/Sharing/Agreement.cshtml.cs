using System.Globalization;
using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Sharing;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityVoice.Web.Pages.Manage.Sharing;

/// <summary>Writes one agreement on sharing, new or not signed yet. Two pages share it.</summary>
[Authorize]
public sealed class AgreementModel(AgreementAtHand agreements, SharingDesk desk, TimeProvider clock) : PageModel
{
    private IReadOnlyList<(Area Area, Body Lead)> offer = [];

    [BindProperty] public AgreementInput Input { get; set; } = new();

    /// <summary>The one that is changed; none for a new one.</summary>
    public SharingAgreement? Agreement { get; private set; }
    public IEnumerable<SelectListItem> Offer => offer.Select(o => new SelectListItem($"{o.Area.Name}, led by {o.Lead.Name}", Key(o)));
    [TempData] public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(long? id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } refused) return refused;
        if (Agreement is not null) Input = AgreementInput.Of(Agreement);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long? id, CancellationToken ct)
    {
        if (await FindAsync(id, ct, isSaved: true) is { } refused) return refused;
        Input.Check(ModelState, UkTime.Today(clock));
        if (Agreement is null && string.IsNullOrEmpty(Input.For)) ModelState.TryAddModelError("Input.For", "Choose an area and who leads");
        var chosen = offer.FirstOrDefault(o => Key(o) == Input.For);
        if (Agreement is null && Input.For is { Length: > 0 } && chosen.Area is null) ModelState.TryAddModelError("Input.For", "Your organisation has no remit there any more: choose another");
        if (Agreement?.CanChangeOn(UkTime.Today(clock)) == false) ModelState.TryAddModelError("", "It was signed or ended since you opened it, so it cannot be changed any more. Copy what you wrote before you leave");
        if (!ModelState.IsValid) return this.PageWithErrors();
        if (Agreement is not null) await desk.ChangeAsync(Agreement, Input.Facts(), User.Id(), ct);
        else Agreement = await desk.MakeAsync(chosen.Area!, chosen.Lead, Input.Facts(), User.Id(), ct);
        Done = id is null ? "The agreement is written. Now ask the voice bodies that are to share." : "The agreement is changed.";
        return RedirectToPage("Details", new { id = Agreement.Id });
    }

    private async Task<IActionResult?> FindAsync(long? id, CancellationToken ct, bool isSaved = false)
    {
        if (id is { } known)
        {
            (Agreement, var isLead, var refused) = await agreements.FindAsync(this, known, ct);
            if (refused is not null) return refused;
            return !isLead ? Forbid() : isSaved || Agreement!.CanChangeOn(UkTime.Today(clock)) ? null : NotFound();
        }
        if ((await agreements.MineAsync(this, ct)).Count == 0) return Forbid();
        offer = await desk.OfferAsync(User.Id(), ct);
        return null;
    }

    private static string Key((Area Area, Body Lead) one) => string.Create(CultureInfo.InvariantCulture, $"{one.Area.Id}/{one.Lead.Id}");
}
