using System.Text.RegularExpressions;

namespace CommunityVoice.Content;

/// <summary>The names that a deployer sets, such as <c>site.name</c>, written into our own texts wherever <c>{{site.name}}</c> stands.</summary>
public sealed partial class SiteWords(IReadOnlyDictionary<string, string> words)
{
    /// <summary>Fills the known fields. A line that holds a field set to nothing is left out, so that a site without a telephone says nothing about one.</summary>
    public string Fill(string text) => string.Join('\n', text
        .Split('\n')
        .Where(line => !FieldsOf(line).Any(field => words.TryGetValue(field, out var word) && word.Length == 0))
        .Select(line => Field().Replace(line, field => words.GetValueOrDefault(field.Groups["field"].Value, field.Value))));

    internal static IEnumerable<string> FieldsOf(string text) => Field().Matches(text).Select(field => field.Groups["field"].Value);

    [GeneratedRegex(@"\{\{(?<field>[a-zA-Z.]+)\}\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    internal static partial Regex Field();
}
