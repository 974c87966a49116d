using CommunityVoice.Analysis.Ballots;
using CommunityVoice.People;
using CommunityVoice.Voting;
using CommunityVoice.Web.Voting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityVoice.Tests.Voting;

/// <summary>Very many votes at once, and a process that is killed among them: papers, ledger and tally always agree, and what was acknowledged is there.</summary>
public sealed class LoadTests : SiteTest
{
    private const int Clients = 8;
    private const int Voters = 1000;
    private const int OverHttp = 80;

    [Fact]
    public async Task A_thousand_voters_with_eight_clients_and_a_hundred_duplicates_of_ten_leave_exactly_their_papers()
    {
        var ballot = await Site.SaveAsync(A.Ballot(A.Consultation()));
        var people = Enumerable.Range(0, OverHttp).Select(_ => A.Person()).ToArray();
        var others = Enumerable.Range(0, Voters - OverHttp).Select(_ => new Participant(Guid.NewGuid())).ToArray();
        await Site.SaveAsync(people[0], [.. people[1..], .. others]);
        List<Func<Task>> work =
        [
            .. people.Select((p, i) => (Func<Task>)(() => VoteAsync(ballot, p, Dots(ballot, i)))),
            .. others.Select((p, i) => (Func<Task>)(() => CastAsync(ballot, p.Id, Dots(ballot, i)))),
            .. others.Take(10).SelectMany((p, n) => Enumerable.Range(0, 100).Select(i => (Func<Task>)(() => CastAsync(ballot, p.Id, Dots(ballot, i + n))))),
        ];

        await InParallelAsync(work);

        var papers = await Site.AskAsync(db => db.BallotPapers.AsNoTracking().Where(p => p.BallotId == ballot.Id).ToListAsync());
        var entries = await Site.AskAsync(db => db.LedgerEntries.AsNoTracking().Where(e => e.BallotId == ballot.Id).Select(e => new BallotEntry(e.Commitment, e.Choices, e.Supersedes, null)).ToListAsync());
        var (byPapers, byLedger) = (BallotTally.OfChoices(BallotMethod.Dots, papers.Select(p => p.Choices)), BallotTally.Of(BallotMethod.Dots, entries));
        Assert.Equal(Voters, papers.Select(p => p.ParticipantId).Distinct().Count());
        Assert.Equal((Voters, Voters), (papers.Count, byLedger.Papers));
        Assert.Equal(papers.Sum(p => p.Revision), entries.Count);
        Assert.Equal(byPapers.Options, byLedger.Options);
        Assert.Equal((Voters, byPapers.Options.Values.Sum(o => o.Dots)), await Site.AskAsync(async db =>
            (await db.Ballots.Select(b => b.Papers).SingleAsync(), await db.Priorities.SumAsync(p => p.Dots))));
        Assert.Equal(OverHttp, await Site.AskAsync<ReceiptLetters, int>(l => l.WriteOwedAsync(default)));
        await AllTalliesAgreeAsync();
        Site.Clock.GoTo(ballot.ClosesAt!.Value);
        await Site.AskAsync<Sealer, int>(s => s.SealDueAsync(default));
        await AllTalliesAgreeAsync();
    }

