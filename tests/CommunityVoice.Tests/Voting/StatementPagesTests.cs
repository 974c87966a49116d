using AngleSharp.Html.Dom;
using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Bodies;
using CommunityVoice.People;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Voting;

/// <summary>Agreeing and disagreeing, one statement at a time, without scripts.</summary>
public sealed class StatementPagesTests : SiteTest
{
    private static readonly BallotRules Rules = new(BallotMethod.AgreeDisagreePass) { TakesStatements = true };

    private Ballot ballot = null!;
    private Person asha = null!;
    private Browser browser = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        ballot = await Site.SaveAsync(A.Ballot(A.Consultation("Safer crossings"), Rules));
        asha = await Site.SaveAsync(A.Person("Asha B"));
        browser = new Browser(Site, asha.Id);
    }

    [Fact]
    public async Task A_stranger_reads_the_statements_and_has_one_way_in()
    {
        var page = await new Browser(Site).GetAsync(Address());

        page.Shows("Slower cars");
        var way = Assert.Single(page.QuerySelectorAll("main a.nhsuk-button"));
        Assert.Equal(("Agree or disagree", $"{Address()}/statements"), (way.Words(), way.GetAttribute("href")));
        Assert.DoesNotContain(page.Forms, f => f.Method == "post");
    }

    [Fact]
    public async Task Every_mark_counts_at_once_and_leads_to_the_next_until_all_are_marked()
    {
        var page = await browser.GetAsync(Address());
        page.Shows("0 of 3");
        Assert.Equal(["Agree", "Disagree", "Pass"], page.QuerySelectorAll(".cv-answer").Select(b => b.Words()));
        var (first, title) = (Statement(page), page.QuerySelector(".cv-statement__words")!.Words());

        page = await browser.SubmitAsync(page, button: "Agree");
        page.Shows("1 of 3");
        page.Shows($"You said “agree” to: {title}");
        Assert.NotEqual(first, Statement(page));
        page = await browser.SubmitAsync(page, button: "Disagree");
        page = await browser.SubmitAsync(page, button: "Pass");
        page.Shows("3 of 3");
        page.Shows("You have marked them all");

        Assert.Equal([-1, 0, 1], (await MarksAsync()).Values.Order());
        Assert.Equal(1, (await MarksAsync())[first]);
        Assert.Equal(3, await Site.AskAsync(db => db.LedgerEntries.CountAsync()));
    }

    [Fact]
    public async Task The_receipt_comes_with_the_first_mark_and_one_letter_and_your_marks_show_it()
    {
        var page = await browser.SubmitAsync(await browser.GetAsync(Address()), button: "Agree");
        var code = page.QuerySelector(".cv-number")!.Words();
        page.Shows("Your first mark is recorded.");
        page = await browser.SubmitAsync(page, button: "Disagree");
        page.DoesNotShow(code);

        var letter = Assert.Single(await Site.LettersToAsync(asha.Email!));
        Assert.Equal("marks-receipt", letter.Kind);
        Assert.Contains(code, letter.Text, StringComparison.Ordinal);
        page = await browser.FollowAsync(page, "Your marks");
        page.Shows(code);
        page.Shows("What you said to 2 statements");
        page = await browser.SubmitAsync(await browser.GetAsync("/receipts"), new() { ["Code"] = code });
        page.Shows("Recorded, and waiting for the next batch");
    }

    [Fact]
    public async Task Whoever_comes_back_goes_on_where_they_were()
    {
        var page = await browser.SubmitAsync(await browser.GetAsync(Address()), button: "Agree");
        var next = Statement(page);
        Site.Clock.Advance(TimeSpan.FromHours(2));

        page = await new Browser(Site, asha.Id).GetAsync(Address());

        page.Shows("1 of 3");
        Assert.Equal(next, Statement(page));
        (await browser.GetAsync("/account")).Shows("Counted: 1 statement");
    }

    [Fact]
    public async Task A_mark_is_changed_from_the_list_and_all_are_taken_back()
    {
        var page = await browser.SubmitAsync(await browser.GetAsync(Address()), button: "Agree");
        page = await browser.GetAsync($"{Address()}/marks");
        page = await browser.FollowAsync(page, "Change");
        page.Shows("You said “agree”.");
        var statement = Statement(page);
        page = await browser.SubmitAsync(page, button: "Disagree");
        Assert.Equal("Your marks", page.QuerySelector("h1")!.Words());
        Assert.Equal(-1, (await MarksAsync())[statement]);

        page = await browser.FollowAsync(page, "Take them all back");
        page = await browser.SubmitAsync(page, button: "Take my marks back");
        page.Shows("Your marks are taken back");
        Assert.Empty(await MarksAsync());
        (await browser.GetAsync($"{Address()}/marks")).Shows("You have marked nothing yet");
        page = await browser.GetAsync(Address());
        page.Shows("0 of 3");
        await browser.SubmitAsync(page, button: "Agree");
        Assert.Single(await Site.LettersToAsync(asha.Email!)); // the code is the same
    }

    [Fact]
    public async Task A_mark_after_closing_is_refused_with_the_reason()
    {
        var page = await browser.GetAsync(Address());
        await Site.AskAsync(db => db.Ballots.ExecuteUpdateAsync(set => set.SetProperty(b => b.ClosesAt, Site.Now)));

        (await browser.SubmitAsync(page, button: "Agree")).Shows("so they were not recorded.");

        Assert.Equal(0, await Site.AskAsync(db => db.Marks.CountAsync()));
        (await browser.GetAsync($"{Address()}/marks")).Shows("You have marked nothing yet");
    }

    [Fact]
    public async Task A_statement_of_ones_own_waits_joins_and_leaves_with_its_comment()
    {
        var moderator = await Site.SaveAsync(A.Person("Mo D"));
        await Site.SaveAsync(A.Membership(moderator, ballot.Consultation.Area, Capability.Moderate));
        var page = await browser.FollowAsync(await browser.GetAsync(Address()), "Add a statement of your own");
        page = await browser.SubmitAsync(page, new() { ["Text"] = "The crossing by the school feels unsafe" });
        page.Shows("A moderator reads your statement");
        page.Shows("0 of 3"); // not yet
        (await browser.GetAsync("/account")).Shows("Waiting for a check");

        var comment = await Site.AskAsync(db => db.Comments.Select(c => c.Id).SingleAsync());
        await DecideAsync(moderator, comment, "Publish it");
        (await browser.GetAsync(Address())).Shows("0 of 4");
        (await new Browser(Site).GetAsync(Address())).Shows("The crossing by the school feels unsafe");
        var statement = await Site.AskAsync(db => db.Priorities.Where(p => p.CommentId == comment).Select(p => p.Id).SingleAsync());
        await browser.SubmitAsync(await browser.GetAsync($"{Address()}/statements?statement={statement}"), button: "Agree");

        Site.Clock.Advance(TimeSpan.FromMinutes(1));
        await DecideAsync(moderator, comment, "Remove it");
        (await browser.GetAsync(Address())).Shows("0 of 3");
        (await new Browser(Site).GetAsync(Address())).DoesNotShow("The crossing by the school feels unsafe");
        (await browser.GetAsync($"{Address()}/marks")).Shows("taken out by a moderator, so it does not count");
        (await browser.GetAsync($"{Address()}/statements?statement={statement}")).Shows("Your marks");
    }

    [Theory]
    [InlineData("", "Enter your statement")]
    [InlineData("My number is 943 476 5919, call me", "Take out the NHS number 943 476 5919: it shows who somebody is")]
    [InlineData("slower   CARS", "Somebody has added this already: you see it among the statements, or will once a moderator has read it")]
    public async Task What_is_wrong_with_a_statement_is_told_and_it_stays(string typed, string message)
    {
        var page = await browser.SubmitAsync(await browser.GetAsync($"{Address()}/statements/add"), new() { ["Text"] = typed }, HttpStatusCode.UnprocessableEntity);

        page.ShowsError("Text", message);
        Assert.Equal(typed, ((IHtmlTextAreaElement)page.QuerySelector("[name=Text]")!).Value);
        Assert.Equal(0, await Site.AskAsync(db => db.Comments.CountAsync()));
    }

    [Fact]
    public async Task A_statement_that_is_too_long_is_told_and_stays()
    {
        var form = await browser.GetAsync($"{Address()}/statements/add");
        var page = await browser.SubmitAsync(form, new() { ["Text"] = new string('a', Statements.MaxLength + 1) }, HttpStatusCode.UnprocessableEntity);
        page.ShowsError("Text", "Your statement must be 200 characters or fewer");
    }

    [Fact]
    public async Task Details_that_reach_a_person_are_pointed_out_once_and_may_be_sent()
    {
        var page = await browser.SubmitAsync(await browser.GetAsync($"{Address()}/statements/add"), new() { ["Text"] = "Ring the council on 0161 496 0000" });
        page.Shows("Is it all right to show this?");
        page.Shows("0161 496 0000");
        Assert.Equal(0, await Site.AskAsync(db => db.Comments.CountAsync()));

        (await browser.SubmitAsync(page)).Shows("A moderator reads your statement");
        Assert.Equal(1, await Site.AskAsync(db => db.Comments.CountAsync(c => c.HeldAt != null)));
    }

    [Fact]
    public async Task Where_a_vote_takes_no_statements_what_matters_more_is_said_in_a_comment()
    {
        var other = await Site.SaveAsync(A.Ballot(A.Consultation("Elsewhere"), Rules with { TakesStatements = false }));

        var page = await browser.GetAsync($"/ballots/{other.Id}");

        Assert.Equal("/consultations/elsewhere/comment", page.QuerySelectorAll("main a").Single(a => a.Words() == "Say it in a comment").GetAttribute("href"));
        await browser.GetAsync($"/ballots/{other.Id}/statements/add", HttpStatusCode.NotFound);
    }

    [Fact]
    public void Statements_that_fewer_have_seen_come_first_and_equal_ones_in_each_persons_own_order()
    {
        StatementStand[] all = [.. Enumerable.Range(1, 20).Select(i => new StatementStand(i, i <= 10 ? 5 : 2))];
        var (one, other) = (new Guid("11111111-1111-1111-1111-111111111111"), new Guid("22222222-2222-2222-2222-222222222222"));

        var order = StatementRoute.InOrder(all, one).ToList();

        Assert.All(order.Take(10), id => Assert.True(id > 10));
        Assert.Equal(order, StatementRoute.InOrder(all.Reverse(), one));
        Assert.NotEqual(order, StatementRoute.InOrder(all, other));
        Assert.Equal(Enumerable.Range(1, 20).Select(i => (long)i), order.Order());
    }

    [Fact]
    public void Once_opinions_are_worked_out_the_next_statement_is_drawn_by_what_it_would_teach()
    {
        var all = Enumerable.Range(1, 10).Select(n => new StatementStand(n, 30)).ToList();
        var weights = all.ToDictionary(s => s.Id, s => s.Id == 7 ? 1000.0 : 1.0);
        var people = Enumerable.Range(0, 200).Select(_ => Guid.NewGuid()).ToList();

        var drawn = people.Select(p => StatementRoute.Drawn(all, weights, p, 3)).ToList();

        Assert.True(drawn.Count(d => d == 7) > 180);
        Assert.Equal(drawn, people.Select(p => StatementRoute.Drawn(all.AsEnumerable().Reverse(), weights, p, 3)));
        Assert.NotEqual(7, StatementRoute.Drawn(all.Where(s => s.Id != 7), weights, people[0], 4));
    }

    private string Address() => $"/ballots/{ballot.Id}";

    private static long Statement(IHtmlDocument page) => long.Parse(page.QuerySelector("[name=statement]")!.GetAttribute("value")!, System.Globalization.CultureInfo.InvariantCulture);

    private async Task<Dictionary<long, int>> MarksAsync() =>
        await Site.AskAsync(db => db.Marks.Where(m => m.BallotId == ballot.Id && m.Value != null).ToDictionaryAsync(m => m.PriorityId, m => m.Value!.Value));

    private async Task DecideAsync(Person moderator, long comment, string button)
    {
        var staff = new Browser(Site, moderator.Id);
        var page = await staff.GetAsync($"/moderation/{comment}");
        await staff.SubmitAsync(page, button == "Remove it" ? new() { ["Input.Rule"] = "civil", ["Input.Reason"] = "It insults." } : [], button: button);
    }
}
