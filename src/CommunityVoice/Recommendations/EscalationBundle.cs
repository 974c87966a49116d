using System.Globalization;
using System.IO.Compression;
using System.Text;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.Notifications;
using CommunityVoice.OnBehalf;
using CommunityVoice.People;
using CommunityVoice.Summaries;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Recommendations;

/// <summary>
/// Everything that a committee needs to look into recommendations, as one archive: the report, what its findings rest on, the recommendations
/// with their answers, and a list of fingerprints. Only what everybody can see is in it.
/// </summary>
public sealed class EscalationBundle(CommunityVoiceDb db, SiteAddress address, TimeProvider clock)
{
    /// <summary>The archive, as things stand now.</summary>
    public async Task<byte[]> MakeAsync(Escalation escalation, CancellationToken ct)
    {
        var version = await db.SummaryVersions.AsNoTracking().Newest().Whole().SingleAsync(v => v.SummaryId == escalation.SummaryId, ct);
        var visible = await db.Comments.Visible().Where(c => db.Citations.Any(x => x.CommentId == c.Id && x.Finding.VersionId == version.Id)).Select(c => c.Id).ToListAsync(ct);
        var today = UkTime.Today(clock);
        (string Name, string Text)[] files =
        [
            ("report.md", Report(version)),
            ("evidence.csv", Evidence(version, [.. visible])),
            ("recommendations.csv", Asked(escalation.Items.Select(i => i.Recommendation), today)),
            ("overdue.csv", Asked(escalation.Items.Select(i => i.Recommendation).Where(r => r.StateOn(today) == RecommendationState.Overdue), today)),
        ];
        var about = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"{version.Title}\n{escalation.Summary.By.Name} to {escalation.To.Name}, {UkTime.Day(escalation.SentAt):yyyy-MM-dd}\n\n")
            .Append(escalation.Reason).Append("\n\n")
            .Append(CultureInfo.InvariantCulture, $"As of {today:yyyy-MM-dd}. Kept up to date at {address.To($"/recommendations/escalations/{escalation.Id}")}\n\nSHA-256 of each file:\n");
        foreach (var (name, text) in files) about.Append(CultureInfo.InvariantCulture, $"{Hashes.Sha256(text)}  {name}\n");
        return Zip([("about.txt", about.ToString()), .. files], escalation.SentAt);
    }

    private string Report(SummaryVersion version)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"# {version.Title}\n\n{address.To($"/summaries/{version.Summary.Slug}/v{version.Number}")}\n");
        foreach (var section in version.Sections.Where(s => s.Body.Length > 0).OrderBy(s => s.Kind)) text.Append(CultureInfo.InvariantCulture, $"\n## {SectionTemplate.Of(section.Kind).Heading}\n\n{section.Body}\n");
        text.Append("\n## Findings\n");
        foreach (var (finding, number) in version.InOrder.Select((f, i) => (f, i + 1)))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n### {number}. {finding.Heading}\n\n{finding.Body}\n\nRests on {finding.Citations.Count(c => c.CommentId is not null)} comments and {finding.Citations.Count(c => c.PriorityId is not null)} results, listed in evidence.csv.\n");
        }
        return text.ToString();
    }

    private string Evidence(SummaryVersion version, HashSet<long> visible)
    {
        var consultation = version.Summary.Consultation.Slug;
        var rows = version.InOrder.SelectMany((f, i) => f.Citations.Select(c => (Number: i + 1, f.Heading, Citation: c)));
        var text = new StringBuilder(Line("finding", "heading", "kind", "address", "voice", "words"));
        foreach (var (number, heading, citation) in rows)
        {
            if (citation.Comment is { } comment)
            {
                var words = !visible.Contains(comment.Id) ? "No longer shown" : comment.IsNotToBeQuoted ? EntryConsentWords.NotQuoted : citation.Quote ?? comment.Body;
                text.Append(Line($"{number}", heading, "comment", address.To($"/consultations/{consultation}/comments/{comment.Id}"), comment.Voice.Word(), words));
            }
            else if (citation.Priority is { } priority)
            {
                text.Append(Line($"{number}", heading, "result", address.To($"/ballots/{priority.BallotId}/results"), "", priority.Title));
            }
        }
        return text.ToString();
    }

    private string Asked(IEnumerable<Recommendation> recommendations, DateOnly today)
    {
        var text = new StringBuilder(Line("number", "asked_of", "ask", "sent", "due", "state", "answer", "action", "by_when", "reason", "outcome", "address"));
        foreach (var r in recommendations.OrderBy(r => r.Number))
        {
            var answer = r.Responses.MaxBy(x => x.Number);
            text.Append(Line(
                $"{r.Number}", r.Addressee.Name, r.Ask, Day(UkTime.Day(r.SentAt!.Value)), Day(r.DueOn), r.StateOn(today).Word(), answer?.Kind.Word() ?? "", answer?.Action ?? "", Day(answer?.ByWhen),
                answer?.Reason ?? "", r.Outcomes.OrderBy(o => o.On).ThenBy(o => o.Id).LastOrDefault()?.State.Word() ?? "", address.To($"/recommendations/{r.Id}")));
        }
        return text.ToString();
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Line(params IEnumerable<string> fields) => CsvText.Line(fields);

    private static byte[] Zip(IEnumerable<(string Name, string Text)> files, DateTimeOffset at)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var (name, text) in files)
            {
                var entry = zip.CreateEntry(name);
                entry.LastWriteTime = at;
                using var content = entry.Open();
                content.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        return stream.ToArray();
    }
}
