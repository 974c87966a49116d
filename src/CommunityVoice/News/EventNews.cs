using CommunityVoice.Consultations;

namespace CommunityVoice.News;

/// <summary>What there is to tell of meetings to come, and when they are.</summary>
public static class EventNews
{
    /// <summary>Of one loaded with its consultation, which is published. Once cancelled, that alone is told.</summary>
    public static IEnumerable<NewsItem> Of(PublicEvent meeting)
    {
        var (key, path, part) = (Key(meeting), Path(meeting), $"Part of {meeting.Consultation.Title}.");
        if (meeting is { CancelledAt: { } cancelled, CancelledBecause: { } because })
        {
            yield return new($"{key}-cancelled", cancelled, $"Cancelled: {meeting.Title}", $"It was to be on {meeting.When}. {because} {part}", path);
            yield break;
        }
        var published = meeting.Consultation.PublishedAt!.Value;
        yield return new($"{key}-added", meeting.AddedAt > published ? meeting.AddedAt : published, $"Meeting: {meeting.Title}", $"{meeting.When}. {meeting.Where}. {part}", path);
        if (meeting.MovedAt is { } moved && moved > published)
            yield return new($"{key}-moved-{meeting.Moves}", moved, $"New time or place: {meeting.Title}", $"Now {meeting.When}. {meeting.Where}. {part}", path);
    }

    public static PlaceDate DateOf(PublicEvent meeting)
    {
        string?[] words =
        [
            meeting.CancelledBecause is { } because ? $"Cancelled. {because}" : null,
            $"Part of {meeting.Consultation.Title}.",
            meeting.JoinLink is { } link ? $"Join online: {link}" : null,
            meeting.HowToJoin,
            meeting.AccessNeeds,
        ];
        return new(Key(meeting), UkTime.Day(meeting.StartsAt), meeting.IsCancelled ? $"Cancelled: {meeting.Title}" : meeting.Title, string.Join('\n', words.Where(w => !string.IsNullOrEmpty(w))),
            Path(meeting), meeting.Revision, meeting.ChangedAt)
        { Hours = new(meeting.StartsAt, meeting.EndsAt, meeting.Where, meeting.IsCancelled) };
    }

    private static string Key(PublicEvent meeting) => $"event-{meeting.Id}";

    private static string Path(PublicEvent meeting) => $"/consultations/{meeting.Consultation.Slug}#meeting-{meeting.Id}";
}
