using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CommunityVoice.Analysis.Ballots;

/// <summary>An order of options that nobody could foresee and anybody can draw again: by the hash of a seed and the option's id.</summary>
/// <remarks>
/// SHA-256 over <c>seed|id</c> in UTF-8; the smallest hash comes first. A fitting seed is the head of the ballot's closed record, which no one
/// person fixes. For <see cref="TieStep.Lots"/>.
/// </remarks>
public static class DrawnLots
{
    public static IReadOnlyList<long> From(string seed, IEnumerable<long> options) =>
        [.. options.OrderBy(o => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed}|{o}")))),
            StringComparer.Ordinal)];
}
