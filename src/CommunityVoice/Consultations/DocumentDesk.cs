using CommunityVoice.Activity;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Consultations;

/// <summary>What staff do with a document: write its sections, put them in order, publish the next version. Each change is recorded in its save.</summary>
public sealed class DocumentDesk(CommunityVoiceDb db, TimeProvider clock)
{
    /// <summary>With its sections, versions and consultation, for changing.</summary>
    public static Task<Document?> FindAsync(IQueryable<Document> documents, string consultation, string slug, CancellationToken ct) => documents
        .Include(d => d.Consultation).ThenInclude(c => c.Area).Include(d => d.Sections.OrderBy(s => s.Order).ThenBy(s => s.Id))
        .Include(d => d.Versions.OrderBy(v => v.Number)).ThenInclude(v => v.Sections).AsSplitQuery()
        .SingleOrDefaultAsync(d => d.Slug == slug && d.Consultation.Slug == consultation, ct);

    /// <summary>How many comments that can be seen each section has, by its anchor, whichever version they are about.</summary>
    public static Task<Dictionary<string, int>> SaidAsync(CommunityVoiceDb db, long id, CancellationToken ct) => db.Comments.Visible().Where(c => c.Section!.Version.DocumentId == id).GroupBy(c => c.Section!.Anchor)
        .Select(g => new { g.Key, Comments = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Comments, StringComparer.Ordinal, ct);

    /// <summary>The section of "document/anchor" as the public reads it now, kept as a version so that what is said about it keeps its words.</summary>
    public static async Task<VersionSection?> CurrentSectionAsync(CommunityVoiceDb db, long consultationId, string about, CancellationToken ct)
    {
        if (about.Split('/') is not [var slug, var anchor]) return null;
        if (await db.Documents.Include(d => d.Consultation).Include(d => d.Sections).Include(d => d.Versions).ThenInclude(v => v.Sections).AsSplitQuery()
            .SingleOrDefaultAsync(d => d.ConsultationId == consultationId && d.Slug == slug, ct) is not { AwaitsPublishing: false } document) return null;
        document.KeepFirst();
        await db.SaveChangesAsync(ct);
        return document.Current()?.Sections.Find(s => s.Anchor == anchor);
    }

    /// <summary>Adds a section, or changes one; its anchor stays.</summary>
    public Task SaveSectionAsync(Document document, DocumentSection? section, string heading, string body, Guid by, CancellationToken ct)
    {
        document.KeepFirst();
        if (section is not null) section.Rewrite(heading, body, section.Order);
        else document.Sections.Add(new DocumentSection(document, FreeAnchor(document, heading), heading, body, document.Sections.Count + 1));
        return RecordAsync(document, section is null ? "section.added" : "section.rewritten", heading, by, ct);
    }

    /// <summary>Takes a section out of the next version; versions that had it keep it.</summary>
    public Task RemoveSectionAsync(Document document, DocumentSection section, Guid by, CancellationToken ct)
    {
        document.KeepFirst();
        db.DocumentSections.Remove(section);
        return RecordAsync(document, "section.removed", section.Heading, by, ct);
    }

    /// <summary>Puts a section before the one above it.</summary>
    public Task MoveUpAsync(Document document, DocumentSection section, Guid by, CancellationToken ct)
    {
        document.KeepFirst();
        List<DocumentSection> inOrder = [.. document.Sections.OrderBy(s => s.Order).ThenBy(s => s.Id)];
        var at = inOrder.IndexOf(section);
        if (at > 0) (inOrder[at - 1], inOrder[at]) = (inOrder[at], inOrder[at - 1]);
        foreach (var (one, order) in inOrder.Select((s, i) => (s, i + 1))) one.Rewrite(one.Heading, one.Body, order);
        return RecordAsync(document, "section.moved", section.Heading, by, ct);
    }

    public async Task<DocumentVersion> PublishAsync(Document document, string note, Guid by, CancellationToken ct)
    {
        var version = document.Publish(note, by, clock.GetUtcNow());
        await RecordAsync(document, "document.published", FormattableString.Invariant($"version {version.Number}: {note}"), by, ct);
        return version;
    }

    private Task RecordAsync(Document document, string verb, string detail, Guid by, CancellationToken ct)
    {
        db.ActivityEntries.Add(new ActivityEntry(by, verb, nameof(Consultation), document.ConsultationId, $"{document.Title}: {detail}", clock.GetUtcNow()));
        return db.SaveChangesAsync(ct);
    }

    // An anchor that ever stood is not used again for something else.
    private static string FreeAnchor(Document document, string heading)
    {
        var wanted = Slug.Of(heading, 76);
        return Enumerable.Range(1, int.MaxValue).Select(n => n == 1 ? wanted : $"{wanted}-{n}")
            .First(a => document.Sections.TrueForAll(s => s.Anchor != a) && document.Versions.TrueForAll(v => v.Sections.TrueForAll(s => s.Anchor != a)));
    }
}
