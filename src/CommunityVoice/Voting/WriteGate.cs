using CommunityVoice.Data;
using Microsoft.Extensions.Options;
using Npgsql;

namespace CommunityVoice.Voting;

/// <summary>
/// The way in for the hot writes, casting and support: whatever is waiting is committed together, each answered after the commit, a savepoint an item.
/// On SQLite there is one lane, on a connection of its own with prepared statements. On PostgreSQL there is a lane for each thing that the work locks
/// first (a ballot, a comment): a transaction that held two of them could wait for another node which holds them the other way round.
/// </summary>
public sealed class WriteGate(IOptions<DatabaseOptions> database, WriteTurn turn, PageVersions pages) : IAsyncDisposable
{
    /// <summary>Other writers get their turn after so many items.</summary>
    private const int MostTogether = 500;

    /// <summary>PostgreSQL remembers so many open savepoints of a transaction at no cost to others.</summary>
    private const int MostTogetherOnPostgres = 60;

    private readonly Dictionary<string, Queue<GateItem>> lanes = new(StringComparer.Ordinal);
    private readonly Lazy<NpgsqlDataSource> postgres = new(() => NpgsqlDataSource.Create(
        new NpgsqlConnectionStringBuilder(database.Value.ConnectionString) { MaxAutoPrepare = 100, AutoPrepareMinUsages = 2 }));
    private long commits;
    private int aloneSoFar;
    private SqliteGateWork? sqlite;

    /// <summary>How many commits it made, to show that items share them.</summary>
    public long Commits => Interlocked.Read(ref commits);

    private bool IsSqlite => database.Value.Provider == DatabaseProvider.Sqlite;

    /// <summary>
    /// Runs the work in a transaction and answers once it is on disk. Work that throws leaves nothing behind and fails alone.
    /// It must only use what it is given: it runs inside the transaction of others. <paramref name="locks"/> names the row that it locks first and that
    /// puts it in one order with all else which changes the same rows; work without a name shares its commit with nobody on PostgreSQL.
    /// </summary>
    public Task<T> RunAsync<T>(Func<GateWork, Task<T>> work, CancellationToken ct, string? locks = null) => EnterAsync(new GateSingle<T>(work), locks, ct);

    /// <summary>
    /// The same for work that can be done for many at once: whatever of it waits behind one lock is given to it together, in the order it came, and alone
    /// again where it fails so.
    /// </summary>
    public Task<TResult> RunAsync<TItem, TResult>(GateBatch<TItem, TResult> batch, TItem item, string locks, CancellationToken ct) =>
        EnterAsync(new GateBatchItem<TItem, TResult>(batch, item, locks), locks, ct);

    public async ValueTask DisposeAsync()
    {
        if (sqlite is not null) await sqlite.DisposeAsync();
        if (postgres.IsValueCreated) await postgres.Value.DisposeAsync();
    }

    private Task<T> EnterAsync<T>(GateItem<T> item, string? locks, CancellationToken ct)
    {
        var name = IsSqlite ? "" : locks ?? FormattableString.Invariant($"alone {Interlocked.Increment(ref aloneSoFar)}");
        lock (lanes)
        {
            if (lanes.TryGetValue(name, out var lane)) lane.Enqueue(item);
            else
            {
                // Whoever finds nobody at work in the lane works for all, until nothing is waiting.
                lanes[name] = new([item]);
                _ = Task.Run(() => DrainAsync(name), CancellationToken.None);
            }
        }
        return item.Answer.WaitAsync(ct);
    }

    private async Task DrainAsync(string name)
    {
        while (true)
        {
            List<GateItem> together;
            if (IsSqlite)
            {
                using var taken = await turn.TakeAsync(CancellationToken.None);
                together = Take(name, MostTogether);
                if (together.Count > 0) await CommitOnSqliteAsync(together);
            }
            else
            {
                together = Take(name, MostTogetherOnPostgres);
                if (together.Count > 0) await CommitOnPostgresAsync(together);
            }
            if (together.Count == 0) return;
            foreach (var item in together) item.Tell();
        }
    }

    // An empty lane is closed under the same lock that items are put in under, so none is forgotten.
    private List<GateItem> Take(string name, int most)
    {
        lock (lanes)
        {
            var (lane, together) = (lanes[name], new List<GateItem>());
            while (together.Count < most && lane.TryDequeue(out var item)) together.Add(item);
            if (together.Count == 0) lanes.Remove(name);
            return together;
        }
    }

    private async Task CommitOnSqliteAsync(List<GateItem> together)
    {
        try
        {
            sqlite ??= await SqliteGateWork.OpenAsync(DatabaseProviders.Complete(database.Value.ConnectionString));
            await sqlite.ExecuteAsync("BEGIN IMMEDIATE");
            foreach (var group in Groups(together)) await group[0].RunAsync(sqlite, group, alone: false);
            await sqlite.CountAsync();
            await sqlite.ExecuteAsync("COMMIT");
            Committed(sqlite);
        }
        catch (Exception e)
        {
            // Nothing was kept, so nobody may be told otherwise. The next items start on a fresh connection.
            foreach (var item in together) item.Fail(e);
            if (sqlite is not null) await sqlite.DisposeAsync();
            sqlite = null;
        }
    }

    private async Task CommitOnPostgresAsync(List<GateItem> together)
    {
        try
        {
            await using var connection = await postgres.Value.OpenConnectionAsync();
            await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.ReadCommitted);
            var work = new PostgresGateWork(connection);
            foreach (var group in Groups(together)) await group[0].RunAsync(work, group, alone: together.Count == 1);
            if (together is [{ HasFailed: true }]) return; // nothing to keep
            await work.CountAsync();
            if (work.PageTags.Count > 0) await work.ExecuteAsync("SELECT pg_notify(@p0, @p1)", PageVersions.Channel, PageChanges.News(work.PageTags));
            await transaction.CommitAsync();
            Committed(work);
        }
        catch (Exception e)
        {
            foreach (var item in together) item.Fail(e);
        }
    }

    // Those of one batch wherever they stand: nobody waits for the other work between them.
    private static List<List<GateItem>> Groups(List<GateItem> together)
    {
        var (groups, batches) = (new List<List<GateItem>>(), new Dictionary<object, List<GateItem>>());
        foreach (var item in together)
        {
            if (item.Batch is { } batch && batches.TryGetValue(batch, out var group)) group.Add(item);
            else
            {
                groups.Add([item]);
                if (item.Batch is { } first) batches.Add(first, groups[^1]);
            }
        }
        return groups;
    }

    private void Committed(GateWork work)
    {
        Interlocked.Increment(ref commits);
        pages.Raise(work.PageTags);
        work.PageTags.Clear();
    }
}
