using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Voting;

/// <summary>One choice that a receipt stands for, in words.</summary>
public sealed record ReceiptChoice(string Title, int Dots);

/// <summary>What became of what a receipt code stands for. <paramref name="Choices"/> is null while the record does not show them.</summary>
public sealed record ReceiptState(
    long BallotId, string BallotTitle, bool Matches, bool IsWithdrawal, bool IsReplaced, bool IsTakenBack,
    long? Sequence, int? Batch, DateOnly? SealedOn, IReadOnlyList<ReceiptChoice>? Choices);

/// <summary>Finds what a receipt code stands for.</summary>
/// <remarks>
/// Choices are shown only once they are sealed in a record that is published: there anybody with the code could work out the entry and
/// read them, and a check that hid what was recorded would be none. Before, and with fewer than ten people, the code shows only that
/// something is recorded, so that a receipt proves no more to somebody who leans on its holder than the public record does (rule R-F34).
/// </remarks>
public sealed class Receipts(CommunityVoiceDb db)
{
    public async Task<ReceiptState?> FindAsync(string code, CancellationToken ct)
    {
        var hash = ReceiptCode.HashOf(code);
        if (await db.LedgerEntries.AsNoTracking().SingleOrDefaultAsync(e => e.ReceiptHash == hash, ct) is not { } entry) return null;
        var ballot = await db.Ballots.AsNoTracking().Include(b => b.Priorities).SingleAsync(b => b.Id == entry.BallotId, ct);
        var next = await db.LedgerEntries.AsNoTracking().Where(e => e.BallotId == entry.BallotId && e.Supersedes == entry.Commitment)
            .Select(e => e.Choices).SingleOrDefaultAsync(ct);
        var isPublic = entry.Sequence is not null && ballot.SealedPapers >= BallotResult.FewestPeople;
        return new(
            ballot.Id, ballot.Title, LedgerText.Commit(code, entry.Choices) == entry.Commitment,
            IsWithdrawal: entry.Choices.Length == 0, IsReplaced: next is { Length: > 0 }, IsTakenBack: next is "",
            isPublic ? entry.Sequence : null, entry.Batch, entry.SealedOn, isPublic ? Words(ballot, entry.Choices) : null);
    }

    private static List<ReceiptChoice> Words(Ballot ballot, string choices) =>
        [.. DotsText.Read(choices).Select(d => new ReceiptChoice(ballot.Priorities.Find(p => p.Id == d.Key)?.Title ?? $"Priority {d.Key}", d.Value))];
}
