using System.Text.RegularExpressions;

namespace CommunityVoice.Analysis.Text;

/// <summary>Finds short forms such as ICB, GPs or A&amp;E, and counts questions: what plain English asks a writer to look at again (rule R-A6).</summary>
public static partial class ShortForms
{
    // So many capitals in a row are somebody's way of writing, not a short form.
    private const int MostWordsInCapitals = 3;

    /// <summary>Each short form once, in the order of its first use. "GPs" is GP; words with digits, such as postcodes, and lines all in capitals are none.</summary>
    public static IReadOnlyList<string> In(string text) => [.. text.Split('\n').Where(line => !IsAllCapitals(line))
        .SelectMany(line => Word().Matches(WebAddress().Replace(line, " ")).Select(m => m.Groups["form"].Value)).Distinct(StringComparer.Ordinal)];

    /// <summary>How many questions a text asks: sentences that end in a question mark.</summary>
    public static int Questions(string text) => QuestionEnd().Count(WebAddress().Replace(text, " "));

    private static bool IsAllCapitals(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => w.Any(char.IsLetter)).ToList();
        return words.Count > MostWordsInCapitals && words.TrueForAll(w => !w.Any(char.IsLower));
    }

    // Two to seven capitals, also with & between them, perhaps with an s for several; neither part of a longer word nor beside a digit.
    [GeneratedRegex(@"(?<![\p{L}\p{N}&])(?<form>\p{Lu}(?:&?\p{Lu}){1,6})(?:['’]?s)?(?![\p{L}\p{N}&])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"(?:https?://|www\.)\S+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WebAddress();

    [GeneratedRegex(@"\?+(?=[\s""”’')*_\]]|$)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex QuestionEnd();
}
