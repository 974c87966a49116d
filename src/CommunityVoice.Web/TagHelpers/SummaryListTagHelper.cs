using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommunityVoice.Web.TagHelpers;

/// <summary>Writes <c>&lt;cv-summary-list&gt;</c> round its <c>&lt;cv-row&gt;</c> children: what was entered, for checking.</summary>
[HtmlTargetElement("cv-summary-list")]
[OutputElementHint("dl")]
public sealed class SummaryListTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "dl";
        output.Attributes.SetAttribute("class", "nhsuk-summary-list");
    }
}

/// <summary>One answer with a link to change it: <c>&lt;cv-row key="Name" change="/…"&gt;Asha B&lt;/cv-row&gt;</c>.</summary>
[HtmlTargetElement("cv-row", ParentTag = "cv-summary-list")]
[OutputElementHint("div")]
public sealed class SummaryRowTagHelper : TagHelper
{
    public required string Key { get; set; }

    /// <summary>Where the answer can be changed; none leaves the link out.</summary>
    public string? Change { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var value = await output.GetChildContentAsync();
        output.TagName = "div";
        output.Attributes.SetAttribute("class", Change is null ? "nhsuk-summary-list__row nhsuk-summary-list__row--no-actions" : "nhsuk-summary-list__row");
        output.Content.SetHtmlContent(Html.Element("dt", "nhsuk-summary-list__key", Key));
        output.Content.AppendHtml(Html.Element("dd", "nhsuk-summary-list__value", value));
        if (Change is null) return;
        var hidden = Html.Element("span", "visually-hidden", $" {Key.ToLowerInvariant()}");
        var link = Html.Element("a", null, "Change", hidden).Attribute("href", Change);
        output.Content.AppendHtml(Html.Element("dd", "nhsuk-summary-list__actions", link));
    }
}
