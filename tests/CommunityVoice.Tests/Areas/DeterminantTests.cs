using CommunityVoice.Areas;
using CommunityVoice.Data;
using CommunityVoice.Tests.OpenData;
using CommunityVoice.Tests.Strategies;
using CommunityVoice.Tests.Summaries;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Areas;

/// <summary>What shapes health outside health care (rule R-I78), and the index of deprivation by postcode (rule R-H14).</summary>
public sealed class DeterminantTests : SiteTest
{
    private const string Postcodes = """
        postcode,ward_code,ward_name,msoa_code,msoa_hcl_name,lsoa_code,lsoa_name,locality,la_code,la_name,lon,lat
        QV4 1AA,E1,Weirside,M1,Weir,L1,Weir 1,,P1,Rivermead,-2.1,53.5
        QV4 1AB,E1,Weirside,M1,Weir,L2,Weir 2,,P1,Rivermead,-2.1,53.5
        QV4 2AA,E2,Hillgate,M1,Weir,L2,Weir 2,,P1,Rivermead,-2.2,53.6
        QV4 2AB,E2,Hillgate,M1,Weir,L3,Weir 3,,P1,Rivermead,-2.2,53.6
        """;

    private const string Index = """
        LSOA code (2021),LSOA name (2021),Index of Multiple Deprivation (IMD) Score,Index of Multiple Deprivation (IMD) Rank (where 1 is most deprived),Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOAs),Income Decile (where 1 is most deprived 10% of LSOAs)
        L1,Weir 1,61.2,900,1,3
        L2,Weir 2,40.1,5100,2,3
        L3,Weir 3,8.4,25400,8,9
        L9,Elsewhere 9,70.0,12,1,1
        """;

    [Fact]
    public async Task The_index_is_counted_for_each_level_however_often_it_is_loaded()
    {
        await ImportAsync(Index);
        await ImportAsync(Index);

        Assert.Equal([("E1", 1, 1), ("E1", 2, 1), ("E2", 2, 1), ("E2", 8, 1), ("P1", 1, 1), ("P1", 2, 1), ("P1", 8, 1)], (await Site.AskAsync(db => db.AreaDeprivations
            .Where(d => d.Area.Level == AreaLevel.Ward || d.Area.Level == AreaLevel.Place).OrderBy(d => d.Area.Code).ThenBy(d => d.Decile).Select(d => new { d.Area.Code, d.Decile, d.SmallAreas }).ToListAsync())).Select(d => (d.Code!, d.Decile, d.SmallAreas)));
        var found = await new Browser(Site).GetAsync("/areas/find?postcode=qv4%202aa");
        found.Shows("Among England’s small areas it is in tenth 2 of 10 by deprivation, where 1 is the most deprived");
        found.Shows("2 of its 3 small areas are among the most deprived fifth of England (index of 2025)");
    }

