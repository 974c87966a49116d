using CommunityVoice.Analysis.Text;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommunityVoice.Web.TagHelpers;

/// <summary>
/// Writes <c>&lt;cv-changed-words stretches="part.Words" /&gt;</c>: a text with what was taken out and added, told by lines, signs and, for screen
/// readers, words. Line breaks of the text stay, so nothing else may stand between its parts.
/// </summary>
[HtmlTargetElement("cv-changed-words", TagStructure = TagStructure.WithoutEndTag)]
[OutputElementHint("p")]
public sealed class ChangedWordsTagHelper : TagHelper
{
    public required IReadOnlyList<Stretch> Stretches { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "p";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "cv-exact");
        foreach (var stretch in Stretches)
        {
            if (stretch.Change == TextChange.Same) output.Content.Append(stretch.Text);
            else Mark(output.Content, stretch);
        }
    }

    // Spaces and line breaks around the words stay outside the marks.
    private static void Mark(TagHelperContent content, Stretch stretch)
    {
        var (tag, sign, words) = stretch.Change == TextChange.Added ? ("ins", "+", "added: ") : ("del", "−", "taken out: ");
        var text = stretch.Text.Trim();
        if (text.Length == 0)
        {
            content.Append(stretch.Change == TextChange.Added ? stretch.Text : "");
            return;
        }
        var mark = new TagBuilder(tag);
        mark.InnerHtml.AppendHtml(Hidden(words)).AppendHtml(Sign(sign)).Append(text).AppendHtml(Sign(sign)).AppendHtml(Hidden(", end."));
        content.AppendHtml(mark);
        var after = stretch.Text[stretch.Text.TrimEnd().Length..];
        content.Append(after.Length > 0 && stretch.Change == TextChange.Added ? after : " ");
    }

    private static TagBuilder Hidden(string words) => Span("class", "visually-hidden", words);

    private static TagBuilder Sign(string sign) => Span("aria-hidden", "true", sign);

    private static TagBuilder Span(string attribute, string value, string words)
    {
        var span = new TagBuilder("span");
        span.Attributes[attribute] = value;
        span.InnerHtml.Append(words);
        return span;
    }
}
