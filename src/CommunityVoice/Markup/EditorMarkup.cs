using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Markdig;

namespace CommunityVoice.Markup;

/// <summary>Turns Markdown written by staff into HTML: tables and headings, still no HTML of their own and the same allow-list.</summary>
public static class EditorMarkup
{
    public const int Version = 1;

    private static readonly HashSet<string> Allowed =
    [
        "p", "br", "em", "strong", "ul", "ol", "li", "blockquote", "a", "code", "pre", "hr",
        "h1", "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td",
    ];
    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseAutoLinks().Build();

    /// <summary>Renders it with its highest headings at the given level, to fit below the page's own.</summary>
    public static string ToHtml(string markdown, int headingsFrom = 3)
    {
        string html;
        try
        {
            html = Markdig.Markdown.ToHtml(markdown, Markdown);
        }
        catch (ArgumentException) // nested deeper than Markdig follows: show what was typed
        {
            html = $"<p>{WebUtility.HtmlEncode(markdown)}</p>";
        }
        var body = AllowList.Clean(html, Allowed, element =>
        {
            if (element.LocalName == "a" && !element.HasAttribute("href")) element.Replace([.. element.ChildNodes]);
        });
        foreach (var heading in body.QuerySelectorAll("h1,h2,h3,h4,h5,h6").ToList()) Lower(heading, headingsFrom);
        foreach (var table in body.QuerySelectorAll("table").ToList()) LetScroll(table);
        return body.InnerHtml.Trim();
    }

    // "##" is what people write for a main heading, so the first two levels are one.
    private static void Lower(IElement heading, int from)
    {
        var level = Math.Clamp(heading.LocalName[1] - '2' + from, from, 6);
        var lower = heading.Owner!.CreateElement("h" + level.ToString(CultureInfo.InvariantCulture));
        lower.Append([.. heading.ChildNodes]);
        heading.Replace(lower);
    }

    private static void LetScroll(IElement table)
    {
        var around = table.Owner!.CreateElement("div");
        around.ClassName = "cv-scroll";
        around.SetAttribute("tabindex", "0");
        around.SetAttribute("role", "region");
        around.SetAttribute("aria-label", "Table");
        table.Replace(around);
        around.Append(table);
        table.ClassName = "cv-table";
        foreach (var heading in table.QuerySelectorAll("thead th")) heading.SetAttribute("scope", "col");
    }
}
