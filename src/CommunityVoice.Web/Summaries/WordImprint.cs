using CommunityVoice.Summaries;
using CommunityVoice.Web.Pages.Summaries;

namespace CommunityVoice.Web.Summaries;

/// <summary>What stands at the end of a report: who wrote it too, who signed it, who checked its facts, who gets it, and its versions.</summary>
internal sealed class WordImprint(WordDocument word)
{
    public void Write(SummaryReading reading)
    {
        if (reading.Authors.Any())
        {
            word.Heading(1, "Who wrote it");
            word.Paragraph($"{reading.Summary.By.Name} publishes it and asked others to write it too.");
            Items(reading.Authors.Select(a => $"{a.Body.Name}: {AuthorNote.Of(a, reading.Summary.Authors)}"));
        }
        if (reading.Partners.Any())
        {
            word.Heading(1, "Who signed it");
            Items(reading.Partners.Select(p => $"{p.Body.Name}: {p.State.Word()}{(p.SignedAt is { } at ? $", {WordFile.Day(at)}" : "")}{(p.DeclineReason is { } reason ? $". {reason}" : "")}"));
        }
        if (reading.Version.FactChecks.Count > 0)
        {
            word.Heading(1, "Who checked the facts");
            foreach (var check in reading.Version.FactChecks.OrderBy(c => c.Id)) Checked(check);
        }
        if (reading.Circulation.Any())
        {
            word.Heading(1, SectionTemplate.Of(SectionKind.Circulation).Heading);
            Items(reading.Circulation);
        }
        if (reading.Versions.Count < 2) return;
        word.Heading(1, "Versions");
        Items(reading.Versions.Select(v => $"Version {v.Number}, {WordFile.Day(v.PublishedAt)}{(v.Correction is { } note ? $": {note}" : "")}"));
    }

    private void Checked(FactCheck check)
    {
        word.Paragraph($"{check.Body.Name}, shown on {WordFile.Day(check.SentAt)}: {Words.Count(check.Comments.Count, "comment", "comments")}.");
        Items(check.InOrder.Select(c => $"{c.Where}: {(c.Decision is { } decision ? $"{(decision == FactDecision.Accepted ? "accepted" : "not accepted")}. {c.Reason}" : "not decided yet.")}"));
    }

    private void Items(IEnumerable<string> lines)
    {
        var list = word.StartList(numbered: false);
        foreach (var line in lines) word.Item(list, 0, new WordPiece(line));
    }
}
