using CommunityVoice.Skills;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Account.Skills;

/// <summary>Changes what somebody offers.</summary>
[Authorize]
public sealed class ChangeModel(SkillOffers offers, OfferChoices choices) : PageModel
{
    [BindProperty] public OfferInput Input { get; set; } = new();

    public SkillOffer Offer { get; private set; } = null!;
    public OfferChoices Choices => choices;

    [TempData] public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct)) return NotFound();
        choices.Input = Input = OfferInput.Of(Offer);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct)) return NotFound();
        if (await choices.ReadAsync(Input, Offer.Codes, ModelState, ct) is not { } facts) return this.PageWithErrors();
        await offers.ChangeAsync(Offer, facts, ct);
        Done = "It is changed.";
        return RedirectToPage("Index");
    }

    private async Task<bool> FindAsync(long id, CancellationToken ct)
    {
        if (await offers.FindAsync(User.Id(), id, ct) is not { } found) return false;
        Offer = found;
        await choices.LoadAsync(ct);
        choices.Input = Input;
        return true;
    }
}
