using System.Globalization;

namespace CommunityVoice.Analysis.Ballots.Bundles;

/// <summary>The nine fields of one published line, read without copying it; what <see cref="LedgerText.Read"/> reads for those who keep it.</summary>
internal readonly ref struct EntryLine
{
    private const int Fields = 9;

    private EntryLine(ReadOnlySpan<char> text, ReadOnlySpan<char> choices)
    {
        Text = text;
        Choices = choices;
    }

    public long Ballot { get; private init; }
    public long Sequence { get; private init; }
    public int Batch { get; private init; }
    public Hash256 Commitment { get; private init; }

    /// <summary>None where there is nothing.</summary>
    public Hash256 Supersedes { get; private init; }

    /// <summary>None for <see cref="LedgerText.Start"/>.</summary>
    public Hash256 Previous { get; private init; }
    public Hash256 Hash { get; private init; }

    /// <summary>The first eight fields with the bars between them: what the hash is made from.</summary>
    public ReadOnlySpan<char> Text { get; }
    public ReadOnlySpan<char> Choices { get; }

    /// <summary>The hash is that of the text.</summary>
    public bool IsWhole => Hash256.Of(Text) == Hash;

    /// <summary>Reads a line in the one form it can have; false for anything else.</summary>
    public static bool TryRead(ReadOnlySpan<char> line, out EntryLine entry)
    {
        entry = default;
        Span<Range> at = stackalloc Range[Fields + 1];
        if (line.Split(at, '|') != Fields) return false;
        if (!TryNumber(line[at[0]], out var ballot) || !TryNumber(line[at[1]], out var sequence) || !TryNumber(line[at[2]], out var batch) || batch > int.MaxValue) return false;
        if (!DateOnly.TryParseExact(line[at[3]], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) return false;
        if (!Hash256.TryRead(line[at[5]], out var commitment) || !Hash256.TryRead(line[at[8]], out var hash)) return false;
        var (supersedes, previous) = (default(Hash256), default(Hash256));
        if (!line[at[6]].IsEmpty && !Hash256.TryRead(line[at[6]], out supersedes)) return false;
        if (line[at[7]] is not LedgerText.Start && !Hash256.TryRead(line[at[7]], out previous)) return false;
        entry = new(line[..at[7].End.Value], line[at[4]])
        {
            Ballot = ballot,
            Sequence = sequence,
            Batch = (int)batch,
            Commitment = commitment,
            Supersedes = supersedes,
            Previous = previous,
            Hash = hash,
        };
        return true;
    }

    private static bool TryNumber(ReadOnlySpan<char> text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && text[0] != '0';
}
