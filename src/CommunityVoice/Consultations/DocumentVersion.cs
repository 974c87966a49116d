using CommunityVoice.Data;

namespace CommunityVoice.Consultations;

/// <summary>A document as it was published: kept for good, with the words of every section then.</summary>
public sealed class DocumentVersion : IShownOnPages
{
    public const int NoteMaxLength = 500;

    private DocumentVersion() { } // EF Core

    internal DocumentVersion(Document document, string note, Guid? by, DateTimeOffset now)
    {
        (Document, DocumentId, ConsultationId, Note, ById, PublishedAt) = (document, document.Id, document.ConsultationId, note, by, now);
        Number = document.Versions.Count + 1;
        Sections.AddRange(document.Sections.OrderBy(s => s.Order).ThenBy(s => s.Id).Select((s, i) => new VersionSection(this, s, i + 1)));
    }

    public long Id { get; private set; }
    public long DocumentId { get; private set; }
    public Document Document { get; private set; } = null!;
    public long ConsultationId { get; private set; }
    public int Number { get; private set; }

    /// <summary>What changed and why; empty on the first.</summary>
    public string Note { get; private set; } = "";

    [Personal(DataClass.Contribution)]
    public Guid? ById { get; private set; }
    public DateTimeOffset PublishedAt { get; private set; }
    public List<VersionSection> Sections { get; } = [];

    public IEnumerable<VersionSection> InOrder => Sections.OrderBy(s => s.Order);

    public IEnumerable<string> PageTags => [PageTag.Consultation(ConsultationId)];
}

/// <summary>One section as a version published it. Its anchor is the same in every version.</summary>
public sealed class VersionSection : IShownOnPages
{
    private VersionSection() { } // EF Core

    internal VersionSection(DocumentVersion version, DocumentSection section, int order) =>
        (Version, ConsultationId, Anchor, Heading, Body, Order) = (version, version.ConsultationId, section.Anchor, section.Heading, section.Body, order);

    public long Id { get; private set; }
    public long VersionId { get; private set; }
    public DocumentVersion Version { get; private set; } = null!;
    public long ConsultationId { get; private set; }
    public string Anchor { get; private set; } = "";
    public string Heading { get; private set; } = "";
    public string Body { get; private set; } = "";
    public int Order { get; private set; }

    public IEnumerable<string> PageTags => [PageTag.Consultation(ConsultationId)];
}
