using CommunityVoice.Tests.Follows;
using CommunityVoice.Tests.OpenData;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Strategies;

/// <summary>What became of an action: said by the board, seen by everybody, told to followers, never changed.</summary>
public sealed class ActionReportTests : SiteTest
{
    private const string Before = "Wardens stood at two crossings.";
    private StrategyScene scene = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        scene = await StrategyScene.MakeAsync(Site);
    }

    [Fact]
    public async Task An_action_is_not_done_without_what_was_what_is_and_what_shows_it()
    {
        var published = await scene.PublishedAsync();
        (await scene.Browser.GetAsync(published)).Shows("1. Slow the lights: say how it stands by 31 March 2028 No report yet");

        var refused = await scene.ReportAsync(published, 1, "Done", new() { ["Input.Before"] = Before }, HttpStatusCode.UnprocessableEntity);
        refused.ShowsError("Input.Now", "Say how it is now: an action is done when the way of working is another one");
        refused.ShowsError("Input.Evidence", "Say what shows it: without evidence an action is not done");
        Assert.Contains(Before, refused.QuerySelector("[name='Input.Before']")!.TextContent, StringComparison.Ordinal);
        Assert.False(await Site.AskAsync(db => db.ActionReports.AnyAsync()));

        var tasks = await scene.ReportAsync(published, 1, "Done", Whole());
        tasks.Shows("Everybody can see now how action 1 stands.");
        tasks.Shows("1. Slow the lights: say how it stands by 31 March 2028 Done");
        var page = await new Browser(Site).GetAsync(StrategyScene.Path);
        page.Shows("1 done");
        var action = page.QuerySelector("#action-1")!.Words();
        Assert.Contains($"Before {Before} Now Wardens stand at four. What shows it A count in May.", action, StringComparison.Ordinal);
        Assert.DoesNotContain("What became of it", page.QuerySelector("#action-2")!.Words(), StringComparison.Ordinal);
        var whole = (await new DataFiles(Site).JsonAsync($"{StrategyScene.Path}.json")).GetProperty("item").GetProperty("actions");
        Assert.Equal("done", whole[0].GetProperty("state").GetString());
        Assert.Equal("A count in May.", whole[0].GetProperty("reports")[0].GetProperty("evidence").GetString());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, whole[1].GetProperty("state").ValueKind);
        (await new Browser(Site).GetAsync("/bodies/the-board")).Shows("Slow the lights Closer to home by 31 March 2028 Done");
        Assert.True(await Site.AskAsync(db => db.ActivityEntries.AnyAsync(e => e.Verb == "strategy.action-reported" && e.Detail == "Action 1, Done: Slow the lights" && e.PersonId == scene.Helen.Id)));
    }

    [Fact]
    public async Task Reports_add_up_and_outlive_the_version_they_were_made_under()
    {
        var published = await scene.PublishedAsync();
        var early = await scene.ReportAsync(published, 1, "Begun", expected: HttpStatusCode.UnprocessableEntity);
        early.ShowsError("Input.Before", "Say how it was before, so that everybody can see what becomes different");
        await scene.ReportAsync(published, 1, "Begun", new() { ["Input.Before"] = Before });
        Site.Clock.Advance(TimeSpan.FromMinutes(1));

        var form = await scene.Browser.GetAsync($"{published}/actions/1/report");
        Assert.Contains(Before, form.QuerySelector("[name='Input.Before']")!.TextContent, StringComparison.Ordinal);
        var day = FakeClock.Today.AddDays(-1);
        (await scene.ReportAsync(published, 1, "Stopped", On(day), HttpStatusCode.UnprocessableEntity)).ShowsError("Input.On.Day", "The day cannot be before that of the last report");
        (await scene.ReportAsync(published, 1, "Stopped", On(FakeClock.Today.AddDays(9)), HttpStatusCode.UnprocessableEntity)).ShowsError("Input.On.Day", "The day cannot lie ahead");
        (await scene.ReportAsync(published, 1, "Stopped", expected: HttpStatusCode.UnprocessableEntity)).ShowsError("Input.Reason", "Say why it was stopped");
        await scene.ReportAsync(published, 1, "Stopped", new() { ["Input.Reason"] = "The street was closed." });

        var second = await scene.RevisedAsync(published);
        (await scene.Browser.GetAsync($"{second}/actions/1/report")).Shows("Draft of version 2"); // a draft has nothing to report on
        await scene.PublishAsync(second);
        var page = await new Browser(Site).GetAsync(StrategyScene.Path);
        var states = page.QuerySelectorAll("[id^='action-1-report-'] > p b").Select(b => b.Words());
        Assert.Equal(["Stopped", "Begun"], states);
        Assert.Contains("Stopped", page.QuerySelector("#action-1 > p")!.Words(), StringComparison.Ordinal);
        (await new Browser(Site).GetAsync($"{StrategyScene.Path}/v1")).Shows("The street was closed.");
        Assert.Equal(HttpStatusCode.NotFound, (await scene.Browser.SendAsync(HttpMethod.Get, $"{published}/actions/9/report")).StatusCode);
    }

    [Fact]
    public async Task Whoever_follows_an_action_is_told_that_it_is_done()
    {
        var published = await scene.PublishedAsync();
        var asha = await Site.SaveAsync(A.Person("Asha B", "asha@example.org"));
        var browser = new Browser(Site, asha.Id);
        await browser.SubmitAsync(await browser.FollowAsync(await browser.GetAsync(StrategyScene.Path), "Follow this action: Slow the lights"), button: "Follow");
        Site.Clock.Advance(TimeSpan.FromMinutes(1));
        await scene.ReportAsync(published, 1, "Done", Whole());

        await new Inbox(Site).MorningAsync(DayOfWeek.Thursday);

        var letter = Assert.Single(await new Inbox(Site).LettersAsync("asha@example.org"));
        Assert.Equal("Done: Slow the lights", letter.Subject);
        Assert.Contains("Wardens stand at four.", letter.Text, StringComparison.Ordinal);
        Assert.Contains($"{StrategyScene.Path}#action-1", letter.Text, StringComparison.Ordinal);
    }

    private static Dictionary<string, Microsoft.Extensions.Primitives.StringValues> Whole() => new()
    {
        ["Input.Before"] = Before,
        ["Input.Now"] = "Wardens stand at four.",
        ["Input.Evidence"] = "A count in May.",
    };

    private static Dictionary<string, Microsoft.Extensions.Primitives.StringValues> On(DateOnly day) => new()
    {
        ["Input.On.Day"] = $"{day.Day}",
        ["Input.On.Month"] = $"{day.Month}",
        ["Input.On.Year"] = $"{day.Year}",
        ["Input.Reason"] = "The street was closed.",
    };
}
