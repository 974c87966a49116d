using System.Security.Cryptography;
using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Voting;

/// <summary>
/// Moves pending entries into the public record, in batches that hide who came when (rules R-C8 and R-F30): the papers of ten or more people,
/// only while ten or more remain waiting; closing seals the rest. One node does it at a time.
/// </summary>
/// <remarks>
/// What counts towards ten is papers with choices, not entries: one person who changes their mind twenty times is still one paper. A paper's
/// waiting entries go together, so an entry never enters the record after the one that takes its place. The day of a batch is in the
/// record and the time is not.
/// </remarks>
public sealed class Sealer(CommunityVoiceDb db, Leases leases, TimeProvider clock)
{
    public const int FewestInBatch = 10;
    public const int FewestRemaining = 10;
    private static readonly TimeSpan LeaseLength = TimeSpan.FromMinutes(5);

    /// <summary>Seals whatever is due on every ballot; answers how many batches that were.</summary>
    public async Task<int> SealDueAsync(CancellationToken ct)
    {
        if (!await leases.TryTakeAsync("sealer", LeaseLength, ct)) return 0;
        var ballots = await db.Ballots.AsNoTracking().Include(b => b.Consultation)
            .Where(b => b.Method == BallotMethod.Dots && b.ClosedSealAt == null)
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

    /// <summary>The entries of the next batch, in random order: all at the end, otherwise as many papers as may go.</summary>
    internal static List<LedgerEntry> Choose(List<LedgerEntry> pending, bool atEnd)
    {
        if (atEnd) return Shuffle(pending);
        var papers = ByPaper(pending);
        var cast = papers.Where(p => p[0].Choices.Length > 0).ToList();
        if (cast.Count < FewestInBatch + FewestRemaining) return [];
        var going = Shuffle(cast).SkipLast(FewestRemaining).Concat(papers.Where(p => p[0].Choices.Length == 0));
        return Shuffle([.. going.SelectMany(p => p)]);
    }

    // Each paper's waiting entries, the newest first. Nothing says whose they are but that one takes the place of another.
    private static List<List<LedgerEntry>> ByPaper(List<LedgerEntry> pending)
    {
        var byCommitment = pending.ToDictionary(e => e.Commitment, StringComparer.Ordinal);
        var superseded = pending.Where(e => e.Supersedes is not null).Select(e => e.Supersedes!).ToHashSet(StringComparer.Ordinal);
        var papers = new List<List<LedgerEntry>>();
        foreach (var newest in pending.Where(e => !superseded.Contains(e.Commitment)))
        {
            var paper = new List<LedgerEntry>();
            for (var entry = newest; entry is not null; entry = entry.Supersedes is null ? null : byCommitment.GetValueOrDefault(entry.Supersedes))
                paper.Add(entry);
            papers.Add(paper);
        }
        return papers;
    }

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
        var came = DotsTally.Of([.. entries.Select(e => new DotsEntry(e.Commitment, e.Choices, e.Supersedes))]);
        var went = DotsTally.OfChoices(replaced);
        ballot.Sealed(entries.Count, came.Papers - went.Papers, head, now);
        foreach (var priority in ballot.Priorities)
        {
            var (more, fewer) = (came.Of(priority.Id), went.Of(priority.Id));
            priority.Sealed(more.Dots - fewer.Dots, more.People - fewer.People);
        }
    }

    private static List<T> Shuffle<T>(IEnumerable<T> items)
    {
        var shuffled = items.ToArray();
        RandomNumberGenerator.Shuffle(shuffled.AsSpan());
        return [.. shuffled];
    }
}
