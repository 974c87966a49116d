using System.Globalization;
using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Voting;

/// <summary>Compares the kept tallies with papers, marks and ledger, and rebuilds them from those where they differ.</summary>
public sealed class TallyCheck(CommunityVoiceDb db)
{
    /// <summary>Everything that does not agree, a sentence each; nothing when all is well.</summary>
    public async Task<List<string>> FindAsync(CancellationToken ct)
    {
        var differences = new List<string>();
        foreach (var id in await db.Ballots.OrderBy(b => b.Id).Select(b => b.Id).ToListAsync(ct))
            differences.AddRange(await db.TransactAsync(() => CompareAsync(id, ct), ct));
        return differences;
    }

    /// <summary>Rebuilds every tally, internal from papers and marks, sealed from the ledger; answers the number of ballots.</summary>
    public async Task<int> RebuildAsync(CancellationToken ct)
    {
        var ids = await db.Ballots.OrderBy(b => b.Id).Select(b => b.Id).ToListAsync(ct);
        foreach (var id in ids) await RebuildAsync(id, ct);
        return ids.Count;
    }

    /// <summary>Rebuilds the tallies of one ballot.</summary>
    public Task RebuildAsync(long id, CancellationToken ct) => db.TransactAsync(async () =>
    {
        db.ChangeTracker.Clear();
        await HoldAsync(id, ct);
        var ballot = await db.Ballots.Include(b => b.Priorities).SingleAsync(b => b.Id == id, ct);
        var (all, @sealed) = (await CountAsync(ballot, ct), await CountSealedAsync(ballot, ct));
        ballot.Recount(all.Papers, @sealed.Papers);
        foreach (var priority in ballot.Priorities) priority.Recount(all.Of(priority.Id), @sealed.Of(priority.Id));
        await db.SaveChangesAsync(ct);
    }, ct);

    private async Task<List<string>> CompareAsync(long id, CancellationToken ct)
    {
        await HoldAsync(id, ct);
        var ballot = await db.Ballots.AsNoTracking().Include(b => b.Priorities).SingleAsync(b => b.Id == id, ct);
        var (all, @sealed) = (await CountAsync(ballot, ct), await CountSealedAsync(ballot, ct));
        var found = new List<string>();
        void Same<T>(string what, T kept, T counted)
        {
            if (!Equals(kept, counted)) found.Add(string.Create(CultureInfo.InvariantCulture, $"Ballot {id}: {what} kept {kept}, counted {counted}."));
        }

        Same("papers", ballot.Papers, all.Papers);
        Same("sealed papers", ballot.SealedPapers, @sealed.Papers);
        foreach (var priority in ballot.Priorities)
        {
            Same($"priority {priority.Id}", priority.Live, all.Of(priority.Id));
            Same($"sealed priority {priority.Id}", priority.Shown, @sealed.Of(priority.Id));
        }
        var ledger = await LedgerAsync(id, onlySealed: false, ct);
        if (ledger.Count == 0 && ballot.HasMarks) return found; // imports have no ledger

        var byLedger = BallotTally.Of(ballot.Method, ledger);
        if (!ballot.HasMarks) Same("papers by the ledger", all.Papers, byLedger.Papers);
        foreach (var priority in ballot.Priorities) Same($"priority {priority.Id} by the ledger", all.Of(priority.Id), byLedger.Of(priority.Id));
        if (ballot.HasMarks)
        {
            // What marks say is in the record must be what the record itself says.
            var bySealed = BallotTally.Of(ballot.Method, await LedgerAsync(id, onlySealed: true, ct));
            foreach (var priority in ballot.Priorities) Same($"sealed priority {priority.Id} by the ledger", @sealed.Of(priority.Id), bySealed.Of(priority.Id));
        }
        var record = await db.LedgerEntries.AsNoTracking().Where(e => e.BallotId == id && e.Sequence != null).OrderBy(e => e.Sequence).ToListAsync(ct);
        if (LedgerChain.FirstFault([.. record.Select(e => e.Published())], ballot.Head) is { } fault) found.Add($"Ballot {id}: {fault}");
        return found;
    }

    private async Task<BallotCount> CountAsync(Ballot ballot, CancellationToken ct) => ballot.HasMarks
        ? await CountMarksAsync(db.Marks.Where(m => m.BallotId == ballot.Id && m.Value != null).Select(m => new CountedMark { Statement = m.PriorityId, Participant = m.ParticipantId, Value = m.Value }), ct)
        : BallotTally.OfChoices(ballot.Method, await db.BallotPapers.Where(p => p.BallotId == ballot.Id).Select(p => p.Choices).ToListAsync(ct));

    private async Task<BallotCount> CountSealedAsync(Ballot ballot, CancellationToken ct) => ballot.HasMarks
        ? (await CountMarksAsync(db.Marks.Where(m => m.BallotId == ballot.Id && m.SealedValue != null).Select(m => new CountedMark { Statement = m.PriorityId, Participant = m.ParticipantId, Value = m.SealedValue }), ct)) with { Papers = await CountedPeople.InRecordAsync(db, ballot.Id, ct) }
        : BallotTally.Of(ballot.Method, await LedgerAsync(ballot.Id, onlySealed: true, ct));

    private static async Task<BallotCount> CountMarksAsync(IQueryable<CountedMark> marks, CancellationToken ct)
    {
        var people = await marks.Select(m => m.Participant).Distinct().CountAsync(ct);
        var counts = await marks.GroupBy(m => new { m.Statement, m.Value }).Select(g => new { g.Key.Statement, g.Key.Value, Count = g.Count() }).ToListAsync(ct);
        return new(people, counts.GroupBy(c => c.Statement).ToDictionary(g => g.Key, g => g.Aggregate(OptionCount.None, (sum, c) => sum.Plus(new(0, c.Count,
            c.Value > 0 ? c.Count : 0, c.Value < 0 ? c.Count : 0, c.Value == 0 ? c.Count : 0)))));
    }

    private Task<List<BallotEntry>> LedgerAsync(long ballotId, bool onlySealed, CancellationToken ct) => db.LedgerEntries.AsNoTracking()
        .Where(e => e.BallotId == ballotId && (!onlySealed || e.Sequence != null))
        .Select(e => new BallotEntry(e.Commitment, e.Choices, e.Supersedes, null)).ToListAsync(ct);

    // Nobody casts or seals on this ballot while its rows are read one after another.
    private async Task HoldAsync(long ballotId, CancellationToken ct)
    {
        if (db.Database.IsNpgsql()) await db.Database.ExecuteSqlAsync($"""SELECT 1 FROM "Ballots" WHERE "Id" = {ballotId} FOR UPDATE""", ct);
    }

    private sealed class CountedMark
    {
        public long Statement { get; init; }
        public Guid Participant { get; init; }
        public int? Value { get; init; }
    }
}
