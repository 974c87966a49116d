using System.ComponentModel.DataAnnotations;
using CommunityVoice.Bodies;
using CommunityVoice.Reviews;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityVoice.Web.Pages.Manage.Reviews;

/// <summary>Which organisations are asked to sign what is taken from a review, and what they said.</summary>
[Authorize]
public sealed class PartnersModel(ReviewAtHand reviews, ReviewSignOffs signOffs) : PageModel
{
    private IReadOnlyList<Body> offer = [];
    private Body by = null!;

    [BindProperty, Display(Name = "Organisation"), Required(ErrorMessage = "Choose an organisation")]
    public string? Body { get; set; }

    public Review Review { get; private set; } = null!;
    public IEnumerable<SelectListItem> Items => offer.Select(b => new SelectListItem(b.Name, b.Slug));

    [TempData] public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct) => await FindAsync(slug, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken ct)
    {
        if (await FindAsync(slug, ct) is { } refused) return refused;
        if (!ModelState.IsValid) return this.PageWithErrors();
        if (Review.Partners.Exists(p => p.Body.Slug == Body)) return RedirectToPage(new { slug }); // pressed twice: asked already
        if (offer.FirstOrDefault(b => b.Slug == Body) is not { } body) return BadRequest();
        if (!await signOffs.AskAsync(Review, body, by, User.Id(), ct)) return ReviewAtHand.Tell(this);
        Done = Review.ConcludedAt is null ? $"{body.Name} is named as a partner, and told once the review is concluded." : $"{body.Name} is asked to sign.";
        return RedirectToPage(new { slug });
    }

    public async Task<IActionResult> OnPostRemoveAsync(string slug, long partner, CancellationToken ct)
    {
        if (await FindAsync(slug, ct) is { } refused) return refused;
        if (Review.ConcludedAt is not null || Review.Partners.Find(p => p.Id == partner) is not { } found) return NotFound();
        if (!await signOffs.RemoveAsync(Review, found, User.Id(), ct)) return ReviewAtHand.Tell(this);
        return RedirectToPage(new { slug });
    }

    private async Task<IActionResult?> FindAsync(string slug, CancellationToken ct)
    {
        var (review, body, refused) = await reviews.FindAsync(this, slug, ct);
        if (review is null) return refused;
        (Review, by) = (review, body!);
        offer = [.. (await signOffs.BodiesAsync(review, ct)).Where(b => b.Id != by.Id && !review.Partners.Exists(p => p.BodyId == b.Id))];
        return null;
    }
}
