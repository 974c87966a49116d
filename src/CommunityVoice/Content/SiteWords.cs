using System.Text.RegularExpressions;

namespace CommunityVoice.Content;

/// <summary>
/// The names that a deployer sets, such as <c>site.name</c>, written into our own texts wherever <c>{{site.name}}</c> stands.
/// <c>{{Label.voiceBody}}</c> begins a sentence, so its first letter is made a capital.
/// </summary>
public sealed partial class SiteWords(IReadOnlyDictionary<string, string> words)
{
    /// <summary>Fills the known fields. A line that holds a field set to nothing is left out, so that a site without a telephone says nothing about one.</summary>
    public string Fill(string text) => string.Join('\n', text
        .Split('\n')
        .Where(line => !FieldsOf(line).Any(field => WordFor(field) is { Length: 0 }))
        .Select(line => Field().Replace(line, field => WordFor(field.Groups["field"].Value) ?? field.Value)));

    private string? WordFor(string field) =>
        words.GetValueOrDefault(field) ?? (words.TryGetValue(WithFirst(field, char.ToLowerInvariant), out var word) ? WithFirst(word, char.ToUpperInvariant) : null);

    private static string WithFirst(string text, Func<char, char> change) => text.Length == 0 ? "" : change(text[0]) + text[1..];

    internal static IEnumerable<string> FieldsOf(string text) => Field().Matches(text).Select(field => field.Groups["field"].Value);

    [GeneratedRegex(@"\{\{(?<field>[a-zA-Z.]+)\}\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    internal static partial Regex Field();
}
