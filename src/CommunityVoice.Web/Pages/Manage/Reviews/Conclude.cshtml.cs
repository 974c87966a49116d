using System.ComponentModel.DataAnnotations;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Reviews;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Reviews;

/// <summary>Says in public what its sponsors take from a review; refused while an item or a voice is missing.</summary>
[Authorize]
public sealed class ConcludeModel(ReviewAtHand reviews, ReviewDesk desk, CommunityVoiceDb db, TimeProvider clock) : PageModel
{
    private Body by = null!;

    [BindProperty, Display(Name = "What do you take from it?", Description = "In plain words: what is fit, what is not, and what happens next."), Required(ErrorMessage = "Say what you take from it"), StringLength(Review.AboutMaxLength)]
    public string? Conclusion { get; set; }

    public Review Review { get; private set; } = null!;
    public IReadOnlyList<string> Lacks { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct) => await FindAsync(slug, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken ct)
    {
        if (await FindAsync(slug, ct) is { } refused) return refused;
        if (Lacks.Count > 0) ModelState.AddModelError("", "Something is missing before the review can be concluded");
        if (!ModelState.IsValid) return this.PageWithErrors();
        if (!await desk.ConcludeAsync(Review, Conclusion!.Trim(), by, User.Id(), ct)) return ReviewAtHand.Tell(this);
        TempData["Done"] = "The review is concluded, and everybody can read what you take from it.";
        return RedirectToPage("Details", new { slug });
    }

    private async Task<IActionResult?> FindAsync(string slug, CancellationToken ct)
    {
        var (review, body, refused) = await reviews.FindAsync(this, slug, ct);
        if (review is null) return refused;
        (Review, by) = (review, body!);
        Lacks = ReviewLacks.Of(review, await db.HeardInAsync(review.Id, clock.GetUtcNow(), ct));
        return review.ConcludedAt is null ? null : RedirectToPage("Details", new { slug });
    }
}