    [Theory]
    [InlineData("L1,Weir 1,61.2,900,11,3")]
    [InlineData("L1,Weir 1,61.2,900,,3")]
    public async Task A_row_that_is_no_tenth_is_named(string row)
    {
        var wrong = await Assert.ThrowsAsync<InvalidDataException>(() => ImportAsync($"{Index.Split('\n')[0]}\n{row}\n"));

        Assert.StartsWith("index.csv, row 1", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wards_are_listed_by_how_much_of_them_is_deprived_and_can_be_filtered()
    {
        await ImportAsync(Index);
        var reader = new Browser(Site);

        var page = await reader.FollowAsync(await reader.GetAsync("/areas/rivermead"), "What shapes health here outside health care");
        page.Shows("2 of 3 small areas in Rivermead are among the most deprived fifth of England, 1 of them among the most deprived tenth");
        Assert.Equal(["Weirside", "Hillgate"], page.QuerySelectorAll("#deprivation ~ table tbody th").Select(t => t.Words()));
        var tenth = await reader.FollowAsync(page, "With areas in the most deprived tenth");
        Assert.Equal(["Weirside"], tenth.QuerySelectorAll("#deprivation ~ table tbody th").Select(t => t.Words()));
    }

    [Fact]
    public async Task Without_figures_and_marks_the_page_says_so()
    {
        await Site.SaveAsync(A.Area());

        var page = await new Browser(Site).GetAsync("/areas/rivermead/determinants");

        page.Shows("Nothing is marked yet");
        page.Shows("We hold no figures on deprivation for Rivermead");
    }

    [Fact]
    public async Task Themes_and_actions_that_are_marked_stand_side_by_side_by_determinant()
    {
        var scene = await StrategyScene.MakeAsync(Site);
        await Site.DoAsync<CommunityVoiceDb>(async db =>
        {
            (await db.Themes.SingleAsync(t => t.Id == scene.Said.Lights.Id)).Mark("safety,transport");
            await db.SaveChangesAsync();
        });
        var draft = await scene.DraftAsync();
        var action = await Site.AskAsync(db => db.StrategyActions.Where(a => a.Number == 1).Select(a => a.Id).SingleAsync());
        var form = await scene.Browser.GetAsync($"{draft}/actions/{action}");
        await scene.Browser.SubmitAsync(form, new() { ["Input.Determinants"] = "transport" });
        await scene.PublishAsync(draft);
        var title = await Site.AskAsync(db => db.StrategyActions.Where(a => a.Number == 1).Select(a => a.Title).FirstAsync());

        var reader = new Browser(Site);
        (await reader.GetAsync(StrategyScene.Path)).Shows("What it is about outside health care Getting about");
        var page = await reader.GetAsync("/areas/rivermead/determinants");
        page.Shows("2 Getting about");
        page.Shows("1 Safety");
        page.DoesNotShow("Housing");
        page.Shows(title);
        var safety = await reader.FollowAsync(page, "Safety");
        safety.Shows("Lights");
        safety.Shows("No action of a published strategy is about this");
        var data = (await new DataFiles(Site).JsonAsync($"{StrategyScene.Path}.json")).GetProperty("item").GetProperty("actions");
        Assert.Equal(["transport"], data[0].GetProperty("determinants").EnumerateArray().Select(d => d.GetString()));

        var second = await scene.RevisedAsync(draft);
        var action2 = await Site.AskAsync(db => db.StrategyActions.Where(a => a.Number == 1).MaxAsync(a => a.Id));
        Assert.Equal(["transport", "transport"], await Site.AskAsync(db => db.StrategyActions.Where(a => a.Number == 1).OrderBy(a => a.Id).Select(a => a.Determinants).ToListAsync()));
        await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"{second}/actions/{action2}"), new() { ["Input.Determinants"] = "early-years" });
        await scene.PublishAsync(second);
        var changes = await reader.GetAsync($"{StrategyScene.Path}/changes");
        changes.Shows("Getting about");
        changes.Shows("Early childhood");
    }

    [Fact]
    public async Task An_analyst_marks_what_a_theme_is_about()
    {
        var scene = await SummaryScene.MakeAsync(Site);
        await Site.SaveAsync(A.Membership(scene.Editor, scene.Area, Bodies.Capability.Code));
        var editor = new Browser(Site, scene.Editor.Id);
        var form = await editor.GetAsync($"/moderation/themes/edit/{scene.Lights.Id}");

        await editor.SubmitAsync(form, new() { ["Input.Determinants"] = "work" });
        var token = form.QuerySelector("[name='__RequestVerificationToken']")!.GetAttribute("value")!;
        using var made = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Input.Name", "Lights"), new("Input.Determinants", "weather")]);
        Assert.Equal(HttpStatusCode.BadRequest, (await editor.SendOnceAsync(HttpMethod.Post, $"/moderation/themes/edit/{scene.Lights.Id}", made)).StatusCode);

        Assert.Equal("work", await Site.AskAsync(db => db.Themes.Where(t => t.Id == scene.Lights.Id).Select(t => t.Determinants).SingleAsync()));
        var again = await editor.GetAsync($"/moderation/themes/edit/{scene.Lights.Id}");
        Assert.True(again.QuerySelector("[name='Input.Determinants'][value='work']")!.HasAttribute("checked"));
        (await new Browser(Site).GetAsync($"/areas/{scene.Area.Slug}/determinants?of=work")).Shows("Lights");
    }

    private async Task ImportAsync(string index)
    {
        var folder = Directory.CreateTempSubdirectory("communityvoice-areas-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "postcodes.csv"), Postcodes);
        await File.WriteAllTextAsync(Path.Combine(folder, "index.csv"), index);
        await Site.DoAsync<CommunityVoiceDb>(db => new AreaImport(db, Site.Clock).RunAsync(AreaFiles.Read(folder), new Progress<string>(), default));
    }
}
