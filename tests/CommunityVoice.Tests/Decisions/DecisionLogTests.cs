using CommunityVoice.Decisions;
using CommunityVoice.Recommendations;
using CommunityVoice.Strategies;
using CommunityVoice.Tests.OpenData;

namespace CommunityVoice.Tests.Decisions;

/// <summary>Who decides and what was decided (rule R-I21), on the demo place.</summary>
public sealed class DecisionLogTests(DemoSite site) : IClassFixture<DemoSite>
{
    [Fact]
    public async Task No_decision_can_be_without_an_owner_and_a_time()
    {
        var model = await site.AskAsync(db => Task.FromResult(db.Model));
        foreach (var (entity, property) in new[]
        {
            (typeof(DecisionRecord), nameof(DecisionRecord.ById)), (typeof(DecisionRecord), nameof(DecisionRecord.PublishedAt)),
            (typeof(Strategy), nameof(Strategy.ById)), (typeof(StrategyVersion), nameof(StrategyVersion.StrategyId)),
            (typeof(Recommendation), nameof(Recommendation.AddresseeId)), (typeof(Response), nameof(Response.RecommendationId)), (typeof(Response), nameof(Response.At)),
        })
        {
            Assert.False(model.FindEntityType(entity)!.FindProperty(property)!.IsNullable, $"{entity.Name}.{property} may be missing");
        }
        // A version is public by having a time, so that one without is none of the log.
        var all = await site.AskAsync<DecisionLog, List<LoggedDecision>>(log => log.AfterAsync(new(), 0, 1000, default));
        Assert.Equal([DecisionKind.Strategy, DecisionKind.Recommendation], all.Select(d => d.Kind).Distinct());
        Assert.All(all, d => Assert.True(d.Owner.Length > 0 && d.OwnerSlug.Length > 0 && d.At.Year > 2000 && d.Path.StartsWith('/'), d.Title));
    }

    [Fact]
    public async Task The_page_lists_who_decides_and_every_decision_newest_first_and_narrows_to_a_body_and_a_year()
    {
        var all = await site.AskAsync<DecisionLog, List<LoggedDecision>>(log => log.AfterAsync(new(), 0, 1000, default));
        var reader = new Browser(site);
        var page = await reader.GetAsync("/decisions");
        Assert.NotEmpty(page.QuerySelectorAll("section[aria-labelledby=who] dt"));
        var shown = page.QuerySelectorAll("section[aria-labelledby=log] .cv-card time").Select(t => t.GetAttribute("datetime")).ToList();
        Assert.Equal(Math.Min(DecisionLog.PageSize, all.Count), shown.Count);
        Assert.Equal(shown.OrderByDescending(t => DateTimeOffset.Parse(t!, System.Globalization.CultureInfo.InvariantCulture)), shown);

        var strategy = all.Single(d => d.Kind == DecisionKind.Strategy);
        var narrowed = await reader.GetAsync($"/decisions?body={strategy.OwnerSlug}&year={strategy.At.Year}");
        Assert.Equal(all.Count(d => d.OwnerSlug == strategy.OwnerSlug && d.At.Year == strategy.At.Year), narrowed.QuerySelectorAll("section[aria-labelledby=log] .cv-card").Length);
        Assert.Equal(strategy.OwnerSlug, narrowed.QuerySelector("#body option[selected]")!.GetAttribute("value"));
        (await reader.GetAsync("/areas/rivermead/decisions")).Shows(strategy.Title);
        (await reader.GetAsync("/areas/hillgate/decisions")).Shows("Nothing is decided yet");
        Assert.Equal(HttpStatusCode.NotFound, (await reader.SendAsync(HttpMethod.Get, "/areas/nowhere/decisions")).StatusCode);
    }

    [Fact]
    public async Task The_files_hold_each_decision_once_whatever_part_is_asked_for()
    {
        var all = await site.AskAsync<DecisionLog, List<LoggedDecision>>(log => log.AfterAsync(new(), 0, 1000, default));
        Assert.True(all.Count > 1);
        var byOne = new List<LoggedDecision>();
        while (await site.AskAsync<DecisionLog, List<LoggedDecision>>(log => log.AfterAsync(new(), byOne.LastOrDefault()?.Key ?? 0, 1, default)) is [_, ..] next) byOne.AddRange(next);
        Assert.Equal(all, byOne);
        var rows = (await new DataFiles(site).CsvAsync("/areas/rivermead/decisions.csv")).Rows;
        Assert.Equal(all.Count, rows.Count);
    }
}

/// <summary>A decision on a consultation stands in the log as soon as it is published.</summary>
public sealed class LoggedDecisionTests : SiteTest
{
    [Fact]
    public async Task What_is_decided_on_a_consultation_is_logged_with_whoever_decided()
    {
        var scene = await DecisionScene.MakeAsync(Site);
        (await new Browser(Site).GetAsync("/decisions")).Shows("Nothing is decided yet.");

        await scene.DecidedAsync();

        var logged = Assert.Single(await Site.AskAsync<DecisionLog, List<LoggedDecision>>(log => log.AfterAsync(new(), 0, 10, default)));
        Assert.Equal((DecisionKind.Consultation, scene.Asked.Council.Slug, "rivermead", DecisionScene.Path), (logged.Kind, logged.OwnerSlug, logged.AreaSlug, logged.Path));
        var page = await new Browser(Site).GetAsync("/areas/rivermead/decisions");
        page.Shows("On a consultation We set every light to ten seconds.");
        (await new Browser(Site).GetAsync("/areas/rivermead/decisions?year=2020")).Shows("We set every light to ten seconds."); // a year without any shows everything
    }
}
