using CommunityVoice.Activity;
using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Areas;
using CommunityVoice.Data;
using CommunityVoice.Recommendations;
using CommunityVoice.Search;
using CommunityVoice.Summaries;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Content;

/// <summary>Writes and publishes the summary of the invented place's closed consultation, from what was said and voted there.</summary>
internal sealed class DemoReport(CommunityVoiceDb db, DemoFiles files, DemoDays days, WorkingDays workingDays)
{
    private readonly DemoSummary from = files.Themes.Summary;

    public async Task SaveAsync(CancellationToken ct)
    {
        var about = files.Consultations.Consultations.Single(c => c.Key == from.Consultation);
        if (await db.Summaries.AnyAsync(s => s.Consultation.Slug == about.Slug, ct)) return;

        var consultation = await db.Consultations.SingleAsync(c => c.Slug == about.Slug, ct);
        var editor = files.Place.People.Single(p => p.Key == from.By);
        var (body, by) = (await db.Bodies.SingleAsync(b => b.Id == consultation.AskedById, ct), await db.People.SingleAsync(p => p.Email == editor.Email, ct));
        var (started, published) = (days.At(from.CutOff, 14), days.At(from.Published, 11));

        var summary = new Summary(consultation, body, from.Slug);
        var version = summary.Start(from.Title, by.Id, started);
        version.Describe(from.Title, days.Day(from.Published + 28));
        version.Describe(from.Reading, from.Saturation, from.Sentiment);
        foreach (var (kind, text) in from.Sections) version.Write(Enum.Parse<SectionKind>(kind), text.Trim());
        db.Summaries.Add(summary);
        await db.SaveChangesAsync(ct);
        await CiteAsync(version, about, ct);
        await new Figures(db, new AreaTree(db)).FreezeAsync(version, days.At(from.CutOff), ct);
        var recommendations = new DemoRecommendations(db, files, days, workingDays);
        await recommendations.WriteAsync(version, ct);
        await db.SaveChangesAsync(ct);
        var rounds = new DemoRounds(db, files, days);
        await rounds.BeforeAsync(version, by.Id, ct);
        version.Publish(by.Id, published);
        await recommendations.SendAsync(by.Id, published, ct);
        db.ActivityEntries.Add(new ActivityEntry(by.Id, "summary.published", nameof(Summary), summary.Id, "Version 1", published));
        rounds.After(version, by.Id);
        await db.SaveChangesAsync(ct);
        await new SearchIndex(db).PutAsync(
            SearchKind.Summary, summary.Id, version.Title, string.Join("\n\n", version.Sections.Select(s => s.Body)), $"/summaries/{summary.Slug}", published, ct);
        foreach (var recommendation in version.Recommendations.Where(r => r.SentAt is not null)) await new SearchIndex(db).PutAsync(recommendation, ct);
    }

    private async Task CiteAsync(SummaryVersion version, DemoConsultation about, CancellationToken ct)
    {
        // Comments have no key of their own: what they say tells them apart.
        var texts = files.Talks.Single(t => t.Consultation == from.Consultation).Comments.Where(c => c.Key is not null).ToDictionary(c => c.Key!, c => c.Text.Trim());
        var comments = await db.Comments.Where(c => c.Consultation.Slug == about.Slug).ToListAsync(ct);
        var priorities = await db.Set<Priority>().Where(p => p.Ballot.Consultation.Slug == about.Slug && p.Ballot.Method == BallotMethod.Dots).ToListAsync(ct);
        foreach (var finding in from.Findings)
        {
            var theme = files.Themes.Themes.Single(t => t.Key == finding.Theme).Name;
            var written = version.AddFinding(finding.Title, finding.Text.Trim(), await db.Themes.Where(t => t.Name == theme).Select(t => (long?)t.Id).SingleAsync(ct));
            foreach (var key in finding.Cites.Comments) version.Cite(written, comments.Single(c => c.Body == texts[key]), finding.Quotes.Contains(key) ? texts[key] : null);
            foreach (var key in finding.Cites.Priorities) version.Cite(written, priorities.Single(p => p.Title == about.Ballot!.Priorities.Single(o => o.Key == key).Title));
        }
    }
}
