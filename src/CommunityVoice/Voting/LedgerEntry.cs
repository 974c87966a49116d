using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Data;

namespace CommunityVoice.Voting;

/// <summary>
/// One entry of a ballot's append-only record. It is stored pending, without sequence or hash, in the transaction that casts;
/// the sealer shuffles pending entries and chains them. It carries no area, voice or exact time.
/// </summary>
/// <remarks>
/// Row ids grow in the order of casting, as the papers' do, so an id would lead from a sealed entry to a paper. Sealing therefore never
/// keeps a row: it deletes the pending ones and writes new ones in shuffled order, and no page, file or letter shows an id.
/// What remains is <see cref="ReceiptHash"/>: whoever runs the database can still lead from a paper's receipt to its entry, as rule R-F34 says
/// openly ("must not claim: secret from the operator").
/// </remarks>
public sealed class LedgerEntry : INeverOnCachedPages
{
    private LedgerEntry() { } // EF Core

    /// <summary>A pending entry written outside the hot path.</summary>
    internal LedgerEntry(long ballotId, string commitment, string choices, string supersedes, string receiptHash) =>
        (BallotId, Commitment, Choices, Supersedes, ReceiptHash) = (ballotId, commitment, choices, supersedes, receiptHash);

    public long Id { get; private set; }
    public long BallotId { get; private set; }

    /// <summary>SHA-256 of the receipt's code and the choices, so that only the holder of the receipt can point at it.</summary>
    public string Commitment { get; private set; } = "";
    public string Choices { get; private set; } = "";

    /// <summary>The commitment of the entry it takes the place of.</summary>
    public string? Supersedes { get; private set; }

    /// <summary>Finds the entry of a receipt code; never published.</summary>
    [Personal(DataClass.Credential)]
    public string ReceiptHash { get; private set; } = "";
    public long? Sequence { get; private set; }
    public int? Batch { get; private set; }
    public string? PreviousHash { get; private set; }
    public string? Hash { get; private set; }
    public DateOnly? SealedOn { get; private set; }

    /// <summary>As it is published; only once it is sealed.</summary>
    public SealedEntry Published() => new(
        BallotId, Sequence!.Value, Batch!.Value, SealedOn!.Value, Choices, Commitment, Supersedes, PreviousHash!, Hash!);

    /// <summary>A new row that says the same at its place in the record.</summary>
    internal LedgerEntry SealedAs(long sequence, int batch, DateOnly on, string previousHash)
    {
        var entry = new SealedEntry(BallotId, sequence, batch, on, Choices, Commitment, Supersedes, previousHash, "");
        return new LedgerEntry
        {
            BallotId = BallotId,
            Commitment = Commitment,
            Choices = Choices,
            Supersedes = Supersedes,
            ReceiptHash = ReceiptHash,
            Sequence = sequence,
            Batch = batch,
            SealedOn = on,
            PreviousHash = previousHash,
            Hash = LedgerText.HashOf(entry),
        };
    }
}
