using System.Xml.Linq;
using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Analysis.Ballots.Bundles;
using CommunityVoice.People;
using CommunityVoice.Voting;
using CommunityVoice.Web.Verbs;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Voting;

/// <summary>The public bundle of a ballot from the first vote to the verifier, whatever the method.</summary>
public sealed class RecordTests : SiteTest
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public static TheoryData<BallotMethod> Methods => [.. Enum.GetValues<BallotMethod>()];

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task What_was_cast_here_is_downloaded_and_verified(BallotMethod method)
    {
        var ballot = await Site.SaveAsync(A.BallotOf(method));
        var receipts = await CrowdAsync(ballot, 30);
        await SealAsync();
        Assert.Null(SomeVerify(await DownloadAsync(ballot)).Fault); // while it is open, up to the batches so far
        await TakeBackAsync(ballot, receipts.Take(2).Select(r => r.Participant));
        Site.Clock.GoTo(ballot.ClosesAt!.Value);
        await SealAsync();
        var text = await DownloadAsync(ballot);

        var report = SomeVerify(text, await Site.AskAsync(db => db.Ballots.Select(b => b.Head).SingleAsync()), receipts[5].Receipt);

        Assert.Null(report.Fault);
        Assert.Equal(await Site.AskAsync(db => db.LedgerEntries.LongCountAsync()), report.Entries);
        Assert.Equal(method == BallotMethod.AgreeDisagreePass ? 56 : 28, report.Counted!.Count.Papers);
        Assert.True(report.Receipt is [_, ..] && report.Receipt.All(r => r.Counts));
        Assert.All(SomeVerify(text, receipt: receipts[0].Receipt).Receipt!, r => Assert.False(r.Counts));
        Assert.Equal(["A crossing", "Slower cars", "A warden"], report.Bundle!.Terms.Options.Select(o => o.Title));
        Assert.StartsWith("This is advice, not a referendum.", report.Bundle.Notes.Advice, StringComparison.Ordinal);
        Assert.Equal((0, 1), (await VerbAsync(text), await VerbAsync(text.Replace("|2|", "|3|", StringComparison.Ordinal))));
        await PagesShowItAsync(ballot, receipts[5].Receipt);
    }

    [Fact]
    public async Task The_record_of_a_ranking_ends_where_its_result_does()
    {
        var ballot = await Site.SaveAsync(A.BallotOf(BallotMethod.Rank));
        await CrowdAsync(ballot, 20);
        await Site.AskAsync<Sealer, int>(s => s.SealDueAsync(default));
        var browser = new Browser(Site);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.SendAsync(HttpMethod.Get, Path(ballot, "record.txt"))).StatusCode);
        (await browser.GetAsync(Path(ballot, "ledger"))).Shows("The result is being worked out.");
        await Site.AskAsync<Outcomes, int>(o => o.RefreshDueAsync(default));
        await CrowdAsync(ballot, 20);
        await Site.AskAsync<Sealer, int>(s => s.SealDueAsync(default));

        var report = SomeVerify(await DownloadAsync(ballot));

        Assert.Null(report.Fault);
        Assert.Equal(10, report.Entries);
        (await browser.GetAsync(Path(ballot, "ledger"))).Shows("The download ends at entry 10");
    }

    [Fact]
    public async Task Nothing_is_downloaded_below_ten_people_and_nothing_of_votes_cast_elsewhere()
    {
        var (few, brought) = (await Site.SaveAsync(A.BallotOf(BallotMethod.Support)), await Site.SaveAsync(A.BallotOf(BallotMethod.AgreeDisagreePass, A.Consultation("Cast elsewhere"))));
        await CrowdAsync(few, 9);
        await Site.AskAsync(db => db.Ballots.Where(b => b.Id == brought.Id).ExecuteUpdateAsync(set => set.SetProperty(b => b.SealedPapers, 12)));
        var browser = new Browser(Site);

        foreach (var (ballot, why) in new[] { (few, "The record is published from ten people on."), (brought, "These votes were cast elsewhere and brought in") })
        {
            var answer = await browser.SendAsync(HttpMethod.Get, Path(ballot, "record.txt"));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Contains(why, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.SendAsync(HttpMethod.Get, Path(ballot, "heads.atom"))).StatusCode);
            (await browser.GetAsync(Path(ballot, "ledger"))).Shows(why);
        }
    }

    [Fact]
    public async Task Marks_on_a_statement_that_was_taken_out_stay_in_the_chain_and_leave_no_trace_in_the_result()
    {
        var ballot = await Site.SaveAsync(A.BallotOf(BallotMethod.AgreeDisagreePass));
        var comment = await Site.SaveAsync(A.Comment(ballot.Consultation, await Site.SaveAsync(A.Person())));
        var statement = await Site.SaveAsync(Priority.OfComment(ballot, comment, "Words that go", "", 4));
        await CrowdAsync(ballot, 25, statement.Id);
        await SealAsync();
        Assert.Contains("Words that go", await DownloadAsync(ballot), StringComparison.Ordinal);
        await Site.AskAsync(db => db.Comments.ExecuteUpdateAsync(set => set.SetProperty(c => c.RemovedAt, Site.Now)));

        var text = await DownloadAsync(ballot);

        var report = SomeVerify(text);
        Assert.Null(report.Fault);
        Assert.Equal(15, report.NotOffered);
        Assert.DoesNotContain("Words that go", text, StringComparison.Ordinal);
        Assert.DoesNotContain(report.Bundle!.Result, l => l.StartsWith($"option {statement.Id} ", StringComparison.Ordinal));
        (await new Browser(Site).GetAsync(Path(ballot, "ledger"))).Shows("Agree: a statement that is no longer shown");
    }

    [Fact]
    public async Task The_fingerprint_of_every_batch_is_in_a_feed_that_tells_no_time()
    {
        var ballot = await Site.SaveAsync(A.BallotOf(BallotMethod.Pick));
        await CrowdAsync(ballot, 20);
        await SealAsync();
        Site.Clock.Advance(TimeSpan.FromDays(1));
        await CrowdAsync(ballot, 12);
        await SealAsync();
        var browser = new Browser(Site);

        var answer = await browser.SendAsync(HttpMethod.Get, Path(ballot, "heads.atom"));
        var feed = XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!;

        Assert.Equal("application/atom+xml", answer.Content.Headers.ContentType!.MediaType);
        Assert.NotNull(answer.Headers.ETag);
        var entries = feed.Elements(Atom + "entry").ToList();
        Assert.Equal(["Batch 2: 22 entries so far", "Batch 1: 10 entries so far"], entries.Select(e => e.Element(Atom + "title")!.Value));
        Assert.Equal(["2026-06-10T00:00:00Z", "2026-06-09T00:00:00Z"], entries.Select(e => e.Element(Atom + "updated")!.Value));
        Assert.All(["id", "title", "updated", "author", "link"], name => Assert.NotNull(feed.Element(Atom + name)));
        Assert.All(entries, e => Assert.NotNull(e.Element(Atom + "id")));
        var text = await DownloadAsync(ballot);
        Assert.All(entries, e => Assert.Null(SomeVerify(text, e.Element(Atom + "content")!.Value).Fault));
        using var again = new HttpRequestMessage(HttpMethod.Get, Path(ballot, "heads.atom"));
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag);
        using var client = new HttpClient(Site.Server.CreateHandler()) { BaseAddress = new("https://localhost/") };
        Assert.Equal(HttpStatusCode.NotModified, (await client.SendAsync(again)).StatusCode);
        foreach (var page in new[] { "ledger", "results" })
            Assert.Equal(Path(ballot, "heads.atom"), (await browser.GetAsync(Path(ballot, page))).QuerySelector("link[rel=alternate][type='application/atom+xml']")?.GetAttribute("href"));
    }

    [Fact]
    public async Task The_address_of_before_leads_to_the_record_and_an_unchanged_record_is_not_sent_again()
    {
        var ballot = await Site.SaveAsync(A.BallotOf(BallotMethod.Support));
        await CrowdAsync(ballot, 20);
        await SealAsync();
        var browser = new Browser(Site);

        var moved = await browser.SendOnceAsync(HttpMethod.Get, Path(ballot, "ledger.txt"));
        var answer = await browser.SendOnceAsync(HttpMethod.Get, Path(ballot, "record.txt"));

        Assert.Equal((HttpStatusCode.MovedPermanently, Path(ballot, "record.txt")), (moved.StatusCode, moved.Headers.Location!.OriginalString));
        Assert.Equal("text/plain; charset=utf-8", $"{answer.Content.Headers.ContentType}");
        using var again = new HttpRequestMessage(HttpMethod.Get, Path(ballot, "record.txt"));
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        using var client = new HttpClient(Site.Server.CreateHandler()) { BaseAddress = new("https://localhost/") };
        Assert.Equal(HttpStatusCode.NotModified, (await client.SendAsync(again)).StatusCode);
    }

    private async Task PagesShowItAsync(Ballot ballot, string receipt)
    {
        var browser = new Browser(Site);
        var ledger = await browser.GetAsync(Path(ballot, "ledger"));
        ledger.Shows("Download all of it as text");
        ledger.Shows("Taken back");
        ledger.Shows("It cannot show who is behind an entry");
        var found = await browser.SubmitAsync(await browser.GetAsync("/receipts"), new() { ["Code"] = ReceiptCode.Show(receipt) });
        found.Shows("Yes. Nothing later has taken its place.");
        found.Shows(ballot.Method switch
        {
            BallotMethod.Dots => "2 dots on A crossing",
            BallotMethod.Rank => "1. A crossing, 2. A warden",
            BallotMethod.AgreeDisagreePass => "Agree: A crossing",
            _ => "A crossing, A warden",
        });
    }

    private static async Task<int> VerbAsync(string text)
    {
        var file = System.IO.Path.GetTempFileName();
        await File.WriteAllTextAsync(file, text);
        try
        {
            string[] asked = ["verify-ballot", file];
            return await Verb.Asked(asked)!.RunAsync(null!, asked);
        }
        finally
        {
            File.Delete(file);
        }
    }

    // Everybody chooses the first and the last; of statements, agrees with the first and the last.
    private async Task<List<(Guid Participant, string Receipt)>> CrowdAsync(Ballot ballot, int people, long? alsoMarks = null)
    {
        var participants = Enumerable.Range(0, people).Select(_ => new Participant(Guid.NewGuid())).ToArray();
        await Site.SaveAsync(participants[0], participants[1..]);
        var (first, last) = (ballot.Priorities[0].Id, ballot.Priorities[2].Id);
        var receipts = new List<(Guid, string)>();
        foreach (var participant in participants)
        {
            var result = ballot.Method == BallotMethod.AgreeDisagreePass
                ? await MarkAsync(ballot, participant.Id, [first, last, .. alsoMarks is { } more ? new[] { more } : []])
                : await Site.AskAsync<Casting, CastResult>(c => c.CastAsync(ballot.Id, participant.Id, ballot.Method switch
                {
                    BallotMethod.Dots => DotsText.Write([new(first, 2), new(last, 1)]),
                    BallotMethod.Rank => RankText.Write([first, last]),
                    _ => BallotIdsText.Write([first, last]),
                }, default));
            Assert.Equal(CastOutcome.Accepted, result.Outcome);
            receipts.Add((participant.Id, result.Receipt!));
        }
        return receipts;
    }

    private async Task<CastResult> MarkAsync(Ballot ballot, Guid participant, IEnumerable<long> statements)
    {
        CastResult? result = null;
        foreach (var statement in statements) result = await Site.AskAsync<Marking, CastResult>(m => m.MarkAsync(ballot.Id, participant, statement, 1, default));
        return result!;
    }

    private async Task TakeBackAsync(Ballot ballot, IEnumerable<Guid> participants)
    {
        foreach (var participant in participants) await Site.AskAsync<Casting, CastResult>(c => c.WithdrawAsync(ballot.Id, participant, default));
    }

    private async Task SealAsync()
    {
        await Site.AskAsync<Sealer, int>(s => s.SealDueAsync(default));
        await Site.AskAsync<Outcomes, int>(o => o.RefreshDueAsync(default));
    }

    private async Task<string> DownloadAsync(Ballot ballot)
    {
        var answer = await new Browser(Site).SendAsync(HttpMethod.Get, Path(ballot, "record.txt"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    private static string Path(Ballot ballot, string what) => $"/ballots/{ballot.Id}/{what}";

    private static BundleReport SomeVerify(string text, string? kept = null, string? receipt = null)
    {
        using var reader = new StringReader(text);
        return BallotVerifier.Verify(reader, kept, receipt);
    }
}
