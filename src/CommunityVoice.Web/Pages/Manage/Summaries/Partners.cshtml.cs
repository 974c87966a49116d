using System.ComponentModel.DataAnnotations;
using CommunityVoice.Bodies;
using CommunityVoice.Summaries;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityVoice.Web.Pages.Manage.Summaries;

/// <summary>Which organisations are asked to sign a draft, and what they said.</summary>
[Uses(Capability.Publish)]
public sealed class PartnersModel(DraftAtHand drafts, SignOffs signOffs) : PageModel
{
    [BindProperty, Display(Name = "Organisation"), Required(ErrorMessage = "Choose an organisation")]
    public long? Body { get; set; }

    public SummaryVersion Draft { get; private set; } = null!;
    public IReadOnlyList<Body> Offer { get; private set; } = [];
    public IEnumerable<SelectListItem> Items => Offer.Select(b => new SelectListItem(b.Name, $"{b.Id}"));

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct) => await FindAsync(id, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } refused) return refused;
        if (!ModelState.IsValid) return this.PageWithErrors();
        if (Offer.FirstOrDefault(b => b.Id == Body) is not { } body) return BadRequest();
        await signOffs.AskAsync(Draft, body, User.Id(), ct); // asked twice in the same moment is asked once
        return RedirectToPage(new { id });
    }

    public async Task<IActionResult> OnPostRemoveAsync(long id, long partner, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } refused) return refused;
        if (Draft.Partners.Find(p => p.Id == partner) is not { } found) return NotFound();
        await signOffs.RemoveAsync(found, User.Id(), ct);
        return RedirectToPage(new { id });
    }

    private async Task<IActionResult?> FindAsync(long id, CancellationToken ct)
    {
        var (draft, refused) = await drafts.FindOwnDraftAsync(this, id, ct);
        if (draft is null) return refused;
        Draft = draft;
        Offer = await signOffs.OfferAsync(draft, ct);
        return null;
    }
}
