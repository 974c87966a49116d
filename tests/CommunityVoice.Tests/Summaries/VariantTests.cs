using CommunityVoice.Bodies;
using CommunityVoice.Summaries;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Summaries;

public sealed class VariantTests : SiteTest
{
    private SummaryScene scene = null!;
    private long id;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        scene = await SummaryScene.MakeAsync(Site);
        id = await scene.PublishedAsync();
    }

    [Fact]
    public async Task Easy_Read_has_an_address_of_its_own_that_the_summary_leads_to()
    {
        var list = await WriteAsync("easy-read", "Crossing the road", "## What people said\n\nThe lights are too fast.");
        list.Shows("Everybody can read it in Easy Read now.");

        var page = await new Browser(Site).FollowAsync(await new Browser(Site).GetAsync(SummaryScene.Path), "Easy Read");

        Assert.EndsWith($"{SummaryScene.Path}/easy-read", page.Url, StringComparison.Ordinal);
        page.Shows("The lights are too fast.");
        page.DoesNotShow("This is not the newest text");
        Assert.True(await Site.AskAsync(db => db.ActivityEntries.AnyAsync(e => e.Verb == "summary.variant-written" && e.PersonId == scene.Editor.Id)));
    }

    [Fact]
    public async Task A_translation_is_marked_with_its_language_and_direction()
    {
        await WriteAsync("cy", "Croesi’r ffordd", "Mae’r goleuadau yn rhy gyflym.");
        await WriteAsync("ur", "سڑک پار کرنا", "بتیاں بہت تیز ہیں۔");

        var welsh = await new Browser(Site).GetAsync($"{SummaryScene.Path}/cy");
        Assert.Equal("cy", welsh.QuerySelector("h1")!.GetAttribute("lang"));
        Assert.Equal("cy", welsh.QuerySelector(".cv-prose")!.ParentElement!.GetAttribute("lang"));
        var urdu = await new Browser(Site).GetAsync($"{SummaryScene.Path}/ur");
        Assert.Equal("rtl", urdu.QuerySelector("h1")!.GetAttribute("dir"));
        Assert.Equal(HttpStatusCode.NotFound, (await new Browser(Site).SendAsync(HttpMethod.Get, $"{SummaryScene.Path}/pl")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await new Browser(Site).SendAsync(HttpMethod.Get, $"{SummaryScene.Path}/xx")).StatusCode);
    }

    [Fact]
    public async Task After_a_correction_it_says_that_it_is_behind_until_it_is_written_anew()
    {
        await WriteAsync("easy-read", "Crossing the road", "Two crossings.");
        (await new Browser(Site).GetAsync($"{SummaryScene.Path}/easy-read")).DoesNotShow("This is not the newest text");
        var second = await scene.CorrectedAsync(id, SectionKind.Summary, "Three crossings.");

        var behind = await new Browser(Site).GetAsync($"{SummaryScene.Path}/easy-read");
        behind.Shows("This is not the newest text");
        behind.Shows("This says what version 1 said.");
        behind.Shows("A number was wrong.");
        (await scene.Browser.GetAsync($"/manage/summaries/{second}/variants")).Shows("Behind");

        await WriteAsync("easy-read", "Crossing the road", "Three crossings."); // from the old version's page, which leads to the newest
        (await new Browser(Site).GetAsync($"{SummaryScene.Path}/easy-read")).DoesNotShow("This is not the newest text");
    }

    [Fact]
    public async Task Two_editors_of_one_variant_notice_one_another()
    {
        var mine = await scene.Browser.GetAsync($"/manage/summaries/{id}/variants/cy");
        await WriteAsync("cy", "Un", "Eu geiriau.");

        var told = await scene.Browser.SubmitAsync(mine, new() { ["Input.Title"] = "Dau", ["Input.Body"] = "Fy ngeiriau." }, HttpStatusCode.UnprocessableEntity);

        told.Shows("Somebody else wrote here meanwhile");
        told.Shows("Eu geiriau.");
        await scene.Browser.SubmitAsync(told);
        (await new Browser(Site).GetAsync($"{SummaryScene.Path}/cy")).Shows("Fy ngeiriau.");
    }

    [Fact]
    public async Task Without_a_text_nothing_is_published_and_a_draft_has_no_variants()
    {
        var refused = await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"/manage/summaries/{id}/variants/cy"), new() { ["Input.Title"] = "Un" }, HttpStatusCode.UnprocessableEntity);
        refused.ShowsError("Input.Body", "Enter the text");
        Assert.Equal(HttpStatusCode.NotFound, (await scene.Browser.SendAsync(HttpMethod.Get, $"/manage/summaries/{id}/variants/xx")).StatusCode);

        var tasks = await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"/manage/summaries/{id}/correct"), new() { ["Input.Note"] = "Wrong." });
        var draft = new Uri(tasks.Url).Segments[^1];
        (await scene.Browser.GetAsync($"/manage/summaries/{draft}/variants")).Shows("Check and publish");
    }

    [Fact]
    public async Task An_editor_of_another_area_writes_none_of_it()
    {
        var stranger = await Site.SaveAsync(A.Person());
        await Site.SaveAsync(A.Membership(stranger, A.Area("Elsewhere"), Capability.Publish));
        var browser = new Browser(Site, stranger.Id);

        foreach (var page in new[] { "variants", "variants/cy", "partners", "fact-checks", "fact-checks/1", "method" })
        {
            Assert.Equal("/account/not-allowed", (await browser.SendOnceAsync(HttpMethod.Get, $"/manage/summaries/{id}/{page}")).Headers.Location?.AbsolutePath);
        }
    }

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> WriteAsync(string code, string title, string body) =>
        await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"/manage/summaries/{id}/variants/{code}"), new() { ["Input.Title"] = title, ["Input.Body"] = body });
}
