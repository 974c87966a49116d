using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.People;
using CommunityVoice.Strategies;
using CommunityVoice.Tests.OpenData;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Strategies;

/// <summary>Money handed on: the ledger balances, and nothing of it is ever changed.</summary>
public sealed class TransferTests : SiteTest
{
    private readonly Area system = A.Area("Wendale", AreaLevel.System);
    private readonly Area place = A.Area();
    private readonly Body payer = A.Body("Wendale Commissioner", BodyKind.Commissioner);
    private readonly Body council = A.Body("Rivermead Council", BodyKind.Council);
    private readonly Person helen = A.Person("Helen A");
    private Browser planner = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        council.Grant(place, Capability.Respond, "Local council", "Local authority", FakeClock.Today.AddDays(-900));
        await Site.SaveAsync(helen, payer, council, new AreaLink(system, AreaLinkKind.Contains, place));
        await Site.SaveAsync(A.Membership(helen, system, Capability.Plan, payer));
        planner = new Browser(Site, helen.Id);
    }

    [Fact]
    public async Task Money_is_handed_on_and_a_wrong_entry_is_taken_back_with_a_reason()
    {
        (await new Browser(Site).GetAsync("/areas/rivermead/transfers")).Shows("None yet");
        await EnterAsync("48,000", "School nursing");
        await EnterAsync("48,000", "School nursing");
        var list = await planner.GetAsync("/manage/transfers");
        var form = await planner.FollowAsync(list, "Take it back: entry 2");
        (await planner.SubmitAsync(form, new() { ["Reason"] = "" }, HttpStatusCode.UnprocessableEntity)).ShowsError("Reason", "Say why it is taken back");
        (await planner.SubmitAsync(form, new() { ["Reason"] = "Entered twice." })).Shows("Entry 2 is taken back.");

        foreach (var slug in new[] { "rivermead", "wendale" })
        {
            var page = await new Browser(Site).GetAsync($"/areas/{slug}/transfers");
            page.Shows("Wendale Commissioner Wendale, system £0 £48,000");
            page.Shows("Rivermead Council Rivermead, place £48,000 £0");
            page.Shows("In all Whatever one gave, another got £48,000 £48,000");
            page.Shows("Takes back entry 2: Entered twice.");
            page.Shows("So far Wendale Commissioner gave £96,000, and Rivermead Council got £96,000.");
        }
        await planner.GetAsync("/manage/transfers/2/take-back", HttpStatusCode.NotFound); // once only
        await planner.GetAsync("/manage/transfers/3/take-back", HttpStatusCode.NotFound); // what takes back stays
        Assert.Equal(["transfer.entered", "transfer.entered", "transfer.taken-back"], await Site.AskAsync(db => db.ActivityEntries.Where(e => e.Subject == "ResourceTransfer").OrderBy(e => e.Id).Select(e => e.Verb).ToListAsync()));
        (await new Browser(Site).GetAsync("/areas/rivermead")).Shows("Money handed from one organisation to another");
        var rows = (await new DataFiles(Site).JsonAsync("/areas/rivermead/transfers.json")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal([4_800_000, 4_800_000, -4_800_000], rows.Select(r => r.GetProperty("pence").GetInt64()));
    }

    [Fact]
    public async Task Who_typed_an_entry_is_forgotten_with_their_account_and_the_entry_stays()
    {
        await EnterAsync("48,000", "School nursing");

        await Site.DoAsync<Leaving>(async leaving => await leaving.LeaveAsync(await Site.AskAsync(db => db.People.SingleAsync(p => p.Id == helen.Id)), default));

        Assert.Equal((4_800_000L, null), await Site.AskAsync(async db => await db.ResourceTransfers.Select(t => new { t.Pence, t.ById }).SingleAsync() is var t ? (t.Pence, t.ById) : default));
    }

    [Fact]
    public async Task Bad_input_says_what_to_do_and_keeps_what_was_typed()
    {
        var page = await planner.SubmitAsync(await planner.GetAsync("/manage/transfers/new"), new() { ["Input.Amount"] = "-5", ["Input.For"] = "School nursing" }, HttpStatusCode.UnprocessableEntity);

        page.ShowsError("Input.From", "Choose who hands it on");
        page.ShowsError("Input.To", "Choose who gets it");
        page.ShowsError("Input.Amount", "Enter an amount above nothing, such as 48,000 or 48000.50");
        page.ShowsError("Input.Source", "Say where this is written");
        Assert.Equal("School nursing", page.QuerySelector("[name='Input.For']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Only_who_writes_the_budget_of_whoever_gives_enters_or_takes_back()
    {
        await EnterAsync("10", "Bus fares");
        var (bronwen, asha) = (A.Person("Bronwen P"), A.Person());
        await Site.SaveAsync(bronwen, asha);
        await Site.SaveAsync(A.Membership(bronwen, place, Capability.Plan, council));
        var stranger = new Browser(Site, bronwen.Id);

        await stranger.GetAsync("/manage/transfers/1/take-back", HttpStatusCode.Forbidden);
        Assert.DoesNotContain("Wendale Commissioner", (await stranger.GetAsync("/manage/transfers/new")).QuerySelector("[name='Input.From']")!.TextContent, StringComparison.Ordinal);
        await new Browser(Site, asha.Id).GetAsync("/manage/transfers", HttpStatusCode.Forbidden);
    }

    [Fact]
    public void Whatever_is_entered_and_taken_back_total_in_is_total_out()
    {
        var random = new Random(20261127);
        for (var round = 0; round < 200; round++)
        {
            var parties = Enumerable.Range(0, 6).Select(i => new LedgerParty($"b{i / 2}", $"Body {i / 2}", $"Area {i % 3}", $"a{i % 3}", (AreaLevel)(i % 3 + 5))).ToList();
            var entries = new List<LedgerEntryRow>();
            for (var i = 0; i < random.Next(1, 60); i++)
            {
                var open = entries.FindAll(e => e.ReversesId is null && !entries.Exists(r => r.ReversesId == e.Id));
                if (open.Count > 0 && random.Next(4) == 0)
                {
                    var wrong = open[random.Next(open.Count)];
                    entries.Add(wrong with { Id = i, Pence = -wrong.Pence, ReversesId = wrong.Id, On = wrong.On.AddDays(random.Next(9)) });
                }
                else entries.Add(new(i, FakeClock.Today.AddDays(random.Next(100)), parties[random.Next(6)], parties[random.Next(6)], random.NextInt64(1, 1_000_000_000_00), "Care", "Minutes", null, null, null, null));
            }

            var ledger = TransferLedger.Of(entries.OrderBy(_ => random.Next()));

            Assert.Equal(ledger.Given, ledger.Got);
            Assert.Equal(entries.Where(e => e.ReversesId is null && !entries.Exists(r => r.ReversesId == e.Id)).Sum(e => e.Pence), ledger.Got);
            Assert.All(ledger.Sums, s => Assert.Equal(s.Out, ledger.Entries.LastOrDefault(e => e.From == s.Party)?.GivenSoFar ?? 0)); // running sums end in the sum
            Assert.All(ledger.Sums, s => Assert.Equal(s.In, ledger.Entries.LastOrDefault(e => e.To == s.Party)?.GotSoFar ?? 0));
        }
    }

    private async Task EnterAsync(string amount, string what)
    {
        var form = await planner.GetAsync("/manage/transfers/new");
        (await planner.SubmitAsync(form, new()
        {
            ["Input.From"] = $"{payer.Remits[0].Id}",
            ["Input.To"] = $"{council.Remits[0].Id}",
            ["Input.Amount"] = amount,
            ["Input.On.Day"] = "1",
            ["Input.On.Month"] = "6",
            ["Input.On.Year"] = "2026",
            ["Input.For"] = what,
            ["Input.Source"] = "Minutes, item 7",
        })).Shows("The transfer is entered, and everybody sees it.");
    }
}
