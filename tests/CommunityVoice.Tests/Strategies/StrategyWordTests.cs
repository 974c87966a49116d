using CommunityVoice.Bodies;
using CommunityVoice.Data;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Strategies;

/// <summary>The Word file of a strategy, read by the parser of its format.</summary>
public sealed class StrategyWordTests : SiteTest
{
    private StrategyScene scene = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        scene = await StrategyScene.MakeAsync(Site);
    }

    [Fact]
    public async Task It_holds_the_actions_and_every_pound()
    {
        await scene.PublishedAsync();
        var page = await new Browser(Site).GetAsync(StrategyScene.Path);
        Assert.NotNull(page.QuerySelector($"main a[href='{StrategyScene.Path}.docx']"));

        using var file = await OpenAsync();

        Assert.Equal(
        [
            "Title Closer to home", "Heading1 What will be done", "Heading2 Help that is near", "Heading3 1. Slow the lights", "Heading2 Help that is early", "Heading3 2. Ask residents",
            "Heading1 Where the money goes", "Heading1 Who wrote it", "Heading1 Who was involved", "Heading2 The voice bodies that reach Rivermead", "Heading2 People who live or work there", "Heading1 About this file",
        ], Headings(file));
        var rows = Rows(file);
        Assert.Contains("1. Two wardens | £20,000 | Night Nursing | 1 April 2027 to 31 March 2028 | Shared budget | Once | They decide how to use it | Action 1", rows);
        Assert.Contains("2. The office | £1,000.50 | Night Nursing | 1 April 2027 to 31 March 2028 | Shared budget | Once | They decide how to use it | No action", rows);
        Assert.Contains("In all | £21,000.50", rows);
        Assert.Contains("For one purpose only | £0", rows);
        var main = file.MainDocumentPart!;
        foreach (var words in new[]
        {
            "What it is about: Workforce", "Who does it: The board, by 31 March 2028", "How it is measured: People helped. Now: 10. Aim: 20.", "Where it is decided: Place. Could it be decided lower? No, it needs the whole place.",
            "Who asked for it: Without a finding, because: Nobody asked yet.", "Money: Unfunded, because: It costs nothing.", "Money: £20,000, line 1, Two wardens", "Measured against A guide", "Licence: Open Government Licence v3.0",
        }) Assert.Contains(words, main.Document.InnerText, StringComparison.Ordinal);
        var links = main.HyperlinkRelationships.Select(l => l.Uri.AbsolutePath).ToList();
        Assert.Contains(links, l => l.StartsWith("/summaries/", StringComparison.Ordinal));
        Assert.Contains(StrategyScene.Path, links);
    }

    [Fact]
    public async Task It_holds_risks_aims_plans_with_their_links_and_assessments_of_needs()
    {
        await Site.DoAsync<CommunityVoiceDb>(db => db.Themes.Where(t => t.Id == scene.Said.Lights.Id).ExecuteUpdateAsync(s => s.SetProperty(t => t.IsAboutCapacity, true)));
        var draft = await scene.DraftAsync();
        await scene.AddActionAsync(draft, "Paint the kerbs", "Other", 2, withFinding: true, unfunded: "Volunteers paint.");
        await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"{draft}/plans/new"), new()
        {
            ["Input.Title"] = "Living well",
            ["Input.Kind"] = "assessment of needs",
            ["Input.By"] = "The council",
            ["Input.Address"] = "https://www.example.org/living-well",
            ["Input.NextStep"] = "",
            ["Input.NextOn.Day"] = "31",
            ["Input.NextOn.Month"] = "3",
            ["Input.NextOn.Year"] = "2027",
        });
        await scene.PublishAsync(draft);
        await scene.AssessAsync("Needs 2026");

        using var file = await OpenAsync();

        var main = file.MainDocumentPart!;
        foreach (var words in new[]
        {
            "At risk: no money", "Where capacity is short: Lights", "Aligned with: Not aligned with a national or long-term aim, and need not be", "Needs assessment of 9 June 2026", "More people live alone.",
            "Not decided yet. Whether to revise this strategy is open since 9 June 2026.",
        }) Assert.Contains(words, main.Document.InnerText, StringComparison.Ordinal);
        Assert.Contains("Heading1 New assessments of needs", Headings(file));
        Assert.Contains("Heading2 Needs 2026", Headings(file));
        Assert.Contains("Living well | The council, assessment of needs | Not said | 31 March 2027", Rows(file));
        var links = main.HyperlinkRelationships.Select(l => l.Uri.OriginalString).ToList();
        Assert.Contains("https://www.example.org/living-well", links);
        Assert.Contains("https://council.example/needs.pdf", links);
        Assert.Equal("", string.Join('\n', new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file).Select(e => $"{e.Path?.XPath}: {e.Description}")));
    }

    [Fact]
    public async Task It_is_a_valid_file_whose_tables_have_a_header_row()
    {
        await scene.PublishedAsync();

        using var file = await OpenAsync();

        Assert.Equal("", string.Join('\n', new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file).Select(e => $"{e.Path?.XPath}: {e.Description}")));
        Assert.All(file.MainDocumentPart!.Document.Descendants<Table>(), table => Assert.NotNull(table.Elements<TableRow>().First().TableRowProperties!.GetFirstChild<TableHeader>()));
    }

    [Fact]
    public async Task An_earlier_version_keeps_its_file_which_says_so()
    {
        var published = await scene.PublishedAsync();
        await scene.PublishAsync(await scene.RevisedAsync(published));

        using var first = await OpenAsync("/v1");
        using var newest = await OpenAsync();

        Assert.Contains("This is version 1. Version 2 took its place on ", first.MainDocumentPart!.Document.InnerText, StringComparison.Ordinal);
        Assert.Contains("Version 2: There is more to say.", newest.MainDocumentPart!.Document.InnerText, StringComparison.Ordinal);
        Assert.NotNull((await new Browser(Site).GetAsync($"{StrategyScene.Path}/v1")).QuerySelector($"main a[href='{StrategyScene.Path}/v1.docx']"));
    }

    [Fact]
    public async Task Whoever_was_asked_to_write_it_too_and_has_not_answered_is_named_as_missing()
    {
        var draft = await scene.DraftAsync();
        var council = await Site.SaveAsync(A.Body("Fellside Council", BodyKind.Council));
        await Site.DoAsync<CommunityVoiceDb>(async db =>
        {
            var strategy = await db.Strategies.Include(s => s.Authors).SingleAsync();
            strategy.AskToWrite(await db.Bodies.SingleAsync(b => b.Id == council.Id), Site.Now);
            await db.SaveChangesAsync();
        });
        await scene.PublishAsync(draft);

        using var file = await OpenAsync();

        Assert.Contains("Fellside Council: missing: asked on ", file.MainDocumentPart!.Document.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_has_no_file()
    {
        await scene.DraftAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await new Browser(Site).SendAsync(HttpMethod.Get, $"{StrategyScene.Path}.docx")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await new Browser(Site).SendAsync(HttpMethod.Get, $"{StrategyScene.Path}/v1.docx")).StatusCode);
    }

    private async Task<WordprocessingDocument> OpenAsync(string version = "")
    {
        var answer = await new Browser(Site).SendAsync(HttpMethod.Get, $"{StrategyScene.Path}{version}.docx");
        Assert.Equal("application/vnd.openxmlformats-officedocument.wordprocessingml.document", answer.Content.Headers.ContentType!.MediaType);
        return WordprocessingDocument.Open(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()), isEditable: false);
    }

    private static List<string> Headings(WordprocessingDocument file) =>
    [
        .. file.MainDocumentPart!.Document.Body!.Elements<Paragraph>()
            .Select(p => (Style: p.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? "", p.InnerText))
            .Where(p => p.Style == "Title" || p.Style.StartsWith("Heading", StringComparison.Ordinal))
            .Select(p => $"{p.Style} {p.InnerText}"),
    ];

    private static List<string> Rows(WordprocessingDocument file) =>
        [.. file.MainDocumentPart!.Document.Descendants<TableRow>().Select(r => string.Join(" | ", r.Elements<TableCell>().Select(c => c.InnerText)))];
}
