using AngleSharp.Html.Dom;
using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Areas;
using CommunityVoice.Data;
using CommunityVoice.Tests.OpenData;
using CommunityVoice.Tests.Recommendations;
using CommunityVoice.Tests.Strategies;
using CommunityVoice.Tests.Summaries;
using CommunityVoice.Themes;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Areas;

/// <summary>What else an overview tells a board: what changed, where capacity is short, whether the money follows, in one page, beside other places, and down to each comment.</summary>
public sealed class ReadingTests : SiteTest
{
    [Fact]
    public async Task From_a_comment_its_budget_line_is_four_links_away_at_most()
    {
        var scene = await StrategyScene.MakeAsync(Site);
        await scene.PublishedAsync();
        var reader = new Browser(Site);
        var comment = await reader.GetAsync($"/consultations/{scene.Said.Consultation.Slug}/comments/{scene.Said.Comments[0].Id}");

        var summary = await reader.FollowAsync(comment, "What we heard, finding 1");
        var money = await reader.FollowAsync(summary, "£20,000");

        Assert.Contains("/strategies/closer-to-home/money", money.Url, StringComparison.Ordinal);
        money.Shows("£20,000: Two wardens");
    }

    [Fact]
    public async Task An_action_that_rests_on_what_people_said_of_capacity_is_a_risk_until_something_is_planned_for_it()
    {
        var scene = await StrategyScene.MakeAsync(Site);
        await scene.PublishedAsync();
        await Site.DoAsync<CommunityVoiceDb>(async db =>
        {
            (await db.Themes.SingleAsync(t => t.Slug == "lights")).MarkCapacity(true);
            await db.SaveChangesAsync();
        });
        await CountAsync();

        var page = await new Browser(Site).GetAsync("/areas/rivermead");

        page.Shows("Where capacity is short");
        page.Shows("Slow the lights 2 comments: Lights Planned, £20,000");
        await LeadsToLightsAsync(page, "#capacity ~ ul a[href*='/themes/']");
        page.Shows("Does the money follow the voice? £21,000.50 in “Closer to home”.");
    }

    [Fact]
    public async Task An_analyst_marks_a_theme_as_one_about_capacity()
    {
        var scene = await SummaryScene.MakeAsync(Site);
        await Site.SaveAsync(A.Membership(scene.Editor, scene.Area, Bodies.Capability.Code));
        var editor = new Browser(Site, scene.Editor.Id);

        await editor.SubmitAsync(await editor.GetAsync($"/moderation/themes/edit/{scene.Lights.Id}"), new() { ["Input.IsAboutCapacity"] = "true" });

        Assert.True(await Site.AskAsync(db => db.Themes.Where(t => t.Id == scene.Lights.Id).Select(t => t.IsAboutCapacity).SingleAsync()));
        await CountAsync();
        var overview = await new Browser(Site).GetAsync("/areas/rivermead");
        overview.Shows("No action rests on what people said about it yet: Lights (14 comments).");
        await LeadsToLightsAsync(overview, "#capacity + p a");
    }

    [Fact]
    public async Task A_ward_shows_what_was_said_in_it_about_themes_of_its_place()
    {
        var (place, ward, tom) = (A.Area(), A.Area("Weirside", AreaLevel.Ward), A.Person("Tom W"));
        await Site.SaveAsync(new AreaLink(place, AreaLinkKind.Contains, ward), tom);
        var (inWard, inPlace, lights) = (A.Consultation("About Weirside", ward), A.Consultation(area: place), new Theme(place, "Lights", "lights"));
        var said = A.Comment(inWard, tom, "The lamp is broken.");
        await Site.SaveAsync(said, lights);
        await Site.SaveAsync(new Coding(lights, said, tom.Id, Site.Now));
        foreach (var n in Enumerable.Range(0, 3))
        {
            var elsewhere = await Site.SaveAsync(A.Comment(inPlace, tom, $"Lamp {n} is broken."));
            await Site.SaveAsync(new Coding(lights, elsewhere, tom.Id, Site.Now));
        }
        await CountAsync();
        var reader = new Browser(Site);

        (await reader.GetAsync("/areas/weirside")).Shows("1 comment about Lights");
        (await reader.GetAsync($"/areas/{place.Slug}")).Shows("4 comments about Lights");
        (await reader.GetAsync("/areas/weirside/themes")).Shows("Lights 1 comment");
        Assert.Equal(1, (await new DataFiles(Site).JsonAsync("/areas/weirside/themes.json")).GetProperty("items")[0].GetProperty("comments").GetInt32());
    }

