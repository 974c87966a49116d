using System.Collections;
using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommunityVoice.Web.TagHelpers;

/// <summary>What radios and checkboxes share: one box an item, the first carrying the field's id so that errors lead to it.</summary>
public abstract class ChoicesTagHelper : FieldTagHelper
{
    /// <summary>What can be chosen; the property's own members when it is an enumeration. A <see cref="Choice"/> may carry a hint.</summary>
    public IEnumerable<SelectListItem>? Items { get; set; }

    /// <summary>Short choices side by side.</summary>
    public bool Inline { get; set; }

    protected abstract string Kind { get; }

    protected override bool IsGroup => true;

    protected override IHtmlContent Control(TagHelperOutput output)
    {
        var chosen = Chosen();
        var box = Html.Element("div", $"nhsuk-{Kind}" + (Inline ? $" nhsuk-{Kind}--inline" : ""));
        foreach (var (i, item) in (Items ?? Choice.Of(For.Metadata)).Index()) box.With(Item(item, i, chosen));
        return box;
    }

    private TagBuilder Item(SelectListItem item, int index, HashSet<string> chosen)
    {
        var id = index == 0 ? Id : string.Create(CultureInfo.InvariantCulture, $"{Id}-{index + 1}");
        var hint = (item as Choice)?.Hint;
        var hintId = index == 0 ? Id + "-1-hint" : id + "-hint"; // the first shares its id with the field, whose own hint is another
        var value = item.Value ?? item.Text;
        var input = Html.Void("input", $"nhsuk-{Kind}__input")
            .Attribute("type", Kind == "radios" ? "radio" : "checkbox")
            .Attribute("id", id)
            .Attribute("name", Name)
            .Attribute("value", value)
            .Attribute("checked", chosen.Contains(value) || (State?.RawValue is null && item.Selected) ? "" : null)
            .Attribute("disabled", item.Disabled ? "" : null)
            .Attribute("aria-describedby", hint is null ? null : hintId);
        return Html.Element("div", $"nhsuk-{Kind}__item", input,
            Html.Element("label", $"nhsuk-label nhsuk-{Kind}__label", item.Text).Attribute("for", id),
            hint is null ? null : Html.Element("div", $"nhsuk-hint nhsuk-{Kind}__hint", hint).Attribute("id", hintId));
    }

    private HashSet<string> Chosen()
    {
        object? value = State?.RawValue ?? For.Model;
        IEnumerable<object?> all = value is IEnumerable many and not string ? many.Cast<object?>() : [value];
        return all.Select(one => Convert.ToString(one, CultureInfo.InvariantCulture) ?? "").Where(one => one.Length > 0).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }
}
