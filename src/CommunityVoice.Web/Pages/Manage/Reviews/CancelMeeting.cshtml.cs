using System.ComponentModel.DataAnnotations;
using CommunityVoice.Consultations;
using CommunityVoice.Reviews;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Reviews;

/// <summary>Cancels a meeting to come, with a reason that everybody sees.</summary>
[Authorize]
public sealed class CancelMeetingModel(ReviewAtHand reviews, ReviewDesk desk, TimeProvider clock) : PageModel
{
    [BindProperty, Required(ErrorMessage = "Say why it is cancelled"), StringLength(OpenMeeting.ReasonMaxLength, ErrorMessage = "The reason must be 300 characters or fewer")]
    [Display(Name = "Why it is cancelled", Description = "Everybody sees it. Say what comes in its place, if anything does")]
    public string? Reason { get; set; }

    public Review Review { get; private set; } = null!;
    public ReviewMeeting Meeting { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, long id, CancellationToken ct) => await FindAsync(slug, id, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(string slug, long id, CancellationToken ct)
    {
        if (await FindAsync(slug, id, ct) is { } refused) return refused;
        if (!ModelState.IsValid) return this.PageWithErrors();
        Meeting.Cancel(Reason!.Trim(), clock.GetUtcNow());
        if (!await desk.SaveAsync(Review, User.Id(), "meeting-cancelled", $"{Meeting.Title}: {Reason}", ct)) return ReviewAtHand.Tell(this);
        TempData["Done"] = "The meeting is cancelled.";
        return RedirectToPage("Meetings", new { slug });
    }

    private async Task<IActionResult?> FindAsync(string slug, long id, CancellationToken ct)
    {
        var (review, meetings, refused) = await reviews.FindMeetingsAsync(this, slug, ct);
        if (review is null) return refused;
        if (meetings.Find(m => m.Id == id && m.CanBeChangedAt(clock.GetUtcNow())) is not { } found) return NotFound();
        (Review, Meeting) = (review, found);
        return null;
    }
}