    [Fact]
    public async Task A_theme_that_came_up_after_the_last_summary_is_told_as_new()
    {
        var scene = await SummaryScene.MakeAsync(Site);
        await scene.PublishedAsync();
        await CountAsync();
        (await new Browser(Site).GetAsync("/areas/rivermead")).Shows("No new themes since the last summary");
        Site.Clock.Advance(TimeSpan.FromHours(2));
        var buses = await Site.SaveAsync(new Theme(scene.Area, "Buses", "buses"));
        await Site.SaveAsync(new Coding(buses, scene.Comments[3], scene.Editor.Id, Site.Now));
        await CountAsync();

        (await new Browser(Site).GetAsync("/areas/rivermead")).Shows("Themes since the last summary Buses New 1 comment about Buses");
    }

    [Fact]
    public void A_second_vote_on_the_same_things_tells_what_moved_and_whether_chance_could_do_that()
    {
        var area = A.Area();
        var (first, second) = (Vote(area, -200, ("A crossing", 60), ("Slower cars", 30), ("A bench", 5)), Vote(area, 0, ("Slower cars", 70), ("A crossing", 55), ("A warden", 20)));

        var round = Assert.Single(AreaChanges.Of([second, first], [], null).Rounds);

        Assert.Equal([("Slower cars", 1, 2, true), ("A crossing", 2, 1, false)], round.Moves.Select(m => (m.Title, m.Now, m.Before, m.IsBeyondChance)));
        Assert.Equal(["A warden"], round.New);
    }

    [Fact]
    public async Task Places_stand_side_by_side_on_the_same_themes_with_numbers_and_intervals()
    {
        var scene = await SummaryScene.MakeAsync(Site);
        var other = await Site.SaveAsync(A.Area("Fellside", population: 2000));
        var asked = await Site.SaveAsync(A.Consultation("Fell roads", other));
        var person = await Site.SaveAsync(A.Person("Cy R"));
        var comment = await Site.SaveAsync(A.Comment(asked, person));
        var lights = await Site.SaveAsync(new Theme(other, "Lights", "lights"));
        await Site.SaveAsync(new Coding(lights, comment, scene.Editor.Id, Site.Now));
        await CountAsync();
        var reader = new Browser(Site);

        var page = await reader.GetAsync("/areas/compare?a=rivermead&a=fellside");

        page.Shows("People heard 32 1");
        page.Shows("Heard for each 1,000 who live there not known 0.5");
        page.Shows("Lights 44% (28% to 61%); 14 of 32 comments: Lights, Rivermead 100% (21% to 100%); 1 of 1 comments: Lights, Fellside");
        page.Shows("Benches 3% (1% to 16%); 1 of 32 comments: Benches, Rivermead not asked or not said");
        Assert.Equal(["rivermead", "fellside", "", ""], page.QuerySelectorAll("select[name=a]").OfType<IHtmlSelectElement>().Select(s => s.Value));
        (await reader.GetAsync("/areas/compare?a=rivermead&a=nowhere")).Shows("Choose two places");
        await LeadsToLightsAsync(page, "td[data-label=Rivermead] a");
        await LeadsToLightsAsync(page, "td[data-label=Fellside] .cv-quiet a", "fellside");
    }

