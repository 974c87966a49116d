using System.Globalization;
using CommunityVoice.Web.Chains;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommunityVoice.Web.TagHelpers;

/// <summary>
/// Writes <c>&lt;cv-chain-picture steps="@steps" words="@words" /&gt;</c>: the steps of a chain as boxes tied by a line, from left to right and, for
/// narrow screens, from top to bottom; the style sheet shows one of the two. It holds the steps' names and numbers, and nothing that anybody wrote.
/// </summary>
[HtmlTargetElement("cv-chain-picture", TagStructure = TagStructure.WithoutEndTag)]
[OutputElementHint("svg")]
public sealed class ChainPictureTagHelper : TagHelper
{
    private const double BoxWidth = 120;
    private const double Gap = 12;
    private const double Height = 96;
    private const double RowWidth = 320;
    private const double RowHeight = 52;
    private const double Edge = 3;

    public required IReadOnlyList<ChainStepView> Steps { get; set; }

    /// <summary>The whole picture in words.</summary>
    public required string Words { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.AppendHtml(Picture("cv-thread__across", 2 * Edge + Steps.Count * BoxWidth + (Steps.Count - 1) * Gap, Height + 2 * Edge, Across()));
        output.Content.AppendHtml(Picture("cv-thread__down", RowWidth + 2 * Edge, 2 * Edge + Steps.Count * RowHeight + (Steps.Count - 1) * Gap, Down()));
    }

    private TagBuilder Picture(string css, double width, double height, IEnumerable<IHtmlContent> parts) =>
        Html.Element("svg", css, [.. parts]).Attribute("viewBox", $"0 0 {Number(width)} {Number(height)}").Attribute("role", "img").Attribute("aria-label", Words).Attribute("focusable", "false");

    private IEnumerable<IHtmlContent> Across()
    {
        foreach (var (i, step) in Steps.Index())
        {
            var x = Edge + i * (BoxWidth + Gap);
            if (i > 0) yield return Tie(x - Gap, Edge + Height / 2, x, Edge + Height / 2);
            yield return Box(step, x, Edge, BoxWidth, Height);
            yield return Text("cv-thread__name", x + BoxWidth / 2, Edge + 36, "middle", step.Name);
            yield return Text("cv-thread__words", x + BoxWidth / 2, Edge + 64, "middle", step.Words);
        }
    }

    private IEnumerable<IHtmlContent> Down()
    {
        foreach (var (i, step) in Steps.Index())
        {
            var y = Edge + i * (RowHeight + Gap);
            if (i > 0) yield return Tie(Edge + 28, y - Gap, Edge + 28, y);
            yield return Box(step, Edge, y, RowWidth, RowHeight);
            yield return Text("cv-thread__name", Edge + 14, y + 32, "start", step.Name);
            yield return Text("cv-thread__words", Edge + RowWidth - 14, y + 32, "end", step.Words);
        }
    }

    private static TagBuilder Box(ChainStepView step, double x, double y, double width, double height) =>
        Html.Element("rect", "cv-thread__box" + (step.IsHere ? " cv-thread__box--here" : "") + (step.IsThere ? "" : " cv-thread__box--ahead"))
            .Attribute("x", Number(x)).Attribute("y", Number(y)).Attribute("width", Number(width)).Attribute("height", Number(height)).Attribute("rx", "5");

    private static TagBuilder Tie(double x1, double y1, double x2, double y2) => Html.Element("line", "cv-thread__tie")
        .Attribute("x1", Number(x1)).Attribute("y1", Number(y1)).Attribute("x2", Number(x2)).Attribute("y2", Number(y2));

    private static TagBuilder Text(string css, double x, double y, string anchor, string words) =>
        Html.Element("text", css, words).Attribute("x", Number(x)).Attribute("y", Number(y)).Attribute("text-anchor", anchor);

    private static string Number(double number) => Math.Round(number, 1).ToString(CultureInfo.InvariantCulture);
}
