using CommunityVoice.Data;
using CommunityVoice.Tests.Strategies;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.OpenData;

/// <summary>Whether the money of one strategy follows the voice, in files: as its page says it.</summary>
public sealed class VoiceFilesTests : SiteTest
{
    private StrategyScene scene = null!;
    private DataFiles files = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        scene = await StrategyScene.MakeAsync(Site);
        files = new(Site);
        await scene.PublishedAsync();
    }

    [Fact]
    public async Task Each_priority_has_its_shares_how_far_they_lie_apart_and_why()
    {
        // Of twenty papers, all chose the first option; it is cited by the finding that action 1 rests on. The second was made from the second item and chosen by ten.
        await Site.DoAsync<CommunityVoiceDb>(async db =>
        {
            var (finding, priorities) = (await db.Findings.Include(f => f.Version.Summary).FirstAsync(), await db.Priorities.OrderBy(p => p.Order).Select(p => p.Id).ToListAsync());
            await db.Database.ExecuteSqlAsync($"""INSERT INTO "Citations" ("FindingId", "PriorityId") VALUES ({finding.Id}, {priorities[0]})""");
            var item = scene.Framework.Items[1].Id;
            await db.Priorities.Where(p => p.Id == priorities[1]).ExecuteUpdateAsync(s => s
                .SetProperty(p => p.Origin, PriorityOrigin.FrameworkItem).SetProperty(p => p.OriginId, item).SetProperty(p => p.SealedPeople, 10));
            await db.Priorities.Where(p => p.Id == priorities[2]).ExecuteUpdateAsync(s => s.SetProperty(p => p.SealedPeople, 4));
        });
        Site.Clock.Advance(TimeSpan.FromDays(60));
        await Site.DoAsync<Sealer>(s => s.SealDueAsync(default));
        await ExplainAsync("Lights come first.");

        var (_, rows) = await files.CsvAsync($"{StrategyScene.Path}/voice.csv");
        var voice = (await files.JsonAsync($"{StrategyScene.Path}.json")).GetProperty("item").GetProperty("voice");
        var page = await new Browser(Site).GetAsync($"{StrategyScene.Path}/money");

        Assert.Equal([("0.6667", "1", "33", "explained", "Lights come first."), ("0.3333", "0", "-33", "notExplained", "")], rows.Select(r => (r["voice_share"], r["money_share"], r["gap"], r["state"], r["explanation"])));
        Assert.Equal(page.QuerySelectorAll("section[aria-labelledby=voice] tbody th").Select(c => c.Words()), rows.Select(r => r["title"]));
        page.Shows("67% of the voice, 100% of the money");
        page.Shows("Lights come first.");
        Assert.Equal(("votes", 30, 4), (voice.GetProperty("basis").GetString(), voice.GetProperty("linked").GetInt32(), voice.GetProperty("notLinked").GetInt32()));
        Assert.Equal(rows.Select(r => r["code"]), voice.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("item").GetString()));
        Assert.NotNull(page.QuerySelector($"a[href='{voice.GetProperty("votes")[0].GetProperty("path").GetString()}']"));
        Assert.NotNull(page.QuerySelector($"a[href='{StrategyScene.Path}/voice.csv']"));
        Assert.Contains($"{StrategyScene.Path}/voice.csv", await files.TextAsync("/open-data/datapackage.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_they_differed_is_told_no_more_once_they_do_not()
    {
        await ExplainAsync("Nobody had asked yet.");

        var row = Assert.Single((await files.CsvAsync($"{StrategyScene.Path}/voice.csv")).Rows);
        var item = (await files.JsonAsync($"{StrategyScene.Path}.json")).GetProperty("item");

        Assert.Equal(("lessThanFivePoints", ""), (row["state"], row["explanation"]));
        Assert.Equal("citedComments", item.GetProperty("voice").GetProperty("basis").GetString());
        Assert.DoesNotContain("Nobody had asked yet", item.GetRawText(), StringComparison.Ordinal);
        (await new Browser(Site).GetAsync($"{StrategyScene.Path}/money")).DoesNotShow("Nobody had asked yet");
    }

    private Task ExplainAsync(string why) => Site.DoAsync<CommunityVoiceDb>(async db =>
    {
        var strategy = await db.Strategies.Include(s => s.GapNotes).Include(s => s.Framework).ThenInclude(f => f.Items).SingleAsync();
        strategy.Explain(strategy.Framework.Items.Single(i => i.Id == scene.Framework.Items[0].Id), why, scene.Helen.Id, Site.Now);
        await db.SaveChangesAsync();
    });
}
