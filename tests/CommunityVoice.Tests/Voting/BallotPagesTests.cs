using CommunityVoice.Analysis.Ballots.Bundles;
using CommunityVoice.People;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Voting;

/// <summary>A resident's way through a vote, and what everybody can read of it.</summary>
public sealed class BallotPagesTests : SiteTest
{
    [Fact]
    public async Task Anybody_can_read_what_a_vote_offers_and_begin()
    {
        var ballot = await BallotAsync();
        var browser = new Browser(Site);

        var page = await browser.GetAsync($"/ballots/{ballot.Id}");

        page.Shows("Slower cars");
        page.Shows("This is advice, not a referendum.");
        Assert.DoesNotContain(page.Forms, f => f.Method == "post");
        Assert.Empty(browser.Cookies.Names);
        Assert.Contains(page.QuerySelectorAll("a"), a => a.GetAttribute("href") == $"/ballots/{ballot.Id}?begin=true");
    }

    [Fact]
    public async Task Dots_are_given_checked_confirmed_and_receipted_without_scripts()
    {
        var ballot = await BallotAsync();
        var asha = await Site.SaveAsync(A.Person("Asha B"));
        var browser = new Browser(Site, asha.Id);
        var (crossing, slower) = (ballot.Priorities[0], ballot.Priorities[1]);

        var page = await browser.GetAsync($"/ballots/{ballot.Id}");
        page.Shows("5 of 5 dots left");
        page = await browser.SubmitAsync(page, new() { ["add"] = $"{crossing.Id}" });
        page = await browser.SubmitAsync(page, new() { ["add"] = $"{crossing.Id}" });
        page = await browser.SubmitAsync(page, new() { ["add"] = $"{slower.Id}" });
        page = await browser.SubmitAsync(page, new() { ["take"] = $"{crossing.Id}" });
        page.Shows("3 of 5 dots left");
        page = await browser.SubmitAsync(page, new() { [$"Dots[{crossing.Id}]"] = "3" }, button: "Check your choices");
        page.Shows("Check your choices");
        page.Shows("You leave 1 dot unused");
        page = await browser.SubmitAsync(page, button: "Confirm your choices");

        page.Shows("Your choices are recorded");
        var code = page.QuerySelector(".cv-number")!.Words();
        Assert.Equal(24, code.Length);
        Assert.Contains(code, Assert.Single(await Site.LettersToAsync(asha.Email!)).Text, StringComparison.Ordinal);
        Assert.Equal($"{crossing.Id}=3,{slower.Id}=1", await Site.AskAsync(db => db.BallotPapers.Select(p => p.Choices).SingleAsync()));

        page = await browser.GetAsync($"/ballots/{ballot.Id}/receipt");
        page.DoesNotShow(code); // shown once
    }

    [Fact]
    public async Task Wrong_numbers_are_said_at_their_field_and_every_entry_is_kept()
    {
        var ballot = await BallotAsync();
        var asha = await Site.SaveAsync(A.Person("Asha B"));
        var browser = new Browser(Site, asha.Id);
        var (crossing, slower, warden) = (ballot.Priorities[0], ballot.Priorities[1], ballot.Priorities[2]);

        var form = await browser.GetAsync($"/ballots/{ballot.Id}");
        var page = await browser.SubmitAsync(form, new() { [$"Dots[{crossing.Id}]"] = "4" }, HttpStatusCode.UnprocessableEntity, "Check your choices");
        page.ShowsError($"Dots[{crossing.Id}]", "Put 3 dots at most on \"A crossing\"");
        page = await browser.SubmitAsync(form, new() { [$"Dots[{crossing.Id}]"] = "two" }, HttpStatusCode.UnprocessableEntity, "Check your choices");
        page.ShowsError($"Dots[{crossing.Id}]", "Enter a whole number from 0 to 3 for \"A crossing\"");
        page = await browser.SubmitAsync(form, new() { [$"Dots[{crossing.Id}]"] = "3", [$"Dots[{slower.Id}]"] = "2", [$"Dots[{warden.Id}]"] = "1" },
            HttpStatusCode.UnprocessableEntity, "Check your choices");
        page.Shows("You have 5 dots and put 6: take 1 dot off");
        page.Shows("1 dot too many: you have 5");
        Assert.Equal(["3", "2", "1"], ballot.Priorities.Select(p => page.QuerySelector($"[name='Dots[{p.Id}]']")!.GetAttribute("value")));
        page = await browser.SubmitAsync(form, [], HttpStatusCode.UnprocessableEntity, "Check your choices");
        page.Shows("Put at least one dot on what matters most to you");
    }

