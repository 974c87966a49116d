using CommunityVoice.Activity;
using CommunityVoice.AnnualReports;
using CommunityVoice.Data;
using CommunityVoice.Search;
using CommunityVoice.Strategies;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Content;

/// <summary>An editor's words around the figures of the demo's year.</summary>
public sealed class DemoAnnualFile
{
    public required string By { get; init; }
    public required string Author { get; init; }
    public required string InShort { get; init; }
    public required string Shows { get; init; }
    public required string Next { get; init; }
}

/// <summary>Publishes the voice body's report on the year so far, and leaves a draft on the year before.</summary>
internal sealed class DemoAnnual(CommunityVoiceDb db, DemoFiles files, DateTimeOffset now)
{
    private readonly DemoAnnualFile from = files.Annual;

    public async Task SaveAsync(CancellationToken ct)
    {
        if (await db.AnnualReports.AnyAsync(ct)) return;
        var (name, email) = (files.Place.Bodies.Single(b => b.Key == from.By).Name, files.Place.People.Single(p => p.Key == from.Author).Email);
        var body = await db.Bodies.SingleAsync(b => b.Name == name, ct);
        var by = await db.People.SingleAsync(p => p.Email == email, ct);
        var (figures, year) = (new AnnualFigures(db, new AnnualOutcomes(db)), FinancialYear.Of(UkTime.Day(now)));
        var report = new AnnualReport(body, year, await figures.CountAsync(body.Id, year, now, ct), by.Id, now);
        report.Write(new($"{report.Title}: the year so far", from.InShort.Trim(), from.Shows.Trim(), from.Next.Trim()));
        report.Publish(by.Id, now);
        var draft = new AnnualReport(body, year - 1, await figures.CountAsync(body.Id, year - 1, now, ct), by.Id, now);
        db.AnnualReports.AddRange(report, draft);
        await db.SaveChangesAsync(ct);
        db.ActivityEntries.Add(new ActivityEntry(by.Id, "annual-report.published", nameof(AnnualReport), report.Id, "Version 1", now));
        db.ActivityEntries.Add(new ActivityEntry(by.Id, "annual-report.started", nameof(AnnualReport), draft.Id, null, now));
        await db.SaveChangesAsync(ct);
        await new SearchIndex(db).PutAsync(SearchKind.AnnualReport, report.Id, report.Title, string.Join("\n\n", report.InShort, report.WhatItShows, report.WhatNext), $"/annual-reports/{report.Slug}", now, ct);
    }
}
