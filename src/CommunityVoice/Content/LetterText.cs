using System.Net;
using Markdig;

namespace CommunityVoice.Content;

/// <summary>A letter with its fields filled in: the same words as plain text and as HTML.</summary>
public sealed record FilledLetter(string Subject, string Text, string Html);

/// <summary>The text of one kind of letter, with <c>{{fields}}</c> for what differs from letter to letter.</summary>
public sealed class LetterText
{
    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().DisableHtml().Build();
    private readonly string subject;
    private readonly string body;
    private readonly string html;

    private LetterText(string name, string subject, string body)
    {
        (Name, this.subject, this.body) = (name, subject, body);
        html = Markdig.Markdown.ToHtml(body, Markdown);
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
            SiteWords.Field().Replace(subject, f => OneLine(fields[f.Groups["field"].Value])),
            string.Join('\n', body.Split('\n').Select(line => FillLine(line, fields))),
            $"<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head><meta charset=\"utf-8\"></head>\n<body>\n{FillHtml(fields)}</body>\n</html>\n");
    }

    private static string FillLine(string line, IReadOnlyDictionary<string, string> fields) => SiteWords.Field().Replace(line, f =>
    {
        var (field, value) = (f.Groups["field"].Value, fields[f.Groups["field"].Value]);
        if (IsLink(field)) return value;
        return line.StartsWith("> ", StringComparison.Ordinal) ? Harmless(value).ReplaceLineEndings("\n> ") : OneLine(value);
    });

    private string FillHtml(IReadOnlyDictionary<string, string> fields) => SiteWords.Field().Replace(html, f =>
    {
        var (field, value) = (f.Groups["field"].Value, fields[f.Groups["field"].Value]);
        if (!IsLink(field)) return WebUtility.HtmlEncode(Harmless(value)).ReplaceLineEndings("<br>\n");
        var address = WebUtility.HtmlEncode(value);
        return $"<a href=\"{address}\">{address}</a>";
    });

    private static bool IsLink(string field) => field == "link" || field.EndsWith("Link", StringComparison.Ordinal);

    // Mail programs turn anything with :// into a live link; a name or a quote must not smuggle one in.
    private static string Harmless(string value) => value.Trim().Replace("://", ": //", StringComparison.Ordinal);

    private static string OneLine(string value) =>
        string.Join(' ', Harmless(value).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private sealed class About
    {
        public required string Subject { get; init; }
    }
}
