using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace CommunityVoice.Markup;

/// <summary>The pass over parsed HTML that leaves only what is named: Markdown without HTML alone lets live script addresses through.</summary>
internal static class AllowList
{
    private static readonly HashSet<string> Gone = ["script", "style", "iframe", "object", "embed", "template", "noscript", "svg", "math"];

    public static IElement Clean(string html, IReadOnlySet<string> allowed, Action<IElement>? shape = null)
    {
        var body = new HtmlParser().ParseDocument(html).Body!;
        foreach (var element in body.QuerySelectorAll("*").ToList())
        {
            if (element.LocalName == "img")
            {
                element.Replace(element.Owner!.CreateTextNode(element.GetAttribute("alt") ?? ""));
            }
            else if (Gone.Contains(element.LocalName))
            {
                element.Remove();
            }
            else if (!allowed.Contains(element.LocalName))
            {
                element.Replace([.. element.ChildNodes]);
            }
            else
            {
                Strip(element);
                shape?.Invoke(element);
            }
        }
        foreach (var comment in body.Descendants<IComment>().ToList()) comment.Remove();
        return body;
    }

    private static void Strip(IElement element)
    {
        var (href, start) = (element.GetAttribute("href"), element.GetAttribute("start"));
        foreach (var attribute in element.Attributes.ToList()) element.RemoveAttribute(attribute.NamespaceUri, attribute.LocalName);
        if (element.LocalName == "ol" && int.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out var first) && first is > 1 and < 10_000) element.SetAttribute("start", start);
        if (element.LocalName != "a" || Safe(href) is not { } address) return;
        element.SetAttribute("href", address);
        element.SetAttribute("rel", "nofollow ugc noopener");
    }

    /// <summary>Absolute web and mail addresses only, and none that hides its host behind a name and an @.</summary>
    private static string? Safe(string? href) =>
        Uri.TryCreate(href, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeMailto || (uri.Scheme is "https" or "http" && uri.UserInfo.Length == 0))
            ? uri.AbsoluteUri
            : null;
}
