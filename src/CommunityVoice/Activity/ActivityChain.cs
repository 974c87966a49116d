using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Activity;

/// <summary>Chains activity entries in the transaction that saves them, and checks the chain.</summary>
public static class ActivityChain
{
    /// <summary>What the first entry follows.</summary>
    public const string Start = "start";

    private const long PostgresLock = 0x436F6D6D566F6963; // "CommVoic"

    internal static async Task LinkNewEntriesAsync(CommunityVoiceDb db, CancellationToken ct)
    {
        // In the order in which they were added, by which the database numbers them; the tracker keeps no order of its own.
        var added = db.ChangeTracker.Entries<ActivityEntry>().Where(e => e.State == EntityState.Added)
            .OrderBy(e => e.Property(entry => entry.Id).CurrentValue).Select(e => e.Entity).ToList();
        if (added.Count == 0) return;
        // One writer at a time extends the chain: SQLite by its nature, PostgreSQL by this lock, held until the commit.
        if (db.Database.IsNpgsql()) await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({PostgresLock})", ct);
        var previous = await db.ActivityEntries.OrderByDescending(e => e.Id).Select(e => e.Hash).FirstOrDefaultAsync(ct) ?? Start;
        foreach (var entry in added)
        {
            entry.ChainTo(previous);
            previous = entry.Hash;
        }
    }

    /// <summary>The id of the first entry that was altered, moved or follows a removed one; none when the chain is whole.</summary>
    public static async Task<long?> FirstBrokenAsync(CommunityVoiceDb db, CancellationToken ct)
    {
        var previous = Start;
        await foreach (var entry in db.ActivityEntries.AsNoTracking().OrderBy(e => e.Id).AsAsyncEnumerable().WithCancellation(ct))
        {
            if (entry.PreviousHash != previous || entry.Hash != entry.HashAfter(previous)) return entry.Id;
            previous = entry.Hash;
        }
        return null;
    }
}
