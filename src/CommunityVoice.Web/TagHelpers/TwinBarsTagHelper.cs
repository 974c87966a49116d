using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommunityVoice.Web.TagHelpers;

/// <summary>Writes <c>&lt;cv-twin-bars voice="0.31" money="0.12" /&gt;</c>: two shares between 0 and 1, one above the other; the numbers stand beside them in words.</summary>
[HtmlTargetElement("cv-twin-bars", TagStructure = TagStructure.WithoutEndTag)]
[OutputElementHint("svg")]
public sealed class TwinBarsTagHelper : TagHelper
{
    private const double Width = 400;
    private const double Height = 18;
    private const double StripeGap = 12;

    public required double Voice { get; set; }
    public required double Money { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "cv-twin");
        output.Attributes.SetAttribute("viewBox", "0 0 400 40");
        output.Attributes.SetAttribute("preserveAspectRatio", "none");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Attributes.SetAttribute("focusable", "false");
        output.Content.AppendHtml(Box("cv-bar__track", 0, Width));
        output.Content.AppendHtml(Box("cv-twin__voice", 0, At(Voice)));
        output.Content.AppendHtml(Box("cv-bar__track", 22, Width));
        output.Content.AppendHtml(Box("cv-twin__money", 22, At(Money)));
        // A second sign beside colour: the money is striped.
        for (var x = StripeGap; x < At(Money) - 2; x += StripeGap) output.Content.AppendHtml(Stripe(x));
    }

    private static double At(double share) => Math.Round(Math.Clamp(share, 0, 1) * Width, 1);

    private static TagBuilder Box(string css, double y, double width) => Html.Element("rect", css)
        .Attribute("x", "0").Attribute("y", Text(y)).Attribute("width", Text(width)).Attribute("height", Text(Height));

    private static TagBuilder Stripe(double x) => Html.Element("line", "cv-bar__stripe")
        .Attribute("x1", Text(x)).Attribute("y1", "22").Attribute("x2", Text(x)).Attribute("y2", "40");

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
