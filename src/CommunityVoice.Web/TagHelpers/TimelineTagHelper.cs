using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommunityVoice.Web.TagHelpers;

/// <summary>Where a stage stands today.</summary>
public enum StageState { Done, Now, Ahead }

/// <summary>One stage of a timeline: its name, when it is ("until 24 November"), and where it stands.</summary>
public sealed record TimelineStage(string Name, string? When, StageState State);

/// <summary>Writes <c>&lt;cv-timeline stages="Model.Stages" /&gt;</c>: across when wide, down when narrow.</summary>
[HtmlTargetElement("cv-timeline", TagStructure = TagStructure.WithoutEndTag)]
[OutputElementHint("ol")]
public sealed class TimelineTagHelper : TagHelper
{
    public required IEnumerable<TimelineStage> Stages { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ol";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "cv-timeline");
        output.Attributes.SetAttribute("aria-label", "Stages");
        foreach (var stage in Stages) output.Content.AppendHtml(Item(stage));
    }

    private static TagBuilder Item(TimelineStage stage)
    {
        var hidden = stage.State == StageState.Done ? Html.Element("span", "visually-hidden", "done") : null;
        var when = stage.When is null ? null : Html.Element("span", null, stage.When);
        var css = stage.State switch
        {
            StageState.Done => "cv-timeline__done",
            StageState.Now => "cv-timeline__now",
            _ => null,
        };
        return Html.Element("li", css, Html.Element("span", null, stage.Name), when, hidden)
            .Attribute("aria-current", stage.State == StageState.Now ? "step" : null);
    }
}
