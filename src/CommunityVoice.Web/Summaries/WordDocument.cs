using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CommunityVoice.Web.Summaries;

/// <summary>A piece of a line: words, how they look, and where they lead.</summary>
public sealed record WordPiece(string Text, bool Bold = false, bool Italic = false, Uri? Link = null);

/// <summary>Writes one Word file: headings by style, lists by numbering, tables with a header row, a title and a language, so that screen readers find their way.</summary>
public sealed class WordDocument : IDisposable
{
    private const string Language = "en-GB";

    private readonly MemoryStream bytes = new();
    private readonly WordprocessingDocument file;
    private readonly Body body = new();
    private int lists;

    public WordDocument(string title, string author)
    {
        file = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document);
        var main = file.AddMainDocumentPart();
        main.Document = new Document(body);
        main.AddNewPart<StyleDefinitionsPart>().Styles = WordStyles.Make(Language);
        main.AddNewPart<NumberingDefinitionsPart>().Numbering = WordStyles.Numbering();
        main.AddNewPart<DocumentSettingsPart>().Settings = new Settings(new ThemeFontLanguages { Val = Language });
        (file.PackageProperties.Title, file.PackageProperties.Creator, file.PackageProperties.Language) = (Clean(title), Clean(author), Language);
        Line("Title", new WordPiece(title));
    }

    /// <summary>A heading of the document's outline; 1 is the highest.</summary>
    public void Heading(int level, string text) => Line($"Heading{Math.Clamp(level, 1, 5)}", new WordPiece(text));

    public void Paragraph(params IEnumerable<WordPiece> pieces) => Line(null, pieces);

    public void Paragraph(string text) => Paragraph(new WordPiece(text));

    public void Quote(params IEnumerable<WordPiece> pieces) => Line("Quote", pieces);

    public void Caption(string text) => Line("Caption", new WordPiece(text));

    /// <summary>Begins a list; its number goes with each of its items.</summary>
    public int StartList(bool numbered)
    {
        if (!numbered) return WordStyles.Bullets;
        var number = WordStyles.Bullets + ++lists;
        file.MainDocumentPart!.NumberingDefinitionsPart!.Numbering.Append(WordStyles.NumberedList(number));
        return number;
    }

    public void Item(int list, int depth, params IEnumerable<WordPiece> pieces)
    {
        var paragraph = Line("ListParagraph", pieces);
        paragraph.ParagraphProperties!.NumberingProperties = new NumberingProperties(
            new NumberingLevelReference { Val = Math.Min(depth, 2) }, new NumberingId { Val = list });
    }

    /// <summary>A table whose first row is repeated on every page and read as its header.</summary>
    public void Table(string caption, IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows) =>
        Table(caption, heads, rows.Select(row => (IReadOnlyList<WordPiece>)[.. row.Select(cell => new WordPiece(cell))]));

    /// <summary>The same with cells that can be led on from.</summary>
    public void Table(string caption, IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<WordPiece>> rows)
    {
        var table = new Table(new TableProperties(
            new TableStyle { Val = "TableGrid" }, new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
            new TableLook { FirstRow = true, NoVerticalBand = true }, new TableCaption { Val = Clean(caption) }));
        table.Append(new TableGrid(heads.Select(_ => new GridColumn())));
        table.Append(Row([.. heads.Select(head => new WordPiece(head, Bold: true))], isHead: true));
        foreach (var row in rows) table.Append(Row(row, isHead: false));
        body.Append(table, new Paragraph());
    }

    /// <summary>The file as it goes out; nothing can be added afterwards.</summary>
    public byte[] Finish()
    {
        body.Append(new SectionProperties(new PageSize { Width = 11906, Height = 16838 }, new PageMargin { Top = 1134, Bottom = 1134, Left = 1134, Right = 1134, Header = 708, Footer = 708, Gutter = 0 }));
        file.Dispose();
        return bytes.ToArray();
    }

    public void Dispose()
    {
        file.Dispose();
        bytes.Dispose();
    }

    private TableRow Row(IReadOnlyList<WordPiece> cells, bool isHead)
    {
        var row = new TableRow();
        if (isHead) row.Append(new TableRowProperties(new CantSplit(), new TableHeader()));
        foreach (var cell in cells) row.Append(new TableCell(new Paragraph(Written(cell))));
        return row;
    }

    private Paragraph Line(string? style, params IEnumerable<WordPiece> pieces)
    {
        var paragraph = new Paragraph { ParagraphProperties = new ParagraphProperties() };
        if (style is not null) paragraph.ParagraphProperties.ParagraphStyleId = new ParagraphStyleId { Val = style };
        foreach (var piece in pieces) paragraph.Append(Written(piece));
        body.Append(paragraph);
        return paragraph;
    }

    private OpenXmlElement Written(WordPiece piece) => piece.Link is { } link ? Link(piece, link) : Words(piece);

    private Hyperlink Link(WordPiece piece, Uri to)
    {
        var words = Words(piece);
        words.RunProperties!.InsertAt(new RunStyle { Val = "Hyperlink" }, 0);
        return new Hyperlink(words) { Id = file.MainDocumentPart!.AddHyperlinkRelationship(to, isExternal: true).Id, History = true };
    }

    private static Run Words(WordPiece piece)
    {
        var run = new Run { RunProperties = new RunProperties() };
        if (piece.Bold) run.RunProperties.Append(new Bold());
        if (piece.Italic) run.RunProperties.Append(new Italic());
        foreach (var (line, i) in Clean(piece.Text).Split('\n').Select((l, i) => (l, i)))
        {
            if (i > 0) run.Append(new Break());
            run.Append(new Text(line) { Space = SpaceProcessingModeValues.Preserve });
        }
        return run;
    }

    // What no XML can hold must not make the whole file fail.
    private static string Clean(string text) => string.Concat(text.Where(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)));
}