    [Fact]
    public async Task A_process_killed_ten_times_while_people_vote_loses_no_vote_that_it_acknowledged()
    {
        // The real site runs by the real clock; this one makes the cookies and tickets, and looks at the database afterwards.
        Site.Clock.GoTo(TimeProvider.System.GetUtcNow());
        var today = UkTime.Today(TimeProvider.System);
        var ballot = await Site.SaveAsync(A.Ballot(A.Consultation(opens: today.AddDays(-3), closes: today.AddDays(3))));
        var people = Enumerable.Range(0, Clients).Select(_ => A.Person()).ToArray();
        await Site.SaveAsync(people[0], people[1..]);
        var voters = new List<PersistentVoter>();
        foreach (var person in people) voters.Add(await PersistentVoter.MakeAsync(Site, ballot, person.Id));

        var folder = Directory.CreateTempSubdirectory("communityvoice-killed-").FullName;
        var settings = Site.DatabaseSettings.ToDictionary(s => s.Key.Replace(":", "__", StringComparison.Ordinal), s => s.Value, StringComparer.Ordinal);
        settings["Mail__PickupFolder"] = Path.Combine(folder, "letters");
        for (var round = 0; round < 10; round++)
        {
            await using var process = await SiteProcess.StartAsync(folder, "Test", settings);
            using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = process.Address };
            var before = voters.Sum(v => v.Acknowledged.Count);
            var voting = voters.ConvertAll(v => Task.Run(() => v.VoteUntilItDiesAsync(http)));
            // Each round's kill comes at another moment: once so many votes have been acknowledged.
            while (voters.Sum(v => v.Acknowledged.Count) < before + 10 + 3 * round && !voting.Exists(v => v.IsCompleted)) await Task.Delay(5);
            await process.KillAsync();
            await Task.WhenAll(voting);
        }
        Directory.Delete(folder, recursive: true);

        var entries = await Site.AskAsync(db => db.LedgerEntries.AsNoTracking().Where(e => e.BallotId == ballot.Id).ToDictionaryAsync(e => e.Commitment, e => e.Choices));
        var acknowledged = voters.SelectMany(v => v.Acknowledged).ToList();
        Assert.True(acknowledged.Count >= 100, $"Only {acknowledged.Count} votes were acknowledged.");
        Assert.All(acknowledged, a => Assert.Equal(a.Choices, entries.GetValueOrDefault(LedgerText.Commit(a.Receipt, a.Choices))));
        Assert.Equal(Clients, await Site.AskAsync(db => db.BallotPapers.CountAsync(p => p.BallotId == ballot.Id && p.Choices != "")));
        // Whoever was not told before the last kill is told by the next start: everybody has a letter with what counts now.
        await Site.AskAsync<ReceiptLetters, int>(l => l.WriteOwedAsync(default));
        var (letters, receipts) = (await Site.AskAsync(db => db.Letters.Where(l => l.Kind == "vote-receipt").Select(l => l.Text).ToListAsync()),
            await Site.AskAsync(db => db.BallotPapers.Where(p => p.BallotId == ballot.Id).Select(p => p.Receipt).ToListAsync()));
        Assert.All(receipts, r => Assert.Single(letters, l => l.Contains(ReceiptCode.Show(r), StringComparison.Ordinal)));
        await AllTalliesAgreeAsync();
    }

    // Fetches the page that asks once more and confirms: what a browser does last.
    private async Task VoteAsync(Ballot ballot, Person person, string choices)
    {
        var browser = new Browser(Site, person.Id);
        var ticket = Site.Services.GetRequiredService<VoteTickets>().Write(ballot.Id, person.Id, choices);
        var page = await browser.GetAsync($"/ballots/{ballot.Id}/check?choices={ticket}");
        (await browser.SubmitAsync(page, button: "Confirm your choices")).Shows("Your choices are recorded");
    }

    private async Task CastAsync(Ballot ballot, Guid participant, string choices) =>
        Assert.Equal(CastOutcome.Accepted, (await Site.AskAsync<Casting, CastResult>(c => c.CastAsync(ballot.Id, participant, choices, default))).Outcome);

    private static string Dots(Ballot ballot, int i) => DotsText.Write([new(ballot.Priorities[i % 3].Id, 1 + i % 3), new(ballot.Priorities[(i + 1) % 3].Id, 1 + i % 2)]);

    private static async Task InParallelAsync(List<Func<Task>> work)
    {
        var mixed = work.ToArray();
        new Random(20261126).Shuffle(mixed);
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(async () =>
        {
            for (var i = Interlocked.Increment(ref next); i < mixed.Length; i = Interlocked.Increment(ref next)) await mixed[i]();
        })));
    }

    private async Task AllTalliesAgreeAsync() => Assert.Empty(await Site.AskAsync<TallyCheck, List<string>>(t => t.FindAsync(default)));
}
