using CommunityVoice.Discussion;
using CommunityVoice.Summaries;
using CommunityVoice.Tests.Recommendations;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CommunityVoice.Tests.Summaries;

/// <summary>The Word file, read by the parser of its format, says what the page says.</summary>
public sealed class WordFileTests : SiteTest
{
    private const string Table = "Themes:\n\n## A heading\n\n1. One\n2. Two\n\n| Where | How many |\n|---|---|\n| Weirside | Two |\n";

    private SummaryScene scene = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        scene = await SummaryScene.MakeAsync(Site);
    }

    [Fact]
    public async Task Headings_and_tables_are_those_of_the_page()
    {
        var recommending = await RecommendationScene.MakeAsync(Site, scene);
        var draft = await recommending.DraftAsync();
        await scene.WriteAsync(draft, SectionKind.MethodAndLimits, Table);
        await recommending.PublishAsync(draft);
        await scene.CorrectedAsync(draft, SectionKind.Feeling, "Worried.");

        using var file = await OpenAsync();
        var page = await new Browser(Site).GetAsync(SummaryScene.Path);

        Assert.Equal(Headings(page), Headings(file));
        Assert.Equal(Tables(page), Tables(file));
    }

    [Fact]
    public async Task It_is_a_valid_file_with_styles_header_rows_a_title_and_a_language()
    {
        var draft = await scene.DraftAsync();
        await scene.WriteAsync(draft, SectionKind.MethodAndLimits, Table);
        await scene.Browser.SubmitAsync(await scene.CitationPageAsync(draft, scene.Comments[0].Id), new() { ["Input.Quote"] = "change too fast" });
        await scene.PublishAsync(draft);

        using var file = await OpenAsync();

        Assert.Equal("", string.Join('\n', new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file).Select(e => $"{e.Path?.XPath}: {e.Description}")));
        Assert.Equal(("What we heard", "en-GB"), (file.PackageProperties.Title, file.PackageProperties.Language));
        var main = file.MainDocumentPart!;
        var styles = main.StyleDefinitionsPart!.Styles!.Elements<Style>().Select(s => s.StyleId!.Value!).ToHashSet(StringComparer.Ordinal);
        Assert.All(main.Document.Descendants<ParagraphStyleId>(), id => Assert.Contains(id.Val!.Value!, styles));
        Assert.Equal("en-GB", main.StyleDefinitionsPart.Styles.Descendants<Languages>().Single().Val!.Value);
        Assert.All(main.Document.Descendants<Table>(), table => Assert.NotNull(table.Elements<TableRow>().First().TableRowProperties!.GetFirstChild<TableHeader>()));
        var links = main.HyperlinkRelationships.Select(l => l.Uri.AbsolutePath).ToList();
        Assert.Contains($"/consultations/safer-crossings/comments/{scene.Comments[0].Id}", links);
        Assert.Contains("change too fast", main.Document.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_were_withdrawn_are_in_no_file()
    {
        var draft = await scene.DraftAsync();
        await scene.Browser.SubmitAsync(await scene.CitationPageAsync(draft, scene.Comments[0].Id), new() { ["Input.Quote"] = "neighbour 0" });
        await scene.PublishAsync(draft);
        await Site.AskAsync<Conversation, ChangeOutcome>(c => c.WithdrawAsync(scene.People[0].Id, scene.Comments[0].Id, default));

        using var file = await OpenAsync();

        Assert.DoesNotContain("neighbour 0", file.MainDocumentPart!.Document.InnerText, StringComparison.Ordinal);
        Assert.Contains("Whoever said this withdrew their words.", file.MainDocumentPart.Document.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_has_no_file()
    {
        await scene.DraftAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await new Browser(Site).SendAsync(HttpMethod.Get, $"{SummaryScene.Path}.docx")).StatusCode);
    }

    private async Task<WordprocessingDocument> OpenAsync()
    {
        var answer = await new Browser(Site).SendAsync(HttpMethod.Get, $"{SummaryScene.Path}.docx");
        Assert.Equal("application/vnd.openxmlformats-officedocument.wordprocessingml.document", answer.Content.Headers.ContentType!.MediaType);
        return WordprocessingDocument.Open(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()), isEditable: false);
    }

    // What stands beside the report on the page, contents and the chain it belongs to, is no part of the file.
    private static List<string> Headings(AngleSharp.Html.Dom.IHtmlDocument page) =>
        [.. page.QuerySelectorAll("main h1, main h2, main h3, main h4").Where(h => h.Closest("nav, aside") is null).Select(h => $"{h.LocalName[1] - '1'} {h.Words()}")];

    private static List<string> Headings(WordprocessingDocument file) =>
    [
        .. file.MainDocumentPart!.Document.Body!.Elements<Paragraph>()
            .Select(p => (Style: p.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? "", p.InnerText))
            .Where(p => p.Style == "Title" || p.Style.StartsWith("Heading", StringComparison.Ordinal))
            .Select(p => $"{(p.Style == "Title" ? "0" : p.Style[^1..])} {p.InnerText}"),
    ];

    private static List<string> Tables(AngleSharp.Html.Dom.IHtmlDocument page) =>
        [.. page.QuerySelectorAll("main table tr").Select(r => string.Join(" | ", r.Children.Where(c => !c.ClassList.Contains("cv-table__bar") && c.Words() != "Drawn").Select(c => c.Words())))];

    private static List<string> Tables(WordprocessingDocument file) =>
        [.. file.MainDocumentPart!.Document.Descendants<TableRow>().Select(r => string.Join(" | ", r.Elements<TableCell>().Select(c => c.InnerText)))];
}
