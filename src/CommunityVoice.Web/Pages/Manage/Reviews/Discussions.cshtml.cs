using CommunityVoice.Reviews;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Reviews;

/// <summary>The discussions of a review that must end, those past their day first.</summary>
[Authorize]
public sealed class DiscussionsModel(ReviewAtHand reviews, TimeProvider clock) : PageModel
{
    public Review Review { get; private set; } = null!;
    public DateOnly Today => UkTime.Today(clock);

    [TempData] public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        var (review, _, refused) = await reviews.FindAsync(this, slug, ct);
        if (review is null) return refused!;
        Review = review;
        return Page();
    }
}
