using CommunityVoice.Strategies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;

namespace CommunityVoice.Tests.Strategies;

/// <summary>Places that did better on the same item stand beside one another, with the method in sight (rule R-I17).</summary>
public sealed class ExemplarTests : SiteTest
{
    [Fact]
    public async Task Two_places_compare_on_the_same_item_and_one_that_is_taken_back_is_gone()
    {
        var scene = await StrategyScene.MakeAsync(Site);
        var published = await scene.PublishedAsync();
        var reader = new Browser(Site);
        (await reader.GetAsync("/exemplars")).Shows("No place yet");
        await scene.ReportAsync(published, 1, "Done", new() { ["Input.Before"] = "Four near misses a week.", ["Input.Now"] = "None in a month.", ["Input.Evidence"] = "The wardens' book." });
        var form = await scene.Browser.GetAsync("/manage/strategies/exemplars/new");
        var refused = await scene.Browser.SubmitAsync(form, Answers(scene, "2020"), HttpStatusCode.UnprocessableEntity);
        refused.ShowsError("Input.AfterOn.Day", "The second figure must be of a later day than the first");
        Assert.Equal("Lower Tarn", refused.QuerySelector("[name='Input.Place']")!.GetAttribute("value"));
        (await scene.Browser.SubmitAsync(form, Answers(scene, "2025"))).Shows("Everybody can read about this place now.");

        var table = Assert.Single((await reader.GetAsync("/exemplars")).QuerySelectorAll("main table"));
        Assert.Equal(["Lower Tarn", "Rivermead"], table.QuerySelectorAll("tbody th").Select(c => c.Words()));
        var words = table.Words();
        Assert.Contains("12 a week (1 May 2023)", words, StringComparison.Ordinal);
        Assert.Contains("The two nearest in size.", words, StringComparison.Ordinal);
        Assert.Contains(Exemplars.WorkedOut, words, StringComparison.Ordinal);

        var id = await Site.AskAsync(db => db.Exemplars.Select(e => e.Id).SingleAsync());
        await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"/manage/strategies/exemplars/{id}/take-back"), new() { ["Reason"] = "They counted anew." });
        (await reader.GetAsync("/exemplars")).DoesNotShow("Lower Tarn");
        Assert.Equal(["exemplar.added", "exemplar.taken-back"], await Site.AskAsync(db => db.ActivityEntries.Where(e => e.Subject == "Exemplar").OrderBy(e => e.Id).Select(e => e.Verb).ToListAsync()));
        Assert.Equal("/account/not-allowed", (await new Browser(Site, scene.Said.Editor.Id).SendOnceAsync(HttpMethod.Get, "/manage/strategies/exemplars/new")).Headers.Location?.AbsolutePath);
    }

    private static Dictionary<string, StringValues> Answers(StrategyScene scene, string afterYear) => new()
    {
        ["Input.For"] = $"{scene.Board.Id}-{scene.Said.Area.Id}",
        ["Input.Item"] = $"{scene.Framework.Items[0].Id}",
        ["Input.Place"] = "Lower Tarn",
        ["Input.Figure"] = "Near misses at crossings",
        ["Input.Before"] = "12 a week",
        ["Input.BeforeOn.Day"] = "1",
        ["Input.BeforeOn.Month"] = "5",
        ["Input.BeforeOn.Year"] = "2023",
        ["Input.After"] = "2 a week",
        ["Input.AfterOn.Day"] = "1",
        ["Input.AfterOn.Month"] = "5",
        ["Input.AfterOn.Year"] = afterYear,
        ["Input.Method"] = "The two nearest in size.",
        ["Input.Source"] = "Their report of May, page 4",
    };
}
