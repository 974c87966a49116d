using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Markdig;

namespace CommunityVoice.Content;

/// <summary>A letter with its fields filled in: the same words as plain text and as HTML.</summary>
public sealed record FilledLetter(string Subject, string Text, string Html);

/// <summary>One piece of news within a letter that bundles several, under a heading of its own.</summary>
public sealed record LetterPart(string Heading, string Text, string Html)
{
    /// <summary>A heading above several.</summary>
    public static LetterPart Title(string words) => new(words, words.ToUpperInvariant() + "\n", $"<h2>{WebUtility.HtmlEncode(words)}</h2>\n");
}

/// <summary>The text of one kind of letter, with <c>{{fields}}</c> for what differs from letter to letter.</summary>
public sealed class LetterText
{
    /// <summary>Where a letter holds several news, they stand at this field.</summary>
    private const string Parts = "parts";

    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().DisableHtml().Build();
    private readonly List<Piece> subject;
    private readonly List<Piece> body;
    private readonly List<Piece> html;

    private LetterText(string name, string subject, string body)
    {
        Name = name;
        // Parts are blocks of their own, and no words in a paragraph.
        (this.subject, this.body, html) = (PiecesOf(subject), PiecesOf(body), PiecesOf(Markdig.Markdown.ToHtml(body, Markdown).Replace($"<p>{{{{{Parts}}}}}</p>\n", $"{{{{{Parts}}}}}", StringComparison.Ordinal)));
        Fields = SiteWords.FieldsOf(subject + body).Where(field => field != Parts).ToHashSet(StringComparer.Ordinal);
    }

    public string Name { get; }

    public IReadOnlySet<string> Fields { get; }

    public static LetterText Parse(string name, string text, SiteWords words)
    {
        var (about, body) = FrontMatter.Read<About>(name, words.Fill(text.ReplaceLineEndings("\n")));
        return new(name, about.Subject, body.Trim() + "\n");
    }

    /// <summary>Fills every field. Links are the site's own; all else may come from people, so it can neither add a line to the subject nor a live link to the text.</summary>
    public FilledLetter Fill(IReadOnlyDictionary<string, string> fields, params IReadOnlyCollection<LetterPart> parts)
    {
        AssertWhole(fields);
        return new(
            Fill(subject, fields, (_, _, value) => OneLine(value)),
            Fill(body, With(fields, string.Join('\n', parts.Select(p => p.Text)).TrimEnd()), InText),
            $"<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head><meta charset=\"utf-8\"></head>\n<body>\n{Fill(html, With(fields, string.Concat(parts.Select(p => p.Html))), InHtml)}</body>\n</html>\n");
    }

    /// <summary>The same as one piece of news among others: its subject is its heading.</summary>
    public LetterPart FillPart(IReadOnlyDictionary<string, string> fields)
    {
        AssertWhole(fields);
        var heading = Fill(subject, fields, (_, _, value) => OneLine(value));
        return new(heading, $"{heading}\n{new string('-', Math.Min(heading.Length, 60))}\n\n{Fill(body, fields, InText)}", $"<h3>{WebUtility.HtmlEncode(heading)}</h3>\n{Fill(html, fields, InHtml)}");
    }

    private void AssertWhole(IReadOnlyDictionary<string, string> fields)
    {
        if (Fields.FirstOrDefault(field => !fields.ContainsKey(field)) is { } missing)
            throw new ArgumentException($"The letter \"{Name}\" needs the field \"{missing}\".", nameof(fields));
    }

    private static Dictionary<string, string> With(IReadOnlyDictionary<string, string> fields, string parts) => new(fields, StringComparer.Ordinal) { [Parts] = parts };

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
        IsLink(field) || field == Parts ? value : isQuoted ? Harmless(value).ReplaceLineEndings("\n> ") : OneLine(value);

    private static string InHtml(string field, bool isQuoted, string value)
    {
        if (field == Parts) return value; // made of filled letters, whose fields are harmless
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
