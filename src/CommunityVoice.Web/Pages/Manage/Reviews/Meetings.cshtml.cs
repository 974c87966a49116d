using CommunityVoice.Reviews;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Reviews;

/// <summary>The meetings at which a review is discussed, those to come and those that were.</summary>
[Authorize]
public sealed class MeetingsModel(ReviewAtHand reviews, TimeProvider clock) : PageModel
{
    public Review Review { get; private set; } = null!;
    public IReadOnlyList<ReviewMeeting> Meetings { get; private set; } = [];
    public DateTimeOffset Now => clock.GetUtcNow();

    [TempData] public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        var (review, meetings, refused) = await reviews.FindMeetingsAsync(this, slug, ct);
        if (review is null) return refused!;
        (Review, Meetings) = (review, meetings);
        return Page();
    }
}
