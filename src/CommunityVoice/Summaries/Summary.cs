using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;

namespace CommunityVoice.Summaries;

/// <summary>A published report on a consultation, at a permanent address. It never changes silently: a correction is a new version.</summary>
public sealed class Summary : IShownOnPages
{
    private Summary() { } // EF Core

    public Summary(Consultation consultation, Body by, string slug) =>
        (Consultation, ConsultationId, By, ById, Slug) = (consultation, consultation.Id, by, by.Id, slug);

    public long Id { get; private set; }
    public string Slug { get; private set; } = "";
    public long ConsultationId { get; private set; }
    public Consultation Consultation { get; private set; } = null!;
    public long ById { get; private set; }
    public Body By { get; private set; } = null!;
    public List<SummaryVersion> Versions { get; } = [];

    public IEnumerable<string> PageTags => [PageTag.Summary(Id), PageTag.Consultation(ConsultationId), PageTag.Lists];
}

/// <summary>One version of a summary: a draft until it is published, fixed from then on.</summary>
public sealed class SummaryVersion : IShownOnPages
{
    private SummaryVersion() { } // EF Core

    public SummaryVersion(Summary summary, int number, string title, Guid startedById, DateTimeOffset now) =>
        (Summary, SummaryId, Number, Title, StartedById, StartedAt) = (summary, summary.Id, number, title, startedById, now);

    public long Id { get; private set; }
    public long SummaryId { get; private set; }
    public Summary Summary { get; private set; } = null!;
    public int Number { get; private set; }
    public string Title { get; private set; } = "";
    public Guid StartedById { get; private set; }
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>The moment the figures show; later comments and papers are not in them.</summary>
    public DateTimeOffset? CutOffAt { get; private set; }
    public DateTimeOffset? PublishedAt { get; private set; }
    public Guid? PublishedById { get; private set; }

    /// <summary>What a later version corrects, shown beside it.</summary>
    public string? Correction { get; private set; }
    public int Edits { get; private set; }

    public List<SummarySection> Sections { get; } = [];
    public List<Finding> Findings { get; } = [];
    public List<Figure> Figures { get; } = [];

    public IEnumerable<string> PageTags => [PageTag.Summary(SummaryId), PageTag.Lists];
}

/// <summary>The sections of the report template.</summary>
public enum SectionKind
{
    Summary,
    WhyWeDidThis,
    WhoWeHeardFrom,
    MethodAndLimits,
    Response,
    WhatHappensNext,
}

/// <summary>The text of one section of a version, in Markdown.</summary>
public sealed class SummarySection : INeverOnCachedPages
{
    private SummarySection() { } // EF Core

    public SummarySection(SummaryVersion version, SectionKind kind, string body) => (Version, Kind, Body) = (version, kind, body);

    public long VersionId { get; private set; }
    public SummaryVersion Version { get; private set; } = null!;
    public SectionKind Kind { get; private set; }
    public string Body { get; private set; } = "";

    internal void Rewrite(string body) => Body = body;
}

/// <summary>A claim in a summary. It cites what it rests on, or the summary is not published.</summary>
public sealed class Finding : INeverOnCachedPages
{
    private Finding() { } // EF Core

    public Finding(SummaryVersion version, int order, string heading, string body, long? themeId) =>
        (Version, VersionId, Order, Heading, Body, ThemeId) = (version, version.Id, order, heading, body, themeId);

    public long Id { get; private set; }
    public long VersionId { get; private set; }
    public SummaryVersion Version { get; private set; } = null!;
    public int Order { get; private set; }
    public string Heading { get; private set; } = "";
    public string Body { get; private set; } = "";
    public long? ThemeId { get; private set; }
    public Themes.Theme? Theme { get; private set; }
    public List<Citation> Citations { get; } = [];

    internal void Rewrite(string heading, string body, long? themeId, int order) =>
        (Heading, Body, ThemeId, Order) = (heading, body, themeId, order);
}

/// <summary>The link from a finding to a comment, perhaps quoted, or to a result.</summary>
public sealed class Citation : INeverOnCachedPages
{
    private Citation() { } // EF Core

    public Citation(Finding finding, long? commentId, long? priorityId, string? quote)
    {
        if ((commentId is null) == (priorityId is null)) throw new ArgumentException("A citation names a comment or a result.", nameof(commentId));
        (Finding, FindingId, CommentId, PriorityId, Quote) = (finding, finding.Id, commentId, priorityId, quote);
    }

    public long Id { get; private set; }
    public long FindingId { get; private set; }
    public Finding Finding { get; private set; } = null!;
    public long? CommentId { get; private set; }
    public Discussion.Comment? Comment { get; private set; }
    public long? PriorityId { get; private set; }
    public Voting.Priority? Priority { get; private set; }

    /// <summary>The words quoted, which must stand in the comment.</summary>
    public string? Quote { get; private set; }
}

/// <summary>What a figure shows.</summary>
public enum FigureKind
{
    TopPriorities,
    Themes,
    HeardByVoice,
    HeardByArea,
}

/// <summary>Frozen data behind a chart, already through disclosure control.</summary>
public sealed class Figure : INeverOnCachedPages
{
    private Figure() { } // EF Core

    public Figure(SummaryVersion version, FigureKind kind, string title, string data) => (Version, Kind, Title, Data) = (version, kind, title, data);

    public long Id { get; private set; }
    public long VersionId { get; private set; }
    public SummaryVersion Version { get; private set; } = null!;
    public FigureKind Kind { get; private set; }
    public string Title { get; private set; } = "";

    /// <summary>JSON rows as they were at the cut-off.</summary>
    public string Data { get; private set; } = "";
}
