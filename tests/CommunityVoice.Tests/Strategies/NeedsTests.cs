using AngleSharp.Html.Dom;
using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Follows;
using CommunityVoice.Tests.Follows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;

namespace CommunityVoice.Tests.Strategies;

/// <summary>A new assessment of needs asks whether each strategy of the place is revised (rule R-A13).</summary>
public sealed class NeedsTests : SiteTest
{
    private const string Needs = "/manage/strategies/needs";
    private StrategyScene scene = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        scene = await StrategyScene.MakeAsync(Site);
    }

    [Fact]
    public async Task From_an_assessment_to_a_decision_that_everybody_can_read()
    {
        await scene.PublishedAsync();
        Assert.DoesNotContain("Waits for your board", (await scene.Browser.GetAsync("/manage/strategies")).Words(), StringComparison.Ordinal);
        (await scene.Browser.GetAsync(Needs)).Shows("No assessment was recorded for your places yet.");
        var check = await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"{Needs}/new"), Whole());
        check.Shows("This is how everybody will see it.");
        check.Shows("Closer to home, by The board");
        Assert.Equal(0, await Site.AskAsync(db => db.NeedsAssessments.CountAsync()));
        (await scene.Browser.SubmitAsync(check, button: "Record it")).Shows("The assessment is recorded.");

        var reader = new Browser(Site);
        var page = await reader.GetAsync(StrategyScene.Path);
        page.Shows("Needs assessment of 4 May 2026. Council paper 12. Read it");
        page.Shows("More people live alone.");
        page.Shows("Not decided yet Whether to revise this strategy is open since 9 June 2026.");
        Assert.Equal("https://council.example/needs.pdf", page.QuerySelector("#needs-1 a")!.GetAttribute("href"));

        var waiting = await scene.Browser.GetAsync("/manage/strategies");
        waiting.Shows("Waits for your board");
        var form = await scene.Browser.FollowAsync(waiting, "Decide whether to revise Closer to home");
        form.Shows("More people live alone.");
        var unsaid = await scene.Browser.SubmitAsync(form, new() { ["Input.Revises"] = "false" }, HttpStatusCode.UnprocessableEntity);
        unsaid.ShowsError("Input.Reason", "Say why");
        var look = await scene.Browser.SubmitAsync(unsaid, new() { ["Input.Revises"] = "false", ["Input.Reason"] = "The plan has it already." });
        look.Shows("The board decided not to revise this strategy, because: The plan has it already.");
        (await reader.GetAsync(StrategyScene.Path)).Shows("Not decided yet");
        (await scene.Browser.SubmitAsync(look, button: "Publish the decision")).Shows("The decision is public.");

        (await reader.GetAsync(StrategyScene.Path)).Shows("The board decided not to revise this strategy, 9 June 2026, because: The plan has it already.");
        Assert.DoesNotContain("Waits for your board", (await scene.Browser.GetAsync("/manage/strategies")).Words(), StringComparison.Ordinal);
        (await scene.Browser.GetAsync(Needs)).Shows("Closer to home Not to be revised");
        var data = await (await reader.SendAsync(HttpMethod.Get, StrategyScene.Path + ".json")).Content.ReadAsStringAsync();
        Assert.Contains("\"revises\":false,\"reason\":\"The plan has it already.\",\"by\":\"The board\"", data, StringComparison.Ordinal);
        var record = await Site.AskAsync(db => db.ActivityEntries.Where(e => e.PersonId == scene.Helen.Id).OrderByDescending(e => e.Id).Select(e => e.Verb + ": " + e.Detail).Take(2).ToListAsync());
        Assert.Equal(["strategy.revision-decided: Do not revise, after “Needs 2026”: The plan has it already.", "needs-assessment.recorded: Needs 2026"], record);
    }

    [Fact]
    public async Task A_decision_is_made_once_and_never_changed()
    {
        await scene.PublishedAsync();
        await RecordAsync();
        var question = await Site.AskAsync(db => db.RevisionQuestions.Select(q => q.Id).SingleAsync());
        var form = await scene.Browser.GetAsync($"{Needs}/decide/{question}");
        var look = await scene.Browser.SubmitAsync(form, Decision(revises: true));
        var changed = await scene.Browser.SubmitAsync(look, button: "Change it");
        Assert.Equal("It is out of date.", ((IHtmlTextAreaElement)changed.QuerySelector("[name='Input.Reason']")!).Value);
        await scene.Browser.SubmitAsync(look, button: "Publish the decision");

        // The same look, published again, leads to what was decided and changes nothing.
        var again = await scene.Browser.SubmitAsync(look, button: "Publish the decision");

        Assert.Equal(StrategyScene.Path, new Uri(again.Url).AbsolutePath);
        again.Shows("The board decided to revise this strategy");
        Assert.Equal(1, await Site.AskAsync(db => db.ActivityEntries.CountAsync(e => e.Verb == "strategy.revision-decided")));
        await Site.DoAsync<CommunityVoice.Data.CommunityVoiceDb>(async db =>
        {
            var decided = await db.RevisionQuestions.Include(q => q.Assessment).ThenInclude(a => a.Questions).SingleAsync();
            Assert.Throws<InvalidOperationException>(() => decided.Decide(false, "Another", scene.Board, scene.Helen.Id, Site.Now));
            Assert.Throws<InvalidOperationException>(() => decided.Assessment.TakeBack("By mistake", scene.Helen.Id, Site.Now));
        });
        var taken = await scene.Browser.GetAsync($"{Needs}/1/take-back");
        taken.Shows("It was decided on, or taken back already, so it stays as it is.");
    }

    [Fact]
    public async Task What_is_missing_is_said_at_its_field_and_nothing_typed_is_lost()
    {
        await scene.PublishedAsync();
        var form = await scene.Browser.GetAsync($"{Needs}/new");
        var empty = await scene.Browser.SubmitAsync(form, expected: HttpStatusCode.UnprocessableEntity);
        empty.ShowsError("Input.Place", "Choose a place");
        empty.ShowsError("Input.Title", "Enter the title");
        empty.ShowsError("Input.Link", "Enter where it can be read, or how it is cited");
        empty.ShowsError("Input.InShort", "Say in short what it says");

        var wrong = await scene.Browser.SubmitAsync(empty, new(Whole()) { ["Input.Link"] = "javascript:alert(1)", ["Input.PublishedOn.Year"] = "2027" }, HttpStatusCode.UnprocessableEntity);

        wrong.ShowsError("Input.Link", "Enter an address that begins with https://");
        Assert.Contains("The day cannot lie ahead", wrong.Words(), StringComparison.Ordinal);
        Assert.Equal("Needs 2026", ((IHtmlInputElement)wrong.QuerySelector("[name='Input.Title']")!).Value);
    }

    [Fact]
    public async Task Where_no_strategy_is_published_there_is_nothing_to_decide()
    {
        var refused = await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"{Needs}/new"), Whole(), HttpStatusCode.UnprocessableEntity);

        refused.ShowsError("Input.Place", "No published strategy covers Rivermead, so there is nothing to decide yet");
    }

    [Fact]
    public async Task The_strategy_of_what_contains_the_place_is_asked_about_and_its_authors_are_written_to()
    {
        await scene.PublishedAsync();
        var (north, ivo) = (A.Area("North", AreaLevel.Locality), A.Person("Ivo K"));
        await Site.SaveAsync(north, ivo, new AreaLink(scene.Said.Area, AreaLinkKind.Contains, north));
        var other = A.Body("Locality board", BodyKind.StrategyBoard);
        await Site.SaveAsync(A.Membership(ivo, north, Capability.Plan, other));
        var recorder = new Browser(Site, ivo.Id);

        var check = await recorder.SubmitAsync(await recorder.GetAsync($"{Needs}/new"), new(Whole()) { ["Input.Place"] = $"{other.Id}-{north.Id}" });
        await recorder.SubmitAsync(check, button: "Record it");

        (await new Browser(Site).GetAsync(StrategyScene.Path)).Shows("Not decided yet");
        var letter = Assert.Single(await Site.LettersToAsync(scene.Helen.Email!), l => l.Kind == "needs-assessment");
        Assert.Contains("Locality board recorded a new assessment of what people need in North: “Needs 2026”, of 4 May 2026.", letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(await Site.LettersToAsync(ivo.Email!), l => l.Kind == "needs-assessment");
        Assert.DoesNotContain("Decide whether", (await recorder.GetAsync("/manage/strategies")).Words(), StringComparison.Ordinal);
        var question = await Site.AskAsync(db => db.RevisionQuestions.Select(q => q.Id).SingleAsync());
        Assert.Equal("/account/not-allowed", (await recorder.SendOnceAsync(HttpMethod.Get, $"{Needs}/decide/{question}")).Headers.Location?.AbsolutePath);
        Assert.Equal("/account/not-allowed", (await scene.Browser.SendOnceAsync(HttpMethod.Get, $"{Needs}/1/take-back")).Headers.Location?.AbsolutePath);
        (await scene.Browser.GetAsync($"{Needs}/decide/{question}")).Shows("for North");
        var editor = new Browser(Site, scene.Said.Editor.Id);
        Assert.Equal("/account/not-allowed", (await editor.SendOnceAsync(HttpMethod.Get, $"{Needs}/new")).Headers.Location?.AbsolutePath);
        Assert.Equal(HttpStatusCode.NotFound, (await scene.Browser.SendAsync(HttpMethod.Get, $"{Needs}/decide/99")).StatusCode);
    }

    [Fact]
    public async Task One_recorded_by_mistake_is_taken_back_with_a_reason_that_stays()
    {
        await scene.PublishedAsync();
        await RecordAsync();
        var form = await scene.Browser.FollowAsync(await scene.Browser.GetAsync(Needs), "Take it back: Needs 2026");
        (await scene.Browser.SubmitAsync(form, expected: HttpStatusCode.UnprocessableEntity)).ShowsError("Reason", "Say why it is taken back");
        await scene.Browser.SubmitAsync(form, new() { ["Reason"] = "It is of another place." });

        (await new Browser(Site).GetAsync(StrategyScene.Path)).Shows("Taken back 9 June 2026: It is of another place.");
        Assert.DoesNotContain("Waits for your board", (await scene.Browser.GetAsync("/manage/strategies")).Words(), StringComparison.Ordinal);
        var question = await Site.AskAsync(db => db.RevisionQuestions.Select(q => q.Id).SingleAsync());
        Assert.Equal(StrategyScene.Path, (await scene.Browser.SendOnceAsync(HttpMethod.Get, $"{Needs}/decide/{question}")).Headers.Location?.OriginalString.Split('#')[0]);
        Assert.True(await Site.AskAsync(db => db.ActivityEntries.AnyAsync(e => e.Verb == "needs-assessment.taken-back" && e.Detail == "It is of another place.")));
    }

    [Theory]
    [InlineData(FollowKind.Place)]
    [InlineData(FollowKind.Action)]
    public async Task Whoever_follows_the_place_or_an_action_is_told_once_of_each_step(FollowKind kind)
    {
        await scene.PublishedAsync();
        var (asha, inbox) = (A.Person("Asha B", "asha@example.org"), new Inbox(Site));
        await Site.SaveAsync(asha);
        var strategy = await Site.AskAsync(db => db.Strategies.Select(s => s.Id).SingleAsync());
        await inbox.FollowAsync(asha, kind, kind == FollowKind.Place ? scene.Said.Area.Id : strategy, FollowFrequency.Daily, kind == FollowKind.Place ? 0 : 1);
        await RecordAsync();
        await inbox.MorningAsync();
        var first = (await inbox.LettersAsync("asha@example.org"))[^1];
        Assert.Contains("New assessment of needs: Needs 2026", first.Text, StringComparison.Ordinal);
        Assert.Contains("The board has to decide whether to revise “Closer to home”.", first.Text, StringComparison.Ordinal);

        var author = new Browser(Site, scene.Helen.Id); // a day has passed since the last visit
        var form = await author.FollowAsync(await author.GetAsync("/manage/strategies"), "Decide whether to revise Closer to home");
        await author.SubmitAsync(await author.SubmitAsync(form, Decision(revises: true)), button: "Publish the decision");
        await inbox.MorningAsync();

        var second = (await inbox.LettersAsync("asha@example.org"))[^1];
        Assert.NotEqual(first.Id, second.Id);
        Assert.Contains("To be revised: Closer to home", second.Text, StringComparison.Ordinal);
        Assert.Contains("After “Needs 2026”. It is out of date.", second.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("New assessment of needs", second.Text, StringComparison.Ordinal);
    }

    private async Task RecordAsync()
    {
        var check = await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"{Needs}/new"), Whole());
        await scene.Browser.SubmitAsync(check, button: "Record it");
    }

    private static Dictionary<string, StringValues> Decision(bool revises) =>
        new() { ["Input.Revises"] = revises ? "true" : "false", ["Input.Reason"] = "It is out of date." };

    private Dictionary<string, StringValues> Whole() => new(StringComparer.Ordinal)
    {
        ["Input.Place"] = $"{scene.Board.Id}-{scene.Said.Area.Id}",
        ["Input.Title"] = "Needs 2026",
        ["Input.PublishedOn.Day"] = "4",
        ["Input.PublishedOn.Month"] = "5",
        ["Input.PublishedOn.Year"] = "2026",
        ["Input.Link"] = "https://council.example/needs.pdf",
        ["Input.Source"] = "Council paper 12",
        ["Input.InShort"] = "More people live alone.",
    };
}
