using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Markdig;

namespace CommunityVoice.Content;

/// <summary>A letter with its fields filled in: the same words as plain text and as HTML.</summary>
public sealed record FilledLetter(string Subject, string Text, string Html);

/// <summary>The text of one kind of letter, with <c>{{fields}}</c> for what differs from letter to letter.</summary>
public sealed class LetterText
{
    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().DisableHtml().Build();
    private readonly List<Piece> subject;
    private readonly List<Piece> body;
    private readonly List<Piece> html;

    private LetterText(string name, string subject, string body)
    {
        Name = name;
        (this.subject, this.body, html) = (PiecesOf(subject), PiecesOf(body), PiecesOf(Markdig.Markdown.ToHtml(body, Markdown)));
        Fields = SiteWords.FieldsOf(subject + body).ToHashSet(StringComparer.Ordinal);
    }

    public string Name { get; }

    public IReadOnlySet<string> Fields { get; }

    public static LetterText Parse(string name, string text, SiteWords words)
    {
        var (about, body) = FrontMatter.Read<About>(name, words.Fill(text.ReplaceLineEndings("\n")));
        return new(name, about.Subject, body.Trim() + "\n");
    }

    /// <summary>Fills every field. Links are the site's own; all else may come from people, so it can neither add a line to the subject nor a live link to the text.</summary>
    public FilledLetter Fill(IReadOnlyDictionary<string, string> fields)
    {
        if (Fields.FirstOrDefault(field => !fields.ContainsKey(field)) is { } missing)
            throw new ArgumentException($"The letter \"{Name}\" needs the field \"{missing}\".", nameof(fields));

        return new(
            Fill(subject, fields, (_, _, value) => OneLine(value)),
            Fill(body, fields, InText),
            $"<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head><meta charset=\"utf-8\"></head>\n<body>\n{Fill(html, fields, InHtml)}</body>\n</html>\n");
    }

    // The fields were found once, when the letter was read.
    private static string Fill(IReadOnlyList<Piece> pieces, IReadOnlyDictionary<string, string> fields, Func<string, bool, string, string> show)
    {
        var filled = new StringBuilder();
        foreach (var piece in pieces)
        {
            filled.Append(piece.Words);
            if (piece.Field is { } field) filled.Append(show(field, piece.IsQuoted, fields[field]));
        }
        return filled.ToString();
    }

    private static string InText(string field, bool isQuoted, string value) =>
        IsLink(field) ? value : isQuoted ? Harmless(value).ReplaceLineEndings("\n> ") : OneLine(value);

    private static string InHtml(string field, bool isQuoted, string value)
    {
        if (!IsLink(field)) return WebUtility.HtmlEncode(Harmless(value)).ReplaceLineEndings("<br>\n");
        var address = WebUtility.HtmlEncode(value);
        return $"<a href=\"{address}\">{address}</a>";
    }

    private static List<Piece> PiecesOf(string text)
    {
        var (pieces, at) = (new List<Piece>(), 0);
        foreach (var field in SiteWords.Field().Matches(text).Cast<Match>())
        {
            var line = text.LastIndexOf('\n', Math.Max(0, field.Index - 1)) + 1;
            pieces.Add(new(text[at..field.Index], field.Groups["field"].Value, text.AsSpan(line).StartsWith("> ")));
            at = field.Index + field.Length;
        }
        return [.. pieces, new(text[at..], null, false)];
    }

    private static bool IsLink(string field) => field == "link" || field.EndsWith("Link", StringComparison.Ordinal);

    // Mail programs turn anything with :// into a live link; a name or a quote must not smuggle one in.
    private static string Harmless(string value) => value.Trim().Replace("://", ": //", StringComparison.Ordinal);

    private static string OneLine(string value) =>
        string.Join(' ', Harmless(value).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Words of the letter as they stand, and the field after them; quoted where its line begins with "> ".</summary>
    private sealed record Piece(string Words, string? Field, bool IsQuoted);

    private sealed class About
    {
        public required string Subject { get; init; }
    }
}
