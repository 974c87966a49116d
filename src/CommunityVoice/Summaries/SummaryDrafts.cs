using CommunityVoice.Activity;
using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Follows;
using CommunityVoice.News;
using CommunityVoice.Notifications;
using CommunityVoice.Recommendations;
using CommunityVoice.Search;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Summaries;

/// <summary>Starts, finds, publishes and corrects summaries.</summary>
public sealed class SummaryDrafts(CommunityVoiceDb db, Permissions permissions, SearchIndex search, Sending sending, ContributorNews news, SiteAddress address, TimeProvider clock)
{
    /// <summary>Begins a summary of a consultation at an address made from its title; none where this person acts for no body that may publish there.</summary>
    public async Task<SummaryVersion?> StartAsync(Consultation consultation, string title, Guid byId, CancellationToken ct)
    {
        if (await BodyAsync(byId, consultation.AreaId, ct) is not { } body) return null;
        var now = clock.GetUtcNow();
        var summary = new Summary(consultation, body, await FreeSlugAsync(title, ct));
        var version = summary.Start(title.Trim(), byId, now);
        db.Summaries.Add(summary);
        await db.TransactAsync(async () =>
        {
            await db.SaveChangesAsync(ct);
            db.ActivityEntries.Add(new ActivityEntry(byId, "summary.started", "Summary", summary.Id, null, now));
            await db.SaveChangesAsync(ct);
        }, ct);
        return version;
    }

    /// <summary>A version with everything it holds and cites, tracked for changing.</summary>
    public Task<SummaryVersion?> FindAsync(long versionId, CancellationToken ct) =>
        db.SummaryVersions.Whole().SingleOrDefaultAsync(v => v.Id == versionId, ct);

    /// <summary>
    /// Publishes a version that lacks nothing: its address can be found, its recommendations are sent, those it cites are told, and the record says who did it, in one transaction.
    /// </summary>
    /// <param name="version">The draft.</param>
    /// <param name="election">Why it is published in a pre-election period; none where it is published in none.</param>
    /// <param name="byId">Who publishes it.</param>
    /// <param name="ct">Stops the work.</param>
    public async Task PublishAsync(SummaryVersion version, ElectionNote? election, Guid byId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        version.Publish(byId, now, election);
        await db.TransactAsync(async () =>
        {
            var detail = version.Correction is { } note ? $"Version {version.Number}: {note}" : $"Version {version.Number}";
            db.ActivityEntries.Add(new ActivityEntry(byId, "summary.published", "Summary", version.SummaryId, detail, now));
            if (election is not null) db.ActivityEntries.Add(new ActivityEntry(byId, "summary.published-before-election", "Summary", version.SummaryId, $"Version {version.Number}: {election}", now));
            if (version.Number == 1) TellContributors(version);
            await sending.SendAsync(version, byId, now, ct);
            await db.SaveChangesAsync(ct);
            var text = string.Join("\n\n", [.. version.Sections.Select(s => s.Body), .. version.InOrder.Select(f => $"{f.Heading}\n\n{f.Body}")]);
            await search.PutAsync(SearchKind.Summary, version.SummaryId, version.Title, text, $"/summaries/{version.Summary.Slug}", now, ct);
        }, ct);
    }

    /// <summary>Begins a version that corrects the newest one. The summary is loaded with its versions whole.</summary>
    public async Task<SummaryVersion> CorrectAsync(Summary summary, string note, Guid byId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var version = summary.Correct(note.Trim(), byId, now);
        db.ActivityEntries.Add(new ActivityEntry(byId, "summary.correction-started", "Summary", summary.Id, note.Trim(), now));
        await db.SaveChangesAsync(ct);
        return version;
    }

    // Once to each person who is quoted or cited, however often.
    private void TellContributors(SummaryVersion version)
    {
        var cited = version.Findings.SelectMany(f => f.Citations).Where(c => c.Comment is { AuthorId: not null, IsOfficial: false })
            .ToLookup(c => c.Comment!.AuthorId!.Value);
        var consultation = version.Summary.Consultation;
        foreach (var person in cited)
        {
            var quoted = person.Any(c => c.Quote is not null);
            news.Owe(person.Key, PlaceNews.KeyOf(version), "summary-published", new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["title"] = consultation.Title,
                ["used"] = quoted ? "It quotes your words, without your name." : "It rests on what you and others said, your comment among them.",
                ["link"] = address.To($"/summaries/{version.Summary.Slug}"),
                ["decider"] = consultation.DecisionMaker.Length > 0 ? consultation.DecisionMaker : version.Summary.By.Name,
            });
        }
    }

    private async Task<Body?> BodyAsync(Guid personId, long areaId, CancellationToken ct)
    {
        var bodies = await permissions.BodiesAsync(personId, Capability.Publish, areaId, ct);
        var mine = (await permissions.DutiesAsync(personId, Capability.Publish, areaId, ct)).Where(b => bodies.Contains(b)).ToList(); // without those that handed theirs on
        return await db.Bodies.Where(b => mine.Contains(b.Id)).OrderBy(b => b.Id).FirstOrDefaultAsync(ct);
    }

    private async Task<string> FreeSlugAsync(string title, CancellationToken ct)
    {
        var slug = Slug.Of(title, Summary.SlugMaxLength - 4);
        var taken = await db.Summaries.Where(s => s.Slug == slug || s.Slug.StartsWith(slug + "-")).Select(s => s.Slug).ToListAsync(ct);
        return Slug.Free(slug, taken);
    }
}
