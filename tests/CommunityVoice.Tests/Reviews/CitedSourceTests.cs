using CommunityVoice.Consultations;
using CommunityVoice.Reviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;

namespace CommunityVoice.Tests.Reviews;

/// <summary>A judgement names who else has a part, and cites a document with page and words that are looked up (rules R-I10 and R-I11).</summary>
public sealed class CitedSourceTests : SiteTest
{
    private ReviewScene scene = null!;
    private Document paper = null!;

    private string Code => scene.Framework.Items[0].Code;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        scene = await ReviewScene.MakeAsync(Site);
        await Site.DoAsync<CommunityVoice.Data.CommunityVoiceDb>(async db =>
        {
            paper = new Document(await db.Consultations.SingleAsync(c => c.Id == scene.Said.Consultation.Id), "What happens now", "what-happens-now", 1);
            paper.Sections.Add(new DocumentSection(paper, "nights", "At night", "There are **eleven** nurses\nat night.", 1));
            db.Documents.Add(paper);
            await db.SaveChangesAsync();
        });
    }

    [Fact]
    public async Task Who_else_has_a_part_is_said_on_the_page_and_in_the_file()
    {
        await JudgeAsync([]);

        (await ItemAsync()).Shows("Who else has a part in it Voluntary and community organisations, communities");
        Assert.Contains("\"Voluntary and community organisations, communities\",,,,,,", await FileAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_of_a_document_of_this_site_must_stand_in_it_and_lead_to_the_version_that_holds_them()
    {
        var refused = await JudgeAsync(Cited("There are twelve nurses at night."), HttpStatusCode.UnprocessableEntity);
        refused.ShowsError("Input.Quote", "These words do not stand in the document. Copy them exactly");
        Assert.Equal("There are twelve nurses at night.", refused.QuerySelector("[name='Input.Quote']")!.TextContent.Trim());
        Assert.Equal(0, await Site.AskAsync(db => db.DocumentVersions.CountAsync()));

        await JudgeAsync(Cited("There are eleven nurses at night."));

        var page = await ItemAsync();
        page.Shows("What happens now, version 1, section 1 There are eleven nurses at night. Quote stands in the document");
        var link = page.QuerySelectorAll("main a").Single(a => a.TextContent.StartsWith("What happens now", StringComparison.Ordinal)).GetAttribute("href")!;
        (await new Browser(Site).GetAsync(link)).Shows("At night");
        Assert.Contains("What happens now,section 1,There are eleven nurses at night.,Quote stands in the document", await FileAsync(), StringComparison.Ordinal);
        var again = await scene.Editor.GetAsync($"{ReviewScene.Manage}/items/{Code}");
        Assert.Equal($"{paper.Id}", again.QuerySelector("[name='Input.SiteDocument'] option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Another_document_needs_its_page_and_says_where_its_words_are_missing_or_not_checked()
    {
        var noPage = await JudgeAsync(new() { ["Input.Document"] = "Board paper 14" }, HttpStatusCode.UnprocessableEntity);
        noPage.ShowsError("Input.Page", "Enter the page, or the section");
        var noDocument = await JudgeAsync(new() { ["Input.Quote"] = "Nobody came." }, HttpStatusCode.UnprocessableEntity);
        noDocument.ShowsError("Input.Document", "Say which document it is");

        await JudgeAsync(new() { ["Input.Document"] = "Board paper 14", ["Input.Page"] = "page 3" });
        (await ItemAsync()).Shows("Board paper 14, page 3 Quote not given");
        await JudgeAsync(new() { ["Input.Quote"] = "Nobody came." });

        (await ItemAsync()).Shows("Board paper 14, page 3 Nobody came. Quote not checked: the document is not on this site");
        var file = await FileAsync();
        Assert.Contains("Board paper 14,page 3,,Quote not given", file, StringComparison.Ordinal);
        Assert.Contains("Board paper 14,page 3,Nobody came.,Quote not checked: the document is not on this site", file, StringComparison.Ordinal);
    }

    private Dictionary<string, StringValues> Cited(string quote) => new(StringComparer.Ordinal)
    {
        ["Input.SiteDocument"] = $"{paper.Id}",
        ["Input.Page"] = "section 1",
        ["Input.Quote"] = quote,
    };

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> JudgeAsync(Dictionary<string, StringValues> more, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var fields = await scene.JudgementAsync(Fitness.Partly, Fitness.NotFit, "There is nobody at night.");
        foreach (var (name, value) in more) fields[name] = value;
        return await scene.Editor.SubmitAsync(await scene.Editor.GetAsync($"{ReviewScene.Manage}/items/{Code}"), fields, expected);
    }

    private Task<AngleSharp.Html.Dom.IHtmlDocument> ItemAsync() => new Browser(Site).GetAsync($"{ReviewScene.Path}/items/{Code}");

    private async Task<string> FileAsync() => await (await new Browser(Site).SendAsync(HttpMethod.Get, $"{ReviewScene.Path}/fitness.csv")).Content.ReadAsStringAsync();
}
