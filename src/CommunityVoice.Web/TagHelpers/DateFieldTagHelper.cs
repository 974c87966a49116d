using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommunityVoice.Web.TagHelpers;

/// <summary>Writes <c>&lt;cv-date for="Input.ClosesOn" /&gt;</c>: day, month and year, read back by <see cref="DatePartsModelBinder"/>.</summary>
[HtmlTargetElement("cv-date", TagStructure = TagStructure.WithoutEndTag)]
[OutputElementHint("div")]
public sealed class DateFieldTagHelper : FieldTagHelper
{
    protected override bool IsGroup => true;

    protected override IHtmlContent Control(TagHelperOutput output)
    {
        var date = For.Model as DateOnly?;
        return Html.Element("div", "nhsuk-date-input",
            Part("Day", Id, date?.Day, 2),
            Part("Month", Id + "_Month", date?.Month, 2),
            Part("Year", Id + "_Year", date?.Year, 4));
    }

    private TagBuilder Part(string part, string id, int? number, int width)
    {
        var name = $"{Name}.{part}";
        var entered = ViewContext.ViewData.ModelState.TryGetValue(name, out var state) ? state.AttemptedValue : number?.ToString(CultureInfo.InvariantCulture);
        var css = $"nhsuk-input nhsuk-date-input__input nhsuk-input--width-{width}" + (IsWrong(part) ? " nhsuk-input--error" : "");
        var input = Html.Void("input", css)
            .Attribute("id", id)
            .Attribute("name", name)
            .Attribute("type", "text")
            .Attribute("inputmode", "numeric")
            .Attribute("autocomplete", "off")
            .Attribute("value", entered);
        return Html.Element("div", "nhsuk-date-input__item", Html.Element("div", "nhsuk-form-group",
            Html.Element("label", "nhsuk-label nhsuk-date-input__label", part).Attribute("for", id), input));
    }

    // Where the error names a part, only that box is marked.
    private bool IsWrong(string part) => Error is not null
        && (!DateParts.All.Any(Names) || Names(part));

    private bool Names(string part) => Error!.Contains("a " + part.ToLowerInvariant(), StringComparison.Ordinal)
        || Error.Contains("and " + part.ToLowerInvariant(), StringComparison.Ordinal);
}
