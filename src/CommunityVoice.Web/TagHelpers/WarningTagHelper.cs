using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommunityVoice.Web.TagHelpers;

/// <summary>Writes <c>&lt;cv-warning title="Before you remove it"&gt;…&lt;/cv-warning&gt;</c>: what must not be missed before acting.</summary>
[HtmlTargetElement("cv-warning")]
[OutputElementHint("div")]
public sealed class WarningTagHelper : TagHelper
{
    public required string Title { get; set; }

    /// <summary>The heading's level in the page, two unless told.</summary>
    public int Level { get; set; } = 2;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "cv-warning");
        var heading = "h" + Level.ToString(CultureInfo.InvariantCulture);
        output.PreContent.SetHtmlContent(Html.Element(heading, null, Title));
    }
}
