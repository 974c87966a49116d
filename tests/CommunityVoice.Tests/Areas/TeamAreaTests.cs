using AngleSharp.Html.Dom;
using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.People;
using CommunityVoice.Tests.OpenData;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Areas;

/// <summary>Where a neighbourhood team or a primary care network works is a level of its own (rule R-A26): it is imported, nests, is named in plain words, and protects people like any other.</summary>
public sealed class TeamAreaTests : SiteTest
{
    private const string Header = "postcode,ward_code,ward_name,locality,team_code,team_name,la_code,la_name,lon,lat\n";

    [Fact]
    public async Task A_list_with_teams_puts_wards_into_them_and_them_into_their_locality()
    {
        await ImportAsync("QV4 1AA,E1,Weirside,North,T1,Weir team,P1,Rivermead,,\nQV4 2AA,E2,Hillgate,North,T2,Hill team,P1,Rivermead,,\nQV4 3AA,E3,Tarn,South,,,P1,Rivermead,,\n");

        Assert.Equal(["North > T1", "North > T2", "P1 > North", "P1 > South", "South > E3", "T1 > E1", "T2 > E2"], await LinksAsync(AreaLinkKind.Contains));
        Assert.Equal(AreaLevel.NeighbourhoodTeam, await Site.AskAsync(db => db.Areas.Where(a => a.Code == "T1").Select(a => a.Level).SingleAsync()));
    }

    [Fact]
    public async Task A_team_holds_localities_that_lie_whole_in_it_and_wards_where_there_are_none()
    {
        await ImportAsync("QV4 1AA,E1,Weirside,North,T1,Weir team,P1,Rivermead,,\nQV4 2AA,E2,Hillgate,South,T1,Weir team,P1,Rivermead,,\nQV4 3AA,E3,Tarn,,T2,Tarn team,P1,Rivermead,,\n");

        Assert.Equal(["North > E1", "P1 > T1", "P1 > T2", "South > E2", "T1 > North", "T1 > South", "T2 > E3"], await LinksAsync(AreaLinkKind.Contains));
    }

    [Fact]
    public async Task A_team_that_cuts_across_wards_or_localities_shares_ground_with_them_only()
    {
        await ImportAsync("QV4 1AA,E1,Weirside,North,T1,Weir team,P1,Rivermead,,\nQV4 2AA,E2,Hillgate,South,T1,Weir team,P1,Rivermead,,\nQV4 3AA,E2,Hillgate,South,T2,Hill team,P1,Rivermead,,\n");

        Assert.Equal(["North > E1", "P1 > South", "P1 > T1", "South > E2", "South > T2", "T1 > North"], await LinksAsync(AreaLinkKind.Contains));
        Assert.Equal(["T1 > E2", "T2 > E2"], await LinksAsync(AreaLinkKind.Overlaps));
    }

    [Fact]
    public async Task Teams_that_come_with_a_later_list_stand_between_and_nothing_lies_in_two()
    {
        await ImportAsync("QV4 1AA,E1,Weirside,North,,,P1,Rivermead,,\n");
        await ImportAsync("QV4 1AA,E1,Weirside,North,T1,Weir team,P1,Rivermead,,\n");

        Assert.Equal(["North > T1", "P1 > North", "T1 > E1"], await LinksAsync(AreaLinkKind.Contains));
    }

    [Fact]
    public async Task A_ward_that_a_later_list_puts_into_another_team_leaves_the_first()
    {
        await ImportAsync("QV4 1AA,E1,Weirside,,T1,Weir team,P1,Rivermead,,\nQV4 2AA,E2,Hillgate,,T1,Weir team,P1,Rivermead,,\nQV4 3AA,E2,Hillgate,,T2,Hill team,P1,Rivermead,,\n");
        Assert.Equal(["T1 > E2", "T2 > E2"], await LinksAsync(AreaLinkKind.Overlaps));
        await Site.DoAsync<CommunityVoiceDb>(async db =>
        {
            var weirside = await db.Areas.SingleAsync(a => a.Code == "E1");
            db.AreaLinks.Add(new AreaLink(new Area("Weir Valley", "weir-valley", AreaLevel.System, "S1"), AreaLinkKind.Contains, weirside)); // by hand
            db.AreaLinks.Add(new AreaLink(new Area("Lock", "lock", AreaLevel.Locality, "L1"), AreaLinkKind.Contains, weirside, null, FakeClock.Today)); // as it was
            await db.SaveChangesAsync();
        });

        await ImportAsync("QV4 1AA,E1,Weirside,,T2,Hill team,P1,Rivermead,,\nQV4 2AA,E2,Hillgate,,T2,Hill team,P1,Rivermead,,\nQV4 3AA,E2,Hillgate,,T2,Hill team,P1,Rivermead,,\n");

        Assert.Equal(["L1 > E1", "P1 > T2", "S1 > E1", "T2 > E1", "T2 > E2"], await LinksAsync(AreaLinkKind.Contains));
        Assert.Empty(await LinksAsync(AreaLinkKind.Overlaps));
    }

