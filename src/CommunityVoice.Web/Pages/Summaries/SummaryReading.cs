using CommunityVoice.Discussion;
using CommunityVoice.Recommendations;
using CommunityVoice.Strategies;
using CommunityVoice.Summaries;

namespace CommunityVoice.Web.Pages.Summaries;

/// <summary>Another version of a summary, to lead to.</summary>
public sealed record VersionLink(int Number, DateTimeOffset PublishedAt, string? Correction);

/// <summary>Where the answer to a summary stands.</summary>
public enum AnswerState
{
    NoDate,
    Awaited,
    Answered,
    Overdue,
}

/// <summary>A version as it is read: in public, in preview, or on paper with everything it rests on.</summary>
public sealed record SummaryReading(SummaryVersion Version, IReadOnlyList<VersionLink> Versions, DateOnly Today)
{
    public bool IsPreview { get; init; }

    /// <summary>What came of each finding, by its words.</summary>
    public ILookup<string, CameOfIt> CameOf { get; init; } = Enumerable.Empty<CameOfIt>().ToLookup(_ => "", StringComparer.Ordinal);

    /// <summary>Whether the comments it rests on follow at the end, for print.</summary>
    public bool WithEvidence { get; init; }

    /// <summary>What it recommends, in order: sent with it or with a version before it; in a preview also what would be sent.</summary>
    public IReadOnlyList<Recommendation> Recommendations { get; init; } = [];

    /// <summary>The same in easy words or other languages.</summary>
    public IReadOnlyList<SummaryVariant> Variants { get; init; } = [];

    /// <summary>What those who were asked, or who asked, reported of recommendations, the newest first.</summary>
    public IEnumerable<Outcome> Outcomes => Standing.SelectMany(r => r.Outcomes).OrderByDescending(o => o.On).ThenByDescending(o => o.Id);

    /// <summary>Who gets it, one a line.</summary>
    public IEnumerable<string> Circulation => CirculationLines(Version.Text(SectionKind.Circulation));

    public IEnumerable<Partner> Partners => Version.Partners.OrderBy(p => p.Body.Name).ThenBy(p => p.Id);

    /// <summary>Whom the body whose it is had asked to write it too when it was published.</summary>
    public IEnumerable<SummaryAuthor> Authors => Summary.Authors.Where(a => Version.IsDraft || a.AskedAt <= Version.PublishedAt).OrderBy(a => a.Body.Name).ThenBy(a => a.Id);

    /// <summary>"Rivermead Voice, with Young Northfield".</summary>
    public string Writers => string.Join(", with ", [Summary.By.Name, .. Summary.CoAuthorsOf(Version).Select(a => a.Body.Name)]);

    /// <summary>Those that still stand.</summary>
    public IEnumerable<Recommendation> Standing => Recommendations.Where(r => r.WithdrawnAt is null);

    public bool HasRecommendations => Recommendations.Count > 0 || Version.Text(SectionKind.Recommendations).Length > 0;

    public int Answered => Standing.Count(r => r.Responses.Count > 0);

    public int Overdue => Standing.Count(r => r.StateOn(Today) == RecommendationState.Overdue);

    public Summary Summary => Version.Summary;

    public VersionLink? Newest => Versions.MaxBy(v => v.Number);

    public bool IsNewest => IsPreview || Newest?.Number == Version.Number;

    public IReadOnlyList<FigureView> Figures => [.. Version.Figures.OrderBy(f => f.Kind).ThenBy(f => f.Id).Select(f => f.View)];

    public AnswerState Answer => Version.ResponseDueOn switch
    {
        _ when Standing.Any() => Overdue > 0 ? AnswerState.Overdue : Answered == Standing.Count() ? AnswerState.Answered : AnswerState.Awaited,
        null => AnswerState.NoDate,
        { } due when due < Today => AnswerState.Overdue,
        _ => AnswerState.Awaited,
    };

    /// <summary>Different comments that the findings rest on.</summary>
    public int Cited => Version.Findings.SelectMany(f => f.Citations).Where(c => c.CommentId is not null).DistinctBy(c => c.CommentId).Count();

    /// <summary>The sections to read after the findings, without those left empty.</summary>
    public IEnumerable<SectionTemplate> AfterFindings => SectionTemplate.All.Where(s =>
        s.Kind is SectionKind.MethodAndLimits or SectionKind.NewThemes or SectionKind.Feeling && Version.Text(s.Kind).Length > 0);

    public string FindingLink(int number) => $"/summaries/{Summary.Slug}/findings/{number}" + (IsNewest ? "" : $"?version={Version.Number}");

    public string CommentLink(Comment comment) => $"/consultations/{Summary.Consultation.Slug}/comments/{comment.Id}";

    /// <summary>"14 comments and 1 result".</summary>
    public static string RestsOn(Finding finding)
    {
        var comments = finding.Citations.Count(c => c.CommentId is not null);
        var results = finding.Citations.Count - comments;
        return string.Join(" and ", new[] { Counted(comments, "comment"), Counted(results, "result") }.Where(w => w.Length > 0));
    }

    /// <summary>The recommendations that rest on a finding of this version.</summary>
    public IEnumerable<Recommendation> LedTo(Finding finding) => Standing.Where(r => r.Grounds.Exists(g => g.FindingId == finding.Id));

    private static IEnumerable<string> CirculationLines(string text) =>
        text.Split('\n').Select(l => l.Trim().TrimStart('-', '*').Trim()).Where(l => l.Length > 0);

    private static string Counted(int number, string noun) => number switch
    {
        0 => "",
        1 => $"1 {noun}",
        _ => $"{number} {noun}s",
    };
}

/// <summary>What is left of a quotation: the words, or why they are no longer shown.</summary>
public static class Quoted
{
    public static string? Gone(Citation citation) => citation.Comment switch
    {
        null => null,
        { RemovedAt: not null } => "A moderator removed the comment that was quoted here.",
        { WithdrawnAt: not null } => "Whoever said this withdrew their words.",
        { IsVisible: false } => "The comment that was quoted here is being checked.",
        var comment when citation.Quote is { } quote && !Quotation.StandsIn(quote, comment.Body) => "Whoever said this has since changed their words.",
        _ => null,
    };
}
