using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommunityVoice.Web.TagHelpers;

/// <summary>Writes <c>&lt;cv-closing date="@closesOn" /&gt;</c> as "Closes 24 November, in 3 days"; without a date, "Always open".</summary>
[HtmlTargetElement("cv-closing", TagStructure = TagStructure.WithoutEndTag)]
[OutputElementHint("span")]
public sealed class ClosingTagHelper(TimeProvider clock) : TagHelper
{
    private const int SoonDays = 7;

    /// <summary>The last day on which people can take part.</summary>
    public DateOnly? Date { get; set; }

    /// <summary>The first day, where it has not come yet.</summary>
    public DateOnly? Opens { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var today = UkTime.Day(clock.GetUtcNow());
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "cv-closing" + Look(today));
        output.Content.SetContent(Opens > today ? $"Opens {UkTime.Words(Opens.Value, today)}" : Words(today));
    }

    private string Look(DateOnly today) => Date is not { } last || Opens > today ? ""
        : last < today ? " cv-closing--past"
        : last.DayNumber - today.DayNumber <= SoonDays ? " cv-closing--soon" : "";

    private string Words(DateOnly today)
    {
        if (Date is not { } last) return "Always open";
        var date = UkTime.Words(last, today);
        return (last.DayNumber - today.DayNumber) switch
        {
            < 0 => $"Closed {date}",
            0 => "Closes today",
            1 => $"Closes {date}, tomorrow",
            < 60 and var days => $"Closes {date}, in {days} days",
            _ => $"Closes {date}",
        };
    }
}
