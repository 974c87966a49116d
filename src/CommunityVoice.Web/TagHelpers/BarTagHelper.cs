using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommunityVoice.Web.TagHelpers;

/// <summary>Writes <c>&lt;cv-bar value="0.71" low="0.68" high="0.74" /&gt;</c>: a share between 0 and 1 as a bar; the number itself stands beside it in words.</summary>
[HtmlTargetElement("cv-bar", TagStructure = TagStructure.WithoutEndTag)]
[OutputElementHint("svg")]
public sealed class BarTagHelper : TagHelper
{
    private const double Width = 400;
    private const double Height = 22;

    public required double Value { get; set; }

    /// <summary>Ends of the interval; both or neither.</summary>
    public double? Low { get; set; }

    public double? High { get; set; }

    /// <summary>A voice whose colour and pattern the bar takes.</summary>
    public string? Voice { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Voice is null ? "cv-bar" : "cv-bar cv-bar--" + VoiceNames.Css(Voice));
        output.Attributes.SetAttribute("viewBox", "0 0 400 22");
        output.Attributes.SetAttribute("preserveAspectRatio", "none");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Attributes.SetAttribute("focusable", "false");
        output.Content.AppendHtml(Box("cv-bar__track", 0, Width));
        output.Content.AppendHtml(Box("cv-bar__fill", 0, At(Value)));
        if (StripeGap(Voice) is { } gap) Stripes(output.Content, gap);
        if (Low is { } low && High is { } high) output.Content.AppendHtml(Line("cv-bar__interval", At(low), Height / 2, At(high), Height / 2));
    }

    // A second sign beside colour: each voice its own spacing of stripes, cut off where the bar ends.
    private void Stripes(IHtmlContentBuilder content, double gap)
    {
        for (var x = gap; x < At(Value) - 2; x += gap) content.AppendHtml(Line("cv-bar__stripe", x, 0, x, Height));
    }

    private static double? StripeGap(string? voice) => voice switch
    {
        "Carer" => 8,
        "CommunityGroup" => 16,
        "PrimaryCare" => 28,
        "PublicService" => 44,
        _ => null,
    };

    private static double At(double share) => Math.Round(Math.Clamp(share, 0, 1) * Width, 1);

    private static TagBuilder Box(string css, double x, double width) => Html.Element("rect", css)
        .Attribute("x", Text(x)).Attribute("y", "0").Attribute("width", Text(width)).Attribute("height", Text(Height));

    private static TagBuilder Line(string css, double x1, double y1, double x2, double y2) => Html.Element("line", css)
        .Attribute("x1", Text(x1)).Attribute("y1", Text(y1)).Attribute("x2", Text(x2)).Attribute("y2", Text(y2));

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
