using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommunityVoice.Web.TagHelpers;

/// <summary>Writes <c>&lt;uk-date at="@published" /&gt;</c> or <c>&lt;uk-date on="@dueOn" /&gt;</c> as a <c>time</c> element with day, month and year.</summary>
[HtmlTargetElement("uk-date", TagStructure = TagStructure.WithoutEndTag)]
[OutputElementHint("time")]
public sealed class DateTagHelper : TagHelper
{
    public DateTimeOffset? At { get; set; }
    public DateOnly? On { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var day = On ?? (At is { } at ? UkTime.Day(at) : throw new InvalidOperationException("uk-date needs at or on."));
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        output.Content.SetContent(UkTime.Words(day));
    }
}
