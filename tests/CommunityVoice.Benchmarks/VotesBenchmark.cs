using System.Security.Claims;
using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Data;
using CommunityVoice.People;
using CommunityVoice.Voting;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Benchmarks;

/// <summary>
/// How many votes a second the site accepts from 32 signed-in people who confirm at once (cookie, antiforgery token, paper, record entry and tally, on disk
/// before the answer), beside a Kestrel endpoint that checks the same cookie and token and writes one row to the same database through the same gate.
/// The paper says that a letter is owed; writing and sending it is work of its own, at its own pace, and left out. Target: at least 0.4 of it, on SQLite
/// and on PostgreSQL.
/// </summary>
internal static class VotesBenchmark
{
    private const int People = 32;
    private const int Rounds = 7;

    /// <summary>So that the compiler has settled, however busy the machine is.</summary>
    private const int ToWarmUp = 12000;
    private const int EachRound = 4000;

    public static async Task RunAsync()
    {
        await MeasureAsync("SQLite", null);
        await using var server = await PostgresServer.StartAsync();
        if (server is null) Console.WriteLine("votes PostgreSQL: left out, since PostgreSQL is not installed");
        else await MeasureAsync("PostgreSQL", await server.MakeDatabaseAsync("communityvoice_votes"));
    }

    private static async Task MeasureAsync(string name, string? postgres)
    {
        await using var site = await RunningSite.StartAsync(postgres, sendsLetters: false);
        var ballot = await site.AskAsync(BallotAsync);
        var people = await site.AskAsync(PeopleAsync);
        var voters = new List<Voter>();
        foreach (var person in people) voters.Add(await Voter.MakeAsync(site, person, ballot.Id, Choices(ballot)));
        await using var bare = await BareAsync(site);

        var (vote, row) = (new Uri(site.Address, $"/ballots/{ballot.Id}/check"), new Uri(new Uri(bare.Urls.Single()), "/row"));
        Task<double> VotesAsync(int count) => Voters.RateAsync(vote, voters, $"/ballots/{ballot.Id}/receipt", count);
        Task<double> RowsAsync(int count) => Voters.RateAsync(row, voters, "/written", count);
        await VotesAsync(ToWarmUp);
        await RowsAsync(ToWarmUp);
        var (ours, theirs) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            ours.Add(await VotesAsync(EachRound));
            theirs.Add(await RowsAsync(EachRound));
        }
        await CheckAsync(site, ballot.Id, ToWarmUp + Rounds * EachRound);
        var ratios = ours.Zip(theirs, (a, b) => a / b).Order().ToList();
        Console.WriteLine($"votes {name}: {ratios[ratios.Count / 2]:0.00} of a bare endpoint's rows a second ({ratios[0]:0.00} to {ratios[^1]:0.00}; " +
            $"{ours.Average():N0} votes and {theirs.Average():N0} rows a second, {People} people at once); target at least 0.40");
    }

    // Every answer was a vote: one that repeated the last choices would have left no entry. Of a stretch's first, chance may have repeated the last.
    private static async Task CheckAsync(RunningSite site, long ballot, int cast)
    {
        var entries = await site.AskAsync(db => db.LedgerEntries.CountAsync(e => e.BallotId == ballot));
        if (entries > cast || entries < cast - (1 + Rounds) * People) throw new InvalidOperationException($"{cast} answers and {entries} entries.");
        await using var scope = site.Services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<TallyCheck>().FindAsync(CancellationToken.None) is [var difference, ..]) throw new InvalidOperationException(difference);
    }

    private static async Task<WebApplication> BareAsync(RunningSite site)
    {
        await site.AskAsync(db => db.Database.ExecuteSqlRawAsync(db.Database.IsSqlite()
            ? """CREATE TABLE "BareRows" ("Id" INTEGER PRIMARY KEY, "Person" TEXT NOT NULL, "Said" TEXT NOT NULL)"""
            : """CREATE TABLE "BareRows" ("Id" BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, "Person" TEXT NOT NULL, "Said" TEXT NOT NULL)"""));
        var environment = site.Services.GetRequiredService<IHostEnvironment>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddSingleton(site.Services.GetRequiredService<IDataProtectionProvider>());
        builder.Services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme, cookie => cookie.Cookie.Name = CookieNames.Of(CookieNames.Session, environment));
        builder.Services.AddAntiforgery(antiforgery => antiforgery.Cookie.Name = CookieNames.Of(CookieNames.Antiforgery, environment));
        var app = builder.Build();
        app.UseAuthentication();
        var (gate, checks) = (site.Services.GetRequiredService<WriteGate>(), app.Services.GetRequiredService<IAntiforgery>());
        app.Run(context => WriteRowAsync(context, checks, gate));
        await app.StartAsync();
        return app;
    }

    private static async Task WriteRowAsync(HttpContext context, IAntiforgery checks, WriteGate gate)
    {
        if (context.User.Identity is not { IsAuthenticated: true })
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        await checks.ValidateRequestAsync(context);
        var (person, said) = (context.User.FindFirstValue(ClaimTypes.NameIdentifier), context.Request.Form["Choices"].ToString());
        await gate.RunAsync(work => work.ExecuteAsync("""INSERT INTO "BareRows" ("Person", "Said") VALUES (@p0, @p1)""", person, said), context.RequestAborted, "bare rows");
        context.Response.Redirect("/written");
    }

    private static async Task<Ballot> BallotAsync(CommunityVoiceDb db)
    {
        var slug = await Filler.ConsultationAsync(db, "votes", 0);
        var consultation = await db.Consultations.SingleAsync(c => c.Slug == slug);
        var ballot = new Ballot(consultation, "What should come first?", BallotRules.Dots(5, 3), consultation.OpensAt!.Value, consultation.ClosesAt);
        for (var n = 1; n <= 8; n++) ballot.Priorities.Add(new Priority(ballot, $"Priority {n}", "", n));
        db.Ballots.Add(ballot);
        await db.SaveChangesAsync();
        return ballot;
    }

    private static async Task<List<Guid>> PeopleAsync(CommunityVoiceDb db)
    {
        var people = Enumerable.Range(0, People).Select(n => new Person($"voter-{n}@example.org", $"Voter {n}", TimeProvider.System.GetUtcNow())).ToList();
        db.People.AddRange(people);
        await db.SaveChangesAsync();
        return people.ConvertAll(p => p.Id);
    }

    private static IEnumerable<string> Choices(Ballot ballot) =>
        Enumerable.Range(0, 4).Select(n => DotsText.Write([new(ballot.Priorities[n].Id, 2), new(ballot.Priorities[n + 3].Id, 2), new(ballot.Priorities[n + 4].Id, 1)]));
}
