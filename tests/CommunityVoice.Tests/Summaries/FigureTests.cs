using CommunityVoice.Discussion;
using CommunityVoice.People;
using CommunityVoice.Summaries;

namespace CommunityVoice.Tests.Summaries;

public sealed class FigureTests : SiteTest
{
    private SummaryScene scene = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        scene = await SummaryScene.MakeAsync(Site);
    }

    [Fact]
    public async Task Small_counts_by_voice_and_area_are_in_no_page_and_no_stored_figure()
    {
        await scene.PublishedAsync();

        var page = await new Browser(Site).GetAsync(SummaryScene.Path);
        Assert.Equal("about 20 (67%)", Number(page, "Resident"));
        Assert.Equal("hidden", Number(page, "Carer"));
        Assert.Equal("hidden", Number(page, "Community group"));
        Assert.Equal("0 (0%)", Number(page, "Works here"));
        Assert.Equal("about 30 (100%)", Number(page, "Weirside"));
        Assert.Equal("0 (0%)", Number(page, "Hillgate"));
        page.Shows("Not heard: Hillgate.");
        page.Shows("How we protect small numbers");
        var stored = await Site.AskAsync(db => Task.FromResult(db.Figures.Where(f => f.Kind == FigureKind.HeardByVoice).Select(f => f.Data).Single()));
        Assert.DoesNotContain(":3", stored, StringComparison.Ordinal);
        Assert.DoesNotContain(":9", stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Later_comments_change_the_numbers_before_freezing_and_not_after()
    {
        var id = await scene.DraftAsync();
        Site.Clock.Advance(TimeSpan.FromDays(1));
        var late = await Site.SaveAsync(A.Person("Late", voice: Voice.Resident));
        await Site.SaveAsync(new Comment(scene.Consultation, A.Author(late), "Late, and still true.", Site.Now.AddHours(-1)));

        var editor = new Browser(Site, scene.Editor.Id);
        (await editor.GetAsync($"/manage/summaries/{id}/figures")).Shows("33 people wrote 33 comments");
        await editor.SubmitAsync(await editor.GetAsync($"/manage/summaries/{id}/publish"), button: "Publish");

        var page = await new Browser(Site).GetAsync(SummaryScene.Path);
        page.Shows("32 people wrote 32 comments");
        page.Shows("9 June 2026");
    }

    [Fact]
    public async Task Priorities_show_how_many_took_part_and_that_it_is_advice()
    {
        await scene.PublishedAsync();

        var page = await new Browser(Site).GetAsync(SummaryScene.Path);

        Assert.Equal("10 people (100%)", Number(page, "A crossing"));
        page.Shows("This is advice, not a referendum");
    }

    [Fact]
    public async Task A_theme_that_one_person_raised_stays_in_the_table()
    {
        await scene.PublishedAsync();

        var page = await new Browser(Site).GetAsync(SummaryScene.Path);

        Assert.Equal("14 comments (44%)", Number(page, "Lights"));
        Assert.Equal("1 comment (3%)", Number(page, "Benches"));
    }

    private static string Number(AngleSharp.Html.Dom.IHtmlDocument page, string row) =>
        page.QuerySelectorAll("tr").First(r => r.QuerySelector("th[scope=row]")?.Words() == row).QuerySelector("td.cv-table__number")!.Words();
}
