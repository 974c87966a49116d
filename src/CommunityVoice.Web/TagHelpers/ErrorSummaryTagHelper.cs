using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommunityVoice.Web.TagHelpers;

/// <summary>Writes <c>&lt;cv-error-summary /&gt;</c>: every error of the page with a link to its field, in the same words and in the order of the fields; nothing when there is none.</summary>
[HtmlTargetElement("cv-error-summary", TagStructure = TagStructure.WithoutEndTag)]
[OutputElementHint("div")]
public sealed class ErrorSummaryTagHelper : TagHelper
{
    [HtmlAttributeNotBound]
    [ViewContext]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var wrong = ViewContext.ViewData.ModelState.Where(entry => entry.Value is { Errors.Count: > 0 }).ToList();
        if (wrong.Count == 0)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "cv-errors");
        output.Attributes.SetAttribute("data-error-summary", "");
        output.Content.SetHtmlContent(Html.Element("div", null,
            Html.Element("h2", null, "There is a problem"), new InOrder(wrong.ConvertAll(e => (e.Key, e.Value!.Errors[0])), ViewContext.HttpContext)).Attribute("role", "alert"));
    }

    // An error of the page as a whole belongs to no field, so there is nowhere to lead.
    private static TagBuilder Item(string key, ModelError error) => Html.Element("li", null, key.Length == 0
        ? ErrorWords.Of(error)
        : Html.Element("a", null, ErrorWords.Of(error)).Attribute("href", "#" + FieldIds.For(key)));

    /// <summary>The list, made when the page is sent: its fields come after it, and only then is their order known. What is no field comes first, as it is about the whole page.</summary>
    private sealed class InOrder(IReadOnlyList<(string Key, ModelError Error)> wrong, HttpContext context) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            var fields = FieldOrder.Of(context);
            var list = Html.Element("ul", null);
            foreach (var (key, error) in wrong.OrderBy(w => fields.IndexOf(w.Key))) list.With(Item(key, error));
            list.WriteTo(writer, encoder);
        }
    }
}
