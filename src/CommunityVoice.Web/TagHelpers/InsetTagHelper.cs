using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommunityVoice.Web.TagHelpers;

/// <summary>Writes <c>&lt;cv-inset&gt;…&lt;/cv-inset&gt;</c>: a passage set apart from the text around it.</summary>
[HtmlTargetElement("cv-inset")]
[OutputElementHint("div")]
public sealed class InsetTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "nhsuk-inset-text");
        output.PreContent.SetHtmlContent(Html.Element("span", "visually-hidden", "Information: "));
    }
}
