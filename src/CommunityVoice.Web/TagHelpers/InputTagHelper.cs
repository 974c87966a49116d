using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommunityVoice.Web.TagHelpers;

/// <summary>Writes <c>&lt;cv-input for="Input.Email" type="email" autocomplete="email" width="20" /&gt;</c> with label, hint and error.</summary>
[HtmlTargetElement("cv-input", TagStructure = TagStructure.WithoutEndTag)]
[OutputElementHint("div")]
public sealed class InputFieldTagHelper : FieldTagHelper
{
    /// <summary>Type of the box; from the property's data type unless told.</summary>
    public string? Type { get; set; }

    /// <summary>About how many characters fit: 2, 3, 4, 5, 10, 20 or 30.</summary>
    public int? Width { get; set; }

    public string? Prefix { get; set; }
    public string? Suffix { get; set; }

    protected override IHtmlContent Control(TagHelperOutput output)
    {
        var css = "nhsuk-input" + (Error is null ? "" : " nhsuk-input--error")
            + (Width is { } width ? " nhsuk-input--width-" + width.ToString(CultureInfo.InvariantCulture) : "");
        var type = Type ?? TypeOfData();
        var box = WithGiven(Html.Void("input", css), output)
            .Attribute("id", Id)
            .Attribute("name", Name)
            .Attribute("type", type)
            .Attribute("value", type == "password" ? null : Entered)
            .Attribute("aria-describedby", DescribedBy());
        if (type == "email") box.Attribute("spellcheck", "false");
        if (Prefix is null && Suffix is null) return box;
        return Html.Element("div", "nhsuk-input-wrapper", Affix("prefix", Prefix), box, Affix("suffix", Suffix));
    }

    private string TypeOfData() => For.Metadata.DataTypeName switch
    {
        nameof(DataType.EmailAddress) => "email",
        nameof(DataType.PhoneNumber) => "tel",
        nameof(DataType.Url) => "url",
        nameof(DataType.Password) => "password",
        _ => "text",
    };

    private static TagBuilder? Affix(string place, string? words) => words is null ? null
        : Html.Element("div", "nhsuk-input-wrapper__" + place, words).Attribute("aria-hidden", "true");
}
