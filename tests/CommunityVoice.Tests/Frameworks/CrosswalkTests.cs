using CommunityVoice.Frameworks;

namespace CommunityVoice.Tests.Frameworks;

/// <summary>What became of each item of a framework when the next one came, on the demo place and its strategy.</summary>
public sealed class CrosswalkTests(DemoSite site) : IClassFixture<DemoSite>
{
    [Fact]
    public async Task Each_item_says_what_takes_it_up_and_what_nothing_takes_up_is_reported()
    {
        await LoadAsync();
        var older = await new Browser(site).GetAsync("/frameworks/nhg-2025-26");
        older.Shows("It is followed by Neighbourhood Health Framework 2026.");
        var crosswalk = (await site.AskAsync(db => Crosswalk.OfAsync(db, "nhg-2025-26", default)))!;

        Assert.NotEmpty(crosswalk.Dropped);
        foreach (var dropped in crosswalk.Dropped) Assert.Contains(dropped.Item.Title, older.QuerySelector(".cv-warning")!.Words(), StringComparison.Ordinal);
        foreach (var row in crosswalk.Rows) Assert.Contains(row.Later.Count == 0 ? "Nothing" : row.Later[0].Title, older.QuerySelector($"#item-{row.Item.Code}")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Actions_linked_to_an_older_item_count_for_the_one_that_takes_it_up()
    {
        await LoadAsync();
        var (older, newer) = (await site.AskAsync(db => Crosswalk.OfAsync(db, "nhg-2025-26", default)), await site.AskAsync(db => Crosswalk.OfAsync(db, "nhf-2026", default)));
        var carried = older!.Rows.First(r => r.Later.Count > 0 && r.Actions > 0);

        Assert.True(newer!.Rows.Single(r => r.Item.Id == carried.Later[0].Id).Actions >= carried.Actions);
        (await new Browser(site).GetAsync("/frameworks/nhf-2026")).Shows("It follows");
        await new Browser(site).GetAsync("/frameworks/nothing", HttpStatusCode.NotFound);
    }

    // Its first start brings the frameworks that are written in content.
    private Task LoadAsync() => site.DoAsync<FrameworkLibrary>(library => library.SaveAsync(CommunityVoice.Content.FrameworkFiles.Load(CommunityVoice.Web.Wiring.Paths.Content), default));
}
