namespace CommunityVoice.News;

/// <summary>Something that happened and that whoever follows a place or a consultation is told.</summary>
/// <param name="Key">Names it for good, within this site.</param>
/// <param name="At">When it happened.</param>
/// <param name="Title">What, in a few words.</param>
/// <param name="Words">A sentence or two more.</param>
/// <param name="Path">Where to read on.</param>
public sealed record NewsItem(string Key, DateTimeOffset At, string Title, string Words, string Path);

/// <summary>A day to keep in mind.</summary>
/// <param name="Key">Names it for good, within this site, wherever the day moves.</param>
/// <param name="Day">The day, in the UK.</param>
/// <param name="Title">What, in a few words.</param>
/// <param name="Words">A sentence or two more.</param>
/// <param name="Path">Where to read on.</param>
/// <param name="Revision">Grows with each change, so that a calendar takes the newest.</param>
/// <param name="ChangedAt">When it was last changed.</param>
public sealed record PlaceDate(string Key, DateOnly Day, string Title, string Words, string Path, int Revision, DateTimeOffset ChangedAt)
{
    /// <summary>From when to when on that day, where it is not the whole day.</summary>
    public PlaceHours? Hours { get; init; }
}

/// <summary>The hours of something to go to, where that is, and whether it is called off.</summary>
public sealed record PlaceHours(DateTimeOffset From, DateTimeOffset To, string Where, bool IsCancelled);
