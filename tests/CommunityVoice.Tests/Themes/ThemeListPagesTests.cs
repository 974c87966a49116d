using CommunityVoice.Themes;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Themes;

/// <summary>Bringing a list of themes into an area.</summary>
public sealed class ThemeListPagesTests : SiteTest
{
    private const string List = "key,name,about,parent,replaces,capacity,determinants\ntravel,Travel,Getting there and back,,,,transport\nlifts,Lifts home,,travel,,,\nnight,Care at night,,,nights,yes,safety;connection\n";
    private ThemeScene scene = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        scene = await ThemeScene.MakeAsync(Site);
    }

    [Fact]
    public async Task A_list_is_looked_at_first_and_then_kept_as_a_version_with_old_codes_mapped()
    {
        var comments = await scene.SaidAsync("Nobody came at night", "The lift was late");
        var (nights, lifts, benches) = (await scene.ThemeAsync("Nights"), await scene.ThemeAsync("Lifts"), await scene.ThemeAsync("Benches"));
        await scene.CodeAsync(nights, comments[0]);
        await scene.CodeAsync(lifts, comments[1]);
        await scene.CodeAsync(benches, comments[1]);
        var form = await scene.Browser.FollowAsync(await scene.Browser.GetAsync("/moderation/themes"), "Bring in a list");

        var preview = await scene.Browser.SubmitAsync(form, new() { ["Input.Source"] = "National list, October 2026", ["Input.Text"] = List });
        preview.Shows("2 themes are added, 1 changed, 0 brought back, 2 retired. 0 stay as they are.");
        preview.Shows("Renamed from Lifts");
        preview.Shows("Nights (nights): night takes its place, and its comments get that too");
        Assert.Equal(3, await Site.AskAsync(db => db.Themes.CountAsync()));

        var done = await scene.Browser.SubmitAsync(preview, button: "Bring this list in");

        done.Shows("Version 1 National list, October 2026");
        done.Shows("Lifts home, part of Travel");
        var codings = await Site.AskAsync(db => db.Codings.Where(c => c.CommentId == comments[0].Id).Select(c => c.Theme.Slug).ToListAsync());
        Assert.Equal(["night", "nights"], codings.Order(StringComparer.Ordinal));
        Assert.Equal(2, await Site.AskAsync(db => db.Codings.CountAsync(c => c.CommentId == comments[1].Id)));
        Assert.StartsWith("Version 1, National list, October 2026: 2 added, 1 changed, 0 brought back, 2 retired",
            (await Site.AskAsync(db => db.ActivityEntries.SingleAsync(e => e.Verb == "theme.list-imported"))).Detail, StringComparison.Ordinal);
        Assert.True(await Site.AskAsync(db => db.Themes.AnyAsync(t => t.Slug == "night" && t.IsAboutCapacity && t.Determinants == "connection,safety")));
        (await new Browser(Site).GetAsync("/areas/rivermead/themes/nights")).Shows("Its place was taken by Care at night, which its comments have too.");
        (await new Browser(Site).GetAsync("/areas/rivermead/themes/lifts")).Shows("Part of Travel.");
    }

    [Fact]
    public async Task The_file_reads_back_as_it_is_and_old_versions_stay_as_they_were()
    {
        await scene.ThemeAsync("Nights");
        await BringInAsync(List);
        var first = await FileAsync("?version=1");
        await BringInAsync("key,name\nlifts,Lifts\n");

        Assert.Equal(first, await FileAsync("?version=1"));
        Assert.Equal("key,name,about,parent,replaces,capacity,determinants,maps_to\r\nlifts,Lifts,,,,no,,\r\n", await FileAsync(""));
        Assert.Equal(await FileAsync(""), await FileAsync("?version=2"));
        Assert.Equal(HttpStatusCode.NotFound, (await new Browser(Site).SendAsync(HttpMethod.Get, "/areas/rivermead/theme-list.csv?version=3")).StatusCode);

        await BringInAsync(first);
        Assert.Equal(first, await FileAsync(""));
        var again = await scene.Browser.SubmitAsync(await scene.Browser.GetAsync("/moderation/themes/import/rivermead"), new() { ["Input.Source"] = "Again", ["Input.Text"] = first });
        again.Shows("Nothing: the list says what is so already.");
    }

    [Fact]
    public async Task What_other_lists_call_a_theme_is_brought_in_kept_with_each_version_and_shown()
    {
        var comments = await scene.SaidAsync("The lift was late", "No lift at all", "The lift never came");
        var lifts = await scene.ThemeAsync("Lifts");
        foreach (var comment in comments) await scene.CodeAsync(lifts, comment);
        await BringInAsync("key,name,maps_to\nlifts,Lifts,Patient Experience Library:4.2; SNOMED CT:160903007\n");
        var first = await FileAsync("?version=1");

        Assert.EndsWith("lifts,Lifts,,,,no,,Patient Experience Library:4.2;SNOMED CT:160903007\r\n", first, StringComparison.Ordinal);
        (await new Browser(Site).GetAsync("/areas/rivermead/themes/lifts")).Shows("In other lists: Patient Experience Library:4.2, SNOMED CT:160903007");
        (await new Browser(Site).GetAsync("/areas/rivermead/themes")).Shows("In other lists: Patient Experience Library:4.2, SNOMED CT:160903007");
        Assert.Contains("\"mapsTo\":[\"Patient Experience Library:4.2\",\"SNOMED CT:160903007\"]", await DataAsync("json"), StringComparison.Ordinal);
        Assert.Contains("Patient Experience Library:4.2;SNOMED CT:160903007", await DataAsync("csv"), StringComparison.Ordinal);

        await BringInAsync("key,name,maps_to\nlifts,Lifts,ICD-10:Z75\n");
        Assert.Equal(first, await FileAsync("?version=1"));
        Assert.EndsWith(",ICD-10:Z75\r\n", await FileAsync("?version=2"), StringComparison.Ordinal);

        await BringInAsync("key,name\nlifts,Lifts home\n");
        Assert.EndsWith(",ICD-10:Z75\r\n", await FileAsync(""), StringComparison.Ordinal);
        await BringInAsync("key,name,replaces\nways-home,Ways home,lifts\n");
        (await new Browser(Site).GetAsync("/areas/rivermead/themes/lifts")).Shows("In other lists: ICD-10:Z75");
    }

    [Fact]
    public async Task A_list_with_errors_changes_nothing_and_keeps_what_was_pasted()
    {
        var form = await scene.Browser.GetAsync("/moderation/themes/import/rivermead");

        var page = await scene.Browser.SubmitAsync(form, new() { ["Input.Source"] = "Ours", ["Input.Text"] = "key,name\nlifts,\n" }, HttpStatusCode.UnprocessableEntity);
        page.ShowsError("Input.Text", "Put right 1 line: what is wrong stands in the table below");
        page.Shows("Line 2 lifts Enter a name");
        Assert.Contains("lifts", page.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);

        page = await scene.Browser.SubmitAsync(form, [], HttpStatusCode.UnprocessableEntity);
        page.ShowsError("Input.Source", "Say where the list is from");
        page.ShowsError("Input.Text", "Paste the list, or choose a file");
        Assert.Equal(0, await Site.AskAsync(db => db.Themes.CountAsync()));
    }

    private async Task BringInAsync(string text)
    {
        var preview = await scene.Browser.SubmitAsync(await scene.Browser.GetAsync("/moderation/themes/import/rivermead"), new() { ["Input.Source"] = "A list", ["Input.Text"] = text });
        await scene.Browser.SubmitAsync(preview, button: "Bring this list in");
    }

    private async Task<string> DataAsync(string kind) =>
        await (await new Browser(Site).SendAsync(HttpMethod.Get, $"/areas/rivermead/themes.{kind}")).Content.ReadAsStringAsync();

    private async Task<string> FileAsync(string query) =>
        await (await new Browser(Site).SendAsync(HttpMethod.Get, $"/areas/rivermead/theme-list.csv{query}")).Content.ReadAsStringAsync();
}
