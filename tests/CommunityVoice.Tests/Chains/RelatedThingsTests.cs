using AngleSharp.Html.Dom;
using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Chains;
using CommunityVoice.Data;
using CommunityVoice.Frameworks;
using CommunityVoice.Recommendations;
using CommunityVoice.Sharing;
using CommunityVoice.Strategies;
using CommunityVoice.Summaries;
using CommunityVoice.Tests.Recommendations;
using CommunityVoice.Tests.Sharing;
using CommunityVoice.Tests.Strategies;
using CommunityVoice.Tests.Summaries;
using CommunityVoice.Themes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityVoice.Tests.Chains;

/// <summary>Recommendations, themes and strategies lead to what is tied to them by a record, and say by which.</summary>
public sealed class RelatedThingsTests : SiteTest
{
    private const string Asked = "Recommendation to Rivermead Council.";

    [Fact]
    public async Task A_recommendation_leads_to_what_shares_its_finding_its_theme_or_whom_it_asks()
    {
        var scene = await RecommendationScene.MakeAsync(Site);
        var said = scene.Summary;
        await PublishAsync(scene, await scene.DraftAsync(), said.Lights, "Give each crossing a bench", "Paint each crossing");
        await PublishAsync(scene, await said.DraftAsync("What we heard later", "Nobody waits long enough"), said.Lights, "Show how long each light waits");
        await PublishAsync(scene, await said.DraftAsync("What we heard last", "It is dark there"), null, "Mend each lamp at night");
        await scene.AddAsync(await said.DraftAsync("Not published yet", "Cars go fast"), "Slow each car");
        await WithdrawAsync(scene, "Paint each crossing");

        Assert.Equal(
            [
                $"Give each crossing a bench {Asked} Rests on the same finding: The lights change too fast",
                $"Show how long each light waits {Asked} About the same theme: Lights",
                $"Mend each lamp at night {Asked} Asks the same organisation",
            ], Related(await ReadAsync(RecommendationScene.Ask)));
    }

    [Fact]
    public async Task Where_nothing_is_tied_to_it_nothing_is_shown()
    {
        await (await RecommendationScene.MakeAsync(Site)).SentAsync();

        Assert.Null((await ReadAsync(RecommendationScene.Ask)).GetElementById("related"));
    }

    [Fact]
    public async Task A_theme_leads_to_its_parts_and_to_what_rests_on_findings_about_it()
    {
        var plans = await PlannedAsync();
        var said = plans.Said;
        var (flicker, glare, old) = (Part(said, "Flicker"), Part(said, "Glare"), Part(said, "Lamps"));
        old.Retire(Site.Now);
        await Site.SaveAsync(flicker, glare, old);

        Assert.Equal(
            [
                "Flicker Theme. Part of this one",
                $"{RecommendationScene.Ask} {Asked} Rests on a finding about this theme: The lights change too fast",
                "Slow the lights Action of “Closer to home”. Rests on a finding about this theme: The lights change too fast",
                "Glare Theme. Part of this one",
            ], Related(await new Browser(Site).GetAsync("/areas/rivermead/themes/lights")));
        Assert.Equal(["Glare Theme. Part of the same: Lights"], Related(await new Browser(Site).GetAsync("/areas/rivermead/themes/flicker")));
        Assert.Null((await new Browser(Site).GetAsync("/areas/rivermead/themes/benches")).GetElementById("related"));
        Assert.Contains("Slow the lights Action of “Closer to home”. Rests on the same finding: The lights change too fast", Related(await ReadAsync(RecommendationScene.Ask)));
    }

    [Fact]
    public async Task A_strategy_leads_to_recommendations_on_its_findings_and_to_other_strategies()
    {
        var plans = await PlannedAsync();
        await PlanAsync(plans, A.Area("Farland"), "Far plan", item: 0);
        await PlanAsync(plans, plans.Said.Area, "Near plan", item: 2);
        await PlanAsync(plans, plans.Said.Area, "Draft plan", item: 0, published: false);

        Assert.Equal(
            [
                $"{RecommendationScene.Ask} {Asked} Rests on the same finding: The lights change too fast",
                "Far plan Strategy of Board of Far plan. Same framework item: Help that is near",
                "Near plan Strategy of Board of Near plan. In the same area",
            ], Related(await new Browser(Site).GetAsync(StrategyScene.Path)));
    }

