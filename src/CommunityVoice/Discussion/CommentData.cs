using System.Text.Json.Serialization;
using CommunityVoice.OpenData;
using CommunityVoice.People;
using CommunityVoice.Voting;

namespace CommunityVoice.Discussion;

/// <summary>The section of a paper that a comment is about, as it was called in the version of then. Paper: its slug. Path: where the section is today, or what became of it.</summary>
public sealed record AboutSection(string Paper, string Anchor, string Heading, int Version, string Path)
{
    internal static AboutSection? Of(CommentSection? section, string slug) => section is null ? null
        : new(section.Document, section.Anchor, section.Heading, section.Version, $"/consultations/{slug}/documents/{section.Document}/{section.Anchor}");
}

/// <summary>A comment as open data: what the page shows of it and no more.</summary>
/// <remarks>
/// State: "visible", or why it is gone. What is gone keeps its place and says nothing else: no words, no author, no voice, no area, no time.
/// Author: the name its author chose to be shown. Body: whom they spoke for. Area: only with consent and never below ward.
/// Channel: how they told us, in the words of every table of ways. Meeting: the page of the meeting of which it is a point.
/// </remarks>
public sealed record CommentData(
    [property: JsonIgnore] long Key, long Id, long? RootId, long? ParentId, string State, string? RemovedRule, string? Author, string? Body, string? BodySlug, string? Voice,
    bool? IsOfficial, string? Area, string? Text, DateTimeOffset? PostedAt, DateTimeOffset? EditedAt, int? Supports, string? Channel, string? Meeting, string Path) : IKeyed
{
    public const string Visible = "visible";

    /// <summary>Where staff entered an answer for somebody, a number of its own: each such answer is one person, who has no name here. Of the comment, so that it tells nothing else.</summary>
    public long? AuthorNumber { get; init; }

    public AboutSection? Section { get; init; }

    /// <summary>Where others sent nearly the same words: a number that all of them have. Together they are one viewpoint.</summary>
    public long? SameWords { get; init; }

    public static CommentData Of(CommentRow c, string slug)
    {
        var path = $"/consultations/{slug}/comments/{c.Id}";
        return c.Gone == Gone.No
            ? new(c.Id, c.Id, c.RootId, c.ParentId, Visible, null, c.AuthorName, c.BodyName, c.BodySlug, c.Voice == People.Voice.NotSaid ? null : c.Voice.Word(), c.IsOfficial, c.AreaName,
                c.Words, Second(c.PostedAt), c.EditedAt is { } edited ? Second(edited) : null, c.Supports, c.Origin?.Channel.Word() ?? EntryChannelWords.OnTheSite, c.Origin?.MeetingId is { } meeting ? $"/consultations/{slug}/meetings/{meeting}" : null, path)
            { AuthorNumber = c.Origin is { MeetingId: null } ? c.Id : null, Section = AboutSection.Of(c.Section, slug) }
            : new(c.Id, c.Id, c.RootId, c.ParentId, DataCode.Of(c.Gone), c.Gone == Gone.Removed ? c.RemovedRule : null, null, null, null, null, null, null, null, null, null, null, null, null, path);
    }

    // Pages tell seconds.
    private static DateTimeOffset Second(DateTimeOffset at) => new(at.UtcTicks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, TimeSpan.Zero);
}
