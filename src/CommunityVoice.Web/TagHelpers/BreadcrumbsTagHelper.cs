using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommunityVoice.Web.TagHelpers;

/// <summary>Writes <c>&lt;cv-breadcrumbs&gt;</c> round its <c>&lt;cv-crumb href="…"&gt;</c> children: the way back up, above the heading.</summary>
[HtmlTargetElement("cv-breadcrumbs")]
[RestrictChildren("cv-crumb")]
[OutputElementHint("nav")]
public sealed class BreadcrumbsTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "nav";
        output.Attributes.SetAttribute("class", "cv-breadcrumbs");
        output.Attributes.SetAttribute("aria-label", "Breadcrumb");
        output.PreContent.SetHtmlContent("<ol>");
        output.PostContent.SetHtmlContent("</ol>");
    }
}

/// <summary>One step of the breadcrumbs.</summary>
[HtmlTargetElement("cv-crumb", ParentTag = "cv-breadcrumbs")]
[OutputElementHint("li")]
public sealed class CrumbTagHelper : TagHelper
{
    public required string Href { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = await output.GetChildContentAsync();
        output.TagName = "li";
        output.Content.SetHtmlContent(Html.Element("a", null, words).Attribute("href", Href));
    }
}
