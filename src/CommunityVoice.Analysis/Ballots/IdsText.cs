using System.Globalization;

namespace CommunityVoice.Analysis.Ballots;

/// <summary>
/// The canonical text of a paper that names options (support, pick up to N, budget): <c>12,15,19</c>. Ids ascend, each once,
/// plain decimal digits without leading zeros; a withdrawn paper is the empty text.
/// </summary>
/// <remarks>Source: design section 6 (a documented canonical text). Anything else is refused, so that one choice has one text and one hash.</remarks>
public static class BallotIdsText
{
    /// <summary>Writes ids in rising order; one given twice is written once. An id below 0 throws.</summary>
    public static string Write(IEnumerable<long> ids) => string.Join(',', new SortedSet<long>(ids).Select(id =>
    {
        ArgumentOutOfRangeException.ThrowIfNegative(id, nameof(ids));
        return id.ToString(CultureInfo.InvariantCulture);
    }));

    /// <summary>Reads it back, in rising order; text that is not canonical throws a <see cref="FormatException"/>.</summary>
    public static IReadOnlyList<long> Read(string choices)
    {
        if (choices.Length == 0) return [];
        var ids = new List<long>();
        foreach (var part in choices.Split(','))
        {
            if (!long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var id) || (part.Length > 1 && part[0] == '0') || (ids.Count > 0 && id <= ids[^1]))
            {
                throw new FormatException($"\"{choices}\" is not the canonical text of a paper's options.");
            }
            ids.Add(id);
        }
        return ids;
    }
}
