using CommunityVoice.Data;
using CommunityVoice.Reviews;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.News;

/// <summary>When the meetings of reviews are, for calendars: from a year back on, and cancelled ones too, so that they leave calendars that hold them.</summary>
public static class ReviewDates
{
    private const int Most = 60;

    public static async Task<IReadOnlyList<PlaceDate>> OfAsync(CommunityVoiceDb db, IQueryable<Review> reviews, DateOnly today, CancellationToken ct)
    {
        var meetings = await db.ReviewMeetings.AsNoTracking().Include(m => m.Review).Where(m => reviews.Any(r => r.Id == m.ReviewId))
            .OrderByDescending(m => m.StartsAt).ThenByDescending(m => m.Id).Take(Most).ToListAsync(ct);
        return [.. meetings.Select(DateOf).Where(d => d.Day >= today.AddYears(-1))];
    }

    private static PlaceDate DateOf(ReviewMeeting meeting)
    {
        string?[] words =
        [
            meeting.CancelledBecause is { } because ? $"Cancelled. {because}" : null,
            $"Part of {meeting.Review.Title}.",
            meeting.JoinLink is { } link ? $"Join online: {link}" : null,
            meeting.HowToJoin,
            meeting.AccessNeeds,
        ];
        return new($"review-meeting-{meeting.Id}", UkTime.Day(meeting.StartsAt), meeting.IsCancelled ? $"Cancelled: {meeting.Title}" : meeting.Title, string.Join('\n', words.Where(w => !string.IsNullOrEmpty(w))),
            $"/reviews/{meeting.Review.Slug}#meeting-{meeting.Id}", meeting.Revision, meeting.ChangedAt)
        { Hours = new(meeting.StartsAt, meeting.EndsAt, meeting.Where, meeting.IsCancelled) };
    }
}
