using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommunityVoice.Web.TagHelpers;

/// <summary>Writes <c>&lt;cv-details summary="How this is counted"&gt;…&lt;/cv-details&gt;</c>: a passage that opens on demand.</summary>
[HtmlTargetElement("cv-details")]
[OutputElementHint("details")]
public sealed class DetailsTagHelper : TagHelper
{
    public required string Summary { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var body = await output.GetChildContentAsync();
        output.TagName = "details";
        output.Attributes.SetAttribute("class", "cv-details");
        output.Content.SetHtmlContent(Html.Element("summary", null, Summary));
        output.Content.AppendHtml(Html.Element("div", "cv-details__text", body));
    }
}
