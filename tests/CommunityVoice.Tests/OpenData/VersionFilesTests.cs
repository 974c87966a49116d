using System.Globalization;
using System.Text.Json;
using AngleSharp.Html.Dom;
using CommunityVoice.Summaries;
using CommunityVoice.Tests.Decisions;
using CommunityVoice.Tests.Strategies;
using CommunityVoice.Tests.Summaries;

namespace CommunityVoice.Tests.OpenData;

/// <summary>Every published version of a summary, a strategy, an annual report and a decision is a file at the address of its page; drafts are in none.</summary>
public sealed class VersionFilesTests : SiteTest
{
    private const string Report = "/annual-reports/rivermead-voice-2026-27";
    private DataFiles files = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        files = new(Site);
    }

    [Fact]
    public async Task An_earlier_version_of_a_summary_keeps_its_words_and_a_draft_is_in_no_file()
    {
        var scene = await SummaryScene.MakeAsync(Site);
        var first = await scene.PublishedAsync();
        var second = Id(await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"/manage/summaries/{first}/correct"), new() { ["Input.Note"] = "A number was wrong." }));
        await scene.WriteAsync(second, SectionKind.Summary, "Three crossings.");
        await files.JsonAsync($"{SummaryScene.Path}/v2.json", HttpStatusCode.NotFound);
        Assert.DoesNotContain("Three crossings.", await files.TextAsync($"{SummaryScene.Path}.json"), StringComparison.Ordinal);

        await scene.PublishAsync(second);

        var (old, newest) = (await ItemAsync($"{SummaryScene.Path}/v1.json"), await ItemAsync($"{SummaryScene.Path}.json"));
        Assert.Equal(("Words of Summary.", $"{SummaryScene.Path}/v1"), (Text(old.GetProperty("summary"), "inShort"), Text(old.GetProperty("summary"), "path")));
        Assert.Equal(("Three crossings.", SummaryScene.Path), (Text(newest.GetProperty("summary"), "inShort"), Text(newest.GetProperty("summary"), "path")));
        Assert.Equal($"{SummaryScene.Path}/findings/1?version=1", Text(old.GetProperty("findings")[0], "path"));
        Assert.Equal([(2, "A number was wrong.", $"{SummaryScene.Path}/v2"), (1, null, $"{SummaryScene.Path}/v1")], Versions(newest));
        var page = await new Browser(Site).GetAsync($"{SummaryScene.Path}/v1");
        page.Shows("Words of Summary.");
        Assert.Equal($"{SummaryScene.Path}/v1.json", page.QuerySelector("link[rel=alternate][type='application/json']")!.GetAttribute("href"));
        Assert.Equal(Text(newest.GetProperty("summary"), "inShort"), Text((await ItemAsync($"{SummaryScene.Path}/v2.json")).GetProperty("summary"), "inShort"));
        await files.JsonAsync($"{SummaryScene.Path}/v3.json", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_earlier_version_of_a_strategy_keeps_its_actions_and_names_no_money_file()
    {
        var scene = await StrategyScene.MakeAsync(Site);
        var draft = await scene.RevisedAsync(await scene.PublishedAsync());
        await scene.AddActionAsync(draft, "Paint the kerbs", "Other", 2, withFinding: true, unfunded: "Volunteers paint.");
        await files.JsonAsync($"{StrategyScene.Path}/v2.json", HttpStatusCode.NotFound);
        Assert.DoesNotContain("Paint the kerbs", await files.TextAsync($"{StrategyScene.Path}.json"), StringComparison.Ordinal);

        await scene.PublishAsync(draft);

        var (old, newest) = (await ItemAsync($"{StrategyScene.Path}/v1.json"), await ItemAsync($"{StrategyScene.Path}.json"));
        Assert.DoesNotContain("Paint the kerbs", old.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(($"{StrategyScene.Path}/v1", JsonValueKind.Null), (Text(old.GetProperty("strategy"), "path"), old.GetProperty("money").ValueKind));
        Assert.Equal((StrategyScene.Path, $"{StrategyScene.Path}/money.csv"), (Text(newest.GetProperty("strategy"), "path"), Text(newest, "money")));
        Assert.Contains(newest.GetProperty("actions").EnumerateArray(), a => Text(a, "title") == "Paint the kerbs");
        Assert.Equal([(2, "There is more to say.", $"{StrategyScene.Path}/v2"), (1, null, $"{StrategyScene.Path}/v1")], Versions(newest));
        var page = await new Browser(Site).GetAsync($"{StrategyScene.Path}/v1");
        foreach (var action in old.GetProperty("actions").EnumerateArray()) page.Shows(Text(action, "title"));
        Assert.NotNull(page.QuerySelector($".cv-data a[href='{StrategyScene.Path}/v1.json']"));
    }

    [Fact]
    public async Task An_earlier_version_of_an_annual_report_keeps_its_words()
    {
        const string desk = "/manage/annual-reports";
        var editor = (await SummaryScene.MakeAsync(Site)).Browser;
        var first = Id(await editor.SubmitAsync(await editor.GetAsync(desk), new() { ["Input.Year"] = "2026" }, button: "Make a draft"));
        await WriteAsync(first, "The first words.");
        await editor.SubmitAsync(await editor.GetAsync($"{desk}/{first}/publish"), button: "Publish");
        var second = Id(await editor.SubmitAsync(await editor.GetAsync($"{desk}/{first}/correct"), new() { ["Note"] = "A name was wrong." }));
        await WriteAsync(second, "Other words.");
        await files.JsonAsync($"{Report}/v2.json", HttpStatusCode.NotFound);

        await editor.SubmitAsync(await editor.GetAsync($"{desk}/{second}/publish"), button: "Publish");

        var old = (await ItemAsync($"{Report}/v1.json")).GetProperty("report");
        Assert.Equal(("The first words.", $"{Report}/v1"), (Text(old, "inShort"), Text(old, "path")));
        var newest = await ItemAsync($"{Report}.json");
        Assert.Equal(("Other words.", Report), (Text(newest.GetProperty("report"), "inShort"), Text(newest.GetProperty("report"), "path")));
        Assert.Equal([(2, "A name was wrong.", $"{Report}/v2"), (1, null, $"{Report}/v1")], Versions(newest));
        (await new Browser(Site).GetAsync($"{Report}/v1")).Shows("The first words.");

        async Task WriteAsync(long id, string words) => await editor.SubmitAsync(await editor.GetAsync($"{desk}/{id}"), new() { ["Input.InShort"] = words, ["Input.WhatItShows"] = "It shows much." });
    }

    [Fact]
    public async Task A_decision_has_a_file_of_its_own_that_earlier_versions_are_asked_of()
    {
        var scene = await DecisionScene.MakeAsync(Site);
        Assert.Equal(JsonValueKind.Null, (await ItemAsync($"{DecisionScene.Path}.json")).GetProperty("record").ValueKind);
        await scene.DecidedAsync();
        var answers = DecisionScene.Whole();
        answers["Input.Correction"] = "Benches were forgotten in the sums.";
        answers["Input.Answers[1].Kind"] = "Partly";
        answers["Input.Answers[1].Reason"] = "Two benches on Weir Hill.";
        await scene.PublishAsync(answers);

        var (old, newest) = (await ItemAsync($"{DecisionScene.Path}.json?version=1"), await ItemAsync($"{DecisionScene.Path}.json"));

        Assert.Contains("Benches are not part of this budget.", old.GetProperty("record").GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("Two benches on Weir Hill.", old.GetRawText(), StringComparison.Ordinal);
        Assert.Equal((1, 0, $"{DecisionScene.Path}?version=1"), (old.GetProperty("record").GetProperty("number").GetInt32(), old.GetProperty("youSaid").GetArrayLength(), Text(old, "path")));
        Assert.Equal((2, DecisionScene.Path), (newest.GetProperty("record").GetProperty("number").GetInt32(), Text(newest, "path")));
        Assert.Equal([(1, null, $"{DecisionScene.Path}?version=1"), (2, "Benches were forgotten in the sums.", $"{DecisionScene.Path}?version=2")], Versions(newest));
        await files.JsonAsync($"{DecisionScene.Path}.json?version=3", HttpStatusCode.NotFound);
        var page = await new Browser(Site).GetAsync($"{DecisionScene.Path}?version=1");
        page.Shows("Benches are not part of this budget.");
        Assert.NotNull(page.QuerySelector($".cv-data a[href='{DecisionScene.Path}.json?version=1']"));
    }

    private async Task<JsonElement> ItemAsync(string path) => (await files.JsonAsync(path)).GetProperty("item");

    private static IEnumerable<(int, string?, string)> Versions(JsonElement item) =>
        item.GetProperty("versions").EnumerateArray().Select(v => (v.GetProperty("number").GetInt32(), v.GetProperty("why").GetString(), Text(v, "path")));

    private static long Id(IHtmlDocument page) => long.Parse(new Uri(page.Url).Segments[^1], CultureInfo.InvariantCulture);

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;
}
