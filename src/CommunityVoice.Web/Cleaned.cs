using CommunityVoice.Markup;
using Microsoft.AspNetCore.Html;

namespace CommunityVoice.Web;

/// <summary>Markdown as markup that its allow-list has cleaned: the one place that vouches for it.</summary>
public static class Cleaned
{
    /// <summary>What people write.</summary>
    public static IHtmlContent Comment(string markdown) => new HtmlString(CommentMarkup.ToHtml(markdown));

    /// <summary>What staff write: headings and tables too.</summary>
    public static IHtmlContent Editor(string markdown) => new HtmlString(EditorMarkup.ToHtml(markdown));
}
