using CommunityVoice.Reviews;
using CommunityVoice.Web.Pages.Manage.Consultations;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Reviews;

/// <summary>Adds a meeting at which a review is discussed.</summary>
[Authorize]
public sealed class NewMeetingModel(ReviewAtHand reviews, ReviewDesk desk, TimeProvider clock) : PageModel, IEventForm
{
    [BindProperty] public EventInput Input { get; set; } = new();

    public Review Review { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct) => await FindAsync(slug, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken ct)
    {
        if (await FindAsync(slug, ct) is { } refused) return refused;
        Input.Check(ModelState, clock.GetUtcNow());
        if (!ModelState.IsValid) return this.PageWithErrors();
        var meeting = Review.Invite(Input.Facts(), clock.GetUtcNow());
        if (!await desk.SaveAsync(Review, User.Id(), "meeting-added", $"{meeting.Title}: {meeting.When}", ct)) return ReviewAtHand.Tell(this);
        TempData["Done"] = "The meeting is public.";
        return RedirectToPage("Meetings", new { slug });
    }

    private async Task<IActionResult?> FindAsync(string slug, CancellationToken ct)
    {
        var (review, _, refused) = await reviews.FindAsync(this, slug, ct);
        if (review is null) return refused;
        Review = review;
        return null;
    }
}
