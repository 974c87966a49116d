using CommunityVoice.Data;

namespace CommunityVoice.Consultations;

/// <summary>A paper to read before answering, in sections that can be linked to.</summary>
public sealed class Document : IShownOnPages
{
    private Document() { } // EF Core

    public Document(Consultation consultation, string title, string slug, int order) =>
        (Consultation, Title, Slug, Order) = (consultation, title, slug, order);

    public long Id { get; private set; }
    public long ConsultationId { get; private set; }
    public Consultation Consultation { get; private set; } = null!;
    public string Title { get; private set; } = "";
    public string Slug { get; private set; } = "";
    public int Order { get; private set; }

    /// <summary>Added after the consultation was published, and not public before its first version is.</summary>
    public bool AwaitsPublishing { get; private set; }

    /// <summary>The sections as staff write them; the public reads the newest version.</summary>
    public List<DocumentSection> Sections { get; } = [];

    /// <summary>What was published, oldest first; kept for good.</summary>
    public List<DocumentVersion> Versions { get; } = [];

    public IEnumerable<string> PageTags => [PageTag.Consultation(ConsultationId)];

    public void Rename(string title) => Title = title;

    public void Await() => AwaitsPublishing = true;

    /// <summary>What stood when the consultation was published becomes version 1, before anything is changed or spoken about.</summary>
    public void KeepFirst(Guid? by = null)
    {
        if (Consultation.PublishedAt is { } at && !AwaitsPublishing && Versions is [] && Sections.Count > 0) Versions.Add(new DocumentVersion(this, "", by, at));
    }

    /// <summary>Makes what staff wrote the next version.</summary>
    public DocumentVersion Publish(string note, Guid by, DateTimeOffset now)
    {
        if (Sections is []) throw new InvalidOperationException($"{Slug} has no section.");
        KeepFirst();
        var version = new DocumentVersion(this, note, by, now);
        Versions.Add(version);
        AwaitsPublishing = false;
        return version;
    }

    /// <summary>What the public reads: the newest version, or the sections as they were published with the consultation; none while there is nothing public.</summary>
    public DocumentVersion? Current() => Versions.MaxBy(v => v.Number)
        ?? (AwaitsPublishing ? null : new DocumentVersion(this, "", null, Consultation.PublishedAt ?? default));
}

/// <summary>One section of a document, with an anchor that stays when its heading changes.</summary>
public sealed class DocumentSection : IShownOnPages
{
    private DocumentSection() { } // EF Core

    public DocumentSection(Document document, string anchor, string heading, string body, int order) =>
        (Document, ConsultationId, Anchor, Heading, Body, Order) = (document, document.ConsultationId, anchor, heading, body, order);

    public long Id { get; private set; }
    public long DocumentId { get; private set; }
    public Document Document { get; private set; } = null!;
    public long ConsultationId { get; private set; }
    public string Anchor { get; private set; } = "";
    public string Heading { get; private set; } = "";

    /// <summary>Markdown by staff: tables allowed, HTML not.</summary>
    public string Body { get; private set; } = "";
    public int Order { get; private set; }

    public IEnumerable<string> PageTags => [PageTag.Consultation(ConsultationId)];

    public void Rewrite(string heading, string body, int order) => (Heading, Body, Order) = (heading, body, order);
}

/// <summary>What happened to a published consultation's dates.</summary>
public enum ConsultationChangeKind
{
    Extended,
    Closed,
}

/// <summary>A public record that dates changed: from when to when, why, by whom.</summary>
public sealed class ConsultationChange : IShownOnPages
{
    private ConsultationChange() { } // EF Core

    public ConsultationChange(Consultation consultation, ConsultationChangeKind kind, DateOnly? oldDay, DateOnly newDay, string reason, Guid byId, DateTimeOffset at) =>
        (Consultation, ConsultationId, Kind, OldDay, NewDay, Reason, ById, At) = (consultation, consultation.Id, kind, oldDay, newDay, reason, byId, at);

    public long Id { get; private set; }
    public long ConsultationId { get; private set; }
    public Consultation Consultation { get; private set; } = null!;
    public ConsultationChangeKind Kind { get; private set; }
    public DateOnly? OldDay { get; private set; }
    public DateOnly NewDay { get; private set; }
    public string Reason { get; private set; } = "";
    public Guid ById { get; private set; }
    public DateTimeOffset At { get; private set; }

    public IEnumerable<string> PageTags => [PageTag.Consultation(ConsultationId)];
}

/// <summary>A slug that once led somewhere; it redirects for good.</summary>
public sealed class FormerSlug
{
    /// <summary>The kind of a consultation's former slugs.</summary>
    public const string OfConsultation = "consultation";

    /// <summary>The kind of an area's.</summary>
    public const string OfArea = "area";

    /// <summary>The kind of an organisation's.</summary>
    public const string OfBody = "body";

    private FormerSlug() { } // EF Core

    public FormerSlug(string kind, string slug, long targetId) => (Kind, Slug, TargetId) = (kind, slug, targetId);

    public string Kind { get; private set; } = "";
    public string Slug { get; private set; } = "";
    public long TargetId { get; private set; }
}
