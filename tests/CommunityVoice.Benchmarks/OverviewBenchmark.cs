using System.Diagnostics;
using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Areas;
using CommunityVoice.Data;
using CommunityVoice.People;
using CommunityVoice.Themes;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Benchmarks;

/// <summary>
/// How much longer the overview of a place takes to make with 50,000 comments and 500,000 votes in it than with 500 and 5,000. Every kept page is thrown away
/// before each request, so that it is made anew. Target: at most 1.5 times.
/// </summary>
internal static class OverviewBenchmark
{
    private const int Rounds = 60;

    public static async Task RunAsync()
    {
        await using var site = await RunningSite.StartAsync();
        var small = new Uri(site.Address, "/areas/" + await site.AskAsync(db => PlaceAsync(db, "few", 500, 5_000)));
        var large = new Uri(site.Address, "/areas/" + await site.AskAsync(db => PlaceAsync(db, "many", 50_000, 500_000)));
        var started = Stopwatch.GetTimestamp();
        await using (var scope = site.Services.CreateAsyncScope()) await scope.ServiceProvider.GetRequiredService<AreaTallies>().RecountAsync(CancellationToken.None);
        var counting = Stopwatch.GetElapsedTime(started);
        var versions = site.Services.GetRequiredService<PageVersions>();
        using var client = new HttpClient();
        var (smalls, larges) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            smalls.Add(await TimeAsync(client, versions, small));
            larges.Add(await TimeAsync(client, versions, large));
        }
        var (a, b) = (Median(larges), Median(smalls));
        Console.WriteLine($"overview: {a / b:0.00} times as long with 50,000 comments and 500,000 votes as with 500 and 5,000 ({a:0.0} and {b:0.0} ms); target at most 1.50. Counting both in the background took {counting.TotalSeconds:0.0} s");
    }

    // A consultation, themes over its comments, and a vote on statements with its marks.
    private static async Task<string> PlaceAsync(CommunityVoiceDb db, string slug, int comments, int votes)
    {
        await Filler.ConsultationAsync(db, "of-" + slug, comments);
        db.ChangeTracker.Clear();
        var consultation = await db.Consultations.Include(c => c.Area).Include(c => c.AskedBy).SingleAsync(c => c.Slug == "of-" + slug);
        for (var t = 0; t < 12; t++)
        {
            var theme = new Theme(consultation.Area, $"Theme {t}", $"theme-{t}");
            db.Add(theme);
            await db.SaveChangesAsync();
            await db.Database.ExecuteSqlAsync($"""
                INSERT INTO "Codings" ("ThemeId", "CommentId", "ConsultationId", "ById", "At")
                SELECT {theme.Id}, "Id", "ConsultationId", {Guid.Empty}, {TimeProvider.System.GetUtcNow().UtcTicks} FROM "Comments" WHERE "ConsultationId" = {consultation.Id} AND "Id" % 12 = {t}
                """);
        }
        var ballot = new Ballot(consultation, "What do you think?", new BallotRules(BallotMethod.AgreeDisagreePass), consultation.OpensAt!.Value, consultation.ClosesAt);
        for (var s = 0; s < 100; s++) ballot.Priorities.Add(new Priority(ballot, $"Statement {s}", "", s + 1));
        db.Add(ballot);
        await db.SaveChangesAsync();
        var people = Enumerable.Range(0, votes / ballot.Priorities.Count).Select(_ => new Participant(Guid.CreateVersion7(), Voice.Resident, null)).ToList();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        db.Participants.AddRange(people);
        await db.SaveChangesAsync();
        foreach (var some in people.Chunk(200))
        {
            db.Marks.AddRange(some.SelectMany((person, i) => ballot.Priorities.Select((s, j) => new Mark(ballot.Id, s.Id, person.Id, (i + j) % 3 - 1))));
            await db.SaveChangesAsync();
            foreach (var entry in db.ChangeTracker.Entries<Mark>().ToList()) entry.State = EntityState.Detached;
        }
        db.ChangeTracker.AutoDetectChangesEnabled = true;
        await db.Ballots.Where(b => b.Id == ballot.Id).ExecuteUpdateAsync(set => set.SetProperty(b => b.SealedPapers, people.Count));
        await db.Priorities.Where(p => p.BallotId == ballot.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.SealedPeople, people.Count).SetProperty(p => p.SealedAgree, people.Count / 3));
        db.ChangeTracker.Clear();
        return consultation.Area.Slug;
    }

    private static async Task<double> TimeAsync(HttpClient client, PageVersions versions, Uri page)
    {
        versions.RaiseEverything();
        var started = Stopwatch.GetTimestamp();
        using var answer = await client.GetAsync(page);
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static double Median(List<double> times) => times.Skip(10).Order().ElementAt((times.Count - 10) / 2);
}
