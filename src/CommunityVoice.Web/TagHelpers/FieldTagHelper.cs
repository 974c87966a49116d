using System.Globalization;
using System.Net;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommunityVoice.Web.TagHelpers;

/// <summary>What all form fields share: label and hint from <c>[Display(Name, Description)]</c>, the error from the model state, unique ids.</summary>
public abstract class FieldTagHelper : TagHelper
{
    /// <summary>The property the field is for, such as <c>Input.Body</c>.</summary>
    public required ModelExpression For { get; set; }

    /// <summary>Other words than the property's display name.</summary>
    public string? Label { get; set; }

    /// <summary>Other words than the property's description.</summary>
    public string? Hint { get; set; }

    /// <summary>The label is the page's only heading.</summary>
    public bool Heading { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public required ViewContext ViewContext { get; set; }

    protected string Name { get; private set; } = "";
    protected string Id { get; private set; } = "";
    protected string? Error { get; private set; }

    private string? HintWords => Hint ?? For.Metadata.Description;
    protected string LabelWords => Label ?? For.Metadata.DisplayName ?? For.Metadata.PropertyName ?? Name;

    /// <summary>The control itself, below label, hint and error.</summary>
    protected abstract IHtmlContent Control(TagHelperOutput output);

    /// <summary>Choices and dates are a group of boxes: their label is a legend.</summary>
    protected virtual bool IsGroup => false;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        Id = FieldIds.For(Name);
        FieldOrder.Add(ViewContext.HttpContext, Name);
        Error = State?.Errors is [var first, ..] ? ErrorWords.Of(first) : null;

        var control = Control(output);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.Clear();
        output.Attributes.SetAttribute("class", Error is null ? "nhsuk-form-group" : "nhsuk-form-group nhsuk-form-group--error");
        output.Content.SetHtmlContent(IsGroup ? Group(control) : Single(control));
    }

    protected ModelStateEntry? State => ViewContext.ViewData.ModelState.GetValueOrDefault(Name);

    /// <summary>What the person entered, also where it could not be read; otherwise what the page holds.</summary>
    protected string? Entered => State is { RawValue: not null } state
        ? state.AttemptedValue
        : Convert.ToString(For.Model is Enum value ? value.ToString() : For.Model, CultureInfo.GetCultureInfo("en-GB"));

    protected string? DescribedBy(string? also = null)
    {
        string?[] ids = [HintWords is null ? null : Id + "-hint", also, Error is null ? null : Id + "-error"];
        var all = string.Join(' ', ids.Where(id => id is not null));
        return all.Length == 0 ? null : all;
    }

    /// <summary>Attributes written on the tag helper that it does not know, such as autocomplete, go to the control.</summary>
    protected static TagBuilder WithGiven(TagBuilder control, TagHelperOutput output)
    {
        foreach (var attribute in output.Attributes)
        {
            var value = attribute.Value is IHtmlContent or null ? Text(attribute.Value as IHtmlContent) : attribute.Value.ToString() ?? "";
            if (attribute.Name == "class") control.AddCssClass(value);
            else control.Attribute(attribute.Name, value);
        }
        return control;
    }

    protected HtmlContentBuilder Notes()
    {
        var notes = new HtmlContentBuilder();
        if (HintWords is { } hint) notes.AppendHtml(Html.Element("div", "nhsuk-hint", hint).Attribute("id", Id + "-hint"));
        if (Error is not null)
        {
            notes.AppendHtml(Html.Element("span", "nhsuk-error-message", Html.Element("span", "visually-hidden", "Error: "), Error)
                .Attribute("id", Id + "-error"));
        }
        return notes;
    }

    private HtmlContentBuilder Single(IHtmlContent control)
    {
        var label = Html.Element("label", Heading ? "nhsuk-label nhsuk-label--l" : "nhsuk-label", LabelWords).Attribute("for", Id);
        var content = new HtmlContentBuilder();
        content.AppendHtml(Heading ? Html.Element("h1", "nhsuk-label-wrapper", label) : label);
        return (HtmlContentBuilder)content.AppendHtml(Notes()).AppendHtml(control);
    }

    private TagBuilder Group(IHtmlContent control)
    {
        var legend = Html.Element("legend", Heading ? "nhsuk-fieldset__legend nhsuk-fieldset__legend--l" : "nhsuk-fieldset__legend nhsuk-fieldset__legend--s",
            Heading ? Html.Element("h1", "nhsuk-fieldset__heading", LabelWords) : LabelWords);
        return Html.Element("fieldset", "nhsuk-fieldset", legend, Notes(), control).Attribute("aria-describedby", DescribedBy());
    }

    private static string Text(IHtmlContent? content)
    {
        if (content is null) return "";
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        content.WriteTo(writer, HtmlEncoder.Default);
        return WebUtility.HtmlDecode(writer.ToString());
    }

    /// <summary>An attribute that validates the property, such as its longest length.</summary>
    protected T? Rule<T>() where T : Attribute => For.Metadata.ValidatorMetadata.OfType<T>().FirstOrDefault();
}
