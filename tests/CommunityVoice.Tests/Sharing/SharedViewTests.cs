using AngleSharp.Html.Dom;
using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.Elements;
using CommunityVoice.OnBehalf;
using CommunityVoice.People;
using CommunityVoice.Tests.OpenData;
using CommunityVoice.Themes;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityVoice.Tests.Sharing;

/// <summary>The view of an area above places includes what an independent voice body heard only while an agreement holds (rule R-B17).</summary>
public sealed class SharedViewTests : SiteTest
{
    private static readonly DateOnly Today = FakeClock.Today;
    private SharingScene scene = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        scene = await SharingScene.MakeAsync(Site);
    }

    [Fact]
    public async Task Without_an_agreement_a_part_is_left_out_of_every_figure_and_the_page_says_why()
    {
        var page = await scene.ReadAsync();

        page.Shows(SharingScene.LeftOut);
        page.Shows("71 people heard");
        page.Shows("About Rivermead");
        page.DoesNotShow("About Fellside");
        page.DoesNotShow("About Tarn");
        page.Shows("Two Rivers in all 71 71");
        (await scene.ReadAsync("/areas/three-rivers")).Shows("71 people heard"); // what contains the system gets no more
        (await scene.ReadAsync("/areas/two-rivers/brief")).Shows(SharingScene.LeftOut);
        (await scene.ReadAsync("/areas/two-rivers/you-said")).Shows(SharingScene.LeftOut);
        (await scene.ReadAsync("/areas/two-rivers/themes")).Shows(SharingScene.LeftOut);
        (await scene.ReadAsync("/areas/two-rivers/gaps")).Shows(SharingScene.LeftOut);
        (await scene.ReadAsync("/areas/two-rivers/determinants")).Shows(SharingScene.LeftOut);
        var compared = await scene.ReadAsync("/areas/compare?a=two-rivers&a=fellside");
        compared.Shows("People heard 71 26");
        compared.Shows(SharingScene.LeftOut);
        var data = (await new DataFiles(Site).JsonAsync("/areas/two-rivers.json")).GetProperty("item");
        Assert.Equal(71, data.GetProperty("heard").GetProperty("people").GetInt32());
        Assert.Equal("fellside", data.GetProperty("leftOut").EnumerateArray().Single().GetProperty("partSlug").GetString());
        Assert.DoesNotContain(data.GetProperty("consultations").EnumerateArray(), c => c.GetProperty("title").GetString() == "About Tarn");
        var own = await scene.ReadAsync("/areas/fellside"); // a place needs no agreement
        own.Shows("26 people heard");
        own.DoesNotShow("Not included here");
    }

    [Fact]
    public async Task What_was_missing_and_what_shapes_health_leave_out_what_is_not_shared()
    {
        var (rivermead, fellside) = (scene.Nested.Places[0], scene.Nested.Places[1]);
        foreach (var (place, name) in new[] { (rivermead, "Night bus"), (fellside, "Pain nurse") })
        {
            var consultation = await Site.SaveAsync(A.Consultation($"Asked in {place.Name}", area: place));
            var element = await Site.SaveAsync(new Element(scene.System, name, ""));
            var comment = A.Comment(consultation, scene.Leader, $"There was no {name}.");
            comment.Miss(element, "");
            await Site.SaveAsync(comment);
            var theme = new Theme(scene.System, name, Slug.Of(name));
            theme.Mark("transport");
            await Site.SaveAsync(theme);
            await Site.SaveAsync(new Coding(theme, comment, scene.Leader.Id, Site.Now));
        }

        foreach (var page in new[] { "gaps", "determinants" })
        {
            var view = await scene.ReadAsync($"/areas/two-rivers/{page}");
            view.Shows("Night bus");
            view.DoesNotShow("Pain nurse");
            (await scene.ReadAsync($"/areas/fellside/{page}")).Shows("Pain nurse");
        }
        var themes = (await new DataFiles(Site).JsonAsync("/areas/two-rivers/themes.json")).GetProperty("items").EnumerateArray().Select(t => t.GetProperty("name").GetString()).ToList();
        Assert.Equal(["Night bus"], themes);
        var list = await scene.ReadAsync("/areas/two-rivers/themes");
        list.Shows("There was no Night bus.");
        list.DoesNotShow("There was no Pain nurse.");
        Assert.DoesNotContain("About Fellside", await (await new Browser(Site).SendAsync(HttpMethod.Get, "/areas/two-rivers/news.atom")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var id = await Site.AskAsync(db => db.Themes.Where(t => t.Slug == "pain-nurse").Select(t => t.Id).SingleAsync());
        foreach (var page in new[] { "/areas/two-rivers/themes/pain-nurse", $"/thread/theme/{id}" }) (await scene.ReadAsync(page)).DoesNotShow("There was no Pain nurse.");
        (await scene.ReadAsync("/areas/two-rivers/themes/pain-nurse")).Shows(SharingScene.LeftOut);
        (await scene.ReadAsync("/areas/two-rivers/themes/night-bus")).Shows("There was no Night bus.");
        await scene.AgreedAsync();
        foreach (var page in new[] { "/areas/two-rivers/themes/pain-nurse", $"/thread/theme/{id}" }) (await scene.ReadAsync(page)).Shows("There was no Pain nurse.");
        foreach (var page in new[] { "gaps", "determinants" }) (await scene.ReadAsync($"/areas/two-rivers/{page}")).Shows("Pain nurse");
    }

    [Fact]
    public async Task How_comments_about_a_theme_reached_us_is_told_only_while_nothing_is_left_out()
    {
        await SayAsync(await Site.SaveAsync(new Theme(scene.System, "Lights", "lights")));
        Assert.Equal(0, await Site.AskAsync<ThemeTables, int>(t => t.RefreshDueAsync(default)));

        var agreement = await scene.AgreedAsync();
        Site.Clock.Advance(HeardTables.Rest);
        Assert.Equal(1, await Site.AskAsync<ThemeTables, int>(t => t.RefreshDueAsync(default)));
        (await scene.ReadAsync("/areas/two-rivers/themes/lights")).Shows("On paper about 10");
        Assert.Equal(2, await WaysAsync());
        var browser = scene.SignerBrowser();
        await browser.SubmitAsync(await browser.GetAsync($"/manage/sharing/{agreement.Id}/end"), new() { ["Because"] = "We share in another way." });

        (await scene.ReadAsync("/areas/two-rivers/themes/lights")).DoesNotShow("How people told us");
        Assert.Equal(0, await WaysAsync());
    }

    [Fact]
    public async Task The_view_that_leaves_a_part_out_tells_no_ways_of_a_theme_of_another_part()
    {
        await SayAsync(await Site.SaveAsync(new Theme(scene.Nested.Places[0], "Lights", "lights")));
        Assert.Equal(1, await Site.AskAsync<ThemeTables, int>(t => t.RefreshDueAsync(default)));

        Assert.Equal((2, 0), (await WaysAsync("rivermead"), await WaysAsync()));
        await scene.AgreedAsync();
        Assert.Equal((2, 2), (await WaysAsync("rivermead"), await WaysAsync()));
    }

    private async Task SayAsync(Theme theme)
    {
        var asked = await Site.SaveAsync(A.Consultation("Asked in Rivermead", area: scene.Nested.Places[0]));
        await Site.AssessAsync(asked.Id, Dataset.Heard);
        List<Comment> said = [.. Enumerable.Range(0, 27).Select(i => new Comment(asked, new Author(null, $"Neighbour {i}", Voice.Resident), "The lights change too fast.", Site.Now))];
        foreach (var comment in said.Take(12)) comment.CameBy(EntryChannel.Paper, scene.Lead.Id, EntryConsent.Publish);
        await Site.SaveAsync(said[0], [.. said.Skip(1)]);
        await Site.SaveAsync(new Coding(theme, said[0], scene.Leader.Id, Site.Now), [.. said.Skip(1).Select(c => new Coding(theme, c, scene.Leader.Id, Site.Now))]);
    }

    private async Task<int> WaysAsync(string area = "two-rivers") =>
        Assert.Single(await new DataFiles(Site).ItemsAsync($"/areas/{area}/themes.json")).GetProperty("byChannel").GetArrayLength();

    [Fact]
    public async Task It_is_included_while_the_agreement_holds_and_figures_follow_when_it_ends()
    {
        var agreement = await scene.AgreedAsync();
        var waiting = await scene.ReadAsync();
        waiting.DoesNotShow("people heard"); // counted without it
        waiting.Shows("is being counted anew");
        waiting.Shows("About Fellside");
        (await scene.ReadAsync("/areas/compare?a=two-rivers&a=fellside")).Shows("People heard being counted 26");

        await scene.Nested.CountAsync();

        var page = await scene.ReadAsync();
        page.Shows("97 people heard");
        page.Shows("Two Rivers in all 97 97");
        page.DoesNotShow("Not included here");
        (await scene.ReadAsync("/areas/compare?a=two-rivers&a=fellside")).Shows("People heard 97 26");
        var wider = await scene.ReadAsync("/areas/three-rivers"); // for which it has not signed: the system is in it whole or not at all
        wider.Shows("0 people heard");
        wider.Shows("Two Rivers, because Fellside Voice has not signed a sharing agreement for Three Rivers.");

        var browser = scene.SignerBrowser();
        var end = await browser.GetAsync($"/manage/sharing/{agreement.Id}/end");
        await browser.SubmitAsync(end, new() { ["Because"] = "We share in another way." });

        var after = await scene.ReadAsync();
        after.DoesNotShow("97");
        after.DoesNotShow("About Fellside");
        after.Shows(SharingScene.LeftOut);
        await scene.Nested.CountAsync();
        (await scene.ReadAsync()).Shows("71 people heard");
        (await scene.ReadAsync("/areas/three-rivers")).Shows("71 people heard");
    }

    [Fact]
    public async Task It_holds_from_its_first_day_to_the_day_before_its_last_and_not_where_one_has_not_signed()
    {
        await scene.AgreedAsync(Today.AddDays(2), Today.AddDays(4));
        await Site.SaveAsync(Unsigned());
        await HeardAsync(71);

        Site.Clock.Advance(TimeSpan.FromDays(2));
        await HeardAsync(97);
        Site.Clock.Advance(TimeSpan.FromDays(1));
        await HeardAsync(97);
        Site.Clock.Advance(TimeSpan.FromDays(1));
        await HeardAsync(71);
    }

    [Fact]
    public async Task A_body_with_a_remit_for_the_whole_needs_none_and_a_second_one_in_a_part_needs_its_own()
    {
        var (whole, second) = (A.Body("Two Rivers Voice"), A.Body("Tarn Voice"));
        whole.Grant(scene.System, Capability.Consult, "Voice body", "Agreed", Today.AddDays(-9));
        whole.Grant(scene.Nested.Places[0], Capability.Consult, "Voice body", "Agreed", Today.AddDays(-9));
        await Site.SaveAsync(whole);
        await scene.AgreedAsync();
        await HeardAsync(97);

        second.Grant(scene.Nested.Wards[2], Capability.Moderate, "Ward voice", "Agreed", Today.AddDays(-9));
        await Site.SaveAsync(second);

        await HeardAsync(71);
        (await scene.ReadAsync()).Shows("Fellside, because Tarn Voice has not signed a sharing agreement for Two Rivers.");
    }

    [Fact]
    public async Task What_people_told_a_body_that_is_gone_stays_left_out()
    {
        await Site.AskAsync(db => db.Remits.Where(r => r.BodyId == scene.Voice.Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.EndsOn, Today.AddDays(1))));
        Site.Clock.Advance(TimeSpan.FromDays(2));

        await HeardAsync(71);

        (await scene.ReadAsync()).Shows(SharingScene.LeftOut);
    }

    [Fact]
    public async Task A_part_without_paper_counts_in_how_people_told_us()
    {
        await scene.AgreedAsync();
        var consultation = await Site.SaveAsync(A.Consultation("On paper", area: scene.Nested.Places[0]));
        var papers = Enumerable.Range(0, 30).Select(_ => new Comment(consultation, new Author(null, "Somebody", Voice.Resident, scene.Nested.Places[0].Id), "The kerb is too high.", FakeClock.Start.AddHours(-1))
            .CameBy(CommunityVoice.Voting.EntryChannel.Paper, scene.Lead.Id, EntryConsent.PublishAndQuote)).ToList();
        await Site.SaveAsync(papers[0], [.. papers.Skip(1)]);
        Site.Clock.Advance(TimeSpan.FromHours(1));
        await scene.Nested.CountAsync();

        var figure = (await scene.ReadAsync()).QuerySelectorAll("figure").Single(f => f.QuerySelector("figcaption")?.Words() == "By how they told us");
        var onSite = figure.QuerySelectorAll("tbody tr").OfType<IHtmlElement>().First();

        Assert.InRange(Number(onSite.QuerySelector("td.cv-table__number")!.Words().Split(" (")[0]), 90, 100); // 71 in one place and 26 in the other
    }

    [Fact]
    public async Task What_the_view_shows_by_voice_is_what_its_included_parts_show()
    {
        foreach (var included in new[] { false, true })
        {
            if (included) await scene.AgreedAsync();
            for (var again = 0; again < 2; again++) // counted twice, added up once
            {
                Site.Clock.Advance(TimeSpan.FromHours(1));
                await scene.Nested.CountAsync();
                var parts = new[] { await ByVoiceAsync("rivermead"), included ? await ByVoiceAsync("fellside") : [] };
                var view = await ByVoiceAsync("two-rivers");
                Assert.NotEmpty(view);
                foreach (var (voice, number) in view) Assert.Equal(parts.Sum(p => p.GetValueOrDefault(voice)), number);
            }
        }
    }

    [Fact]
    public async Task The_view_of_a_system_costs_a_dozen_queries_too()
    {
        await scene.AgreedAsync();
        await using var scope = Site.Services.CreateAsyncScope();
        var queries = 0;
        var options = new DbContextOptionsBuilder<CommunityVoiceDb>(scope.ServiceProvider.GetRequiredService<DbContextOptions<CommunityVoiceDb>>())
            .LogTo(_ => queries++, [RelationalEventId.CommandExecuted]).Options;
        await using var db = new CommunityVoiceDb(options);

        await new AreaOverviews(db, Site.Clock).OfAsync("two-rivers", default);

        Assert.InRange(queries, 1, 12);
    }

    private CommunityVoice.Sharing.SharingAgreement Unsigned()
    {
        var agreement = new CommunityVoice.Sharing.SharingAgreement(scene.System, scene.Lead, A.SharingFacts(), scene.Leader.Id, Site.Now);
        var party = agreement.Ask(scene.Voice, Site.Now);
        party.Sign(scene.Signer.Id, Site.Now);
        return agreement;
    }

    private async Task HeardAsync(int people)
    {
        await scene.Nested.CountAsync();
        (await scene.ReadAsync()).Shows($"{people} people heard");
    }

    private async Task<Dictionary<string, int>> ByVoiceAsync(string slug)
    {
        var page = await scene.ReadAsync($"/areas/{slug}");
        return page.QuerySelectorAll("figure").OfType<IHtmlElement>().FirstOrDefault(f => f.QuerySelector("figcaption")?.Words() == "By voice")?.QuerySelectorAll("tbody tr")
            .ToDictionary(r => r.QuerySelector("th")!.Words(), r => Number(r.QuerySelector("td.cv-table__number")!.Words().Split(" (")[0]), StringComparer.Ordinal) ?? [];
    }

    private static int Number(string words) => words == "hidden" ? 0 : int.Parse(words.Replace("at least ", "", StringComparison.Ordinal).Replace("about ", "", StringComparison.Ordinal).Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
}
