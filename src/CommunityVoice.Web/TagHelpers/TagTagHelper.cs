using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommunityVoice.Web.TagHelpers;

/// <summary>Writes <c>&lt;cv-tag colour="sun"&gt;Held&lt;/cv-tag&gt;</c>: a state as a short word; colours: none (mist), sun, grey, red, deep.</summary>
[HtmlTargetElement("cv-tag")]
[OutputElementHint("span")]
public sealed class TagTagHelper : TagHelper
{
    public string? Colour { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.Attributes.SetAttribute("class", Colour is null ? "cv-tag" : "cv-tag cv-tag--" + Colour);
    }
}
