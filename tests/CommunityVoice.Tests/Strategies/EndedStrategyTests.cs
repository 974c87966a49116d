using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Strategies;
using CommunityVoice.Tests.OpenData;

namespace CommunityVoice.Tests.Strategies;

/// <summary>A place shows its newest strategy where its years are over too, and says that they are.</summary>
public sealed class EndedStrategyTests : SiteTest
{
    private StrategyScene scene = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        scene = await StrategyScene.MakeAsync(Site);
        await PlanAsync(scene.Said.Area, "Years before", 2023, 2025);
        await PlanAsync(A.Area("Fellside"), "Years now", 2025, 2026);
        await Site.DoAsync<AreaTallies>(tallies => tallies.RefreshDueAsync(default));
    }

    [Fact]
    public async Task The_place_its_page_to_print_and_the_comparison_say_so()
    {
        var reader = new Browser(Site);

        foreach (var path in new[] { "/areas/rivermead", "/areas/rivermead/brief", "/areas/compare?a=rivermead&a=fellside" })
            (await reader.GetAsync(path)).Shows("£1,000 in “Years before”, whose years ended in March 2026");
        (await reader.GetAsync("/areas/fellside")).Shows("£1,000 in “Years now”. ");
    }

    [Fact]
    public async Task The_money_page_says_so()
    {
        (await new Browser(Site).GetAsync("/strategies/years-before/money")).Shows("This strategy is not in force any more: its years ended in March 2026.");
        (await new Browser(Site).GetAsync("/strategies/years-now/money")).DoesNotShow("not in force any more");
    }

    [Fact]
    public async Task The_files_tell_the_day()
    {
        var files = new DataFiles(Site);

        var ended = (await files.JsonAsync("/areas/rivermead.json")).GetProperty("item").GetProperty("money")[0];
        var running = (await files.JsonAsync("/areas/fellside.json")).GetProperty("item").GetProperty("money")[0];

        Assert.Equal("2026-03-31", ended.GetProperty("endedOn").GetString());
        Assert.Null(running.GetProperty("endedOn").GetString());
    }

    // A published strategy of £1,000 from one financial year to another.
    private async Task PlanAsync(Area area, string title, int first, int last)
    {
        var version = Plan.Whole(new Strategy(area, A.Body($"Board of {title}", BodyKind.StrategyBoard), scene.Framework, A.Slug(title)));
        version.Describe(title, "", "");
        foreach (var line in version.Lines) version.Rewrite(line, Plan.Line(500_00, line.Action) with { StartsOn = FinancialYear.FirstDay(first), EndsOn = FinancialYear.LastDay(last) });
        version.Publish(scene.Helen.Id, Site.Now);
        await Site.SaveAsync(version.Strategy);
    }
}
