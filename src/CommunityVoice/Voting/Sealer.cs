using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Voting;

/// <summary>
/// Moves pending entries into the public record, in batches that hide who came when (<see cref="BatchRule"/>); closing seals the rest.
/// One node does it at a time. The day of a batch is in the record and the time is not.
/// </summary>
public sealed class Sealer(CommunityVoiceDb db, Leases leases, TimeProvider clock)
{
    private static readonly TimeSpan LeaseLength = TimeSpan.FromMinutes(5);

    /// <summary>Seals whatever is due on every ballot; answers how many batches that were.</summary>
    public async Task<int> SealDueAsync(CancellationToken ct)
    {
        if (!await leases.TryTakeAsync("sealer", LeaseLength, ct)) return 0;
        var ballots = await db.Ballots.AsNoTracking().Include(b => b.Consultation)
            // After the closing seal entries come only where two people left papers out, or put them back.
            .Where(b => b.ClosedSealAt == null || db.LedgerEntries.Any(e => e.BallotId == b.Id && e.Sequence == null))
            .OrderBy(b => b.Id).ToListAsync(ct);
        var batches = 0;
        foreach (var ballot in ballots)
        {
            if (await SealAsync(ballot.Id, ct)) batches++;
        }
        return batches;
    }

    private Task<bool> SealAsync(long ballotId, CancellationToken ct) => db.TransactAsync(async () =>
    {
        db.ChangeTracker.Clear();
        if (db.Database.IsNpgsql()) await db.Database.ExecuteSqlAsync($"""SELECT 1 FROM "Ballots" WHERE "Id" = {ballotId} FOR UPDATE""", ct);
        var ballot = await db.Ballots.Include(b => b.Consultation).Include(b => b.Priorities).SingleAsync(b => b.Id == ballotId, ct);
        var now = clock.GetUtcNow();
        var pending = await db.LedgerEntries.Where(e => e.BallotId == ballotId && e.Sequence == null).ToListAsync(ct);
        var taken = Choose(pending, ballot.HasEndedAt(now));
        if (taken.Count > 0) await ChainAsync(ballot, taken, now, ct);
        if (ballot.HasEndedAt(now)) ballot.SealForGood(now);
        await db.SaveChangesAsync(ct);
        return taken.Count > 0;
    }, ct);

    // The rule picks and shuffles; here its entries are found again among the rows.
    private static List<LedgerEntry> Choose(List<LedgerEntry> pending, bool atEnd)
    {
        var rows = pending.ToDictionary(e => e.Commitment, StringComparer.Ordinal);
        return [.. BatchRule.Next([.. pending.Select(Waiting)], atEnd).Select(e => rows[e.Commitment])];
    }

    // Marks of one receipt belong to one paper; other papers' entries say themselves which takes the place of which.
    private static BallotEntry Waiting(LedgerEntry entry) => new(entry.Commitment, entry.Choices, entry.Supersedes, entry.ReceiptHash);

    private static BallotEntry Said(LedgerEntry entry) => new(entry.Commitment, entry.Choices, entry.Supersedes);

    private async Task ChainAsync(Ballot ballot, List<LedgerEntry> taken, DateTimeOffset now, CancellationToken ct)
    {
        var (sequence, head, batch) = (ballot.SealedEntries, ballot.Head ?? LedgerText.Start, ballot.SealedBatches + 1);
        var entries = new List<LedgerEntry>(taken.Count);
        foreach (var entry in taken)
        {
            entries.Add(entry.SealedAs(++sequence, batch, UkTime.Day(now), head));
            head = entries[^1].Hash!;
        }
        await CountAsync(ballot, entries, head, now, ct);

        // New rows in the shuffled order; see LedgerEntry for why none is kept.
        db.LedgerEntries.RemoveRange(taken);
        await db.SaveChangesAsync(ct);
        db.LedgerEntries.AddRange(entries);
    }

    private async Task CountAsync(Ballot ballot, List<LedgerEntry> entries, string head, DateTimeOffset now, CancellationToken ct)
    {
        var replaced = new List<string>();
        foreach (var some in entries.Where(e => e.Supersedes is not null).Select(e => e.Supersedes!).Chunk(500))
        {
            replaced.AddRange(await db.LedgerEntries.Where(e => e.BallotId == ballot.Id && e.Sequence != null && some.Contains(e.Commitment))
                .Select(e => e.Choices).ToListAsync(ct));
        }
        var came = BallotTally.Of(ballot.Method, [.. entries.Select(Said)]);
        var went = BallotTally.OfChoices(ballot.Method, replaced);
        var papers = ballot.HasMarks ? await SealMarksAsync(ballot.Id, entries, ct) - ballot.SealedPapers : came.Papers - went.Papers;
        ballot.Sealed(entries.Count, papers, head, now);
        foreach (var priority in ballot.Priorities) priority.Sealed(came.Of(priority.Id).Minus(went.Of(priority.Id)));
    }

    // Brings each mark up to its newest sealed entry, found by the receipt of its paper; answers how many people count then.
    private async Task<int> SealMarksAsync(long ballotId, List<LedgerEntry> entries, CancellationToken ct)
    {
        var holders = (await db.BallotPapers.Where(p => p.BallotId == ballotId).Select(p => new { p.Receipt, p.ParticipantId }).ToListAsync(ct))
            .ToDictionary(p => ReceiptCode.HashOf(p.Receipt), p => p.ParticipantId, StringComparer.Ordinal);
        var replaced = entries.Select(e => e.Supersedes).ToHashSet(StringComparer.Ordinal);
        var newest = entries.Where(e => !replaced.Contains(e.Commitment)).ToDictionary(
            e => (MarkText.StatementOf(e.Choices), holders[e.ReceiptHash]), e => ChoicesText.IsNothing(e.Choices) ? (int?)null : MarkText.Read(e.Choices).Value);
        foreach (var some in newest.Keys.Select(k => k.Item2).Distinct().Chunk(500))
        {
            foreach (var mark in await db.Marks.Where(m => m.BallotId == ballotId && some.Contains(m.ParticipantId)).ToListAsync(ct))
            {
                if (newest.TryGetValue((mark.PriorityId, mark.ParticipantId), out var value)) mark.Seal(value);
            }
        }
        await db.SaveChangesAsync(ct);
        return await CountedPeople.InRecordAsync(db, ballotId, ct);
    }
}
