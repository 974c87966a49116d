using System.Globalization;
using System.Text;

namespace CommunityVoice.Analysis.Ballots;

/// <summary>
/// The canonical text of one paper's dots: <c>12=3,15=2</c> is three dots on priority 12 and two on 15. Ids ascend, each once,
/// dots are at least one, plain decimal digits without leading zeros; a withdrawn paper is the empty text.
/// </summary>
/// <remarks>Source: design section 6 (a documented canonical text). Anything else is refused, so that one choice has one text and one hash.</remarks>
public static class DotsText
{
    /// <summary>Writes dots per priority id; options without dots are left out. Negative dots throw.</summary>
    public static string Write(IEnumerable<KeyValuePair<long, int>> dots)
    {
        var text = new StringBuilder();
        foreach (var (id, count) in dots.Where(d => d.Value != 0).OrderBy(d => d.Key))
        {
            ArgumentOutOfRangeException.ThrowIfNegative(count, nameof(dots));
            if (text.Length > 0) text.Append(',');
            text.Append(CultureInfo.InvariantCulture, $"{id}={count}");
        }
        return text.ToString();
    }

    /// <summary>Reads it back, in the order of ids; text that is not canonical throws a <see cref="FormatException"/>.</summary>
    public static IReadOnlyList<KeyValuePair<long, int>> Read(string choices)
    {
        if (choices.Length == 0) return [];
        var dots = new List<KeyValuePair<long, int>>();
        foreach (var part in choices.Split(','))
        {
            if (part.Split('=') is not [var id, var count] || !Number(id, out var key) || !Number(count, out var value)
                || value is 0 or > int.MaxValue || (dots.Count > 0 && key <= dots[^1].Key))
            {
                throw new FormatException($"\"{choices}\" is not the canonical text of a paper's dots.");
            }
            dots.Add(new(key, (int)value));
        }
        return dots;
    }

    private static bool Number(string text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && (text.Length == 1 || text[0] != '0');
}
