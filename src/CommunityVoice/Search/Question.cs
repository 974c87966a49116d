using System.Globalization;
using System.Text;

namespace CommunityVoice.Search;

/// <summary>What somebody typed into the search box, as words that both databases understand alike; everything else is left out.</summary>
public sealed class Question
{
    private const int MostWords = 12;
    private const int LongestWord = 40;

    private static readonly HashSet<string> TooCommon =
    [
        "a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "has", "have", "in", "is", "it", "its", "of", "on", "or",
        "s", "t", "that", "the", "this", "to", "was", "were", "with",
    ];

    public Question(string? typed)
    {
        var words = WordsOf(typed ?? "").Select(w => w.Folded).Where(w => w.Length is > 0 and <= LongestWord).Distinct(StringComparer.Ordinal).ToList();
        Words = [.. words.Where(w => !TooCommon.Contains(w)).Take(MostWords)];
    }

    /// <summary>Letters and digits only, in lower case and without accents.</summary>
    public IReadOnlyList<string> Words { get; }

    public bool IsEmpty => Words.Count == 0;

    /// <summary>Whether a word of a text is one that was asked for; endings such as -s and -ing do not matter, as they do not to the databases.</summary>
    public bool Asks(string folded) => Words.Any(w => w == folded || (Stem(w) is { Length: >= 3 } stem && Stem(folded) == stem));

    /// <summary>Every word of a text, where it stands and how it is compared.</summary>
    internal static IEnumerable<(int Start, int Length, string Folded)> WordsOf(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inside = i < text.Length && IsPartOfWord(text, i);
            if (inside && start < 0) start = i;
            if (inside || start < 0) continue;
            yield return (start, i - start, Fold(text[start..i]));
            start = -1;
        }
    }

    private static bool IsPartOfWord(string text, int i) =>
        CharUnicodeInfo.GetUnicodeCategory(text, i) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.NonSpacingMark
        && !char.IsSurrogate(text[i]);

    private static string Fold(string word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (var letter in word.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark) folded.Append(char.ToLowerInvariant(letter));
        }
        return folded.ToString();
    }

    private static string Stem(string word) =>
        Array.Find(["ings", "ing", "ies", "ed", "es", "s", "y", "e"], ending => word.Length - ending.Length >= 3 && word.EndsWith(ending, StringComparison.Ordinal))
            is { } found ? word[..^found.Length] : word;
}
