using CommunityVoice.Consultations;
using CommunityVoice.Content;
using CommunityVoice.Recommendations;

namespace CommunityVoice.Summaries;

/// <summary>What a version must hold before it is published: rules R-B2, R-B3, R-B8 and R-B15. It must be loaded with everything it cites.</summary>
public static class PublishingLacks
{
    public const string Figures = "Figures";
    public const string Findings = "Findings";

    public const string Clock = "Clock";
    public const string Method = "Method";
    public const string Answer = "Answer";
    public const string Policy = "Policy";

    /// <summary>The page that says how topics are chosen, which must stand before the first report (rule R-B10).</summary>
    public const string PolicyPage = "how-we-choose-topics";

    /// <summary>The field of a recommendation: "Recommendation.12".</summary>
    public static string Field(Recommendation recommendation) => $"Recommendation.{recommendation.Id}";

    /// <summary>The field of a section: "Section.Response".</summary>
    public static string Field(SectionKind kind) => $"Section.{kind}";

    /// <summary>The field of a finding: "Finding.12".</summary>
    public static string Field(Finding finding) => $"Finding.{finding.Id}";

    /// <summary>What the site itself lacks before anything can be published.</summary>
    public static Lack? Of(ContentLibrary library) => library.Find(PolicyPage) is not null ? null
        : new Lack(Policy, $"Whoever runs this site must first add the page /{PolicyPage}, which says how topics are chosen");

    public static IReadOnlyList<Lack> Of(SummaryVersion version)
    {
        var lacks = new List<Lack>();
        foreach (var section in SectionTemplate.All.Where(s => s.IsRequired && string.IsNullOrWhiteSpace(version.Text(s.Kind))))
        {
            lacks.Add(new Lack(Field(section.Kind), $"Write the section “{section.Heading}”"));
        }
        if (version.Reading is null || version.Saturation is null || version.Sentiment is null) lacks.Add(new Lack(Method, "Say how comments were read, whether saturation was reached, and how people felt"));
        if (version is { ResponseDueOn: null, Recommendations.Count: 0, Number: 1 }) lacks.Add(new Lack(Answer, "Say by when an answer is due, or add a recommendation"));
        if (version.Findings.Count == 0) lacks.Add(new Lack(Findings, "Add at least one finding"));
        foreach (var (finding, number) in version.InOrder.Select((f, i) => (f, i + 1))) AddFindingLacks(finding, number, lacks);
        if (version.CutOffAt is null || version.Figures.Count == 0) lacks.Add(new Lack(Figures, "Freeze the figures"));
        foreach (var (recommendation, number) in version.Recommendations.OrderBy(r => r.Id).Select((r, i) => (r, i + 1)).Where(r => r.r.Grounds.Count == 0))
        {
            lacks.Add(new Lack(Field(recommendation), $"Choose the findings that recommendation {number} rests on"));
        }
        return lacks;
    }

    private static void AddFindingLacks(Finding finding, int number, List<Lack> lacks)
    {
        if (string.IsNullOrWhiteSpace(finding.Body)) lacks.Add(new Lack(Field(finding), $"Write what finding {number} says"));
        if (finding.Citations.Count == 0) lacks.Add(new Lack(Field(finding), $"Choose the comments or results that finding {number} rests on"));
        foreach (var citation in finding.Citations.Where(c => c.CommentId is not null))
        {
            var comment = citation.Comment ?? throw new InvalidOperationException("Load the cited comments first.");
            if (!comment.IsVisible) lacks.Add(new Lack(Field(finding), $"Comment {comment.Id}, cited by finding {number}, was {(comment.RemovedAt is null ? "withdrawn" : "removed")}: take it out"));
            else if (citation.Quote is { } quote && !Quotation.StandsIn(quote, comment.Body)) lacks.Add(new Lack(Field(finding), $"Comment {comment.Id}, quoted by finding {number}, no longer says these words: change the quotation"));
        }
    }
}
