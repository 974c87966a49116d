using System.Globalization;
using CommunityVoice.Analysis.Text;
using CommunityVoice.Markup;

namespace CommunityVoice.Summaries;

/// <summary>A part of a report that says something else in the later version, word by word.</summary>
public sealed record ChangedText(string Heading, IReadOnlyList<Stretch> Words)
{
    public bool IsNew => Words.All(w => w.Change == TextChange.Added);
    public bool IsGone => Words.All(w => w.Change == TextChange.Removed);
}

/// <summary>What a later version of a summary says differently. Quoted words are named by their comment, since who said them may take them back.</summary>
public sealed record SummaryChanges(SummaryVersion From, SummaryVersion To, IReadOnlyList<ChangedText> Parts)
{
    /// <summary>Both versions are loaded whole.</summary>
    public static SummaryChanges Between(SummaryVersion from, SummaryVersion to)
    {
        var (before, after) = (Says(from, to), Says(to, from));
        var changed = after.Concat(before.Where(b => !after.Exists(a => a.Key == b.Key)))
            .Select(part => (part.Heading, Before: TextOf(before, part.Key), After: TextOf(after, part.Key))).Where(p => p.Before != p.After)
            .Select(p => new ChangedText(p.Heading, WordDiff.Between(p.Before, p.After)));
        return new(from, to, [.. changed]);
    }

    private static string TextOf(List<Part> parts, string key) => parts.Find(p => p.Key == key)?.Text ?? "";

    private static List<Part> Says(SummaryVersion version, SummaryVersion other) =>
    [
        new("title", "Title", version.Title),
        .. SectionTemplate.All.Select(s => new Part($"{s.Kind}", s.Heading, CleanText.OfMarkdown(version.Text(s.Kind)))),
        new("method", "Method in short", Lines(version.Reading?.Word(), version.Saturation?.Word(), version.Sentiment?.Word())),
        new("due", "When an answer is due", version.ResponseDueOn?.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB")) ?? ""),
        .. version.InOrder.Select((f, i) => Says(f, i + 1, other)),
        .. version.Figures.OrderBy(f => f.Kind).ThenBy(f => f.Id).Select(f => new Part($"figure {f.Kind} {f.Title}", $"Figure: {f.Title}", Says(f.View.Data))),
        // What earlier versions sent stays sent; only what the later one adds is a change.
        new("recommendations", "Recommendations added", version.Number < other.Number ? "" : Lines([.. version.Recommendations.OrderBy(r => r.Number).Select(r => $"{r.Number}. {r.Ask} ({r.Addressee.Name})")])),
    ];

    // A finding is the same one where its heading is, and otherwise the one that stands in the same place.
    private static Part Says(Finding finding, int number, SummaryVersion other)
    {
        var key = other.Findings.Exists(f => f.Heading == finding.Heading) ? $"finding {finding.Heading}" : $"finding {number}";
        var cites = finding.Citations.Select(c => c.CommentId is { } id ? $"comment {id}{(c.Quote is null ? "" : ", quoted")}" : $"result “{c.Priority?.Title}”").Order(StringComparer.Ordinal);
        return new(key, $"Finding {number}", Lines(finding.Heading, CleanText.OfMarkdown(finding.Body), $"Rests on: {string.Join("; ", cites)}"));
    }

    private static string Says(FigureData data) =>
        Lines([data.Takeaway, .. data.Rows.Select(r => $"{r.Label}: {r.Words} {r.ShareWords}".TrimEnd()), .. data.NotHeard.Select(n => $"Not heard: {n}")]);

    private static string Lines(params IEnumerable<string?> lines) => string.Join('\n', lines.Where(l => !string.IsNullOrEmpty(l)));

    private sealed record Part(string Key, string Heading, string Text);
}
