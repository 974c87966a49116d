using CommunityVoice.Data;
using CommunityVoice.Strategies;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Strategies;

public sealed class VoiceSharesTests : SiteTest
{
    private StrategyScene scene = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        scene = await StrategyScene.MakeAsync(Site);
    }

    [Fact]
    public async Task An_open_vote_does_not_count_and_cited_comments_stand_in()
    {
        await scene.PublishedAsync();

        var voice = await VoiceAsync();

        Assert.Equal(VoiceBasis.CitedComments, voice.Basis);
        Assert.Equal(2, voice.Linked);
        Assert.Equal([1.0], voice.Rows.Where(r => r.VoiceShare > 0).Select(r => r.VoiceShare));
    }

    [Fact]
    public async Task A_final_result_counts_where_an_option_came_from_an_item_or_is_cited()
    {
        await scene.PublishedAsync();
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

        var voice = await VoiceAsync();

        Assert.Equal(VoiceBasis.Votes, voice.Basis);
        Assert.Equal((30, 4), (voice.Linked, voice.NotLinked));
        Assert.Equal([20 / 30.0, 10 / 30.0], voice.Rows.Select(r => r.VoiceShare));
        Assert.Equal([1.0, 0.0], voice.Rows.Select(r => r.MoneyShare));
        Assert.All(voice.Rows, r => Assert.True(r.IsGap));
        var page = await new Browser(Site).GetAsync($"{StrategyScene.Path}/money");
        page.Shows("67% of the voice, 100% of the money");
        page.Shows("Not explained");
        page.Shows("30 choices lead to a priority; 4 lead to none and are left out");
        Assert.Equal(2, page.QuerySelectorAll("svg.cv-twin line.cv-bar__stripe").GroupBy(l => l.ParentElement).Count());
    }

    private Task<VoiceAndMoney> VoiceAsync() => Site.AskAsync<CommunityVoiceDb, VoiceAndMoney>(async db =>
    {
        var version = await db.StrategyVersions.Newest().Whole().SingleAsync();
        return await new VoiceShares(db, new CommunityVoice.Sharing.SharedViews(db), Site.Clock).OfAsync(version, MoneyMatrix.Of(version, Plan.Lists), default);
    });
}