    [Fact]
    public async Task Choices_can_be_changed_and_taken_back_until_closing()
    {
        var ballot = await BallotAsync();
        var asha = await Site.SaveAsync(A.Person("Asha B"));
        var browser = new Browser(Site, asha.Id);
        await VoteAsync(browser, ballot, 2);

        var page = await browser.GetAsync($"/ballots/{ballot.Id}");
        page.Shows("You have chosen already.");
        Assert.Equal("2", page.QuerySelector($"[name='Dots[{ballot.Priorities[0].Id}]']")!.GetAttribute("value"));
        await VoteAsync(browser, ballot, 1);
        page = await browser.GetAsync($"/ballots/{ballot.Id}/withdraw");
        page = await browser.SubmitAsync(page, button: "Take my choices back");
        page.Shows("Your choices are taken back");
        Assert.Equal(0, await Site.AskAsync(db => db.Ballots.Select(b => b.Papers).SingleAsync()));
    }

    [Fact]
    public async Task A_form_sent_after_closing_is_refused_with_the_reason()
    {
        var ballot = await BallotAsync();
        var asha = await Site.SaveAsync(A.Person("Asha B"));
        var browser = new Browser(Site, asha.Id);
        var form = await browser.GetAsync($"/ballots/{ballot.Id}");
        Site.Clock.GoTo(Site.Now.AddDays(1)); // the session stays
        await Site.AskAsync(db => db.Ballots.ExecuteUpdateAsync(set => set.SetProperty(b => b.ClosesAt, Site.Now)));

        var page = await browser.SubmitAsync(form, new() { [$"Dots[{ballot.Priorities[0].Id}]"] = "1" }, button: "Check your choices");

        page.Shows("Your choices came after it closed, so they were not recorded.");
        Assert.Equal(0, await Site.AskAsync(db => db.BallotPapers.CountAsync()));
    }

    [Fact]
    public async Task The_order_is_each_persons_own_and_stays()
    {
        var ballot = await Site.SaveAsync(A.Ballot(A.Consultation(), [.. Enumerable.Range(1, 12).Select(i => $"Priority {i}")]));
        var orders = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            var browser = new Browser(Site, (await Site.SaveAsync(A.Person())).Id);
            var (first, second) = (Order(await browser.GetAsync($"/ballots/{ballot.Id}")), Order(await browser.GetAsync($"/ballots/{ballot.Id}")));
            Assert.Equal(first, second);
            orders.Add(first);
        }

