using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CommunityVoice.Markup;

namespace CommunityVoice.Web.Summaries;

/// <summary>Writes Markdown of editors into a Word file, by the same HTML that the page shows.</summary>
internal sealed class WordMarkdown(WordDocument word, Uri home)
{
    /// <summary>The page's headings begin one level lower than the file's: its h1 is the title.</summary>
    public void Write(string markdown, int headingsFrom = 3)
    {
        if (string.IsNullOrWhiteSpace(markdown)) return;
        foreach (var block in new HtmlParser().ParseDocument(EditorMarkup.ToHtml(markdown, headingsFrom)).Body!.Children) Block(block);
    }

    private void Block(IElement block)
    {
        switch (block.LocalName)
        {
            case ['h', var level and >= '1' and <= '6']:
                word.Heading(level - '1', block.TextContent.Trim());
                break;
            case "ul" or "ol":
                List(block, word.StartList(block.LocalName == "ol"), 0);
                break;
            case "blockquote":
                foreach (var inner in block.Children) word.Quote(Pieces(inner));
                break;
            case "table":
                Table(block);
                break;
            case "div":
                foreach (var inner in block.Children) Block(inner);
                break;
            case "hr":
                break;
            default:
                word.Paragraph(Pieces(block));
                break;
        }
    }

    private void List(IElement list, int number, int depth)
    {
        foreach (var item in list.Children)
        {
            var inner = item.Children.Where(c => c.LocalName is "ul" or "ol").ToList();
            word.Item(number, depth, item.ChildNodes.Where(n => !inner.Contains(n)).SelectMany(n => Pieces(n, false, false, null)));
            foreach (var nested in inner) List(nested, nested.LocalName == "ol" ? word.StartList(numbered: true) : word.StartList(numbered: false), depth + 1);
        }
    }

    private void Table(IElement table)
    {
        var rows = table.QuerySelectorAll("tr").Select(r => r.Children.Select(c => c.TextContent.Trim()).ToList()).ToList();
        if (rows.Count > 0) word.Table("Table", rows[0], rows.Skip(1));
    }

    private IEnumerable<WordPiece> Pieces(IElement element) => element.ChildNodes.SelectMany(n => Pieces(n, false, false, null));

    private IEnumerable<WordPiece> Pieces(INode node, bool bold, bool italic, Uri? link) => node switch
    {
        IText text => [new WordPiece(text.Data.ReplaceLineEndings(" "), bold, italic, link)],
        IElement { LocalName: "br" } => [new WordPiece("\n")],
        IElement element => element.ChildNodes.SelectMany(n => Pieces(
            n, bold || element.LocalName == "strong", italic || element.LocalName == "em", element.LocalName == "a" ? To(element.GetAttribute("href")) : link)),
        _ => [],
    };

    private Uri? To(string? href) => Uri.TryCreate(home, href, out var uri) ? uri : null;
}
