using System.ComponentModel.DataAnnotations;
using CommunityVoice.Bodies;
using CommunityVoice.Summaries;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityVoice.Web.Pages.Manage.Summaries;

/// <summary>Which bodies write a summary together with the one whose it is, and which are asked to.</summary>
[Uses(Capability.Publish)]
public sealed class AuthorsModel(DraftAtHand drafts, SummaryAuthoring authoring) : PageModel
{
    [BindProperty, Display(Name = "Organisation"), Required(ErrorMessage = "Choose an organisation")]
    public long? Body { get; set; }

    public SummaryVersion Version { get; private set; } = null!;
    public IReadOnlyList<Body> Offer { get; private set; } = [];
    public IEnumerable<SelectListItem> Items => Offer.Select(b => new SelectListItem(b.Name, $"{b.Id}"));

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct) => await FindAsync(id, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } refused) return refused;
        if (!ModelState.IsValid) return this.PageWithErrors();
        if (Offer.FirstOrDefault(b => b.Id == Body) is not { } body) return BadRequest();
        await authoring.AskAsync(Version, body, User.Id(), ct); // asked twice in the same moment is asked once
        return RedirectToPage(new { id });
    }

    public async Task<IActionResult> OnPostRemoveAsync(long id, long author, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } refused) return refused;
        if (Version.Summary.Authors.Find(a => a.Id == author) is not { } found) return NotFound();
        if (found.State == SignOff.Missing) await authoring.RemoveAsync(found, User.Id(), ct); // else it answered meanwhile, and the page says what
        return RedirectToPage(new { id });
    }

    private async Task<IActionResult?> FindAsync(long id, CancellationToken ct)
    {
        var (version, refused) = await drafts.FindOwnAsync(this, id, ct);
        if (version is null) return refused;
        (Version, Offer) = (version, await authoring.OfferAsync(version.Summary, ct));
        return null;
    }
}
