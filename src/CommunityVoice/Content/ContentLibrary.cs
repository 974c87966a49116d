using System.Globalization;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CommunityVoice.Content;

/// <summary>The Markdown pages under <c>content/pages</c>, read once at start. A page without title, summary or date of review stops the site from starting.</summary>
public sealed class ContentLibrary(IEnumerable<ContentPage> pages)
{
    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseAutoIdentifiers(AutoIdentifierOptions.GitHub)
        .Build();

    private readonly Dictionary<string, ContentPage> pages = pages.ToDictionary(p => p.Path, StringComparer.OrdinalIgnoreCase);

    public IEnumerable<ContentPage> All => pages.Values.OrderBy(p => p.Path, StringComparer.Ordinal);

    public ContentPage? Find(string path) => pages.GetValueOrDefault(path.Trim('/'));

    /// <summary>Where the site's texts lie once built: beside the program.</summary>
    public static string DefaultFolder => Path.Combine(AppContext.BaseDirectory, "content");

    public static ContentLibrary Load(string folder, SiteWords words) => new(Directory
        .EnumerateFiles(Path.Combine(folder, "pages"), "*.md", SearchOption.AllDirectories)
        .Select(file => Parse(PathOf(folder, file), File.ReadAllText(file), words)));

    public static ContentPage Parse(string path, string text, SiteWords words)
    {
        var (about, body) = FrontMatter.Read<About>(path, words.Fill(text.ReplaceLineEndings("\n")));
        if (!DateOnly.TryParseExact(about.Reviewed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var reviewed))
            throw new InvalidDataException($"{path}: write the date of review as year-month-day, such as 2026-11-21, not \"{about.Reviewed}\".");
        if (SiteWords.FieldsOf(body).FirstOrDefault() is { } unknown)
            throw new InvalidDataException($"{path}: nothing is called \"{unknown}\", so {{{{{unknown}}}}} cannot be filled in.");

        var document = Markdig.Markdown.Parse(body, Markdown);
        foreach (var table in document.Descendants<Table>()) Label(table);
        var headings = document.OfType<HeadingBlock>().Where(h => h.Level == 2).Select(h => new ContentHeading(h.GetAttributes().Id ?? "", Words(h.Inline!)));
        return new(path, about.Title, about.Summary, reviewed, document.ToHtml(Markdown), Markdig.Markdown.ToPlainText(body, Markdown), [.. headings]);
    }

    private static string PathOf(string folder, string file) =>
        Path.ChangeExtension(Path.GetRelativePath(Path.Combine(folder, "pages"), file), null).Replace('\\', '/');

    // On a narrow screen each cell stands on a line of its own and needs the name of its column.
    private static void Label(Table table)
    {
        table.GetAttributes().AddClass("cv-table cv-table--stack");
        var columns = table.OfType<TableRow>().First().OfType<TableCell>().ToList();
        foreach (var column in columns) column.GetAttributes().AddProperty("scope", "col");
        foreach (var row in table.OfType<TableRow>().Skip(1))
        {
            foreach (var (column, cell) in columns.Zip(row.OfType<TableCell>())) cell.GetAttributes().AddProperty("data-label", Words(column));
        }
    }

    private static string Words(MarkdownObject part) =>
        string.Concat(part.Descendants<LiteralInline>().Select(words => words.Content.ToString()));

    private sealed class About
    {
        public required string Title { get; init; }
        public required string Summary { get; init; }
        public required string Reviewed { get; init; }
    }
}
