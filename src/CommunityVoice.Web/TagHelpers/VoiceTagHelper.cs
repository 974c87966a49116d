using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommunityVoice.Web.TagHelpers;

/// <summary>Writes <c>&lt;cv-voice voice="@comment.Voice" verified="true" /&gt;</c>: in what capacity somebody speaks, as word and colour.</summary>
[HtmlTargetElement("cv-voice", TagStructure = TagStructure.WithoutEndTag)]
[OutputElementHint("span")]
public sealed class VoiceTagHelper : TagHelper
{
    /// <summary>The voice's name in code: one of <c>Voice</c>, or <c>VoiceBody</c> for who asks.</summary>
    public required string Voice { get; set; }

    /// <summary>Other words than the voice's own, such as a body's label here.</summary>
    public string? Words { get; set; }

    /// <summary>A membership vouches for it.</summary>
    public bool Verified { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Voice is "" or nameof(People.Voice.NotSaid))
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "cv-voice cv-voice--" + VoiceNames.Css(Voice));
        output.Content.SetContent(Words ?? VoiceNames.Words(Voice));
        if (!Verified) return;
        output.Content.AppendHtml(Html.Element("span", null, " ✓").Attribute("aria-hidden", "true"));
        output.Content.AppendHtml(Html.Element("span", "visually-hidden", ", checked"));
    }
}