    [Fact]
    public async Task A_team_that_a_later_list_lets_cut_across_leaves_the_locality_that_held_it()
    {
        const string List = "QV4 1AA,E1,Weirside,North,T1,Weir team,P1,Rivermead,,\nQV4 2AA,E2,Hillgate,North,,,P1,Rivermead,,\nQV4 3AA,E3,Tarn,South,,,P1,Rivermead,,\n";
        await ImportAsync(List);
        Assert.Equal(["North > E2", "North > T1", "P1 > North", "P1 > South", "South > E3", "T1 > E1"], await LinksAsync(AreaLinkKind.Contains));

        await ImportAsync($"{List}QV4 4AA,E3,Tarn,South,T1,Weir team,P1,Rivermead,,\n");

        Assert.Equal(["North > E1", "North > E2", "P1 > North", "P1 > South", "P1 > T1", "South > E3"], await LinksAsync(AreaLinkKind.Contains));
        Assert.Equal(["T1 > E1", "T1 > E3"], await LinksAsync(AreaLinkKind.Overlaps));
    }

    [Fact]
    public async Task A_team_that_lies_in_another_place_is_refused_with_what_to_do()
    {
        const string List = "QV4 1AA,E1,Weirside,,T1,Weir team,P1,Rivermead,,\n";
        await ImportAsync(List);

        var lack = await Assert.ThrowsAsync<InvalidDataException>(() => ImportAsync("QV5 1AA,E9,Fell,,T1,Weir team,P2,Fellside,,\n"));

        Assert.Contains("The team area Weir team (T1) lies in Rivermead already", lack.Message, StringComparison.Ordinal);
        Assert.Contains("Import the list of Rivermead again if it has left there; or give its part in this place a team_code of its own.", lack.Message, StringComparison.Ordinal);
        Assert.False(await Site.AskAsync(db => db.Areas.AnyAsync(a => a.Code == "P2")));
        await ImportAsync(List); // its own place goes on as before
        await ImportAsync("QV5 1AA,E9,Fell,,T1-P2,Weir team,P2,Fellside,,\n");
        Assert.Equal(["P1 > T1", "P2 > T1-P2", "T1 > E1", "T1-P2 > E9"], await LinksAsync(AreaLinkKind.Contains));
    }

    [Fact]
    public async Task A_team_that_a_later_list_names_no_more_leaves_its_place_and_can_go_to_another()
    {
        await ImportAsync("QV4 1AA,E1,Weirside,North,T1,Weir team,P1,Rivermead,,\nQV4 2AA,E2,Hillgate,,T2,Hill team,P1,Rivermead,,\nQV4 3AA,E3,Tarn,,T3,Tarn team,P1,Rivermead,,\n");
        Assert.Equal(["North > T1", "P1 > North", "P1 > T2", "P1 > T3", "T1 > E1", "T2 > E2", "T3 > E3"], await LinksAsync(AreaLinkKind.Contains));

        await ImportAsync("QV4 1AA,E1,Weirside,North,,,P1,Rivermead,,\nQV4 2AA,E2,Hillgate,,,,P1,Rivermead,,\nQV4 3AA,E3,Tarn,,T3,Tarn team,P1,Rivermead,,\n");
        Assert.Equal(["North > E1", "P1 > E2", "P1 > North", "P1 > T3", "T3 > E3"], await LinksAsync(AreaLinkKind.Contains));

        await ImportAsync("QV5 1AA,E8,Beck,,T1,Weir team,P2,Fellside,,\nQV5 2AA,E9,Fell,,T2,Hill team,P2,Fellside,,\n");
        Assert.Equal(["North > E1", "P1 > E2", "P1 > North", "P1 > T3", "P2 > T1", "P2 > T2", "T1 > E8", "T2 > E9", "T3 > E3"], await LinksAsync(AreaLinkKind.Contains));
    }

    [Fact]
    public async Task Every_page_and_file_names_it_in_plain_words_and_people_can_choose_it()
    {
        await ImportAsync("QV4 1AA,E1,Weirside,North,T1,Weir team,P1,Rivermead,,\n");
        var asha = new Browser(Site, (await Site.SaveAsync(A.Person())).Id);
        var files = new DataFiles(Site);

        (await asha.GetAsync("/areas/find?postcode=QV41AA")).Shows("Weir team Neighbourhood team area");
        (await asha.GetAsync("/areas")).Shows("Weir team Neighbourhood team area");
        (await asha.GetAsync("/areas/weir-team")).Shows("Neighbourhood team area.");
        (await asha.GetAsync("/areas/compare")).Shows("Weir team (neighbourhood team area)");
        Assert.Contains("Weir team", (await asha.GetAsync("/ideas/new")).Body!.InnerHtml, StringComparison.Ordinal);
        Assert.Equal("Weir team", (await asha.GetAsync("/account/profile")).QuerySelector("optgroup[label='Neighbourhood team areas']")!.TextContent.Trim());
        Assert.Equal("neighbourhoodTeam", (await files.JsonAsync("/areas/weir-team.json")).GetProperty("item").GetProperty("level").GetString());
        Assert.Contains((await files.CsvAsync("/areas.csv")).Rows, r => r["slug"] == "weir-team" && r["level"] == "neighbourhoodTeam");
    }

