using CommunityVoice.Data;

namespace CommunityVoice.Summaries;

/// <summary>A claim in a summary. It cites what it rests on, or the summary is not published.</summary>
public sealed class Finding : INeverOnCachedPages
{
    public const int HeadingMaxLength = 200;

    private Finding() { } // EF Core

    internal Finding(SummaryVersion version, int order, string heading, string body, long? themeId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(heading);
        (Version, VersionId, Order, Heading, Body, ThemeId) = (version, version.Id, order, heading, body, themeId);
    }

    public long Id { get; private set; }
    public long VersionId { get; private set; }
    public SummaryVersion Version { get; private set; } = null!;
    public int Order { get; private set; }
    public string Heading { get; private set; } = "";
    public string Body { get; private set; } = "";
    public long? ThemeId { get; private set; }
    public Themes.Theme? Theme { get; private set; }
    public List<Citation> Citations { get; } = [];

    internal void Rewrite(string heading, string body, long? themeId, int order)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(heading);
        (Heading, Body, ThemeId, Order) = (heading, body, themeId, order);
    }

    /// <summary>Cites something once: again is the same citation.</summary>
    internal Citation Cite(Citation citation)
    {
        if (Citations.Find(c => c.CommentId == citation.CommentId && c.PriorityId == citation.PriorityId) is { } known) return known;
        Citations.Add(citation);
        return citation;
    }

    internal Finding CopyTo(SummaryVersion version)
    {
        var copy = new Finding(version, Order, Heading, Body, ThemeId);
        copy.Citations.AddRange(Citations.Select(c => new Citation(copy, c.CommentId, c.PriorityId, c.Quote, c.Comment, c.Priority)));
        return copy;
    }
}

/// <summary>The link from a finding to a comment, perhaps quoted, or to a result.</summary>
public sealed class Citation : INeverOnCachedPages
{
    private Citation() { } // EF Core

    internal Citation(Finding finding, long? commentId, long? priorityId, string? quote, Discussion.Comment? comment = null, Voting.Priority? priority = null)
    {
        if ((commentId is null) == (priorityId is null)) throw new ArgumentException("A citation names a comment or a result.", nameof(commentId));
        (Finding, FindingId, CommentId, PriorityId, Quote) = (finding, finding.Id, commentId, priorityId, quote);
        (Comment, Priority) = (comment, priority);
    }

    public long Id { get; private set; }
    public long FindingId { get; private set; }
    public Finding Finding { get; private set; } = null!;
    public long? CommentId { get; private set; }
    public Discussion.Comment? Comment { get; private set; }
    public long? PriorityId { get; private set; }
    public Voting.Priority? Priority { get; private set; }

    /// <summary>The words quoted, which must stand in the comment.</summary>
    [Personal(DataClass.Contribution)]
    public string? Quote { get; private set; }

    internal void Say(string? quote) => Quote = quote;
}

/// <summary>Whether words stand in a text exactly; only how they are broken into lines does not matter.</summary>
public static class Quotation
{
    public const int MaxLength = 2000;

    public static bool StandsIn(string quote, string text) =>
        !string.IsNullOrWhiteSpace(quote) && OneSpace(text).Contains(OneSpace(quote), StringComparison.Ordinal);

    private static string OneSpace(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
