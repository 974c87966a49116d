using System.Net;
using AngleSharp.Dom;
using Markdig;

namespace CommunityVoice.Markup;

/// <summary>Turns a person's Markdown into HTML that is safe to show. The source is the truth; what this returns may be cached.</summary>
public static class CommentMarkup
{
    /// <summary>Raise it whenever the same source renders to something else, so that no cache shows what an older version made.</summary>
    public const int Version = 1;

    private static readonly HashSet<string> Allowed = ["p", "br", "em", "strong", "ul", "ol", "li", "blockquote", "a", "code", "pre"];
    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder()
        .DisableHtml().DisableHeadings().UseAutoLinks().UseSoftlineBreakAsHardlineBreak().Build();

    public static string ToHtml(string markdown)
    {
        try
        {
            return AllowList.Clean(Markdig.Markdown.ToHtml(markdown, Markdown), Allowed, Unlink).InnerHtml.Trim();
        }
        catch (ArgumentException) // nested deeper than Markdig follows: show what was typed
        {
            return string.Concat(markdown.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(p => $"<p>{WebUtility.HtmlEncode(p)}</p>"));
        }
    }

    // A link that leads nowhere is only words.
    private static void Unlink(IElement element)
    {
        if (element.LocalName == "a" && !element.HasAttribute("href")) element.Replace([.. element.ChildNodes]);
    }
}
