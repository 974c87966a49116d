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
public sealed record FigureRows(string Kind, string Title, string Takeaway, string Source, bool IsProtected, IReadOnlyList<GroupData> Rows, IReadOnlyList<string> NotHeard)
{
    internal static FigureRows Of(FigureView f) => new(DataCode.Of(f.Kind), f.Title, f.Data.Takeaway, f.Data.Source, f.Data.IsProtected, GroupData.Of(f.Data), f.Data.NotHeard);

    internal static FigureRows? OfAny(FigureView? figure) => figure is null ? null : Of(figure);
}

/// <summary>A recommendation of a summary, and where it stands.</summary>
public sealed record RecommendationName(long Id, string Ask, string Body, string State, string Path);

/// <summary>A published version, and what it changed. Its file is at its path too.</summary>
public sealed record VersionData(int Number, DateTimeOffset PublishedAt, string? Why, string Path)
{
    internal static bool IsNewest(int number, IReadOnlyList<VersionData> versions) => versions.All(v => v.Number <= number);

    /// <summary>Where a version is read: the newest where the whole is, an earlier one at an address of its own.</summary>
    internal static string PathOf(string whole, int number, IReadOnlyList<VersionData> versions) => IsNewest(number, versions) ? whole : $"{whole}/v{number}";
}

/// <summary>A summary with all that its page says. CutOffAt: the moment that its figures show.</summary>
public sealed record SummaryWhole(
    SummaryData Summary, string? Correction, string? ElectionPeriod, string? ElectionReason, DateTimeOffset? CutOffAt, DateOnly? ResponseDueOn, IReadOnlyList<SectionData> Sections, IReadOnlyList<FindingData> Findings,
    IReadOnlyList<FigureRows> Figures, IReadOnlyList<RecommendationName> Recommendations, IReadOnlyList<VersionData> Versions)
{
    /// <summary>None before reports had to say it.</summary>
    public MethodData? Method { get; init; }

    /// <summary>Who was asked to sign this version.</summary>
    public IReadOnlyList<SignatureData> Signatures { get; init; } = [];

    /// <summary>Who was asked to write it too.</summary>
    public IReadOnlyList<WriterData> Writers { get; init; } = [];

    public IReadOnlyList<FactCheckData> FactChecks { get; init; } = [];

    /// <summary>The same in easy words or other languages; of the newest version alone.</summary>
    public IReadOnlyList<VariantData> Variants { get; init; } = [];

    /// <summary>Of a version loaded whole.</summary>
    /// <param name="version">A published version.</param>
    /// <param name="recommendations">Those sent with it or before it, with their records.</param>
    /// <param name="versions">Every published version.</param>
    /// <param name="variants">Those that exist.</param>
    /// <param name="gone">Why a citation's words are no longer shown; none where they are.</param>
    /// <param name="today">The day that states are told for.</param>
    public static SummaryWhole Of(
        SummaryVersion version, IEnumerable<Recommendation> recommendations, IReadOnlyList<VersionData> versions, IEnumerable<SummaryVariant> variants, Func<Citation, string?> gone, DateOnly today)
    {
        var (summary, path, isNewest) = (version.Summary, $"/summaries/{version.Summary.Slug}", VersionData.IsNewest(version.Number, versions));
        return new(
            new(version.Id, summary.Slug, version.Title, version.Number, version.PublishedAt!.Value, version.Text(SectionKind.Summary), summary.By.Name,
                summary.Consultation.Title, summary.Consultation.Slug, summary.Consultation.Area.Name, VersionData.PathOf(path, version.Number, versions), [.. summary.CoAuthorsOf(version).Select(a => a.Body.Slug)]),
            version.Correction, version.ElectionPeriod, version.ElectionReason, version.CutOffAt, version.ResponseDueOn,
            [.. SectionTemplate.All.Where(s => version.Text(s.Kind).Length > 0).Select(s => new SectionData(DataCode.Of(s.Kind), s.Heading, version.Text(s.Kind)))],
            [.. version.InOrder.Select((f, i) => new FindingData(i + 1, f.Heading, f.Body, f.Theme?.Name,
                [.. f.Citations.OrderBy(c => c.Id).Select(c => Citation(c, summary, gone))], $"{path}/findings/{i + 1}{(isNewest ? "" : $"?version={version.Number}")}"))],
            [.. version.Figures.OrderBy(f => f.Kind).ThenBy(f => f.Id).Select(f => FigureRows.Of(f.View))],
            [.. recommendations.Select(r => new RecommendationName(r.Id, r.Ask, r.Addressee.Name, DataCode.Of(r.StateOn(today)), $"/recommendations/{r.Id}"))],
            versions)
        {
            Method = MethodData.Of(version),
            Signatures = [.. version.Partners.OrderBy(p => p.Body.Name, StringComparer.Ordinal).ThenBy(p => p.Id).Select(SignatureData.Of)],
            Writers = [.. summary.Authors.Where(a => a.AskedAt <= version.PublishedAt).OrderBy(a => a.Body.Name, StringComparer.Ordinal).ThenBy(a => a.Id).Select(a => WriterData.Of(a, version.PublishedAt))],
            FactChecks = [.. version.FactChecks.OrderBy(c => c.Id).Select(FactCheckData.Of)],
            Variants = isNewest ? [.. variants.Select(v => VariantData.Of(v, summary, version.Number))] : [],
        };
    }

    private static CitationData Citation(Citation citation, Summary summary, Func<Citation, string?> gone) => citation.Priority is { } option
        ? new("result", null, null, null, option.BallotId, option.Title, $"/ballots/{option.BallotId}/results")
        : new("comment", citation.CommentId, gone(citation) is null ? citation.Quote : null, gone(citation), null, null, $"/consultations/{summary.Consultation.Slug}/comments/{citation.CommentId}");
}
