using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommunityVoice.Web.TagHelpers;

/// <summary>Writes <c>&lt;uk-time at="@postedAt" /&gt;</c> as "12 November, 09:14" in UK local time, with the year where it is not this one.</summary>
[HtmlTargetElement("uk-time", TagStructure = TagStructure.WithoutEndTag)]
[OutputElementHint("time")]
public sealed class TimeTagHelper(TimeProvider clock) : TagHelper
{
    public required DateTimeOffset At { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", UkTime.Machine(At));
        output.Content.SetContent($"{UkTime.Words(UkTime.Day(At), UkTime.Day(clock.GetUtcNow()))}, {UkTime.Clock(At)}");
    }
}