    [Fact]
    public async Task Forty_households_drawn_in_it_lie_in_it_and_neither_page_tells_of_the_few_there()
    {
        var (place, team, weirside, hillgate) = (A.Area(), A.Area("Weir team", AreaLevel.NeighbourhoodTeam, 7000), A.Area("Weirside", AreaLevel.Ward, 3000), A.Area("Hillgate", AreaLevel.Ward, 4000));
        var (asha, grace) = (A.Person(), A.Person("Grace N"));
        await Site.SaveAsync(asha, grace, place, new AreaLink(place, AreaLinkKind.Contains, team), new AreaLink(team, AreaLinkKind.Contains, weirside), new AreaLink(team, AreaLinkKind.Contains, hillgate));
        await Site.SaveAsync(new Postcode("M331AA", weirside.Id, null, null, null, null));
        await Site.SaveAsync(A.Membership(grace, place, Capability.Moderate));
        var (drawing, moderator) = (new Browser(Site, asha.Id), new Browser(Site, grace.Id));

        await drawing.SubmitAsync(await drawing.GetAsync("/areas/new"), new() { ["Input.Name"] = "Lock Cottages", ["Input.Postcodes"] = "m33 1aa" });
        await moderator.SubmitAsync(await moderator.GetAsync("/moderation/areas"), button: "Publish Lock Cottages");

        var small = await Site.AskAsync(db => db.Areas.SingleAsync(a => a.Slug == "lock-cottages"));
        Assert.Equal("weir-team", await Site.AskAsync(db => db.AreaLinks.Where(l => l.Kind == AreaLinkKind.Contains && l.ToId == small.Id).Select(l => l.From.Slug).SingleAsync()));
        await SpeakAsync(small.Id, "The lock gate", 12, 3, 1);
        await SpeakAsync(team.Id, "The team", 24, 16, 11);
        await SpeakAsync(place.Id, "Getting about", 40, 25, 14);
        await Site.DoAsync<AreaTallies>(t => t.RecountAsync(default));

        var (own, around, all) = (await ReadAsync("lock-cottages"), await ReadAsync("weir-team"), await ReadAsync("rivermead"));
        Assert.Equal(("hidden", "hidden"), (own["Carer"], own["Primary care"]));
        foreach (var shown in new[] { around, all })
            Assert.All(shown.Values, words => Assert.True(words == "hidden" || words == "0" || words.StartsWith("about ", StringComparison.Ordinal), $"A page says exactly {words}."));
        Assert.Contains(all.Values, words => words.StartsWith("about ", StringComparison.Ordinal));
    }

    private Task SpeakAsync(long area, string title, int residents, int carers, int practices) => Site.DoAsync<CommunityVoiceDb>(async db =>
    {
        var consultation = A.Consultation(title, await db.Areas.SingleAsync(a => a.Id == area));
        db.Consultations.Add(consultation);
        await db.SaveChangesAsync();
        foreach (var (voice, people) in new[] { (Voice.Resident, residents), (Voice.Carer, carers), (Voice.PrimaryCare, practices) })
            for (var i = 0; i < people; i++) db.Comments.Add(new Comment(consultation, new Author(null, $"{voice} {i} of {title}", voice), "The gate is shut.", Site.Now));
        await db.SaveChangesAsync();
        await CommentCounts.RecountAsync(db, consultation.Id, default);
    });

    private async Task<Dictionary<string, string>> ReadAsync(string slug) => Counts(await new Browser(Site).GetAsync($"/areas/{slug}"));

    private static Dictionary<string, string> Counts(IHtmlDocument page) => page.QuerySelectorAll("tr").Where(r => r.QuerySelector("th[scope=row]") is not null && r.QuerySelector("td.cv-table__number") is not null)
        .Select(r => (Voice: r.QuerySelector("th[scope=row]")!.Words(), Count: r.QuerySelector("td.cv-table__number")!.Words().Split(" (")[0]))
        .Where(r => Enum.GetValues<Voice>().Any(v => v.Word() == r.Voice)).DistinctBy(r => r.Voice).ToDictionary(r => r.Voice, r => r.Count, StringComparer.Ordinal);

    private async Task<List<string>> LinksAsync(AreaLinkKind kind)
    {
        var links = await Site.AskAsync(db => db.AreaLinks.Where(l => l.Kind == kind).Select(l => new { From = l.From.Code, To = l.To.Code }).ToListAsync());
        return [.. links.Select(l => $"{l.From} > {l.To}".Replace("P1/", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
    }

    private async Task ImportAsync(string rows)
    {
        var folder = Directory.CreateTempSubdirectory("communityvoice-teams-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "postcodes.csv"), Header + rows);
        await Site.DoAsync<CommunityVoiceDb>(db => new AreaImport(db, Site.Clock).RunAsync(AreaFiles.Read(folder), new Silent(), default));
    }

    private sealed class Silent : IProgress<string>
    {
        public void Report(string value) { }
    }
}
