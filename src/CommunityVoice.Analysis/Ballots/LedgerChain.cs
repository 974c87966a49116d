namespace CommunityVoice.Analysis.Ballots;

/// <summary>What is wrong with a record, at the first place where something is.</summary>
public enum LedgerFaultKind
{
    /// <summary>An entry of this number is missing.</summary>
    Removed,

    /// <summary>The entry of this number stands elsewhere.</summary>
    Moved,

    /// <summary>The entry of this number does not say what it said when it was sealed.</summary>
    Altered,

    /// <summary>A second entry of this number was put in.</summary>
    Added,

    /// <summary>The record holds together but is not the one whose head was kept: its end was cut off or it was written anew.</summary>
    NotTheSameRecord,
}

/// <summary>The first fault of a record: of what kind, and the sequence number of the entry it concerns.</summary>
public sealed record LedgerFault(LedgerFaultKind Kind, long Sequence)
{
    public override string ToString() => Kind switch
    {
        LedgerFaultKind.Removed => $"Entry {Sequence} was removed.",
        LedgerFaultKind.Moved => $"Entry {Sequence} was moved.",
        LedgerFaultKind.Altered => $"Entry {Sequence} was altered.",
        LedgerFaultKind.Added => $"An entry numbered {Sequence} was added.",
        _ => $"The record has {Sequence} entries that follow one another, but not the fingerprint that was kept.",
    };
}

/// <summary>Checks that a record is whole: entries 1 to n in order, each with the hash of its own text and of the entry before it.</summary>
/// <remarks>
/// A chain shows every change that leaves a later hash in place. Whoever rewrites every hash after a change is found out only by somebody
/// who kept an earlier head (rule R-F34), so pass it where there is one. Time and memory grow with the number of entries.
/// </remarks>
public static class LedgerChain
{
    /// <summary>The first fault, or none. A kept head may be older than the record: it must occur in it.</summary>
    public static LedgerFault? FirstFault(IReadOnlyList<SealedEntry> entries, string? keptHead = null)
    {
        var previous = LedgerText.Start;
        var headSeen = keptHead is null || keptHead == LedgerText.Start;
        for (var i = 0; i < entries.Count; i++)
        {
            var (entry, due) = (entries[i], i + 1L);
            if (entry.Sequence != due) return Misplaced(entries, i, due);
            if (LedgerText.HashOf(entry) != entry.Hash) return new(LedgerFaultKind.Altered, due);
            // Its own hash is right and yet it names another predecessor: that one was altered and hashed anew.
            if (entry.PreviousHash != previous) return new(LedgerFaultKind.Altered, Math.Max(1, due - 1));
            previous = entry.Hash;
            headSeen |= entry.Hash == keptHead;
        }
        return headSeen ? null : new(LedgerFaultKind.NotTheSameRecord, entries.Count);
    }

    private static LedgerFault Misplaced(IReadOnlyList<SealedEntry> entries, int at, long due)
    {
        if (entries.Take(at).Any(e => e.Sequence == entries[at].Sequence)) return new(LedgerFaultKind.Added, entries[at].Sequence);
        return new(entries.Skip(at).Any(e => e.Sequence == due) ? LedgerFaultKind.Moved : LedgerFaultKind.Removed, due);
    }
}
