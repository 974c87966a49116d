using CommunityVoice.Summaries;

namespace CommunityVoice.Consultations;

/// <summary>A section of a paper as a version has it. Text: Markdown. Comments: those about it that can be seen; told of the newest version alone.</summary>
public sealed record PaperSection(int Number, string Anchor, string Heading, string Text, int? Comments, string Path);

/// <summary>A section that is gone from the newest version, and about which something was said.</summary>
public sealed record PaperRemoved(string Heading, int RemovedIn, int Comments, string Path);

/// <summary>A paper to read before answering, in one version, with every version that was published. Note: what changed in it, and why; none in the first.</summary>
public sealed record PaperData(
    string Consultation, string Slug, string Title, int Version, DateTimeOffset PublishedAt, string Note, IReadOnlyList<PaperSection> Sections, IReadOnlyList<PaperRemoved> Removed, IReadOnlyList<VersionData> Versions, string Path)
{
    /// <summary>Of one loaded with its sections, versions and consultation. Said: how many comments each section has, by its anchor.</summary>
    public static PaperData Of(Document document, DocumentVersion version, IReadOnlyDictionary<string, int> said)
    {
        var path = $"/consultations/{document.Consultation.Slug}/documents/{document.Slug}";
        // Until something is changed or said, what was published with the consultation is the only version, and is not kept apart.
        IReadOnlyList<DocumentVersion> versions = document.Versions.Count == 0 ? [version] : [.. document.Versions.OrderBy(v => v.Number)];
        var isNewest = version.Number == versions[^1].Number;
        return new(
            document.Consultation.Slug, document.Slug, document.Title, version.Number, version.PublishedAt, version.Note,
            [.. version.InOrder.Select(s => new PaperSection(s.Order, s.Anchor, s.Heading, s.Body, isNewest ? said.GetValueOrDefault(s.Anchor) : null, $"{path}/{s.Anchor}"))],
            [.. SectionHistory.Removed(document.Versions).Where(r => said.ContainsKey(r.Last.Anchor)).Select(r => new PaperRemoved(r.Last.Heading, r.RemovedIn, said[r.Last.Anchor], $"{path}/{r.Last.Anchor}"))],
            [.. versions.Select(v => new VersionData(v.Number, v.PublishedAt, v.Note.Length == 0 ? null : v.Note, $"{path}/versions/{v.Number}"))],
            isNewest ? path : $"{path}/versions/{version.Number}");
    }
}
