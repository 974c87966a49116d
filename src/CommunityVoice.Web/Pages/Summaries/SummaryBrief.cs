using CommunityVoice.Markup;
using CommunityVoice.Recommendations;
using CommunityVoice.Summaries;

namespace CommunityVoice.Web.Pages.Summaries;

/// <summary>What fits on one printed page of a summary: every text is cut, and everything opens the report.</summary>
public sealed class SummaryBrief(SummaryReading reading)
{
    private const int Most = 3;
    private const int MostWordsOfText = 260;
    private const int MostOfFinding = 150;

    public SummaryReading Reading { get; } = reading;

    public string InShort => Words.Cut(CleanText.OneLine(CleanText.OfMarkdown(Reading.Version.Text(SectionKind.Summary))), MostWordsOfText);

    public IReadOnlyList<(int Number, string Heading, string Text, string RestsOn)> Findings =>
    [
        .. Reading.Version.InOrder.Take(Most).Select((f, i) =>
            (i + 1, f.Heading, Words.Cut(CleanText.OneLine(CleanText.OfMarkdown(f.Body)), MostOfFinding), SummaryReading.RestsOn(f))),
    ];

    public int MoreFindings => Math.Max(0, Reading.Version.Findings.Count - Most);

    /// <summary>What waits for an answer, what has waited longest first.</summary>
    public IReadOnlyList<Recommendation> Asks => [.. Reading.Standing.Where(r => r.WaitsForAnswer).OrderBy(r => r.DueOn).ThenBy(r => r.Id).Take(Most)];

    public int MoreAsks => Math.Max(0, Reading.Standing.Count(r => r.WaitsForAnswer) - Most);

    /// <summary>The sentences that say how many there were, as they were frozen.</summary>
    public IReadOnlyList<string> Numbers =>
    [
        .. Reading.Figures.Where(f => f.Kind is FigureKind.HeardByVoice).Select(f => f.Data.Takeaway),
        .. Reading.Figures.Where(f => f.Kind is FigureKind.TopPriorities).Take(1).Select(f => $"{f.Data.Takeaway} {Words.Cut(f.Data.Source, 120)}"),
    ];
}