    [Fact]
    public async Task Above_places_nothing_is_recommended_from_a_part_that_is_not_shared()
    {
        var scene = await SharingScene.MakeAsync(Site);
        var buses = await Site.SaveAsync(new Theme(scene.System, "Buses", "buses"));
        var framework = Plan.Framework();
        await Site.SaveAsync(framework, [.. framework.Items]);
        foreach (var place in scene.Nested.Places) await AskAsync(scene, place, buses, framework);
        var (near, far) = ("Run buses in Rivermead Recommendation to Two Rivers Commissioner. Rests on a finding about this theme: Late in Rivermead",
            "Run buses in Fellside Recommendation to Two Rivers Commissioner. Rests on a finding about this theme: Late in Fellside");

        var unsigned = Related(await scene.ReadAsync("/areas/two-rivers/themes/buses")).ToList();
        Assert.Equal(near, unsigned[0]);
        Assert.Contains(unsigned, r => r.StartsWith("Do Workforce Action of “Plan for Rivermead”", StringComparison.Ordinal));
        Assert.DoesNotContain(unsigned, r => r.Contains("Fellside", StringComparison.Ordinal));

        await scene.AgreedAsync();
        Site.Clock.Advance(TimeSpan.FromMinutes(2)); // kept pages live a minute

        var signed = Related(await scene.ReadAsync("/areas/two-rivers/themes/buses")).ToList();
        Assert.Equal([far, near], signed.Where(r => r.StartsWith("Run buses", StringComparison.Ordinal)));
        Assert.Contains(signed, r => r.Contains("Plan for Fellside", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_costs_one_query_for_each_kind_that_is_looked_for()
    {
        await PlannedAsync();
        await using var scope = Site.Services.CreateAsyncScope();
        var queries = 0;
        var options = new DbContextOptionsBuilder<CommunityVoiceDb>(scope.ServiceProvider.GetRequiredService<DbContextOptions<CommunityVoiceDb>>())
            .LogTo(_ => queries++, [RelationalEventId.CommandExecuted]).Options;
        await using var db = new CommunityVoiceDb(options);
        var related = new RelatedThings(db, new SharedViews(db), Site.Clock);
        var (recommendation, theme) = (await db.Recommendations.WithRecords().SingleAsync(), await db.Themes.Include(t => t.Area).SingleAsync(t => t.Slug == "lights"));
        var strategy = await db.StrategyVersions.Whole().SingleAsync();

        queries = 0;
        await related.OfAsync(recommendation, default);
        Assert.Equal(2, queries);
        await related.OfAsync(theme, default);
        Assert.Equal(5, queries);
        await related.OfAsync(strategy, default);
        Assert.Equal(7, queries);
    }

    // A recommendation and an action that rest on one finding about lights.
    private async Task<StrategyScene> PlannedAsync()
    {
        var asked = await RecommendationScene.MakeAsync(Site);
        await PublishAsync(asked, await asked.DraftAsync(), asked.Summary.Lights);
        var plans = await StrategyScene.MakeOnAsync(Site, asked.Summary);
        await plans.PublishedAsync();
        return plans;
    }

    private async Task PublishAsync(RecommendationScene scene, long draft, Theme? about, params string[] asks)
    {
        foreach (var ask in asks) await scene.AddAsync(draft, ask);
        var theme = about?.Id;
        await Site.DoAsync<CommunityVoiceDb>(db => db.Findings.Where(f => f.VersionId == draft).ExecuteUpdateAsync(s => s.SetProperty(f => f.ThemeId, theme)));
        await scene.PublishAsync(draft);
    }

    private Task WithdrawAsync(RecommendationScene scene, string ask) => Site.DoAsync<CommunityVoiceDb>(async db =>
    {
        (await db.Recommendations.SingleAsync(r => r.Ask == ask)).Withdraw("It was done before.", scene.Summary.Editor.Id, Site.Now);
        await db.SaveChangesAsync();
    });

    private static Theme Part(SummaryScene said, string name)
    {
        var theme = new Theme(said.Area, name, A.Slug(name));
        theme.PutUnder(said.Lights);
        return theme;
    }

    private async Task PlanAsync(StrategyScene plans, Area area, string title, int item, bool published = true)
    {
        var strategy = new Strategy(area, A.Body($"Board of {title}", BodyKind.StrategyBoard), plans.Framework, A.Slug(title));
        var version = strategy.Start(title, plans.Helen.Id, Site.Now);
        version.Involve("They saw the draft.", "They met twice.");
        foreach (var kind in new[] { ActionClass.Workforce, ActionClass.Accountability }) version.AddLine(Plan.Line(10_000_00, version.AddAction(Plan.Action(strategy, kind, item))));
        if (published) version.Publish(plans.Helen.Id, Site.Now);
        await Site.SaveAsync(strategy);
    }

    // Sent from what was heard in a place, on a finding about a theme of the system, and planned on it too.
    private async Task AskAsync(SharingScene scene, Area place, Theme theme, Framework framework)
    {
        var summary = new Summary(A.Consultation($"Asked in {place.Name}", place), A.Body($"Voice of {place.Name}"), $"heard-in-{place.Slug}");
        var version = summary.Start($"Heard in {place.Name}", scene.Leader.Id, Site.Now);
        var finding = version.AddFinding($"Late in {place.Name}", "Many said so.", theme.Id);
        version.Recommend(new RecommendationText($"Run buses in {place.Name}", scene.Lead, "They come late.", "Buses come.", [finding]));
        var strategy = new Strategy(place, A.Body($"Board of {place.Name}", BodyKind.StrategyBoard), framework, $"plan-for-{place.Slug}");
        var plan = strategy.Start($"Plan for {place.Name}", scene.Leader.Id, Site.Now);
        plan.Involve("They saw the draft.", "They met twice.");
        foreach (var kind in new[] { ActionClass.Workforce, ActionClass.Accountability }) plan.AddLine(Plan.Line(10_000_00, plan.AddAction(Plan.Action(strategy, kind, finding: finding))));
        plan.Publish(scene.Leader.Id, Site.Now);
        await Site.SaveAsync(summary, strategy);
        await Site.DoAsync<CommunityVoiceDb>(db => db.Recommendations.Where(r => r.SentAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(r => r.SentAt, (DateTimeOffset?)Site.Now).SetProperty(r => r.DueOn, (DateOnly?)FakeClock.Today.AddDays(28)).SetProperty(r => r.Number, (int?)1)));
    }

    private async Task<IHtmlDocument> ReadAsync(string ask)
    {
        var id = await Site.AskAsync(db => db.Recommendations.Where(r => r.Ask == ask).Select(r => r.Id).SingleAsync());
        return await new Browser(Site).GetAsync($"/recommendations/{id}");
    }

    private static IEnumerable<string> Related(IHtmlDocument page) => page.QuerySelectorAll("[aria-labelledby=related] li").Select(li => li.Words());
}
