using System.Collections.Concurrent;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityVoice.Voting;

/// <summary>
/// The way in for the hot writes, casting and support. On SQLite whatever is waiting is committed together: one connection, prepared
/// statements, a savepoint an item, each answered after the commit. On PostgreSQL each item is a plain transaction of its own.
/// </summary>
public sealed class WriteGate(IServiceScopeFactory scopes, WriteTurn turn, PageVersions pages) : IAsyncDisposable
{
    /// <summary>Other writers get their turn after so many items.</summary>
    private const int MostTogether = 500;

    private readonly ConcurrentQueue<Item> waiting = new();
    private SqliteGateWork? sqlite;
    private int draining;

    /// <summary>How many commits it made on SQLite, to show that items share them.</summary>
    public long Commits { get; private set; }

    /// <summary>
    /// Runs the work in a transaction and answers once it is on disk. Work that throws leaves nothing behind and fails alone.
    /// It must only use what it is given: on SQLite it runs inside the transaction of others.
    /// </summary>
    public async Task<T> RunAsync<T>(Func<GateWork, Task<T>> work, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CommunityVoiceDb>();
        if (!db.Database.IsSqlite()) return await RunAloneAsync(db, work, ct);

        var item = new Item<T>(work);
        waiting.Enqueue(item);
        if (Interlocked.Exchange(ref draining, 1) == 0) _ = Task.Run(() => DrainAsync(db.Database.GetConnectionString()!), CancellationToken.None);
        return await item.Answer.WaitAsync(ct);
    }

    public async ValueTask DisposeAsync()
    {
        if (sqlite is not null) await sqlite.DisposeAsync();
    }

    private static Task<T> RunAloneAsync<T>(CommunityVoiceDb db, Func<GateWork, Task<T>> work, CancellationToken ct) => db.TransactAsync(async () =>
    {
        var gate = new PlainGateWork(db.Database.GetDbConnection(), db.Database.CurrentTransaction!.GetDbTransaction());
        var answer = await work(gate);
        db.Touch(gate.PageTags);
        return answer;
    }, ct);

    // Whoever finds nobody draining drains for all, until nothing is waiting.
    private async Task DrainAsync(string connection)
    {
        while (true)
        {
            var together = new List<Item>();
            using (await turn.TakeAsync(CancellationToken.None))
            {
                while (together.Count < MostTogether && waiting.TryDequeue(out var item)) together.Add(item);
                await CommitTogetherAsync(connection, together);
            }
            foreach (var item in together) item.Tell();
            if (!waiting.IsEmpty) continue;
            Volatile.Write(ref draining, 0);
            if (waiting.IsEmpty || Interlocked.Exchange(ref draining, 1) == 1) return;
        }
    }

    private async Task CommitTogetherAsync(string connection, List<Item> together)
    {
        if (together.Count == 0) return;
        try
        {
            sqlite ??= await SqliteGateWork.OpenAsync(connection);
            await sqlite.ExecuteAsync("BEGIN IMMEDIATE");
            foreach (var item in together) await item.RunAsync(sqlite);
            await sqlite.ExecuteAsync("COMMIT");
            Commits++;
            pages.Raise(sqlite.PageTags);
            sqlite.PageTags.Clear();
        }
        catch (Exception e)
        {
            // Nothing was kept, so nobody may be told otherwise. The next items start on a fresh connection.
            foreach (var item in together) item.Fail(e);
            if (sqlite is not null) await sqlite.DisposeAsync();
            sqlite = null;
        }
    }

    private abstract class Item
    {
        public abstract Task RunAsync(SqliteGateWork gate);
        public abstract void Fail(Exception e);
        public abstract void Tell();
    }

    private sealed class Item<T>(Func<GateWork, Task<T>> work) : Item
    {
        private readonly TaskCompletionSource<T> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? result;
        private Exception? failure;

        public Task<T> Answer => answer.Task;

        public override async Task RunAsync(SqliteGateWork gate)
        {
            await gate.ExecuteAsync("SAVEPOINT item");
            try
            {
                result = await work(gate);
                await gate.ExecuteAsync("RELEASE item");
            }
            catch (Exception e)
            {
                failure = e;
                await gate.ExecuteAsync("ROLLBACK TO item");
                await gate.ExecuteAsync("RELEASE item");
            }
        }

        public override void Fail(Exception e) => failure = e;

        public override void Tell()
        {
            if (failure is null) answer.SetResult(result!);
            else answer.SetException(failure);
        }
    }
}
