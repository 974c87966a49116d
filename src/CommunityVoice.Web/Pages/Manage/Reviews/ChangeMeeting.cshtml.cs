using CommunityVoice.Reviews;
using CommunityVoice.Web.Pages.Manage.Consultations;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Reviews;

/// <summary>Changes a meeting to come; calendars that hold it take the change.</summary>
[Authorize]
public sealed class ChangeMeetingModel(ReviewAtHand reviews, ReviewDesk desk, TimeProvider clock) : PageModel, IEventForm
{
    private ReviewMeeting meeting = null!;

    [BindProperty] public EventInput Input { get; set; } = new();

    public Review Review { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, long id, CancellationToken ct)
    {
        if (await FindAsync(slug, id, ct) is { } refused) return refused;
        Input = EventInput.From(meeting);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, long id, CancellationToken ct)
    {
        if (await FindAsync(slug, id, ct) is { } refused) return refused;
        Input.Check(ModelState, clock.GetUtcNow());
        if (!ModelState.IsValid) return this.PageWithErrors();
        var isNewest = Input.Revision == meeting.Revision;
        if (isNewest) meeting.Change(Input.Facts(), clock.GetUtcNow());
        if (!isNewest || !await desk.SaveAsync(Review, User.Id(), "meeting-changed", $"{meeting.Title}: {meeting.When}", ct))
        {
            if (await FindAsync(slug, id, ct) is { } gone) return gone;
            Input.Revision = meeting.Revision; // what was typed is kept, and can be saved over what was saved meanwhile
            return ReviewAtHand.Tell(this);
        }
        TempData["Done"] = "The meeting is changed.";
        return RedirectToPage("Meetings", new { slug });
    }

    private async Task<IActionResult?> FindAsync(string slug, long id, CancellationToken ct)
    {
        var (review, meetings, refused) = await reviews.FindMeetingsAsync(this, slug, ct);
        if (review is null) return refused;
        if (meetings.Find(m => m.Id == id && m.CanBeChangedAt(clock.GetUtcNow())) is not { } found) return NotFound();
        (Review, meeting) = (review, found);
        return null;
    }
}
