using CommunityVoice.Markup;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommunityVoice.Web.TagHelpers;

/// <summary>Writes <c>&lt;cv-editor-text markdown="@section.Body" headings-from="3" /&gt;</c>: Markdown written by staff, through the allow-list.</summary>
[HtmlTargetElement("cv-editor-text", TagStructure = TagStructure.WithoutEndTag)]
[OutputElementHint("div")]
public sealed class EditorTextTagHelper : TagHelper
{
    public required string Markdown { get; set; }

    /// <summary>The level its highest headings take, to fit below the page's own.</summary>
    public int HeadingsFrom { get; set; } = 3;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "cv-prose");
        output.Content.SetHtmlContent(EditorMarkup.ToHtml(Markdown, HeadingsFrom));
    }
}
