using AngleSharp.Html.Dom;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.People;
using CommunityVoice.Summaries;
using CommunityVoice.Tests.Manage;
using CommunityVoice.Tests.OpenData;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityVoice.Tests.Summaries;

/// <summary>A group writes a summary together with the voice body whose it is, once it agreed and until it leaves.</summary>
public sealed class SummaryAuthorTests : SiteTest
{
    private readonly Body young = A.Body("Young Northfield", BodyKind.CommunityGroup);
    private readonly Person kai = A.Person("Kai J", "kai@example.org");
    private SummaryScene scene = null!;
    private Browser writer = null!;
    private long draft;

    private string At => $"/manage/summaries/{draft}";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        scene = await SummaryScene.MakeAsync(Site);
        await Site.SaveAsync(kai);
        await Site.SaveAsync(A.Membership(kai, scene.Area, Capability.Publish, young));
        writer = new Browser(Site, kai.Id);
        draft = await scene.DraftAsync();
    }

    [Fact]
    public async Task Whoever_is_asked_and_agrees_writes_too_and_does_not_publish()
    {
        var authors = await scene.Browser.GetAsync($"{At}/authors");
        (await scene.Browser.SubmitAsync(authors, new() { ["Body"] = "" }, HttpStatusCode.UnprocessableEntity)).ShowsError("Body", "Choose an organisation");
        (await AskAsync()).Shows("Young Northfield Asked");
        Assert.Single(await Site.LettersToAsync("kai@example.org"), l => l.Kind == "co-author-asked");
        await writer.GetAsync($"{At}/sections/summary", HttpStatusCode.Forbidden); // asked is not agreed
        await AgreeAsync();

        await writer.SubmitAsync(await writer.GetAsync($"{At}/sections/summary"), new() { ["Input.Body"] = "Written by both." });
        (await writer.GetAsync("/manage/summaries")).Shows("What we heard");
        var preview = await writer.GetAsync($"{At}/preview");
        preview.Shows("Written by both.");
        preview.Shows("Rivermead Voice, with Young Northfield. Who wrote it");
        var publish = await writer.GetAsync($"{At}/publish");
        publish.Shows("Rivermead Voice publishes it.");
        await writer.SubmitAsync(publish, expected: HttpStatusCode.Forbidden);
        await writer.GetAsync($"{At}/authors", HttpStatusCode.Forbidden);
        (await writer.GetAsync(At)).DoesNotShow("Authors who write it too");
        (await scene.Browser.GetAsync(At)).Shows("Authors who write it too (1)");
        Assert.True(await Site.AskAsync(db => db.SummaryVersions.AnyAsync(v => v.PublishedAt == null)));
        Assert.Equal(["summary.author-asked", "summary.author-agreed"], await Site.AskAsync(db => db.ActivityEntries.Where(e => e.Verb.StartsWith("summary.author")).OrderBy(e => e.Id).Select(e => e.Verb).ToListAsync()));
    }

    [Fact]
    public async Task Both_names_are_on_the_published_page_in_its_files_and_in_open_data()
    {
        await AskAsync();
        await AgreeAsync();
        await scene.PublishAsync(draft);

        foreach (var path in new[] { SummaryScene.Path, $"{SummaryScene.Path}/print", $"{SummaryScene.Path}/brief" })
            (await new Browser(Site).GetAsync(path)).Shows("Rivermead Voice, with Young Northfield");
        var word = await WordAsync();
        Assert.Contains("Rivermead Voice, with Young Northfield, version 1", word, StringComparison.Ordinal);
        Assert.Contains("Young Northfield: Agreed on 9 June 2026", word, StringComparison.Ordinal);
        var files = new DataFiles(Site);
        var item = Assert.Single((await files.JsonAsync("/summaries.json")).GetProperty("items").EnumerateArray());
        Assert.Equal(["young-northfield"], item.GetProperty("coAuthors").EnumerateArray().Select(a => a.GetString()));
        var whole = (await files.JsonAsync($"{SummaryScene.Path}.json")).GetProperty("item").GetProperty("summary");
        Assert.Equal(["young-northfield"], whole.GetProperty("coAuthors").EnumerateArray().Select(a => a.GetString()));
        Assert.Equal("young-northfield", Assert.Single((await files.CsvAsync("/summaries.csv")).Rows)["co_authors"]);
        await writer.GetAsync($"{At}/variants", HttpStatusCode.Forbidden); // it is public at once
    }

    [Fact]
    public async Task Whoever_has_not_answered_is_named_in_public()
    {
        await AskAsync();
        (await scene.Browser.GetAsync($"{At}/publish")).Shows("Young Northfield is asked to write it too and has not answered.");
        await scene.PublishAsync(draft);

        var page = await new Browser(Site).GetAsync(SummaryScene.Path);
        page.Shows("Young Northfield Asked on 9 June 2026, has not answered");
        page.DoesNotShow("with Young Northfield");
        Assert.Contains("Young Northfield: Asked on 9 June 2026, has not answered", await WordAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_declines_says_why_and_everybody_reads_it()
    {
        await AskAsync();
        var asked = await OpenAsync();
        (await writer.SubmitAsync(asked, button: "Say that we do not", expected: HttpStatusCode.UnprocessableEntity)).ShowsError("Reason", "Say why you do not write it too");
        (await writer.SubmitAsync(asked, new() { ["Reason"] = "We write our own." }, button: "Say that we do not")).Shows("You said: We write our own.");

        await writer.GetAsync(At, HttpStatusCode.Forbidden);
        await scene.PublishAsync(draft);
        var page = await new Browser(Site).GetAsync(SummaryScene.Path);
        page.Shows("Young Northfield Declined because: We write our own. Declined");
        page.DoesNotShow("with Young Northfield");
    }

    [Fact]
    public async Task Whoever_leaves_stays_named_on_what_it_wrote_and_writes_no_more()
    {
        await AskAsync();
        await AgreeAsync();
        await scene.PublishAsync(draft);
        var reader = new Browser(Site);
        (await reader.GetAsync(SummaryScene.Path)).DoesNotShow("no longer");
        Site.Clock.Advance(TimeSpan.FromMinutes(1));
        var page = await OpenAsync();
        (await writer.SubmitAsync(page, button: "Say that we write it no longer", expected: HttpStatusCode.UnprocessableEntity)).ShowsError("Reason", "Say why you write it no longer");
        (await writer.SubmitAsync(page, new() { ["Reason"] = "We have no time." }, button: "Say that we write it no longer")).Shows("You said: We have no time.");

        (await reader.GetAsync(SummaryScene.Path)).Shows("writes it no longer since 9 June 2026: We have no time.");
        var second = await scene.CorrectedAsync(draft, SectionKind.Summary, "Three crossings.");
        await writer.GetAsync($"/manage/summaries/{second}", HttpStatusCode.Forbidden);
        (await writer.GetAsync("/manage/summaries")).DoesNotShow("What we heard on");
        (await reader.GetAsync($"{SummaryScene.Path}/v1")).Shows("Rivermead Voice, with Young Northfield");
        var newest = await reader.GetAsync(SummaryScene.Path);
        newest.DoesNotShow("with Young Northfield");
        newest.Shows("We have no time. Left");
        var item = Assert.Single((await new DataFiles(Site).JsonAsync("/summaries.json")).GetProperty("items").EnumerateArray());
        Assert.Empty(item.GetProperty("coAuthors").EnumerateArray());
        Assert.True(await Site.AskAsync(db => db.ActivityEntries.AnyAsync(e => e.Verb == "summary.author-left" && e.PersonId == kai.Id && e.Detail == "young-northfield, We have no time.")));
    }

    [Fact]
    public async Task Whoever_left_is_asked_again_and_both_times_stay_named()
    {
        await AskAsync();
        await AgreeAsync();
        await writer.SubmitAsync(await OpenAsync(), new() { ["Reason"] = "We have no time." }, button: "Say that we write it no longer");
        (await scene.Browser.GetAsync($"{At}/authors")).Shows("Young Northfield Left on 9 June 2026: We have no time. Left");

        (await AskAsync()).Shows("Young Northfield Asked again on 9 June 2026. Asked");
        Assert.Equal(2, (await Site.LettersToAsync("kai@example.org")).Count(l => l.Kind == "co-author-asked"));
        await writer.GetAsync(At, HttpStatusCode.Forbidden); // asked again is not agreed
        Assert.DoesNotContain((await scene.Browser.GetAsync($"{At}/authors")).QuerySelectorAll("option"), o => o.TextContent == "Young Northfield");
        await AgreeAsync();
        await writer.GetAsync(At);
        await scene.PublishAsync(draft);

        var page = await new Browser(Site).GetAsync(SummaryScene.Path);
        page.Shows("Rivermead Voice, with Young Northfield");
        page.Shows("Young Northfield Agreed on 9 June 2026, left on 9 June 2026: We have no time. Left");
        page.Shows("Young Northfield Asked again on 9 June 2026, agreed on 9 June 2026 Writes too");
        var item = Assert.Single((await new DataFiles(Site).JsonAsync("/summaries.json")).GetProperty("items").EnumerateArray());
        Assert.Equal(["young-northfield"], item.GetProperty("coAuthors").EnumerateArray().Select(a => a.GetString()));
        Assert.Equal(["summary.author-asked", "summary.author-agreed", "summary.author-left", "summary.author-asked", "summary.author-agreed"],
            await Site.AskAsync(db => db.ActivityEntries.Where(e => e.Verb.StartsWith("summary.author")).OrderBy(e => e.Id).Select(e => e.Verb).ToListAsync()));
    }

    [Fact]
    public async Task What_was_asked_is_taken_back_as_long_as_nobody_answered()
    {
        var page = await AskAsync();
        Assert.DoesNotContain(page.QuerySelectorAll("option"), o => o.TextContent is "Young Northfield" or "Rivermead Voice");
        (await scene.Browser.SubmitAsync(page, button: "Take back")).Shows("Nobody else is asked yet.");

        await AskAsync();
        await AgreeAsync();
        Assert.DoesNotContain((await scene.Browser.GetAsync($"{At}/authors")).QuerySelectorAll("button"), b => b.TextContent.Contains("Take back", StringComparison.Ordinal));
        Assert.DoesNotContain((await scene.Browser.GetAsync($"{At}/partners")).QuerySelectorAll("option"), o => o.TextContent == "Young Northfield");
    }

    [Fact]
    public async Task Whoever_publishes_for_another_body_in_the_same_area_is_refused()
    {
        foreach (var page in new[] { "", "/title", "/sections/summary", "/findings", "/figures", "/method", "/recommendations", "/partners", "/fact-checks", "/authors", "/preview", "/publish", "/correct" })
            await writer.GetAsync($"{At}{page}", HttpStatusCode.Forbidden);
        (await writer.GetAsync("/manage/summaries")).DoesNotShow("What we heard on");
        (await scene.Browser.GetAsync("/manage/summaries")).Shows("What we heard on");
    }

    [Fact]
    public async Task Nobody_answers_for_a_body_that_did_not_lend_them_that()
    {
        await AskAsync();
        var author = await AuthorAsync();

        await scene.Browser.GetAsync($"/manage/sign-offs/summaries/{author}", HttpStatusCode.Forbidden);
        await new Browser(Site, kai.Id, secondFactor: false).GetAsync($"/manage/sign-offs/summaries/{author}", HttpStatusCode.Forbidden);
        (await scene.Browser.GetAsync("/manage/sign-offs")).Shows("Your organisation is not asked to sign anything.");
    }

    [Fact]
    public async Task Whoever_the_duties_were_handed_to_writes_and_publishes_it()
    {
        var newcomer = await Handed.OverAsync(Site, "rivermead-voice", Capability.Publish, FakeClock.Today);

        await new Browser(Site, scene.Editor.Id).GetAsync(At, HttpStatusCode.Forbidden);
        await SummaryScene.PublishAsync(new Browser(Site, newcomer.Id), draft);

        await new Browser(Site).GetAsync(SummaryScene.Path);
    }

    [Fact]
    public async Task Those_who_hold_the_duties_of_a_body_are_told_and_only_they_are_offered()
    {
        var newcomer = await Handed.OverAsync(Site, "young-northfield", Capability.Publish, FakeClock.Today);
        var offered = (await scene.Browser.GetAsync($"{At}/authors")).QuerySelectorAll("option").Select(o => o.TextContent).ToList();
        Assert.Contains(Handed.Successor, offered);
        Assert.DoesNotContain("Young Northfield", offered);

        await Site.DoAsync<IServiceProvider>(async services =>
        {
            var db = services.GetRequiredService<CommunityVoiceDb>();
            var version = await db.SummaryVersions.Include(v => v.Summary).ThenInclude(s => s.By).Include(v => v.Summary).ThenInclude(s => s.Authors).SingleAsync(v => v.Id == draft);
            Assert.True(await services.GetRequiredService<SummaryAuthoring>().AskAsync(version, await db.Bodies.SingleAsync(b => b.Id == young.Id), newcomer.Id, default));
        });

        Assert.Single(await Site.LettersToAsync(newcomer.Email!), l => l.Kind == "co-author-asked");
        Assert.Empty(await Site.LettersToAsync("kai@example.org"));
    }

    [Fact]
    public async Task Whoever_holds_the_duties_of_the_body_whose_it_is_is_not_asked_to_write_what_is_its_own()
    {
        var newcomer = await Handed.OverAsync(Site, "rivermead-voice", Capability.Publish, FakeClock.Today);

        var offered = (await new Browser(Site, newcomer.Id).GetAsync($"{At}/authors")).QuerySelectorAll("option").Select(o => o.TextContent).ToList();

        Assert.Contains("Young Northfield", offered);
        Assert.DoesNotContain(Handed.Successor, offered);
    }

    [Fact]
    public async Task A_summary_is_started_for_the_body_that_lent_its_writer_publishing()
    {
        var other = await Site.SaveAsync(A.Person("Ola S"));
        await Site.SaveAsync(A.Membership(other, scene.Area, Capability.Publish, A.Body("Weir Valley Voice")));
        await Site.DoAsync<CommunityVoiceDb>(async db =>
        {
            db.Memberships.Add(new Membership(other.Id, await db.Bodies.SingleAsync(b => b.Slug == "rivermead-voice"), Capability.Moderate, "Moderator", FakeClock.Start.AddDays(-9)));
            await db.SaveChangesAsync();
        });
        var browser = new Browser(Site, other.Id);

        await browser.SubmitAsync(await browser.GetAsync("/manage/summaries/start"), new() { ["Input.Consultation"] = scene.Consultation.Slug, ["Input.Title"] = "What else we heard" });

        Assert.Equal("Weir Valley Voice", await Site.AskAsync(db => db.Summaries.Where(s => s.Slug == "what-else-we-heard").Select(s => s.By.Name).SingleAsync()));
    }

    private async Task<IHtmlDocument> AskAsync() =>
        await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"{At}/authors"), new() { ["Body"] = $"{young.Id}" });

    private Task<long> AuthorAsync() => Site.AskAsync(db => db.SummaryAuthors.OrderByDescending(a => a.Id).Select(a => a.Id).FirstAsync());

    private async Task<IHtmlDocument> OpenAsync()
    {
        var address = $"/manage/sign-offs/summaries/{await AuthorAsync()}";
        Assert.Equal("What we heard", (await writer.GetAsync("/manage/sign-offs")).QuerySelector($"a[href='{address}']")?.TextContent);
        return await writer.GetAsync(address);
    }

    private async Task AgreeAsync() =>
        (await writer.SubmitAsync(await OpenAsync(), button: "Agree for Young Northfield")).Shows("Young Northfield writes it too.");

    private async Task<string> WordAsync()
    {
        var answer = await new Browser(Site).SendAsync(HttpMethod.Get, $"{SummaryScene.Path}.docx");
        using var file = WordprocessingDocument.Open(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()), isEditable: false);
        return file.MainDocumentPart!.Document.InnerText;
    }
}
