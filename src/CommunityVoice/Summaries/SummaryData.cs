using System.Text.Json.Serialization;
using CommunityVoice.OpenData;
using CommunityVoice.Recommendations;

namespace CommunityVoice.Summaries;

/// <summary>The newest version of a published summary as open data. CoAuthors: the slugs of the bodies that wrote it too.</summary>
public sealed record SummaryData(
    [property: JsonIgnore] long Key, string Slug, string Title, int Version, DateTimeOffset PublishedAt, string InShort, string By, string Consultation, string ConsultationSlug, string Area,
    string Path, IReadOnlyList<string> CoAuthors) : IKeyed;

/// <summary>The text of one section, in Markdown.</summary>
public sealed record SectionData(string Kind, string Heading, string Text);

/// <summary>What a finding rests on: a comment, perhaps quoted, or an option in a vote. Gone: why a quotation is no longer shown.</summary>
public sealed record CitationData(string Kind, long? CommentId, string? Quote, string? Gone, long? BallotId, string? Option, string Path);

/// <summary>A finding with everything it rests on.</summary>
public sealed record FindingData(int Number, string Heading, string Text, string? Theme, IReadOnlyList<CitationData> Citations, string Path);

/// <summary>A figure as it was frozen, protected then: what to see in it, what it counts, and its rows.</summary>
public sealed record FigureRows(string Kind, string Title, string Takeaway, string Source, bool IsProtected, IReadOnlyList<GroupData> Rows, IReadOnlyList<string> NotHeard);

/// <summary>A recommendation of a summary, and where it stands.</summary>
public sealed record RecommendationName(long Id, string Ask, string Body, string State, string Path);

/// <summary>A published version of a summary.</summary>
public sealed record VersionData(int Number, DateTimeOffset PublishedAt, string? Why, string Path);

/// <summary>A summary with all that its page says. CutOffAt: the moment that its figures show.</summary>
public sealed record SummaryWhole(
    SummaryData Summary, string? Correction, string? ElectionPeriod, string? ElectionReason, DateTimeOffset? CutOffAt, DateOnly? ResponseDueOn, IReadOnlyList<SectionData> Sections, IReadOnlyList<FindingData> Findings,
    IReadOnlyList<FigureRows> Figures, IReadOnlyList<RecommendationName> Recommendations, IReadOnlyList<VersionData> Versions)
{
    /// <summary>Of a version loaded whole.</summary>
    /// <param name="version">The newest published version.</param>
    /// <param name="recommendations">Those sent with it or before it, with their records.</param>
    /// <param name="versions">Every published version.</param>
    /// <param name="gone">Why a citation's words are no longer shown; none where they are.</param>
    /// <param name="today">The day that states are told for.</param>
    public static SummaryWhole Of(SummaryVersion version, IEnumerable<Recommendation> recommendations, IReadOnlyList<VersionData> versions, Func<Citation, string?> gone, DateOnly today)
    {
        var (summary, path) = (version.Summary, $"/summaries/{version.Summary.Slug}");
        return new(
            new(version.Id, summary.Slug, version.Title, version.Number, version.PublishedAt!.Value, version.Text(SectionKind.Summary), summary.By.Name,
                summary.Consultation.Title, summary.Consultation.Slug, summary.Consultation.Area.Name, path, [.. summary.CoAuthorsOf(version).Select(a => a.Body.Slug)]),
            version.Correction, version.ElectionPeriod, version.ElectionReason, version.CutOffAt, version.ResponseDueOn,
            [.. SectionTemplate.All.Where(s => version.Text(s.Kind).Length > 0).Select(s => new SectionData(DataCode.Of(s.Kind), s.Heading, version.Text(s.Kind)))],
            [.. version.InOrder.Select((f, i) => new FindingData(i + 1, f.Heading, f.Body, f.Theme?.Name,
                [.. f.Citations.OrderBy(c => c.Id).Select(c => Citation(c, summary, gone))], $"{path}/findings/{i + 1}"))],
            [.. version.Figures.OrderBy(f => f.Kind).ThenBy(f => f.Id).Select(f => f.View).Select(f => new FigureRows(
                DataCode.Of(f.Kind), f.Title, f.Data.Takeaway, f.Data.Source, f.Data.IsProtected, GroupData.Of(f.Data), f.Data.NotHeard))],
            [.. recommendations.Select(r => new RecommendationName(r.Id, r.Ask, r.Addressee.Name, DataCode.Of(r.StateOn(today)), $"/recommendations/{r.Id}"))],
            versions);
    }

    private static CitationData Citation(Citation citation, Summary summary, Func<Citation, string?> gone) => citation.Priority is { } option
        ? new("result", null, null, null, option.BallotId, option.Title, $"/ballots/{option.BallotId}/results")
        : new("comment", citation.CommentId, gone(citation) is null ? citation.Quote : null, gone(citation), null, null, $"/consultations/{summary.Consultation.Slug}/comments/{citation.CommentId}");
}
