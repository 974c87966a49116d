using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommunityVoice.Web.TagHelpers;

/// <summary>Writes <c>&lt;cv-select for="Input.Area" items="Model.Areas" empty="Choose an area" /&gt;</c>: choose one of many.</summary>
[HtmlTargetElement("cv-select", TagStructure = TagStructure.WithoutEndTag)]
[OutputElementHint("div")]
public sealed class SelectFieldTagHelper : FieldTagHelper
{
    public IEnumerable<SelectListItem>? Items { get; set; }

    /// <summary>Words of the first choice, which stands for none.</summary>
    public string? Empty { get; set; }

    protected override IHtmlContent Control(TagHelperOutput output)
    {
        var list = WithGiven(Html.Element("select", "nhsuk-select" + (Error is null ? "" : " nhsuk-select--error")), output)
            .Attribute("id", Id)
            .Attribute("name", Name)
            .Attribute("aria-describedby", DescribedBy());
        if (Empty is not null) list.With(Html.Element("option", null, Empty).Attribute("value", ""));
        foreach (var group in (Items ?? Choice.Of(For.Metadata)).GroupBy(item => item.Group?.Name))
        {
            var place = group.Key is null ? list : Html.Element("optgroup").Attribute("label", group.Key);
            foreach (var item in group) place.With(Option(item));
            if (place != list) list.With(place);
        }
        return list;
    }

    private TagBuilder Option(SelectListItem item)
    {
        var value = item.Value ?? item.Text;
        var chosen = string.Equals(value, Entered, StringComparison.OrdinalIgnoreCase) || (string.IsNullOrEmpty(Entered) && item.Selected);
        return Html.Element("option", null, item.Text).Attribute("value", value).Attribute("selected", chosen ? "" : null);
    }
}
