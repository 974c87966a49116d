using CommunityVoice.Activity;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Search;
using CommunityVoice.Strategies;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.AnnualReports;

/// <summary>Makes, freezes, publishes and corrects annual reports, for those who publish for their body.</summary>
public sealed class AnnualReportDesk(CommunityVoiceDb db, Permissions permissions, AnnualFigures figures, SearchIndex search, TimeProvider clock)
{
    /// <summary>The bodies that this person writes reports for: their own, and those whose work came to it.</summary>
    public async Task<List<Body>> BodiesAsync(Guid personId, CancellationToken ct)
    {
        var bodies = await permissions.DutiesAsync(personId, Capability.Publish, ct);
        return await db.Bodies.Where(b => bodies.Contains(b.Id)).OrderBy(b => b.Name).ThenBy(b => b.Id).ToListAsync(ct);
    }

    /// <summary>The years that can be reported on, the newest first: from the first question these bodies asked, and at least the last whole year and the one that runs.</summary>
    public async Task<IReadOnlyList<int>> YearsAsync(IReadOnlyList<Body> bodies, CancellationToken ct)
    {
        var (ids, now) = (bodies.Select(b => b.Id).ToList(), FinancialYear.Of(UkTime.Today(clock)));
        var first = await db.Consultations.Published().Where(c => ids.Contains(c.AskedById) || db.Summaries.Any(s => s.ConsultationId == c.Id && ids.Contains(s.ById))).MinAsync(c => c.OpensAt, ct);
        var from = Math.Min(first is { } at ? FinancialYear.Of(UkTime.Day(at)) : now, now - 1);
        return [.. Enumerable.Range(from, now - from + 1).Reverse()];
    }

    public Task<AnnualReport?> FindAsync(long id, CancellationToken ct) => db.AnnualReports.Include(r => r.By).SingleOrDefaultAsync(r => r.Id == id, ct);

    /// <summary>The newest version of a body's report on a year, draft or not.</summary>
    public Task<AnnualReport?> NewestAsync(long bodyId, int year, CancellationToken ct) =>
        db.AnnualReports.Where(r => r.ById == bodyId && r.Year == year).OrderByDescending(r => r.Number).FirstOrDefaultAsync(ct);

    /// <summary>Makes a draft with the figures of the year as they are now; none where somebody else made it in the same instant.</summary>
    public async Task<AnnualReport?> StartAsync(Body body, int year, Guid byId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var report = new AnnualReport(body, year, await figures.CountAsync(body.Id, year, now, ct), byId, now);
        db.AnnualReports.Add(report);
        return await db.TransactAsync(async () =>
        {
            if (!await db.TrySaveAsync(ct)) return false;
            Record(report, "started", null, byId);
            await db.SaveChangesAsync(ct);
            return true;
        }, ct) ? report : null;
    }

    /// <summary>Takes the figures as they are now; the caller saves.</summary>
    public async Task FreezeAsync(AnnualReport report, Guid byId, CancellationToken ct)
    {
        report.Freeze(await figures.CountAsync(report.ById, report.Year, clock.GetUtcNow(), ct), clock.GetUtcNow());
        Record(report, "figures-frozen", $"Version {report.Number}", byId);
    }

    /// <summary>Publishes it: its address can be found, and the record says who did it, in one transaction.</summary>
    public async Task PublishAsync(AnnualReport report, Guid byId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        report.Publish(byId, now);
        await db.TransactAsync(async () =>
        {
            Record(report, "published", report.Correction is { } note ? $"Version {report.Number}: {note}" : $"Version {report.Number}", byId);
            await db.SaveChangesAsync(ct);
            var first = await db.AnnualReports.Where(r => r.Slug == report.Slug).MinAsync(r => r.Id, ct); // all versions are one thing to find
            await search.PutAsync(SearchKind.AnnualReport, first, report.Title, string.Join("\n\n", report.InShort, report.WhatItShows, report.WhatNext), $"/annual-reports/{report.Slug}", now, ct);
        }, ct);
    }

    /// <summary>Begins a version that corrects the newest one; none where there is one already.</summary>
    public async Task<AnnualReport?> CorrectAsync(AnnualReport newest, string note, Guid byId, CancellationToken ct)
    {
        var report = newest.Correct(note, byId, clock.GetUtcNow());
        db.AnnualReports.Add(report);
        Record(newest, "correction-started", note, byId);
        return await db.TrySaveAsync(ct) ? report : null;
    }

    private void Record(AnnualReport report, string what, string? detail, Guid byId) =>
        db.ActivityEntries.Add(new ActivityEntry(byId, $"annual-report.{what}", nameof(AnnualReport), report.Id, detail, clock.GetUtcNow()));
}
