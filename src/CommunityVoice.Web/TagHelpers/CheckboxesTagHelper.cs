using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommunityVoice.Web.TagHelpers;

/// <summary>Writes <c>&lt;cv-checkboxes for="Input.Areas" items="Model.Areas" /&gt;</c>: choose many; for a <c>bool</c>, one box that carries the label itself.</summary>
[HtmlTargetElement("cv-checkboxes", TagStructure = TagStructure.WithoutEndTag)]
[OutputElementHint("div")]
public sealed class CheckboxesTagHelper : ChoicesTagHelper
{
    protected override string Kind => "checkboxes";

    private bool IsSingle => For.Metadata.UnderlyingOrModelType == typeof(bool);

    protected override bool IsGroup => !IsSingle;

    protected override IHtmlContent Control(TagHelperOutput output) => IsSingle ? Single() : base.Control(output);

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        base.Process(context, output);
        if (!IsSingle) return;
        // A single box has its label beside it, not above; hint and error stand over both.
        output.Content.SetHtmlContent(new HtmlContentBuilder().AppendHtml(Notes()).AppendHtml(Single()));
    }

    private TagBuilder Single()
    {
        var ticked = State?.RawValue is null ? For.Model is true : State.AttemptedValue!.Contains("true", StringComparison.OrdinalIgnoreCase);
        var box = Html.Void("input", "nhsuk-checkboxes__input")
            .Attribute("type", "checkbox")
            .Attribute("id", Id)
            .Attribute("name", Name)
            .Attribute("value", "true")
            .Attribute("checked", ticked ? "" : null)
            .Attribute("aria-describedby", DescribedBy());
        return Html.Element("div", "nhsuk-checkboxes", Html.Element("div", "nhsuk-checkboxes__item", box,
            Html.Element("label", "nhsuk-label nhsuk-checkboxes__label", LabelWords).Attribute("for", Id)));
    }
}
