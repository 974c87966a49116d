using System.Collections.Concurrent;
using CommunityVoice.Data;
using Microsoft.Extensions.Options;
using Npgsql;

namespace CommunityVoice.Voting;

/// <summary>Small questions of the hot path, asked in plain SQL on connections of their own with prepared statements. Only what is committed is seen.</summary>
public sealed class HotReads(IOptions<DatabaseOptions> database) : IAsyncDisposable
{
    private readonly ConcurrentBag<SqliteGateWork> readers = [];
    private readonly Lazy<NpgsqlDataSource> postgres = new(() => NpgsqlDataSource.Create(
        new NpgsqlConnectionStringBuilder(database.Value.ConnectionString) { MaxAutoPrepare = 20, AutoPrepareMinUsages = 2 }));

    /// <summary>The first row of the answer, or none.</summary>
    public async Task<object?[]?> RowAsync(string sql, params object?[] values)
    {
        if (database.Value.Provider == DatabaseProvider.Postgres)
        {
            await using var connection = await postgres.Value.OpenConnectionAsync();
            return await new PostgresGateWork(connection).RowAsync(sql, values);
        }
        if (!readers.TryTake(out var reader)) reader = await SqliteGateWork.OpenAsync(DatabaseProviders.Complete(database.Value.ConnectionString));
        try
        {
            var row = await reader.RowAsync(sql, values);
            readers.Add(reader);
            return row;
        }
        catch
        {
            await reader.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        while (readers.TryTake(out var reader)) await reader.DisposeAsync();
        if (postgres.IsValueCreated) await postgres.Value.DisposeAsync();
    }
}
