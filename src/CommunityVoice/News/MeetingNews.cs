using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Reviews;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.News;

/// <summary>What there is to tell of meetings to come, and when they are: of consultations and of reviews alike.</summary>
public static class MeetingNews
{
    private const int Most = 60;

    /// <summary>What happened to the meetings of these reviews.</summary>
    public static async Task<IReadOnlyList<NewsItem>> NewestAsync(CommunityVoiceDb db, IQueryable<Review> reviews, CancellationToken ct) =>
        [.. (await MeetingsAsync(db, reviews, ct)).SelectMany(Of)];

    /// <summary>When the meetings of these reviews are, from a year back on, and cancelled ones too, so that they leave calendars that hold them.</summary>
    public static async Task<IReadOnlyList<PlaceDate>> DatesAsync(CommunityVoiceDb db, IQueryable<Review> reviews, DateOnly today, CancellationToken ct) =>
        [.. (await MeetingsAsync(db, reviews, ct)).Select(DateOf).Where(d => d.Day >= today.AddYears(-1))];

    /// <summary>Of one loaded with what it is part of, which is public. Once cancelled, that alone is told.</summary>
    public static IEnumerable<NewsItem> Of(OpenMeeting meeting)
    {
        var part = $"Part of {meeting.PartOf}.";
        if (meeting is { CancelledAt: { } cancelled, CancelledBecause: { } because })
        {
            yield return new($"{meeting.Key}-cancelled", cancelled, $"Cancelled: {meeting.Title}", $"It was to be on {meeting.When}. {because} {part}", meeting.Path);
            yield break;
        }
        var since = meeting.PublicSince!.Value;
        yield return new($"{meeting.Key}-added", since, $"Meeting: {meeting.Title}", $"{meeting.When}. {meeting.Where}. {part}", meeting.Path);
        if (meeting.MovedAt is { } moved && moved > since)
            yield return new($"{meeting.Key}-moved-{meeting.Moves}", moved, $"New time or place: {meeting.Title}", $"Now {meeting.When}. {meeting.Where}. {part}", meeting.Path);
    }

    public static PlaceDate DateOf(OpenMeeting meeting)
    {
        string?[] words =
        [
            meeting.CancelledBecause is { } because ? $"Cancelled. {because}" : null,
            $"Part of {meeting.PartOf}.",
            meeting.JoinLink is { } link ? $"Join online: {link}" : null,
            meeting.HowToJoin,
            meeting.AccessNeeds,
        ];
        return new(meeting.Key, UkTime.Day(meeting.StartsAt), meeting.IsCancelled ? $"Cancelled: {meeting.Title}" : meeting.Title, string.Join('\n', words.Where(w => !string.IsNullOrEmpty(w))),
            meeting.Path, meeting.Revision, meeting.ChangedAt)
        { Hours = new(meeting.StartsAt, meeting.EndsAt, meeting.Where, meeting.IsCancelled) };
    }

    private static Task<List<ReviewMeeting>> MeetingsAsync(CommunityVoiceDb db, IQueryable<Review> reviews, CancellationToken ct) =>
        db.ReviewMeetings.AsNoTracking().Include(m => m.Review).Where(m => reviews.Any(r => r.Id == m.ReviewId)).OrderByDescending(m => m.StartsAt).ThenByDescending(m => m.Id).Take(Most).ToListAsync(ct);
}
