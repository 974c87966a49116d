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
        void Same(string what, int kept, int counted)
        {
            if (kept != counted) found.Add(string.Create(CultureInfo.InvariantCulture, $"Ballot {id}: {what} kept {kept}, counted {counted}."));
        }

        Same("papers", ballot.Papers, all.Papers);
        Same("sealed papers", ballot.SealedPapers, @sealed.Papers);
        foreach (var priority in ballot.Priorities)
        {
            Same($"dots of priority {priority.Id}", priority.Dots, all.Of(priority.Id).Dots);
            Same($"people of priority {priority.Id}", priority.People, all.Of(priority.Id).People);
            Same($"sealed dots of priority {priority.Id}", priority.SealedDots, @sealed.Of(priority.Id).Dots);
            Same($"sealed people of priority {priority.Id}", priority.SealedPeople, @sealed.Of(priority.Id).People);
        }
        if (ballot.Method != BallotMethod.Dots) return found;

        var ledger = await LedgerAsync(id, onlySealed: false, ct);
        var byLedger = DotsTally.Of(ledger);
        Same("papers by the ledger", all.Papers, byLedger.Papers);
        foreach (var priority in ballot.Priorities) Same($"dots of priority {priority.Id} by the ledger", all.Of(priority.Id).Dots, byLedger.Of(priority.Id).Dots);
        var record = await db.LedgerEntries.AsNoTracking().Where(e => e.BallotId == id && e.Sequence != null).OrderBy(e => e.Sequence).ToListAsync(ct);
        if (LedgerChain.FirstFault([.. record.Select(e => e.Published())], ballot.Head) is { } fault) found.Add($"Ballot {id}: {fault}");
        return found;
    }

    private async Task<DotsCount> CountAsync(Ballot ballot, CancellationToken ct) => ballot.Method == BallotMethod.Dots
        ? DotsTally.OfChoices(await db.BallotPapers.Where(p => p.BallotId == ballot.Id).Select(p => p.Choices).ToListAsync(ct))
        : await CountMarksAsync(ballot.Id, ct);

    // Marks come from imports, which have no ledger: what is counted is at once what is shown.
    private async Task<DotsCount> CountSealedAsync(Ballot ballot, CancellationToken ct) => ballot.Method == BallotMethod.Dots
        ? DotsTally.Of(await LedgerAsync(ballot.Id, onlySealed: true, ct))
        : await CountMarksAsync(ballot.Id, ct);

    private async Task<DotsCount> CountMarksAsync(long ballotId, CancellationToken ct)
    {
        var people = await db.Marks.Where(m => m.BallotId == ballotId).Select(m => m.ParticipantId).Distinct().CountAsync(ct);
        var marks = await db.Marks.Where(m => m.BallotId == ballotId).GroupBy(m => m.PriorityId)
            .Select(g => new { g.Key, People = g.Count() }).ToListAsync(ct);
        return new(people, marks.ToDictionary(m => m.Key, m => new OptionCount(0, m.People)));
    }

    private Task<List<DotsEntry>> LedgerAsync(long ballotId, bool onlySealed, CancellationToken ct) => db.LedgerEntries.AsNoTracking()
        .Where(e => e.BallotId == ballotId && (!onlySealed || e.Sequence != null))
        .Select(e => new DotsEntry(e.Commitment, e.Choices, e.Supersedes)).ToListAsync(ct);

    // Nobody casts or seals on this ballot while its rows are read one after another.
    private async Task HoldAsync(long ballotId, CancellationToken ct)
    {
        if (db.Database.IsNpgsql()) await db.Database.ExecuteSqlAsync($"""SELECT 1 FROM "Ballots" WHERE "Id" = {ballotId} FOR UPDATE""", ct);
    }
}
