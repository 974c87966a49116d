using System.Globalization;

namespace CommunityVoice.Analysis.Ballots;

/// <summary>
/// The canonical text of one paper's ranking: <c>15>12>19</c> is priority 15 first, then 12, then 19. Each id once, plain decimal digits
/// without leading zeros; options left out share the last place; a withdrawn paper is the empty text.
/// </summary>
/// <remarks>Source: design section 6 (a documented canonical text). Anything else is refused, so that one choice has one text and one hash.</remarks>
public static class RankText
{
    /// <summary>Writes option ids, best first; a negative id or one given twice throws an <see cref="ArgumentException"/>.</summary>
    public static string Write(IEnumerable<long> options)
    {
        var ids = options.ToList();
        if (ids.Exists(id => id < 0)) throw new ArgumentOutOfRangeException(nameof(options), "An option's id is not negative.");
        if (ids.Distinct().Count() != ids.Count) throw new ArgumentException("An option is ranked twice.", nameof(options));
        return string.Join('>', ids.Select(id => id.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>Reads it back, best first; text that is not canonical throws a <see cref="FormatException"/>.</summary>
    public static IReadOnlyList<long> Read(string choices)
    {
        if (choices.Length == 0) return [];
        var ids = new List<long>();
        foreach (var part in choices.Split('>'))
        {
            var isNumber = long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && (part.Length == 1 || part[0] != '0');
            if (!isNumber || ids.Contains(id)) throw new FormatException($"\"{choices}\" is not the canonical text of a paper's ranking.");
            ids.Add(id);
        }
        return ids;
    }
}
