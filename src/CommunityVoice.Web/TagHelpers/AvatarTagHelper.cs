using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommunityVoice.Web.TagHelpers;

/// <summary>Writes <c>&lt;cv-avatar name="Asha B" voice="Carer" /&gt;</c>: initials on the colour of the voice, hidden from screen readers because the name stands beside it.</summary>
[HtmlTargetElement("cv-avatar", TagStructure = TagStructure.WithoutEndTag)]
[OutputElementHint("span")]
public sealed class AvatarTagHelper : TagHelper
{
    public required string Name { get; set; }
    public string? Voice { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "cv-avatar cv-avatar--" + VoiceNames.Css(Voice));
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Content.SetContent(Initials(Name));
    }

    /// <summary>First letters of the first two words that begin with one; whole letters, also in scripts that need two characters for one.</summary>
    public static string Initials(string name) => string.Concat(name
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(word => StringInfo.GetNextTextElement(word))
        .Where(letter => char.IsLetterOrDigit(letter, 0))
        .Take(2)
        .Select(letter => letter.ToUpperInvariant()));
}
