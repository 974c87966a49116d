using CommunityVoice.Areas;
using CommunityVoice.Data;
using CommunityVoice.Tests.Chains;
using CommunityVoice.Tests.Decisions;
using CommunityVoice.Tests.OpenData;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityVoice.Tests.Areas;

/// <summary>An overview lists the first twenty of each, and tells how many there are.</summary>
public sealed class OverviewTotalsTests : SiteTest
{
    [Fact]
    public async Task More_than_twenty_open_consultations_are_counted_and_the_rest_is_one_link_away()
    {
        await AskMuchAsync();
        var reader = new Browser(Site);

        var page = await reader.GetAsync("/areas/rivermead");

        page.Shows("23 open now");
        page.Shows("These are the 20 of 23 that close soonest.");
        var listed = page.QuerySelector("section[aria-labelledby=consultations]")!.Words();
        Assert.Contains("Question 20", listed, StringComparison.Ordinal);
        Assert.DoesNotContain("Question 21", listed, StringComparison.Ordinal);
        Assert.DoesNotContain("Rivermead listening space", listed, StringComparison.Ordinal); // it never closes, so it comes last
        Assert.Contains("Closed 1 in all, not listed here.", listed, StringComparison.Ordinal);
        var all = await reader.FollowAsync(page, "All consultations in Rivermead");
        Assert.EndsWith("/consultations?area=rivermead", all.Url, StringComparison.Ordinal);
        foreach (var title in new[] { "Question 01", "Question 22", "Rivermead listening space", "Done with" }) all.Shows(title);
    }

    [Fact]
    public async Task The_file_of_a_place_tells_how_many_there_are_too()
    {
        await AskMuchAsync();

        var place = (await new DataFiles(Site).JsonAsync("/areas/rivermead.json")).GetProperty("item");

        Assert.Equal(20, place.GetProperty("consultations").GetArrayLength());
        Assert.Equal((23, 0, 1), (InAll("open"), InAll("coming"), InAll("closed")));
        int InAll(string what) => place.GetProperty("inAll").GetProperty(what).GetInt32();
    }

    [Fact]
    public async Task Where_everything_is_listed_nothing_is_said_of_more()
    {
        var place = await Site.SaveAsync(A.Area());
        var soon = A.Consultation("Soon to come", place, opens: FakeClock.Today.AddDays(3));
        await Site.SaveAsync(A.Consultation("Asked now", place), A.Consultation("Done with", place, opens: FakeClock.Today.AddDays(-60), closes: FakeClock.Today.AddDays(-2)), soon);

        var page = await new Browser(Site).GetAsync("/areas/rivermead");

        page.Shows("1 open now");
        Assert.Equal(new OverviewTotals(1, 1, 1, 0, 0, 0, 0, 0), (await Site.AskAsync<AreaOverviews, AreaOverview?>(o => o.OfAsync("rivermead", default)))!.Totals);
        page.DoesNotShow("These are the");
        page.DoesNotShow("not listed here");
    }

    [Fact]
    public async Task The_served_page_costs_a_dozen_queries_with_results_a_strategy_and_answers()
    {
        var scene = await ChainScene.MakeAsync(Site);
        await scene.Decided.PublishAsync(DecisionScene.Whole());
        await Site.DoAsync<AreaTallies>(tallies => tallies.RefreshDueAsync(default));
        var queries = new List<string>();
        await using var counted = Site.WithWebHostBuilder(host => host.ConfigureTestServices(services =>
            services.ConfigureDbContext<CommunityVoiceDb>(db => db.LogTo(queries.Add, [RelationalEventId.CommandExecuted]), ServiceLifetime.Singleton)));
        using var client = counted.CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new Uri("https://localhost") });
        await client.GetStringAsync(new Uri("/areas/weirside", UriKind.Relative)); // what a process asks once
        queries.Clear();

        var page = await client.GetStringAsync(new Uri("/areas/rivermead", UriKind.Relative));

        foreach (var shown in new[] { "A crossing", "Closer to home", "What we heard" }) Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.InRange(queries.Count, 1, 12);
    }

    // Twenty-two that close on one day after the other, a space that never closes, and one that is closed.
    private async Task AskMuchAsync()
    {
        var (place, body) = (A.Area(), A.Body());
        await Site.SaveAsync(place, body);
        await Site.SaveAsync(A.ListeningSpace(area: place, askedBy: body), A.Consultation("Done with", place, body, FakeClock.Today.AddDays(-60), FakeClock.Today.AddDays(-2)));
        foreach (var day in Enumerable.Range(1, 22)) await Site.SaveAsync(A.Consultation($"Question {day:00}", place, body, closes: FakeClock.Today.AddDays(day + 20)));
    }
}
