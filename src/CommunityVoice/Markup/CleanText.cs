using System.Globalization;
using System.Text;
using Markdig;

namespace CommunityVoice.Markup;

/// <summary>What people type, without what no page, database or search can use.</summary>
public static class CleanText
{
    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().DisableHtml().Build();

    /// <summary>One kind of line end, no control or direction-changing characters, no halves of characters, nothing around it.</summary>
    public static string Of(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return "";
        var clean = new StringBuilder(typed.Length);
        foreach (var rune in typed.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' || !IsUnwanted(rune)) clean.Append(rune.ToString());
        }
        return clean.ToString().Normalize().Trim();
    }

    public static string OneLine(string? typed) => string.Join(' ', Of(typed).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The beginning of a text, without half a character at its end: no database takes that.</summary>
    public static string Cut(string text, int most) => text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    /// <summary>The words of Markdown without its marks.</summary>
    public static string OfMarkdown(string? markdown)
    {
        var clean = Of(markdown);
        try
        {
            return Of(Markdig.Markdown.ToPlainText(clean, Markdown));
        }
        catch (ArgumentException) // nested deeper than Markdig follows
        {
            return clean;
        }
    }

    private static bool IsUnwanted(Rune rune) => rune == Rune.ReplacementChar
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned
        || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFEFF;
}
