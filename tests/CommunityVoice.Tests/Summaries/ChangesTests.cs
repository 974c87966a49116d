using CommunityVoice.Discussion;
using CommunityVoice.Summaries;

namespace CommunityVoice.Tests.Summaries;

public sealed class ChangesTests : SiteTest
{
    private SummaryScene scene = null!;
    private long id;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        scene = await SummaryScene.MakeAsync(Site);
        id = await scene.PublishedAsync();
    }

    [Fact]
    public async Task One_version_has_no_changes()
    {
        (await new Browser(Site).GetAsync($"{SummaryScene.Path}/changes")).Shows("There is one version so far");
        Assert.Equal(HttpStatusCode.NotFound, (await new Browser(Site).SendAsync(HttpMethod.Get, "/summaries/nothing/changes")).StatusCode);
    }

    [Fact]
    public async Task What_a_correction_changes_is_told_word_by_word_and_not_by_colour_alone()
    {
        await scene.CorrectedAsync(id, SectionKind.Summary, "Words of the Summary.");

        var page = await new Browser(Site).FollowAsync(await new Browser(Site).GetAsync(SummaryScene.Path), "see what changed");

        var part = Assert.Single(page.QuerySelectorAll(".cv-change"));
        Assert.Equal("In short", part.QuerySelector("h2")!.Words());
        Assert.Equal("added: +the+, end.", part.QuerySelector("ins")!.Words());
        Assert.Null(part.QuerySelector("del"));
        page.Shows("A number was wrong.");
    }

    [Fact]
    public async Task Findings_that_are_new_or_gone_are_named()
    {
        var tasks = await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"/manage/summaries/{id}/correct"), new() { ["Input.Note"] = "One more." });
        var second = long.Parse(new Uri(tasks.Url).Segments[^1], System.Globalization.CultureInfo.InvariantCulture);
        await scene.AddFindingAsync(second, "Benches are missing", scene.Comments[2].Id);
        await scene.PublishAsync(second);

        var page = await new Browser(Site).GetAsync($"{SummaryScene.Path}/changes?from=1&to=2");
        Assert.Equal("Finding 2 (new)", Assert.Single(page.QuerySelectorAll(".cv-change h2")).Words());
        page.Shows("Benches are missing");
        (await new Browser(Site).GetAsync($"{SummaryScene.Path}/changes?from=2&to=1")).Shows("Finding 2 (taken out)");
        (await new Browser(Site).GetAsync($"{SummaryScene.Path}/changes?from=2&to=2")).Shows("They say the same.");
        Assert.Equal(HttpStatusCode.NotFound, (await new Browser(Site).SendAsync(HttpMethod.Get, $"{SummaryScene.Path}/changes?from=1&to=9")).StatusCode);
    }

    [Fact]
    public async Task Words_that_were_quoted_are_in_no_list_of_changes()
    {
        var tasks = await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"/manage/summaries/{id}/correct"), new() { ["Input.Note"] = "A quotation." });
        var second = long.Parse(new Uri(tasks.Url).Segments[^1], System.Globalization.CultureInfo.InvariantCulture);
        await scene.Browser.SubmitAsync(await scene.CitationPageAsync(second, scene.Comments[0].Id), new() { ["Input.Quote"] = "neighbour 0" });
        await scene.PublishAsync(second);
        await Site.AskAsync<Conversation, ChangeOutcome>(c => c.WithdrawAsync(scene.People[0].Id, scene.Comments[0].Id, default));

        var page = await new Browser(Site).GetAsync($"{SummaryScene.Path}/changes");

        page.Shows(", quoted");
        page.DoesNotShow("neighbour 0");
    }
}
