namespace CommunityVoice.OnBehalf;

/// <summary>A meeting that was written down, in a list. People: about how many came; they are in no total of people.</summary>
public sealed record MeetingName(string Place, DateOnly HeldOn, int People, string Groups, string Path)
{
    public static MeetingName Of(MeetingRow row, string consultation) => new(row.Place, row.HeldOn, row.People, row.Groups, MeetingData.PathOf(consultation, row.Id));
}

/// <summary>Something that was said at a meeting: the comment that it is. Its words are on its page, and in the file of comments once that may be published.</summary>
public sealed record MeetingPoint(long Comment, string Path);

/// <summary>A meeting that was written down. People: about how many came; they are in no total of people. Notes: how it went, in Markdown. By: the slug of the body that wrote it down. Points: those that can be seen.</summary>
public sealed record MeetingData(long Id, string Consultation, string Place, DateOnly HeldOn, int People, string Groups, string Notes, string By, DateTimeOffset WrittenAt, IReadOnlyList<MeetingPoint> Points, string Path)
{
    /// <summary>Of one loaded with its consultation and the body that wrote it down.</summary>
    public static MeetingData Of(Meeting m, IEnumerable<long> points) => new(
        m.Id, m.Consultation.Slug, m.Place, m.HeldOn, m.People, m.Groups, m.Notes, m.EnteredFor.Slug, m.At,
        [.. points.Select(id => new MeetingPoint(id, $"/consultations/{m.Consultation.Slug}/comments/{id}"))], PathOf(m.Consultation.Slug, m.Id));

    internal static string PathOf(string consultation, long id) => $"/consultations/{consultation}/meetings/{id}";
}
