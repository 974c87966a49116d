using CommunityVoice.Bodies;
using CommunityVoice.Strategies;

namespace CommunityVoice.Tests.Strategies;

/// <summary>From the money of a priority to the actions behind it, and from a line to the priorities it is for.</summary>
public sealed class MoneyLinksTests : SiteTest
{
    private StrategyScene scene = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        scene = await StrategyScene.MakeAsync(Site);
        await scene.PublishedAsync();
    }

    [Fact]
    public async Task A_priority_leads_to_its_actions_and_one_without_any_leads_nowhere()
    {
        var reader = new Browser(Site);

        var money = await reader.GetAsync($"{StrategyScene.Path}/money");

        foreach (var (section, links) in new[] { ("voice", 2), ("priorities", 1) })
            Assert.Equal(links, money.QuerySelectorAll($"section[aria-labelledby={section}] a[href='{StrategyScene.Path}#item-near']").Length);
        Assert.NotNull(money.QuerySelector($"section[aria-labelledby=priorities] a[href='{StrategyScene.Path}#item-early']"));
        Assert.Null(money.QuerySelector("a[href$='#item-open']"));
        var strategy = await reader.FollowAsync(money, "Help that is near");
        Assert.Equal("Help that is near", strategy.QuerySelector("h3#item-near")!.Words());
        Assert.Contains("Slow the lights", strategy.QuerySelector("section[aria-labelledby=item-near]")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_names_every_priority_it_is_for()
    {
        var across = new Strategy(A.Area("Fellside"), A.Body("Another board", BodyKind.StrategyBoard), scene.Framework, "across");
        var version = Plan.Whole(across);
        version.AddLine(Plan.Line(5_000_00, items: [scene.Framework.Items[0], scene.Framework.Items[2]]));
        version.Publish(scene.Helen.Id, Site.Now);
        await Site.SaveAsync(across);
        var reader = new Browser(Site);

        var money = await reader.GetAsync("/strategies/across/money");
        var other = await reader.GetAsync($"{StrategyScene.Path}/money");

        Assert.Contains("For the priority Help that is near", money.QuerySelector("#line-1")!.Words(), StringComparison.Ordinal); // as its action is
        Assert.Contains("For the priorities Help that is near, Help that is open", money.QuerySelector("#line-3")!.Words(), StringComparison.Ordinal);
        Assert.Equal(["/strategies/across#item-near"], money.QuerySelectorAll("#line-3 a[href*='#item-']").Select(a => a.GetAttribute("href")));
        Assert.Contains("Linked to no priority", other.QuerySelector("#line-2")!.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("For the priorit", other.QuerySelector("#line-2")!.Words(), StringComparison.Ordinal);
    }
}
