using System.Net;
using System.Text;

namespace CommunityVoice.Markup;

/// <summary>The words of HTML that others wrote, as plain text. What it answers is text and never markup, so it is shown encoded like any other.</summary>
public static class HtmlWords
{
    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase) { "p", "br", "div", "li", "ul", "ol", "tr", "table", "section", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6" };
    private static readonly HashSet<string> Silent = new(StringComparer.OrdinalIgnoreCase) { "script", "style" };

    /// <summary>Without marks, each block on a line of its own. Text that has no marks keeps its lines.</summary>
    public static string Of(string? html)
    {
        if (string.IsNullOrEmpty(html)) return "";
        var words = new StringBuilder(html.Length);
        var (at, hasMarks) = (0, false);
        while (at < html.Length)
        {
            if (MarkAt(html, at) is { } mark)
            {
                if (Blocks.Contains(mark.Name)) words.Append('\n');
                (at, hasMarks) = (mark.End, true);
            }
            else
            {
                words.Append(html[at++]);
            }
        }
        var text = CleanText.Of(WebUtility.HtmlDecode(words.ToString()));
        return hasMarks ? string.Join('\n', text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) : text;
    }

    /// <summary>The name of the mark that begins here, and where what follows it begins; none where this is text.</summary>
    private static (string Name, int End)? MarkAt(string html, int at)
    {
        if (html[at] != '<') return null;
        if (html.AsSpan(at).StartsWith("<!--", StringComparison.Ordinal)) return html.IndexOf("-->", at, StringComparison.Ordinal) is >= 0 and var close ? ("", close + 3) : null;
        var start = at + 1 < html.Length && html[at + 1] == '/' ? at + 2 : at + 1;
        var stop = start;
        while (stop < html.Length && char.IsAsciiLetterOrDigit(html[stop])) stop++;
        if (stop == start || !char.IsAsciiLetter(html[start]) || html.IndexOf('>', stop) is not (>= 0 and var end)) return null;
        var name = html[start..stop];
        if (start == at + 1 && Silent.Contains(name)) return (name, html.IndexOf($"</{name}", end, StringComparison.OrdinalIgnoreCase) is >= 0 and var over ? over : html.Length);
        return (name, end + 1);
    }
}
