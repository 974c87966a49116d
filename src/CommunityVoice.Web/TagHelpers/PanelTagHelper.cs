using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommunityVoice.Web.TagHelpers;

/// <summary>Writes <c>&lt;cv-panel title="Your comment is published"&gt;…&lt;/cv-panel&gt;</c>: the page's heading once something is done.</summary>
[HtmlTargetElement("cv-panel")]
[OutputElementHint("div")]
public sealed class PanelTagHelper : TagHelper
{
    public required string Title { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var body = await output.GetChildContentAsync();
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "cv-panel");
        output.Content.SetHtmlContent(Html.Element("h1", null, Title));
        if (!body.IsEmptyOrWhiteSpace) output.Content.AppendHtml(Html.Element("div", "cv-panel__body", body));
    }
}
