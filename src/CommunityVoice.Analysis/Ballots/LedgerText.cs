using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CommunityVoice.Analysis.Ballots;

/// <summary>One sealed entry of a ballot's record, as it is published.</summary>
/// <param name="Ballot">The ballot's number.</param>
/// <param name="Sequence">Its place in the record, from 1.</param>
/// <param name="Batch">The batch it was sealed in, from 1.</param>
/// <param name="SealedOn">The day of that batch, in UK time; there is no time of day.</param>
/// <param name="Choices">The canonical text of the choices; empty when they were taken back.</param>
/// <param name="Commitment">The salted hash of the choices.</param>
/// <param name="Supersedes">The commitment of the entry whose place it takes; null when there was none.</param>
/// <param name="PreviousHash">The hash of the entry before it, or <see cref="LedgerText.Start"/>.</param>
/// <param name="Hash">The hash of its own canonical text.</param>
public sealed record SealedEntry(
    long Ballot, long Sequence, int Batch, DateOnly SealedOn, string Choices, string Commitment, string? Supersedes, string PreviousHash, string Hash);

/// <summary>
/// The canonical text of a ballot's record and the hashes over it, so that anybody can recompute them with any tool.
/// An entry is one line of eight fields between bars: <c>ballot|sequence|batch|day|choices|commitment|supersedes|previous</c>.
/// </summary>
/// <remarks>
/// Hashes are SHA-256 over the UTF-8 bytes, written as 64 lower-case hexadecimal digits. The published line adds the entry's own hash
/// as a ninth field. Source: design section 6 and rule R-F30; the format is documented for the public in <c>content/pages/ballot-record.md</c>.
/// </remarks>
public static class LedgerText
{
    /// <summary>What the first entry follows.</summary>
    public const string Start = "start";

    /// <summary>SHA-256 over <c>salt|choices</c>: hides the salt, fixes the choices. The salt is the receipt code without dashes.</summary>
    public static string Commit(string salt, string choices) => Sha256($"{salt}|{choices}");

    /// <summary>The text that an entry's hash is made from; it holds the hash before, so each hash covers everything up to it.</summary>
    public static string Of(SealedEntry entry) => string.Create(CultureInfo.InvariantCulture,
        $"{entry.Ballot}|{entry.Sequence}|{entry.Batch}|{entry.SealedOn:yyyy-MM-dd}|{entry.Choices}|{entry.Commitment}|{entry.Supersedes}|{entry.PreviousHash}");

    /// <summary>The hash that the entry must carry.</summary>
    public static string HashOf(SealedEntry entry) => Sha256(Of(entry));

    /// <summary>The published line: the canonical text and the hash.</summary>
    public static string Line(SealedEntry entry) => $"{Of(entry)}|{entry.Hash}";

    /// <summary>Reads a published line; throws a <see cref="FormatException"/> when it is not one.</summary>
    public static SealedEntry Read(string line)
    {
        if (line.Split('|') is not [var ballot, var sequence, var batch, var day, var choices, var commitment, var supersedes, var previous, var hash])
        {
            throw new FormatException($"Not a line of a ballot record: \"{line}\"");
        }
        return new(
            long.Parse(ballot, NumberStyles.None, CultureInfo.InvariantCulture),
            long.Parse(sequence, NumberStyles.None, CultureInfo.InvariantCulture),
            int.Parse(batch, NumberStyles.None, CultureInfo.InvariantCulture),
            DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            choices, commitment, supersedes.Length == 0 ? null : supersedes, previous, hash);
    }

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
