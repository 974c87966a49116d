using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommunityVoice.Web.TagHelpers;

/// <summary>
/// Writes <c>&lt;cv-linked-data of="…" /&gt;</c> as JSON-LD for programs that read pages (rule R-H10). It is data and never runs, so the content security policy
/// stays as it is; and every sign that could end the element is written as an escape, whatever people said.
/// </summary>
[HtmlTargetElement("cv-linked-data", TagStructure = TagStructure.WithoutEndTag)]
[OutputElementHint("script")]
public sealed class LinkedDataTagHelper : TagHelper
{
    /// <summary>What is said; nothing where there is nothing to say.</summary>
    public JsonObject? Of { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Of is null)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "script";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("type", "application/ld+json");
        output.Content.SetHtmlContent(Of.ToJsonString()); // the usual encoder: <, >, & and quotes are \u escapes
    }
}
