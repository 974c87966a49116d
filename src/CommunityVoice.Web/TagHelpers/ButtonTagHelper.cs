using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommunityVoice.Web.TagHelpers;

/// <summary>How much a button weighs: one primary action a page.</summary>
public enum ButtonKind { Primary, Secondary, Warning, Link }

/// <summary>Writes <c>&lt;cv-button kind="Secondary"&gt;Preview&lt;/cv-button&gt;</c> as a button that sends its form, or with <c>href</c> as a link that looks like one.</summary>
[HtmlTargetElement("cv-button")]
[OutputElementHint("button")]
public sealed class ButtonTagHelper : TagHelper
{
    public ButtonKind Kind { get; set; }
    public string? Href { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = Href is null ? "button" : "a";
        output.Attributes.SetAttribute("class", Kind switch
        {
            ButtonKind.Secondary => "nhsuk-button nhsuk-button--secondary",
            ButtonKind.Warning => "nhsuk-button nhsuk-button--warning",
            ButtonKind.Link => "cv-link-button",
            _ => "nhsuk-button",
        });
        if (Href is not null) output.Attributes.SetAttribute("href", Href);
        else if (!output.Attributes.ContainsName("type")) output.Attributes.SetAttribute("type", "submit");
    }
}
