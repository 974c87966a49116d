using CommunityVoice.Bodies;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Strategies;

public sealed class StrategyPagesTests : SiteTest
{
    private StrategyScene scene = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        scene = await StrategyScene.MakeAsync(Site);
    }

    [Fact]
    public async Task A_strategy_is_refused_until_it_is_whole_and_then_published_for_good()
    {
        (await new Browser(Site).GetAsync("/strategies")).Shows("No strategies yet");
        var draft = await scene.StartAsync();
        await scene.AddActionAsync(draft, "Slow the lights", "Workforce", 0, withFinding: true);
        var refused = await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"{draft}/publish"), expected: HttpStatusCode.UnprocessableEntity, button: "Publish");
        refused.Shows("Add at least one action about local accountability");
        refused.Shows("Add money for action 1, “Slow the lights”, or say why it has none");
        Assert.Equal(HttpStatusCode.NotFound, (await new Browser(Site).SendAsync(HttpMethod.Get, StrategyScene.Path)).StatusCode);

        await scene.AddLineAsync(draft, "Two wardens", "20,000", 1);
        await scene.AddActionAsync(draft, "Ask residents", "Accountability", 1, unfunded: "It costs nothing.");
        (await scene.Browser.GetAsync($"{draft}/preview")).Shows("1. Slow the lights");
        await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"{draft}/publish"), button: "Publish");

        var page = await new Browser(Site).GetAsync(StrategyScene.Path);
        page.Shows("Help that is near");
        page.Shows("1. Slow the lights");
        page.Shows("Unfunded because: It costs nothing.");
        page.Shows("Without a finding, because: Nobody asked yet.");
        page.Shows("People helped. Now: 10. Aim: 20.");
        (await new Browser(Site).GetAsync("/strategies")).Shows("2 actions · £20,000 · by The board");
        (await new Browser(Site).GetAsync("/areas/rivermead")).Shows("Closer to home");
        (await new Browser(Site).GetAsync("/areas/weirside")).Shows("Closer to home");
        var body = await new Browser(Site).GetAsync("/bodies/the-board");
        body.Shows("What it plans Rivermead");
        body.Shows("What it has to do Slow the lights");
        Assert.NotNull(await Site.AskAsync(db => db.SearchEntries.SingleOrDefaultAsync(e => e.Kind == "strategy" && e.Url == StrategyScene.Path)));
        var record = await Site.AskAsync(db => db.ActivityEntries.Where(e => e.Subject == "Strategy" && e.PersonId == scene.Helen.Id).OrderBy(e => e.Id).Select(e => e.Verb).ToListAsync());
        Assert.Equal(["strategy.started", "strategy.involvement-described", "strategy.action-added", "strategy.line-added", "strategy.action-added", "strategy.published"], record);
    }

    [Fact]
    public async Task From_a_comment_to_the_pounds_and_back_in_four_links_at_most()
    {
        await scene.PublishedAsync();
        var (reader, comment) = (new Browser(Site), scene.Said.Comments[0]);

        var thread = await reader.GetAsync($"/consultations/safer-crossings/comments/{comment.Id}");
        var summary = await reader.FollowAsync(thread, "What we heard, finding 1");
        var strategy = await reader.FollowAsync(summary, "Slow the lights");
        Assert.NotNull(strategy.QuerySelector("#action-1"));
        var money = await reader.FollowAsync(strategy, "£20,000, Two wardens");
        Assert.Contains("£20,000: Two wardens", money.QuerySelector("#line-1")!.Words(), StringComparison.Ordinal);
        await reader.FollowAsync(summary, "£20,000"); // the finding leads to the line directly too

        var action = await reader.FollowAsync(money, "action 1, Slow the lights");
        var finding = await reader.FollowAsync(action, "The lights change too fast");
        var evidence = await reader.FollowAsync(finding, "2 comments");
        evidence.Shows("What came of it: Slow the lights");
        (await reader.FollowAsync(evidence, $"comment {comment.Id}")).Shows("The lights change too fast for neighbour 0.");
    }

    [Fact]
    public async Task A_second_version_shows_what_changed_and_the_first_stays()
    {
        var draft = await scene.PublishedAsync();
        (await new Browser(Site).GetAsync($"{StrategyScene.Path}/changes")).Shows("There is one version so far");
        var second = new Uri((await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"{draft}/revise"), new() { ["Input.Why"] = "There is more money." })).Url).AbsolutePath;
        var line = await Site.AskAsync(db => db.BudgetLines.Where(l => l.Number == 1).OrderByDescending(l => l.Id).Select(l => l.Id).FirstAsync());
        var form = await scene.Browser.GetAsync($"{second}/lines/{line}");
        await scene.Browser.SubmitAsync(form, new() { ["Input.Amount"] = "25,000" });
        (await new Browser(Site).GetAsync(StrategyScene.Path)).Shows("£21,000.50");
        await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"{second}/publish"), button: "Publish");

        var reader = new Browser(Site);
        (await reader.GetAsync(StrategyScene.Path)).Shows("£26,000.50");
        var changes = await reader.GetAsync($"{StrategyScene.Path}/changes");
        changes.Shows("There is £5,000 more money in it.");
        changes.Shows("Changed: line 1, Two wardens");
        changes.Shows("Amount £20,000 £25,000");
        var first = await reader.GetAsync($"{StrategyScene.Path}/v1");
        first.Shows("£21,000.50");
        first.Shows("Version 2 took its place on");
        Assert.Equal(HttpStatusCode.NotFound, (await reader.SendAsync(HttpMethod.Get, $"{StrategyScene.Path}/v3")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.SendAsync(HttpMethod.Get, $"{StrategyScene.Path}/changes?from=1&to=9")).StatusCode);
        Assert.Equal(second, new Uri((await scene.Browser.GetAsync($"{draft}/revise")).Url).AbsolutePath);
    }

    [Fact]
    public async Task The_money_page_adds_up_and_an_unexplained_gap_is_marked_until_somebody_explains_it()
    {
        var draft = await scene.PublishedAsync();
        var reader = new Browser(Site);

        var money = await reader.GetAsync($"{StrategyScene.Path}/money");
        money.Shows("£21,000.50 in 2 budget lines");
        money.Shows("Help that is near £20,000 £20,000");
        money.Shows("Help that is early – No money");
        money.Shows("Linked to no priority £1,000.50 £1,000.50");
        money.Shows("£21 for each of the 1,000 people of Rivermead");
        money.Shows("That is £20.83 a head a year.");
        Assert.Equal("text/csv", (await reader.SendAsync(HttpMethod.Get, $"{StrategyScene.Path}/money.csv")).Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.SendAsync(HttpMethod.Get, "/strategies/none/money.csv")).StatusCode);

        var item = scene.Framework.Items[0];
        var form = await scene.Browser.GetAsync($"{draft}/gaps/{item.Id}");
        (await scene.Browser.SubmitAsync(form, new() { ["Input.Words"] = " " }, HttpStatusCode.UnprocessableEntity)).ShowsError("Input.Words", "Say why they differ");
        await scene.Browser.SubmitAsync(form, new() { ["Input.Words"] = "Nights cost more." });
        Assert.Equal("Nights cost more.", (await Site.AskAsync(db => db.GapNotes.SingleAsync())).Words);
    }

    [Fact]
    public async Task Wrong_input_says_what_to_do_and_keeps_what_was_typed()
    {
        var draft = await scene.StartAsync();
        var answers = StrategyScene.Line("Two wardens", "lots");
        answers["Input.EndsOn.Year"] = "2026";
        var page = await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"{draft}/lines/new"), answers, HttpStatusCode.UnprocessableEntity);
        page.ShowsError("Input.Amount", "Enter an amount in pounds, such as 48,000 or 4.50");
        page.ShowsError("Input.EndsOn.Day", "The last day must not be before the first day");
        Assert.Equal("lots", page.QuerySelector("[name='Input.Amount']")!.GetAttribute("value"));

        var action = await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"{draft}/actions/new"), new() { ["Input.Title"] = "", ["Input.Measure"] = "People helped" }, HttpStatusCode.UnprocessableEntity);
        action.ShowsError("Input.Title", "Enter the action in one line");
        Assert.Equal("People helped", action.QuerySelector("[name='Input.Measure']")!.GetAttribute("value"));
        Assert.False(await Site.AskAsync(db => db.BudgetLines.AnyAsync()));
    }

    [Fact]
    public async Task A_file_is_looked_at_first_and_changes_nothing_until_it_is_confirmed()
    {
        var draft = await scene.DraftAsync();
        var file = await (await scene.Browser.SendAsync(HttpMethod.Get, $"{draft}/money.csv")).Content.ReadAsStringAsync();
        var wrong = file.Replace("20000.00", "lots", StringComparison.Ordinal);

        var page = await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"{draft}/import"), new() { ["Input.Text"] = wrong }, HttpStatusCode.UnprocessableEntity);
        page.Shows("Line 2 Two wardens Shared budget Night Nursing lots value must be an amount in pounds");
        Assert.Contains("lots", page.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);

        var changed = file.Replace("20000.00", "30000.00", StringComparison.Ordinal);
        var preview = await scene.Browser.SubmitAsync(page, new() { ["Input.Text"] = changed });
        preview.Shows("0 lines are added, 2 are changed, 0 stay as they are.");
        Assert.Equal(20_000_00, await AmountAsync());
        var tasks = await scene.Browser.SubmitAsync(preview, button: "Bring these lines in");
        tasks.Shows("2 budget lines are brought in.");
        Assert.Equal(30_000_00, await AmountAsync());
        Assert.True(await Site.AskAsync(db => db.ActivityEntries.AnyAsync(e => e.Verb == "strategy.lines-imported" && e.Detail == "0 added, 2 changed")));

        Task<long> AmountAsync() => Site.AskAsync(db => db.BudgetLines.Where(l => l.Number == 1).Select(l => l.Pence).SingleAsync());
    }

    [Fact]
    public async Task An_action_that_goes_leaves_its_money_and_a_line_can_go_too()
    {
        var draft = await scene.DraftAsync();
        var action = await Site.AskAsync(db => db.StrategyActions.Where(a => a.Number == 1).Select(a => a.Id).SingleAsync());
        var tasks = await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"{draft}/actions/{action}/remove"), button: "Take it out");
        tasks.Shows("1. Two wardens for no action");

        var line = await Site.AskAsync(db => db.BudgetLines.Where(l => l.Number == 1).Select(l => l.Id).SingleAsync());
        (await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"{draft}/lines/{line}/remove"), button: "Take it out")).DoesNotShow("Two wardens");
        Assert.Equal(["strategy.action-removed", "strategy.line-removed"], await Site.AskAsync(db => db.ActivityEntries.Where(e => e.Verb.EndsWith("-removed")).OrderBy(e => e.Id).Select(e => e.Verb).ToListAsync()));
    }

    [Fact]
    public async Task Only_people_of_the_board_that_may_plan_there_write()
    {
        var draft = await scene.DraftAsync();
        var council = await Site.SaveAsync(A.Person("Council officer"));
        await Site.SaveAsync(A.Membership(council, scene.Said.Area, Capability.Plan, A.Body("The council", BodyKind.Council)));
        var other = await Site.SaveAsync(A.Person("Other board"));
        await Site.SaveAsync(A.Membership(other, scene.Said.Area, Capability.Plan, A.Body("Another board", BodyKind.StrategyBoard)));

        foreach (var person in new[] { council, other, scene.Said.Editor })
        {
            foreach (var page in new[] { "", "/about", "/actions/new", "/actions/1/report", "/involved", "/measures/1", "/lines/new", "/import", "/money.csv", "/preview", "/publish", "/revise", "/gaps" })
            {
                var answer = await new Browser(Site, person.Id).SendOnceAsync(HttpMethod.Get, draft + page);
                Assert.Equal("/account/not-allowed", answer.Headers.Location?.AbsolutePath);
            }
        }
        Assert.Equal("/account/not-allowed", (await new Browser(Site, council.Id).SendOnceAsync(HttpMethod.Get, "/manage/strategies/start")).Headers.Location?.AbsolutePath);
        (await new Browser(Site, council.Id).GetAsync("/manage/strategies")).Shows("Strategies are written by people who act for a strategy board.");
    }
}
