using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommunityVoice.Web.TagHelpers;

/// <summary>Writes <c>&lt;cv-textarea for="Input.Body" rows="8" /&gt;</c>; the longest length is told below the box and counted while typing.</summary>
[HtmlTargetElement("cv-textarea", TagStructure = TagStructure.WithoutEndTag)]
[OutputElementHint("div")]
public sealed class TextareaFieldTagHelper : FieldTagHelper
{
    public int Rows { get; set; } = 5;

    protected override IHtmlContent Control(TagHelperOutput output)
    {
        var most = Rule<StringLengthAttribute>()?.MaximumLength ?? Rule<MaxLengthAttribute>()?.Length;
        var box = WithGiven(Html.Element("textarea", "nhsuk-textarea" + (Error is null ? "" : " nhsuk-textarea--error")), output)
            .Attribute("id", Id)
            .Attribute("name", Name)
            .Attribute("rows", Rows.ToString(CultureInfo.InvariantCulture))
            .Attribute("data-most", most?.ToString(CultureInfo.InvariantCulture))
            .Attribute("aria-describedby", DescribedBy(most is null ? null : Id + "-most"))
            .With("\n", Entered); // browsers drop one new line after the start tag
        if (most is null) return box;
        var count = Html.Element("p", "cv-count", string.Create(CultureInfo.GetCultureInfo("en-GB"), $"You can use up to {most:N0} characters"));
        return new HtmlContentBuilder().AppendHtml(box).AppendHtml(count.Attribute("id", Id + "-most"));
    }
}
