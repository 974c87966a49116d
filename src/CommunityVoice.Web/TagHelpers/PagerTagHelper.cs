using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommunityVoice.Web.TagHelpers;

/// <summary>Writes <c>&lt;cv-pager previous="?before=12" next="?after=31" /&gt;</c>; nothing at all when there is only one page.</summary>
[HtmlTargetElement("cv-pager", TagStructure = TagStructure.WithoutEndTag)]
[OutputElementHint("nav")]
public sealed class PagerTagHelper : TagHelper
{
    public string? Previous { get; set; }
    public string? Next { get; set; }
    public string PreviousWords { get; set; } = "Previous page";
    public string NextWords { get; set; } = "Next page";

    /// <summary>What is paged, for screen readers: "comments".</summary>
    public string Of { get; set; } = "results";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // Razor makes an empty text of a null in an attribute.
        (Previous, Next) = (Previous is "" ? null : Previous, Next is "" ? null : Next);
        if (Previous is null && Next is null)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "cv-pager");
        output.Attributes.SetAttribute("aria-label", "Pages of " + Of);
        if (Previous is not null) output.Content.AppendHtml(Link(Previous, "prev", Arrow("← "), PreviousWords));
        if (Next is not null) output.Content.AppendHtml(Link(Next, "next", NextWords, Arrow(" →")));
    }

    private static TagBuilder Link(string href, string rel, params object[] words) =>
        Html.Element("a", null, words).Attribute("href", href).Attribute("rel", rel);

    private static TagBuilder Arrow(string arrow) => Html.Element("span", null, arrow).Attribute("aria-hidden", "true");
}
