using System.Globalization;
using System.Text;

namespace CommunityVoice;

/// <summary>Makes the readable end of an address from a title: "Café at the Weir" is cafe-at-the-weir.</summary>
public static class Slug
{
    public static string Of(string title, int maxLength = 80)
    {
        var slug = new StringBuilder(title.Length);
        // Taken apart, an accented letter is the plain letter and a mark, and the mark is left out.
        foreach (var letter in title.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(letter)) slug.Append(char.ToLowerInvariant(letter));
            else if (!IsSilent(letter) && slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }
        if (slug.Length > maxLength) slug.Length = maxLength;
        var readable = slug.ToString().Trim('-');
        return readable.Length > 0 ? readable : "untitled";
    }

    /// <summary>What is wanted, or with the first number behind it that nobody has taken.</summary>
    public static string Free(string wanted, IReadOnlyCollection<string> taken)
    {
        for (var number = 1; ; number++)
        {
            var candidate = number == 1 ? wanted : $"{wanted}-{number.ToString(CultureInfo.InvariantCulture)}";
            if (!taken.Contains(candidate, StringComparer.Ordinal)) return candidate;
        }
    }

    private static bool IsSilent(char letter) =>
        letter is '\'' or '’' || CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark;
}
