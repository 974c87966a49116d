using AngleSharp.Html.Dom;
using CommunityVoice.Areas;
using CommunityVoice.Data;
using CommunityVoice.Tests.Summaries;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityVoice.Tests.Areas;

public sealed class OverviewTests : SiteTest
{
    [Fact]
    public async Task A_place_shows_what_is_behind_it_with_numbers_that_match()
    {
        var scene = await SummaryScene.MakeAsync(Site);
        await scene.PublishedAsync();
        await CountAsync();
        var reader = new Browser(Site);

        var page = await reader.GetAsync("/areas/rivermead");

        page.Shows("32 people heard");
        page.Shows("32 comments");
        page.Shows("Safer crossings");
        page.Shows("A crossing 100% 10 people");
        page.Shows("10 people took part so far; those with most dots first");
        page.Shows("14 comments about Lights");
        page.Shows("Said by few, kept in sight Benches 1 comment about Benches");
        page.Shows("What we heard");
        page.Shows("The voice body");
        page.Shows("Agreed locally");
        Assert.Contains(page.QuerySelectorAll("aside a"), a => a.GetAttribute("href") == "/areas/weirside");
        (await reader.FollowAsync(page, "What we heard")).Shows("What we heard");
    }

    [Fact]
    public async Task Small_counts_are_hidden_and_whoever_was_not_heard_is_named()
    {
        await SummaryScene.MakeAsync(Site);
        await CountAsync();

        var page = await new Browser(Site).GetAsync("/areas/rivermead");

        Assert.Equal("hidden", Number(page, "Carer"));
        Assert.Equal("about 20 (67%)", Number(page, "Resident"));
        Assert.Equal("about 30 (100%)", Number(page, "Weirside"));
        Assert.Equal("0 (0%)", Number(page, "Primary care"));
        page.Shows("Not heard: Speaks for somebody else, Works here, Primary care, Public service.");
        page.Shows("Not heard: Hillgate.");
    }

    [Fact]
    public async Task What_is_said_in_a_contained_area_counts_for_the_place_around_it_and_not_the_other_way()
    {
        var scene = await SummaryScene.MakeAsync(Site);
        var person = await Site.SaveAsync(A.Person());
        var inWard = await Site.SaveAsync(A.Consultation("Benches by the weir", area: scene.Weirside));
        await Site.SaveAsync(A.Comment(inWard, person, "One more bench."));
        await CountAsync();
        var reader = new Browser(Site);

        (await reader.GetAsync("/areas/rivermead")).Shows("33 people heard");
        var ward = await reader.GetAsync("/areas/weirside");
        ward.Shows("1 person heard");
        ward.Shows("Benches by the weir");
        ward.DoesNotShow("Safer crossings");
    }

    [Fact]
    public async Task An_area_where_nothing_has_happened_says_so()
    {
        await Site.SaveAsync(A.Area("Quietham", population: 900));

        var page = await new Browser(Site).GetAsync("/areas/quietham");

        page.Shows("900 people live");
        page.Shows("Nothing is open in Quietham now.");
        page.Shows("No results yet.");
        page.Shows("Nobody in Quietham has said anything here yet.");
        Assert.Equal(HttpStatusCode.NotFound, (await new Browser(Site).SendAsync(HttpMethod.Get, "/areas/nowhere")).StatusCode);
    }

    [Fact]
    public async Task An_overview_costs_a_dozen_queries()
    {
        await SummaryScene.MakeAsync(Site);
        await using var scope = Site.Services.CreateAsyncScope();
        var queries = 0;
        var options = new DbContextOptionsBuilder<CommunityVoiceDb>(scope.ServiceProvider.GetRequiredService<DbContextOptions<CommunityVoiceDb>>())
            .LogTo(_ => queries++, [RelationalEventId.CommandExecuted]).Options;
        await using var db = new CommunityVoiceDb(options);

        await new AreaOverviews(db, Site.Clock).OfAsync("rivermead", default);

        Assert.InRange(queries, 1, 12);
    }

    private Task CountAsync() => Site.DoAsync<AreaTallies>(tallies => tallies.RefreshDueAsync(default));

    private static string Number(IHtmlDocument page, string row) =>
        page.QuerySelectorAll("tr").First(r => r.QuerySelector("th[scope=row]")?.Words() == row).QuerySelector("td.cv-table__number")!.Words();
}
