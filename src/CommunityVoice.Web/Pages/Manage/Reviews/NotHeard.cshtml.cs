using System.ComponentModel.DataAnnotations;
using CommunityVoice.Data;
using CommunityVoice.People;
using CommunityVoice.Reviews;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Reviews;

/// <summary>Says in public why a voice that a review needs was not heard.</summary>
[Authorize]
public sealed class NotHeardModel(ReviewAtHand reviews, ReviewDesk desk, CommunityVoiceDb db, TimeProvider clock) : PageModel
{
    [BindProperty, Display(Name = "Why were they not heard?", Description = "Say what you tried, and what you will do."), Required(ErrorMessage = "Say why they were not heard"), StringLength(ItemJudgement.TextMaxLength)]
    public string? Because { get; set; }

    public Review Review { get; private set; } = null!;
    public IReadOnlyList<Voice> Voices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await FindAsync(slug, ct) is { } refused) return refused;
        Because = Review.NotHeardBecause;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken ct)
    {
        if (await FindAsync(slug, ct) is { } refused) return refused;
        if (!ModelState.IsValid) return this.PageWithErrors();
        if (!await desk.ExplainNotHeardAsync(Review, Because!.Trim(), User.Id(), ct)) return ReviewAtHand.Tell(this);
        TempData["Done"] = "Everybody can read why.";
        return RedirectToPage("Details", new { slug });
    }

    private async Task<IActionResult?> FindAsync(string slug, CancellationToken ct)
    {
        var (review, _, refused) = await reviews.FindAsync(this, slug, ct);
        if (review is null) return refused;
        Review = review;
        Voices = ReviewLacks.NotHeard(await db.HeardInAsync(review.Id, clock.GetUtcNow(), ct));
        return null;
    }
}
