using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Reviews;
using CommunityVoice.Summaries;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Reviews;

/// <summary>One review as its reviewers work on it: items, voices, questions, and what is still missing.</summary>
[Authorize]
public sealed class DetailsModel(ReviewAtHand reviews, CommunityVoiceDb db, TimeProvider clock) : PageModel
{
    public Review Review { get; private set; } = null!;
    public Body By { get; private set; } = null!;
    public Heard Heard { get; private set; } = null!;
    public IReadOnlyList<string> Lacks { get; private set; } = [];
    public DateOnly Today => UkTime.Today(clock);

    [TempData] public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        var (review, by, refused) = await reviews.FindAsync(this, slug, ct);
        if (review is null) return refused!;
        (Review, By) = (review, by!);
        Heard = await db.HeardInAsync(review.Id, clock.GetUtcNow(), ct);
        Lacks = ReviewLacks.Of(review, Heard);
        return Page();
    }
}
