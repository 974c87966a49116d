using AngleSharp.Html.Dom;
using CommunityVoice.AnnualReports;
using CommunityVoice.Bodies;
using CommunityVoice.Discussion;
using CommunityVoice.Tests.Decisions;
using CommunityVoice.Tests.Recommendations;
using CommunityVoice.Tests.Summaries;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.AnnualReports;

/// <summary>The report on a year, drafted with one click from what is on record (rule R-B12).</summary>
public sealed class AnnualReportTests : SiteTest
{
    private const string Desk = "/manage/annual-reports";
    private const string Path = "/annual-reports/rivermead-voice-2026-27";

    private DecisionScene scene = null!;

    private SummaryScene Said => scene.Asked.Summary;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        scene = await DecisionScene.MakeAsync(Site);
    }

    [Fact]
    public async Task One_click_makes_a_draft_of_what_is_on_record_and_the_editor_writes_around_it()
    {
        var recommendation = await scene.DecidedAsync();
        await scene.Asked.AnswerAsync(recommendation);
        (await new Browser(Site).GetAsync("/annual-reports")).Shows("No annual report yet");

        var draft = await MakeAsync(2026);
        draft.Shows("The draft is made.");
        var id = Id(draft);
        var preview = await Said.Browser.GetAsync($"{Desk}/{id}/preview");
        Assert.Equal(["32 people", "32 comments; 2 June 2026 to 14 July 2026; asked by " + Said.Consultation.AskedBy.Name], Cells(preview, "consultations", "Safer crossings"));
        Assert.Equal("about 30 (100%)", Cells(preview, "channels", "On this site")[^1]);
        Assert.Equal("about 20 (67%)", Cells(preview, "voices", "Resident")[^1]);
        Assert.Equal("hidden", Cells(preview, "voices", "Carer")[^1]);
        Assert.Equal("10 people", Cells(preview, "votes", "What should come first?")[0]);
        Assert.Equal(["9 June 2026", "Safer crossings"], Cells(preview, "reports", "What we heard"));
        Assert.Equal(["Answered", "Rivermead Council. Accepted, 9 June 2026: We set the lights to ten seconds."], Cells(preview, "recommendations", RecommendationScene.Ask));
        preview.Shows("No answer is overdue.");
        preview.Shows("1 answer was given: 1 promised, 0 done, 0 not done, 0 unknown.");
        Assert.Equal(["Promised", "Rivermead Council: promised by 1 October 2026: We set the lights to ten seconds."], Cells(preview, "whatChanged", RecommendationScene.Ask));
        Assert.Equal(["9 June 2026", "Rivermead Council. 1 accepted, 1 accepted in part, 1 not accepted"], Cells(preview, "decisions", "Safer crossings"));
        preview.Shows("Nothing was brought before another body in this year.");
        preview.Shows("The year is not over: what comes after 9 June 2026 is not in these figures.");
        foreach (var figure in preview.QuerySelectorAll("figure[id]"))
        {
            Assert.All(figure.QuerySelectorAll("tbody tr"), row => Assert.True(row.QuerySelector("th a") is not null || figure.QuerySelector(".cv-figure__source a[href^='#']") is not null, row.Words()));
        }

        var refused = await Said.Browser.SubmitAsync(await Said.Browser.GetAsync($"{Desk}/{id}/publish"), expected: HttpStatusCode.UnprocessableEntity, button: "Publish");
        refused.Shows("Write the report in short");
        Assert.Equal(HttpStatusCode.NotFound, (await new Browser(Site).SendAsync(HttpMethod.Get, Path)).StatusCode);
        await PublishAsync(id, "We listened, and **asked**.");

        var reader = new Browser(Site);
        var page = await reader.GetAsync(Path);
        page.Shows("We listened, and asked.");
        page.Shows("What this year shows It shows much.");
        (await reader.GetAsync("/annual-reports")).Shows("2026/27 · 9 June 2026");
        (await reader.GetAsync("/bodies/rivermead-voice")).Shows("Its years Rivermead Voice in 2026/27");
        (await reader.GetAsync("/search?q=listened&kind=annual-report")).Shows("Rivermead Voice in 2026/27");
        var record = await Site.AskAsync(db => db.ActivityEntries.Where(e => e.Subject == "AnnualReport").OrderBy(e => e.Id).Select(e => $"{e.Verb} {e.Detail}").ToListAsync());
        Assert.Equal(["annual-report.started ", "annual-report.published Version 1"], record);
    }

    [Fact]
    public async Task The_files_tell_what_the_page_tells_and_no_more()
    {
        await scene.DecidedAsync();
        var id = Id(await MakeAsync(2026));
        var forEditors = await (await Said.Browser.SendAsync(HttpMethod.Get, $"{Desk}/{id}/figures.csv")).Content.ReadAsStringAsync();
        await PublishAsync(id, "In short.");

        var file = await (await new Browser(Site).SendAsync(HttpMethod.Get, Path + ".csv")).Content.ReadAsStringAsync();
        var data = await (await new Browser(Site).SendAsync(HttpMethod.Get, Path + ".json")).Content.ReadAsStringAsync();

        Assert.Equal(forEditors, file);
        Assert.Contains("voices,Carer,*,hidden,,,#figure-consultations\r\n", file, StringComparison.Ordinal);
        Assert.Contains("voices,Resident,20,about 20,", file, StringComparison.Ordinal);
        Assert.Contains($"recommendations,{RecommendationScene.Ask},,Sent,", file, StringComparison.Ordinal);
        Assert.Contains("notKnown,\"1 recommendation of this year is not answered, so nobody knows what will come of it.\"", file, StringComparison.Ordinal);
        Assert.Contains("\"words\":\"hidden\"", data, StringComparison.Ordinal);
        var stored = await Site.AskAsync(db => db.AnnualReports.Select(r => r.Figures).SingleAsync());
        Assert.DoesNotContain("\"3\"", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("\"9\"", stored, StringComparison.Ordinal);
        var bytes = await (await new Browser(Site).SendAsync(HttpMethod.Get, Path + ".docx")).Content.ReadAsByteArrayAsync();
        using var word = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        Assert.Equal("", string.Join('\n', new OpenXmlValidator(FileFormatVersions.Office2019).Validate(word).Select(e => $"{e.Path?.XPath}: {e.Description}")));
        Assert.Contains("What came of it", word.MainDocumentPart!.Document.InnerText, StringComparison.Ordinal);
        Assert.Contains(RecommendationScene.Ask, word.MainDocumentPart.Document.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_without_records_says_so()
    {
        var form = await Said.Browser.GetAsync(Desk);
        Assert.Equal("2025", ((IHtmlSelectElement)form.QuerySelector("[name='Input.Year']")!).Value); // the last year that is over

        var draft = await Said.Browser.SubmitAsync(form);

        draft.Shows("Nothing is on record for this year. The draft says so.");
        draft.Shows("for 1 April 2025 to 31 March 2026");
        var preview = await Said.Browser.GetAsync($"{Desk}/{Id(draft)}/preview");
        preview.Shows("No consultation was open in this year.");
        preview.Shows("Nobody said anything in this year.");
        preview.Shows("No recommendation was sent in this year.");
        preview.Shows("No decision was published in this year.");
        Assert.Empty(preview.QuerySelectorAll("figure tbody tr"));
        Assert.Equal(HttpStatusCode.BadRequest, (await Said.Browser.SendAsync(HttpMethod.Post, Desk, await FieldsAsync(1999))).StatusCode);
    }

    [Fact]
    public async Task What_is_overdue_and_what_nobody_knows_is_said()
    {
        var recommendation = await scene.Asked.SentAsync();
        Site.Clock.GoTo(new DateTimeOffset(2026, 7, 20, 9, 0, 0, TimeSpan.Zero));
        var editor = new Browser(Site, Said.Editor.Id);
        var draft = await MakeAsync(2026, editor);
        var preview = await editor.GetAsync($"{Desk}/{Id(draft)}/preview");
        preview.Shows("1 recommendation was sent: 1 overdue.");
        Assert.Equal(["7 July 2026", "Rivermead Council"], Cells(preview, "overdue", RecommendationScene.Ask));
        preview.Shows("1 recommendation of this year is not answered, so nobody knows what will come of it.");
        preview.Shows("No decision is on record on “Safer crossings”, which closed in this year.");

        await scene.Asked.AnswerAsync(recommendation);
        Site.Clock.GoTo(new DateTimeOffset(2026, 10, 20, 9, 0, 0, TimeSpan.Zero));
        editor = new Browser(Site, Said.Editor.Id);
        (await editor.GetAsync($"{Desk}/{Id(draft)}/preview")).Shows("1 recommendation was sent: 1 overdue."); // frozen
        (await editor.SubmitAsync(await editor.GetAsync($"{Desk}/{Id(draft)}/count"), button: "Count them again")).Shows("The figures are counted again.");

        var again = await editor.GetAsync($"{Desk}/{Id(draft)}/preview");
        again.Shows("No answer is overdue. 1 answer of this year came after the last day.");
        again.Shows("1 answer was given: 0 promised, 0 done, 0 not done, 1 unknown.");
        again.Shows($"Nobody has told what became of “{RecommendationScene.Ask}”.");
        again.Shows("Figures as of 20 October 2026");
        Assert.True(await Site.AskAsync(db => db.ActivityEntries.AnyAsync(e => e.Verb == "annual-report.figures-frozen")));
    }

    [Fact]
    public async Task Somebody_who_spoke_twice_counts_once_and_what_was_said_in_another_year_not_at_all()
    {
        var (voice, nia) = (A.Body("Night voice"), A.Person("Nia E"));
        await Site.SaveAsync(nia);
        await Site.SaveAsync(A.Membership(nia, Said.Area, Capability.Publish, voice));
        var space = await Site.SaveAsync(A.ListeningSpace(area: Said.Area, askedBy: voice));
        var benches = await Site.SaveAsync(A.Consultation("Benches", Said.Area, voice));
        await Site.SaveAsync(A.Comment(space, Said.People[0], "Here too."), [.. Said.People.Skip(1).Take(11).Select(p => A.Comment(space, p, "Here too."))]);
        await Site.SaveAsync(A.Comment(benches, Said.People[0], "And here."), A.Comment(benches, Said.People[30], "Only here."));
        await Site.SaveAsync(new Comment(space, A.Author(Said.People[20]), "Long ago.", new DateTimeOffset(2026, 3, 31, 12, 0, 0, TimeSpan.Zero)));
        var editor = new Browser(Site, nia.Id);

        var preview = await editor.GetAsync($"{Desk}/{Id(await MakeAsync(2026, editor))}/preview");

        preview.Shows("2 consultations were open in this year.");
        Assert.Equal("12 people", Cells(preview, "consultations", "Rivermead listening space")[0]);
        Assert.Equal("2 people", Cells(preview, "consultations", "Benches")[0]);
        preview.Shows("13 people wrote 14 comments.");
        Assert.DoesNotContain("Safer crossings", preview.Words(), StringComparison.Ordinal); // somebody else's
        var before = await editor.GetAsync($"{Desk}/{Id(await MakeAsync(2025, editor))}/preview");
        Assert.Equal(["1 person", "1 comment; open since 1 March 2026"], Cells(before, "consultations", "Rivermead listening space"));
        before.Shows("1 person wrote 1 comment.");
    }

    [Fact]
    public async Task Only_editors_of_the_body_see_and_write_it()
    {
        var id = Id(await MakeAsync(2026));
        var (other, council) = (A.Person("Oli T"), A.Body("Another voice"));
        await Site.SaveAsync(other);
        await Site.SaveAsync(A.Membership(other, Said.Area, Capability.Publish, council));
        var elsewhere = new Browser(Site, other.Id);

        foreach (var page in new[] { "", "/preview", "/publish", "/count", "/figures.csv", "/correct" })
        {
            Assert.Equal("/account/not-allowed", (await elsewhere.SendOnceAsync(HttpMethod.Get, $"{Desk}/{id}{page}")).Headers.Location?.AbsolutePath);
            Assert.Equal("/account/not-allowed", (await scene.Browser.SendOnceAsync(HttpMethod.Get, $"{Desk}/{id}{page}")).Headers.Location?.AbsolutePath);
        }
        Assert.DoesNotContain("in 2026/27", (await elsewhere.GetAsync(Desk)).Words(), StringComparison.Ordinal);
        Assert.Equal("/account/not-allowed", (await scene.Browser.SendOnceAsync(HttpMethod.Get, Desk)).Headers.Location?.AbsolutePath);
        Assert.Equal(HttpStatusCode.NotFound, (await Said.Browser.SendAsync(HttpMethod.Get, $"{Desk}/99")).StatusCode);
    }

    [Fact]
    public async Task Two_editors_notice_one_another_and_one_year_has_one_report()
    {
        var id = Id(await MakeAsync(2026));
        (await MakeAsync(2026)).Shows("There is a report on this year already.");
        Assert.Equal(1, await Site.AskAsync(db => db.AnnualReports.CountAsync()));
        var (first, second) = (await Said.Browser.GetAsync($"{Desk}/{id}"), await Said.Browser.GetAsync($"{Desk}/{id}"));
        await Said.Browser.SubmitAsync(first, new() { ["Input.InShort"] = "Theirs." });

        var told = await Said.Browser.SubmitAsync(second, new() { ["Input.InShort"] = "Mine." }, HttpStatusCode.UnprocessableEntity);

        Assert.Contains("Somebody else changed this report while you were writing", told.Words(), StringComparison.Ordinal);
        told.Shows("What they wrote");
        Assert.Equal("Mine.", ((IHtmlTextAreaElement)told.QuerySelector("[name='Input.InShort']")!).Value);
        await Said.Browser.SubmitAsync(told);
        Assert.Equal("Mine.", await Site.AskAsync(db => db.AnnualReports.Select(r => r.InShort).SingleAsync()));
        (await Said.Browser.SubmitAsync(await Said.Browser.GetAsync($"{Desk}/{id}"), new() { ["Input.Title"] = "" }, HttpStatusCode.UnprocessableEntity)).ShowsError("Input.Title", "Enter a title");
    }

    [Fact]
    public async Task A_published_report_stays_and_a_correction_stands_beside_it()
    {
        var id = Id(await MakeAsync(2026));
        await PublishAsync(id, "The first words.");
        var form = await Said.Browser.GetAsync($"{Desk}/{id}/correct");
        (await Said.Browser.SubmitAsync(form, expected: HttpStatusCode.UnprocessableEntity)).ShowsError("Note", "Say what is corrected");
        var second = Id(await Said.Browser.SubmitAsync(form, new() { ["Note"] = "A name was wrong." }));
        Assert.NotEqual(id, second);
        (await new Browser(Site).GetAsync(Path)).Shows("The first words.");

        await PublishAsync(second, "Other words.");

        var reader = new Browser(Site);
        (await reader.GetAsync(Path)).Shows("Version 2 corrects version 1: A name was wrong.");
        var earlier = await reader.GetAsync($"{Path}/v1");
        earlier.Shows("The first words.");
        earlier.Shows("It was corrected on 9 June 2026: A name was wrong.");
        Assert.Equal(1, await Site.AskAsync(db => db.SearchEntries.CountAsync(e => e.Kind == "annual-report")));
        (await Said.Browser.GetAsync($"{Desk}/{id}")).Shows("It stays as it is.");
        await Site.DoAsync<CommunityVoice.Data.CommunityVoiceDb>(async db =>
        {
            var published = await db.AnnualReports.SingleAsync(r => r.Id == id);
            Assert.Throws<InvalidOperationException>(() => published.Write(published.Text));
            Assert.Throws<InvalidOperationException>(() => published.Freeze(new AnnualPack([], []), Site.Now));
        });
    }

    private async Task<IHtmlDocument> MakeAsync(int year, Browser? editor = null)
    {
        editor ??= Said.Browser;
        return await editor.SubmitAsync(await editor.GetAsync(Desk), new() { ["Input.Year"] = $"{year}" }, button: "Make a draft");
    }

    private async Task<FormUrlEncodedContent> FieldsAsync(int year)
    {
        var form = await Said.Browser.GetAsync(Desk);
        var token = (IHtmlInputElement)form.QuerySelector("main [name='__RequestVerificationToken']")!;
        return new(new Dictionary<string, string>(StringComparer.Ordinal) { ["Input.Year"] = $"{year}", [token.Name!] = token.Value });
    }

    private async Task PublishAsync(long id, string inShort)
    {
        await Said.Browser.SubmitAsync(await Said.Browser.GetAsync($"{Desk}/{id}"), new() { ["Input.InShort"] = inShort, ["Input.WhatItShows"] = "It shows much." });
        await Said.Browser.SubmitAsync(await Said.Browser.GetAsync($"{Desk}/{id}/publish"), button: "Publish");
    }

    private static long Id(IHtmlDocument page) => long.Parse(new Uri(page.Url).Segments[^1], System.Globalization.CultureInfo.InvariantCulture);

    // What stands beside the row of a figure, without the drawing.
    private static List<string> Cells(IHtmlDocument page, string figure, string row) =>
        [.. page.QuerySelectorAll($"#figure-{figure} tbody tr").Single(r => r.QuerySelector("th")!.Words() == row).QuerySelectorAll("td:not(.cv-table__bar)").Select(c => c.Words())];
}
