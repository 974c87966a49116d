using System.Globalization;
using CommunityVoice.Analysis.Opinion;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommunityVoice.Web.TagHelpers;

/// <summary>Writes <c>&lt;cv-opinion-map map="@map" /&gt;</c>: where groups of people who answer alike lie, as circles of at least ten people with the group's letter.</summary>
[HtmlTargetElement("cv-opinion-map", TagStructure = TagStructure.WithoutEndTag)]
[OutputElementHint("svg")]
public sealed class OpinionMapTagHelper : TagHelper
{
    private const double Size = 400;
    private const double Edge = 30;

    public required OpinionMap Map { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "cv-map-of-opinions");
        output.Attributes.SetAttribute("viewBox", "0 0 460 460");
        output.Attributes.SetAttribute("role", "img");
        output.Attributes.SetAttribute("aria-labelledby", "opinion-map-title opinion-map-desc");
        output.Attributes.SetAttribute("focusable", "false");
        output.Content.AppendHtml(Text("title", "opinion-map-title", "Map of opinions"));
        output.Content.AppendHtml(Text("desc", "opinion-map-desc",
            string.Join(" ", Map.Groups.Select(g => $"Group {g.Label} lies {Where(g)}, in {Map.Squares.Count(s => s.Label == g.Label)} circles."))));
        output.Content.AppendHtml(Line(Edge, At(0.5), Edge + Size, At(0.5)));
        output.Content.AppendHtml(Line(At(0.5), Edge, At(0.5), Edge + Size));
        var most = Map.Squares.Select(s => s.People).DefaultIfEmpty(1).Max();
        foreach (var square in Map.Squares.OrderByDescending(s => s.People))
        {
            // The area tells the number; the side of a square is the largest that does not hide its neighbours.
            var radius = Math.Max(7, Map.Side * Size * 0.48 * Math.Sqrt((double)square.People / most));
            output.Content.AppendHtml(Html.Element("circle", Css(square.Label)).Attribute("cx", Number(At(square.X))).Attribute("cy", Number(At(1 - square.Y))).Attribute("r", Number(radius)));
        }
        foreach (var group in Map.Groups)
        {
            output.Content.AppendHtml(Html.Element("circle", "cv-map-of-opinions__badge").Attribute("cx", Number(At(group.X))).Attribute("cy", Number(At(1 - group.Y))).Attribute("r", "15"));
            var letter = Html.Element("text", "cv-map-of-opinions__letter").Attribute("x", Number(At(group.X))).Attribute("y", Number(At(1 - group.Y) + 7)).Attribute("text-anchor", "middle");
            letter.InnerHtml.Append(group.Label.ToString());
            output.Content.AppendHtml(letter);
        }
    }

    private static string Where(MapGroup group) => (group.X, group.Y) switch
    {
        ( < 0.4, > 0.6) => "top left",
        ( > 0.6, > 0.6) => "top right",
        ( < 0.4, < 0.4) => "bottom left",
        ( > 0.6, < 0.4) => "bottom right",
        ( < 0.4, _) => "left",
        ( > 0.6, _) => "right",
        (_, > 0.6) => "at the top",
        (_, < 0.4) => "at the bottom",
        _ => "in the middle",
    };

    private static string Css(char label) => $"cv-map-of-opinions__people cv-map-of-opinions__people--{char.ToLowerInvariant(label)}";

    private static double At(double share) => Edge + share * Size;

    private static TagBuilder Line(double x1, double y1, double x2, double y2) => Html.Element("line", "cv-map-of-opinions__axis")
        .Attribute("x1", Number(x1)).Attribute("y1", Number(y1)).Attribute("x2", Number(x2)).Attribute("y2", Number(y2));

    private static TagBuilder Text(string tag, string id, string text)
    {
        var element = new TagBuilder(tag);
        element.Attributes["id"] = id;
        element.InnerHtml.Append(text);
        return element;
    }

    private static string Number(double number) => Math.Round(number, 1).ToString(CultureInfo.InvariantCulture);
}
