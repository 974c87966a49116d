using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommunityVoice.Web.TagHelpers;

/// <summary>
/// Writes <c>&lt;cv-stepper name="Dots[12]" key="12" label="A nurse at night" value="2" max="3" /&gt;</c>: one option of a dots ballot.
/// The buttons send <c>add=12</c> or <c>take=12</c>, so that it works without scripts as well.
/// </summary>
[HtmlTargetElement("cv-stepper", TagStructure = TagStructure.WithoutEndTag)]
[OutputElementHint("li")]
public sealed class StepperTagHelper : TagHelper
{
    public required string Name { get; set; }
    public required string Key { get; set; }
    public required string Label { get; set; }
    public string? Hint { get; set; }
    public int Value { get; set; }
    public required int Max { get; set; }
    public string? Error { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var id = FieldIds.For(Name);
        output.TagName = "li";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Value > 0 ? "cv-stepper cv-stepper--given" : "cv-stepper");
        output.Attributes.SetAttribute("data-stepper", "");
        if (Error is not null)
        {
            output.Content.AppendHtml(Html.Element("p", "nhsuk-error-message cv-stepper__error",
                Html.Element("span", "visually-hidden", "Error: "), Error).Attribute("id", id + "-error"));
        }
        var hint = Hint is null ? null : Html.Element("span", "cv-stepper__hint", Hint);
        output.Content.AppendHtml(Html.Element("label", null, Label, hint).Attribute("for", id));
        output.Content.AppendHtml(Html.Element("span", "cv-stepper__control",
            Button("take", "−", $"One dot fewer for {Label}"), Input(id), Button("add", "+", $"One more dot for {Label}")));
    }

    private TagBuilder Input(string id) => Html.Void("input")
        .Attribute("id", id)
        .Attribute("name", Name)
        .Attribute("type", "number")
        .Attribute("inputmode", "numeric")
        .Attribute("min", "0")
        .Attribute("max", Max.ToString(CultureInfo.InvariantCulture))
        .Attribute("value", Value.ToString(CultureInfo.InvariantCulture))
        .Attribute("aria-describedby", Error is null ? null : id + "-error");

    // Without scripts a number typed before must survive the press, so these buttons skip the browser's own checks.
    private TagBuilder Button(string name, string sign, string words) => Html.Element("button", null, sign)
        .Attribute("type", "submit")
        .Attribute("name", name)
        .Attribute("value", Key)
        .Attribute("formnovalidate", "")
        .Attribute("aria-label", words);
}
