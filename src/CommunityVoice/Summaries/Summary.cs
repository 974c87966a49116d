using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Reviews;

namespace CommunityVoice.Summaries;

/// <summary>A published report on a consultation, at a permanent address. It never changes silently: a correction is a new version.</summary>
public sealed class Summary : IShownOnPages
{
    public const int SlugMaxLength = 80;

    private Summary() { } // EF Core

    public Summary(Consultation consultation, Body by, string slug)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(slug);
        (Consultation, ConsultationId, By, ById, Slug) = (consultation, consultation.Id, by, by.Id, slug);
    }

    public long Id { get; private set; }
    public string Slug { get; private set; } = "";
    public long ConsultationId { get; private set; }
    public Consultation Consultation { get; private set; } = null!;
    public long ById { get; private set; }
    public Body By { get; private set; } = null!;
    public List<SummaryVersion> Versions { get; } = [];

    /// <summary>The bodies that were asked to write it too.</summary>
    public List<SummaryAuthor> Authors { get; } = [];

    public IEnumerable<string> PageTags => [PageTag.Summary(Id), PageTag.Consultation(ConsultationId), PageTag.Lists];

    /// <summary>Those of them that write a draft, or wrote when the version was published.</summary>
    public IEnumerable<SummaryAuthor> CoAuthorsOf(SummaryVersion version) =>
        Authors.Where(a => a.StandingIn(version.PublishedAt) == Authorship.Writes).OrderBy(a => a.SignedAt).ThenBy(a => a.Id);

    public SummaryAuthor AskToWrite(Body body, DateTimeOffset now)
    {
        if (body.Id == ById || Authors.Exists(a => a.BodyId == body.Id && body.Id != 0 && a.LeftAt is null)) throw new InvalidOperationException($"{body.Slug} writes {Slug}, or is asked already.");
        var author = new SummaryAuthor(this, body, now);
        Authors.Add(author);
        return author;
    }

    /// <summary>Begins the first version from the report template.</summary>
    public SummaryVersion Start(string title, Guid byId, DateTimeOffset now)
    {
        if (Versions.Count > 0) throw new InvalidOperationException($"{Slug} was started before: correct it instead.");
        var version = new SummaryVersion(this, 1, title, byId, now);
        foreach (var section in SectionTemplate.All) version.Sections.Add(new SummarySection(version, section.Kind, section.Begin(Consultation)));
        Versions.Add(version);
        return version;
    }

    /// <summary>Begins a version that corrects the newest published one, as a copy of it with its figures.</summary>
    public SummaryVersion Correct(string note, Guid byId, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(note);
        var newest = Versions.MaxBy(v => v.Number);
        if (newest is not { PublishedAt: not null }) throw new InvalidOperationException($"{Slug} has a draft already, or nothing to correct.");
        var version = newest.CopyAs(newest.Number + 1, note, byId, now);
        Versions.Add(version);
        return version;
    }
}
