using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityVoice.Web.TagHelpers;

/// <summary>Short ways to build encoded HTML, so that each tag helper reads like the markup it writes.</summary>
internal static class Html
{
    public static TagBuilder Element(string name, string? css = null, params object?[] content)
    {
        var tag = new TagBuilder(name);
        if (css is not null) tag.AddCssClass(css);
        return tag.With(content);
    }

    public static TagBuilder With(this TagBuilder tag, params object?[] content)
    {
        foreach (var part in content)
        {
            if (part is IHtmlContent html) tag.InnerHtml.AppendHtml(html);
            else if (part is not null) tag.InnerHtml.Append(Convert.ToString(part, CultureInfo.InvariantCulture) ?? "");
        }
        return tag;
    }

    /// <summary>Sets an attribute, or leaves it out when there is nothing to say.</summary>
    public static TagBuilder Attribute(this TagBuilder tag, string name, string? value)
    {
        if (value is not null) tag.MergeAttribute(name, value, replaceExisting: true);
        return tag;
    }

    /// <summary>An element that has no end tag, such as an input.</summary>
    public static TagBuilder Void(string name, string? css = null)
    {
        var tag = Element(name, css);
        tag.TagRenderMode = TagRenderMode.SelfClosing;
        return tag;
    }
}
