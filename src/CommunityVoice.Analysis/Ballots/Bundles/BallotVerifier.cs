namespace CommunityVoice.Analysis.Ballots.Bundles;

/// <summary>One entry that a receipt code stands for, and whether it counts in the result.</summary>
/// <param name="Entry">Its number in the record.</param>
/// <param name="Choices">The canonical text of its choices.</param>
/// <param name="Counts">No later entry took its place, and it did not take choices back.</param>
public sealed record ReceiptMatch(long Entry, string Choices, bool Counts);

/// <summary>What checking a bundle came to.</summary>
/// <param name="Bundle">Its heading; null when it is no bundle.</param>
/// <param name="Fault">The first thing that is wrong; null when all is right.</param>
/// <param name="Entries">How many entries follow one another from the first.</param>
/// <param name="NotOffered">How many of them are marks on statements that are no longer shown, and leave no trace in the result.</param>
/// <param name="Counted">The result worked out anew; null when a fault came before.</param>
/// <param name="Receipt">The entries of the receipt code that was asked about.</param>
public sealed record BundleReport(BallotBundle? Bundle, BundleFault? Fault, long Entries = 0, long NotOffered = 0, CountedBallot? Counted = null, IReadOnlyList<ReceiptMatch>? Receipt = null);

/// <summary>
/// Checks a ballot's public bundle: that no entry was removed, moved, altered or added, that none takes a place it may not take or breaks the rules of
/// the ballot, and that every line of the published result is what the entries add up to.
/// </summary>
/// <remarks>
/// Reads the text once, an entry at a time: time grows with the number of entries, memory by some fifty bytes for each. A chain shows every change that
/// leaves a later hash in place; whoever rewrites all hashes is found out only by somebody who kept an earlier one (rule R-F34), so pass it where there
/// is one: the hash of any entry, or the fingerprint of the terms. Sources: design section 6, rules R-F28 to R-F31. Throws nothing on bad input.
/// </remarks>
public static class BallotVerifier
{
    /// <param name="text">The bundle, from its first line.</param>
    /// <param name="kept">A fingerprint kept earlier, if there is one.</param>
    /// <param name="receipt">A receipt code without dashes, to be told which entry it stands for.</param>
    /// <param name="cancel">Stops the counting.</param>
    public static BundleReport Verify(TextReader text, string? kept = null, string? receipt = null, CancellationToken cancel = default)
    {
        BundleReader reader;
        try
        {
            reader = BundleReader.Open(text);
        }
        catch (FormatException e)
        {
            return new(null, new(BundleFaultKind.NotABundle, 0, e.Message));
        }
        var bundle = reader.Bundle;
        if (!reader.HasTermsAsStated) return new(bundle, new(BundleFaultKind.TermsChanged));

        var chain = new BundleChain(reader, kept);
        if (chain.FirstFault(cancel) is { } broken) return new(bundle, broken, chain.Entries, chain.Memory.NotOffered);
        var counted = chain.Memory.Count(bundle.Head, cancel);
        return new(bundle, Difference(bundle.Result, ResultText.Of(counted)), chain.Entries, chain.Memory.NotOffered, counted, receipt is null ? null : chain.Memory.Find(receipt));
    }

    private static BundleFault? Difference(IReadOnlyList<string> published, IReadOnlyList<string> counted)
    {
        for (var i = 0; i < Math.Max(published.Count, counted.Count); i++)
        {
            var (says, comes) = (published.ElementAtOrDefault(i), counted.ElementAtOrDefault(i));
            if (says != comes) return new(BundleFaultKind.ResultDiffers, 0, $"line {i + 1} of it says \"{says ?? "nothing"}\" where \"{comes ?? "nothing"}\" is right.");
        }
        return null;
    }
}

/// <summary>Follows the entries from hash to hash.</summary>
internal sealed class BundleChain(BundleReader reader, string? kept)
{
    private readonly BallotBundle bundle = reader.Bundle;
    private readonly bool keptTerms = kept == reader.Terms;
    private readonly Hash256 wanted = Hash256.TryRead(kept, out var hash) ? hash : default;
    private Hash256 previous;
    private int batch;

    public EntryMemory Memory { get; } = new(reader.Bundle.Terms, reader.Bundle.Entries);

    public long Entries { get; private set; }

    public BundleFault? FirstFault(CancellationToken cancel)
    {
        var isKnown = kept is null || keptTerms;
        while (reader.NextLine() is { } line)
        {
            if ((Entries & 0xFFF) == 0) cancel.ThrowIfCancellationRequested();
            var due = Entries + 1;
            if (!EntryLine.TryRead(line, out var entry)) return ComesLater(due) || due > bundle.Entries ? new(BundleFaultKind.Added, due, "A line that is no entry") : Altered(due);
            if (Wrong(entry, due) is { } wrong) return wrong;
            if (entry.Batch != batch && Memory.StillAwaited is { } awaited) return awaited;
            if (Memory.Take(entry) is { } fault) return fault;
            (previous, batch, Entries) = (entry.Hash, entry.Batch, due);
            isKnown |= entry.Hash == wanted;
        }
        if (Entries < bundle.Entries) return new(BundleFaultKind.Removed, Entries + 1);
        if (Memory.StillAwaited is { } missing) return missing;
        if (previous.ToString() != bundle.Head || batch != bundle.Batches) return NotTheSame("its last hash or batch is not the one that line 4 names");
        return isKnown ? null : NotTheSame("not the fingerprint that was kept");
    }

    private BundleFault? Wrong(in EntryLine entry, long due)
    {
        if (entry.Sequence != due) return Misplaced(entry, due);
        if (due > bundle.Entries) return new(BundleFaultKind.Added, due);
        if (entry.Ballot != bundle.Terms.Ballot || !entry.IsWhole) return AddedOr(Altered(due), due);
        // Its own hash is right and yet it names another predecessor: that one was altered and hashed anew.
        if (entry.Previous != previous) return AddedOr(Altered(Math.Max(1, due - 1)), due);
        return entry.Batch == batch + 1 || (entry.Batch == batch && batch > 0) ? null : Altered(due);
    }

    private BundleFault Misplaced(in EntryLine entry, long due)
    {
        // It follows the one before it as the entry that is due would: its number is what was changed, or it was forged and put in.
        if (entry.Previous == previous) return ComesLater(due) ? new(BundleFaultKind.Added, entry.Sequence) : Altered(due);
        if (entry.Sequence < due) return new(BundleFaultKind.Added, entry.Sequence);
        return new(ComesLater(due) ? BundleFaultKind.Moved : BundleFaultKind.Removed, due);
    }

    private BundleFault AddedOr(BundleFault other, long due) => ComesLater(due) ? new(BundleFaultKind.Added, due) : other;

    // Reads on to the end: only once a fault was found.
    private bool ComesLater(long sequence)
    {
        while (reader.NextLine() is { } line)
        {
            if (EntryLine.TryRead(line, out var entry) && entry.Sequence == sequence) return true;
        }
        return false;
    }

    private static BundleFault Altered(long entry) => new(BundleFaultKind.Altered, entry);

    private BundleFault NotTheSame(string why) => new(BundleFaultKind.NotTheSameRecord, Entries, why);
}