        Assert.True(orders.Distinct().Count() > 1);
    }

    [Fact]
    public async Task Results_say_nothing_below_ten_then_the_sealed_tally_and_at_the_end_who_came_first()
    {
        var ballot = await BallotAsync();
        var path = $"/ballots/{ballot.Id}/results";
        var browser = new Browser(Site);
        (await browser.GetAsync(path)).Shows("Fewer than 10 people so far");
        Assert.Equal(HttpStatusCode.NotFound, (await browser.SendAsync(HttpMethod.Get, $"/ballots/{ballot.Id}/ledger.txt")).StatusCode);

        var receipt = await CrowdAsync(ballot, 30);
        await Site.AskAsync<Sealer, int>(s => s.SealDueAsync(default));
        var page = await browser.GetAsync(path);
        page.Shows("20 people, 5 dots at most each");
        page.Shows("What people put first so far");

        Site.Clock.GoTo(ballot.ClosesAt!.Value);
        await Site.AskAsync<Sealer, int>(s => s.SealDueAsync(default));
        page = await browser.GetAsync(path);
        page.Shows("A crossing came first: 100% of 30 people put a dot on it.");
        page.Shows("This is advice, not a referendum. Rivermead Council decides");
        page.Shows("(89% to 100%)");

        var text = await (await browser.SendAsync(HttpMethod.Get, $"/ballots/{ballot.Id}/ledger.txt")).Content.ReadAsStringAsync(); // leads to record.txt
        using var record = new StringReader(text);
        var report = BallotVerifier.Verify(record, await Site.AskAsync(db => db.Ballots.Select(b => b.Head).SingleAsync()));
        Assert.Null(report.Fault);
        Assert.Equal((30, 30), (report.Entries, report.Counted!.Count.Papers));
        (await browser.GetAsync($"/ballots/{ballot.Id}/ledger")).Shows("Entries 1 to 30");

        page = await browser.SubmitAsync(await browser.GetAsync("/receipts"), new() { ["Code"] = ReceiptCode.Show(receipt).ToLowerInvariant() });
        page.Shows("In the record since");
        page.Shows("2 dots on A crossing");
    }

    [Fact]
    public async Task A_waiting_receipt_is_known_and_shows_no_choices()
    {
        var ballot = await BallotAsync();
        var receipt = await CrowdAsync(ballot, 1);
        var browser = new Browser(Site);

        var page = await browser.SubmitAsync(await browser.GetAsync("/receipts"), new() { ["Code"] = receipt });
        page.Shows("Recorded, and waiting for the next batch");
        page.DoesNotShow("A crossing");
        page = await browser.SubmitAsync(page, new() { ["Code"] = "7QFK-2M9X-4T0A-8WCE-3N5R" }, HttpStatusCode.UnprocessableEntity);
        page.ShowsError("Code", "We have nothing under this code. Check it letter by letter");
        page = await browser.SubmitAsync(page, new() { ["Code"] = "abc" }, HttpStatusCode.UnprocessableEntity);
        page.ShowsError("Code", "Enter a code of 20 letters and numbers, like 7QFK-2M9X-4T0A-8WCE-3N5R");
    }

    [Theory]
    [InlineData("")]
    [InlineData("/results")]
    [InlineData("/ledger")]
    public async Task A_vote_of_a_draft_is_not_found(string page)
    {
        var ballot = await Site.SaveAsync(A.Ballot(A.Consultation(published: false)));

        await new Browser(Site).GetAsync($"/ballots/{ballot.Id}{page}", HttpStatusCode.NotFound);
    }

    private async Task<Ballot> BallotAsync() => await Site.SaveAsync(A.Ballot(A.Consultation()));

    private static async Task VoteAsync(Browser browser, Ballot ballot, int dots)
    {
        var page = await browser.GetAsync($"/ballots/{ballot.Id}");
        page = await browser.SubmitAsync(page, new() { [$"Dots[{ballot.Priorities[0].Id}]"] = $"{dots}" }, button: "Check your choices");
        (await browser.SubmitAsync(page, button: "Confirm your choices")).Shows("Your choices are recorded");
    }

    // Everybody puts two dots on the first; the receipt is the last person's.
    private async Task<string> CrowdAsync(Ballot ballot, int people)
    {
        var participants = Enumerable.Range(0, people).Select(_ => new Participant(Guid.NewGuid())).ToArray();
        await Site.SaveAsync(participants[0], participants[1..]);
        var receipt = "";
        foreach (var participant in participants)
        {
            receipt = (await Site.AskAsync<Casting, CastResult>(c =>
                c.CastAsync(ballot.Id, participant.Id, new Dictionary<long, int> { [ballot.Priorities[0].Id] = 2 }, default))).Receipt!;
        }
        return receipt;
    }

    private static string Order(AngleSharp.Html.Dom.IHtmlDocument page) => string.Join(',', page.QuerySelectorAll(".cv-dots input").Select(i => i.GetAttribute("name")));
}