    [Fact]
    public async Task A_priority_beside_that_of_another_place_leads_to_the_result_of_its_vote()
    {
        var scene = await SummaryScene.MakeAsync(Site);
        var framework = Plan.Framework();
        await Site.SaveAsync(framework, [.. framework.Items, A.Area("Fellside")]);
        var (item, option) = (framework.Items[0].Id, scene.Ballot.Priorities[0].Id);
        await Site.DoAsync<CommunityVoiceDb>(db => db.Priorities.Where(p => p.Id == option)
            .ExecuteUpdateAsync(s => s.SetProperty(p => p.Origin, PriorityOrigin.FrameworkItem).SetProperty(p => p.OriginId, item)));
        Site.Clock.Advance(TimeSpan.FromDays(60));
        await Site.DoAsync<Sealer>(s => s.SealDueAsync(default));
        var reader = new Browser(Site);

        var result = await reader.FollowAsync(await reader.GetAsync("/areas/compare?a=rivermead&a=fellside"), "20 of 20 people: Help that is near (A guide), Rivermead");

        Assert.Equal($"/ballots/{scene.Ballot.Id}/results", new Uri(result.Url).AbsolutePath);
        Assert.Equal("What people put first", result.QuerySelector("h1")!.Words());
    }

    [Fact]
    public async Task One_page_tells_what_people_want_what_needs_a_reply_and_whether_the_money_follows()
    {
        var scene = await RecommendationScene.MakeAsync(Site);
        await scene.SentAsync();
        await CountAsync();
        var reader = new Browser(Site);

        var page = await reader.FollowAsync(await reader.GetAsync("/areas/rivermead"), "One-page brief");

        page.Shows("32 people heard, 32 comments. Not heard from: Hillgate");
        page.Shows("A crossing: 100% of 10 people (72% to 100% if chance is allowed for)");
        page.Shows("This is advice, not a referendum. Rivermead Council decides"); // who decides, as beside every result
        page.Shows("One thing that needs a reply");
        page.Shows(RecommendationScene.Ask);
        page.Shows("No strategy with money is published for Rivermead yet.");
        // What fits a printed page: some 3,500 signs at the size it prints in.
        Assert.InRange(page.QuerySelector("article.cv-brief")!.Words().Length, 200, 3500);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.SendAsync(HttpMethod.Get, "/areas/nowhere/brief")).StatusCode);
    }

    [Fact]
    public async Task What_was_counted_can_be_counted_anew_and_stays_the_same()
    {
        await SummaryScene.MakeAsync(Site);
        await CountAsync();
        var before = await Site.AskAsync(db => db.AreaTallies.AsNoTracking().OrderBy(t => t.AreaId).Select(t => new { t.AreaId, t.People, t.Turns, t.Facts, t.Kept }).ToListAsync());

        Assert.False(await Site.AskAsync<AreaTallies, bool>(t => t.RefreshDueAsync(default)));
        await Site.DoAsync<AreaTallies>(t => t.RecountAsync(default));

        Assert.Equal(before, await Site.AskAsync(db => db.AreaTallies.AsNoTracking().OrderBy(t => t.AreaId).Select(t => new { t.AreaId, t.People, t.Turns, t.Facts, t.Kept }).ToListAsync()));
    }

    private async Task LeadsToLightsAsync(IHtmlDocument page, string css, string place = "rivermead")
    {
        var path = page.QuerySelector(css)!.GetAttribute("href")!;
        Assert.Equal($"/areas/{place}/themes/lights", path);
        Assert.Equal("Lights", (await new Browser(Site).GetAsync(path)).QuerySelector("h1")!.Words());
    }

    private Task CountAsync() => Site.DoAsync<AreaTallies>(tallies => tallies.RefreshDueAsync(default));

    private static BallotResult Vote(Area area, int day, params (string Title, int People)[] options)
    {
        var asked = A.Consultation("Streets", area, opens: FakeClock.Today.AddDays(day), closes: FakeClock.Today.AddDays(day + 10));
        var ballot = A.Ballot(asked, new BallotRules(BallotMethod.Support), [.. options.Select(o => o.Title)]);
        return new(ballot, true, 100, [.. options.Select((o, i) => new PriorityResult(i + 1, o.Title, "", i + 1, 0, o.People, o.People / 100.0, WilsonInterval.Of(o.People, 100)))]);
    }
}
