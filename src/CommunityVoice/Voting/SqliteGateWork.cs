using Microsoft.Data.Sqlite;

namespace CommunityVoice.Voting;

/// <summary>One connection of its own with statements prepared once. SQLite's asynchronous methods run at once, so no thread waits.</summary>
internal sealed class SqliteGateWork : GateWork, IAsyncDisposable
{
    private readonly SqliteConnection connection;
    private readonly Dictionary<string, SqliteCommand> prepared = new(StringComparer.Ordinal);

    private SqliteGateWork(SqliteConnection connection) => this.connection = connection;

    public override string ForUpdate => "";

    public static async Task<SqliteGateWork> OpenAsync(string connectionString)
    {
        // Outside the pool: a connection thrown away in the middle of a transaction must really close.
        var opened = new SqliteConnection(new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ToString());
        await opened.OpenAsync();
        var work = new SqliteGateWork(opened);
        // Votes fill the log with pages of many indexes: copying them back less often costs each less. The log stays below forty megabytes.
        await work.ExecuteAsync("PRAGMA wal_autocheckpoint = 8000");
        return work;
    }

    public override object At(DateTimeOffset at) => at.UtcTicks;

    public override Task<int> ExecuteAsync(string sql, params object?[] values) => Command(sql, values).ExecuteNonQueryAsync();

    public override async Task<object?[]?[]> RowsAsync(params GateStatement[] asked)
    {
        var rows = new object?[]?[asked.Length];
        for (var i = 0; i < asked.Length; i++)
        {
            await using var reader = await Command(asked[i].Sql, asked[i].Values).ExecuteReaderAsync();
            rows[i] = await reader.ReadAsync() ? Row(reader) : null;
        }
        return rows;
    }

    public override async Task<IReadOnlyList<object?[]>> RowsOfAsync(string sql, Guid[] keys, params object?[] more)
    {
        var (one, rows) = (sql + " = @p0", new List<object?[]>(keys.Length));
        foreach (var key in keys)
        {
            await using var reader = await Command(one, [key, .. more]).ExecuteReaderAsync();
            while (await reader.ReadAsync()) rows.Add(Row(reader));
        }
        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in prepared.Values) await command.DisposeAsync();
        await connection.DisposeAsync();
    }

    protected override IEnumerable<GateStatement> Inserts(GateTable table, IReadOnlyList<object?[]> rows) => rows.Select(row => new GateStatement(table.One, row));

    protected override Task BeginItemAsync(bool alone) => alone ? Task.CompletedTask : ExecuteAsync("SAVEPOINT item");

    protected override async Task EndItemAsync(IReadOnlyList<GateStatement> statements, bool alone)
    {
        await WriteAsync(statements);
        if (!alone) await ExecuteAsync("RELEASE item");
    }

    protected override async Task UndoItemAsync()
    {
        await ExecuteAsync("ROLLBACK TO item");
        await ExecuteAsync("RELEASE item");
    }

    protected override async Task WriteAsync(IReadOnlyList<GateStatement> statements)
    {
        foreach (var (sql, values) in statements) await ExecuteAsync(sql, values);
    }

    private SqliteCommand Command(string sql, object?[] values)
    {
        if (!prepared.TryGetValue(sql, out var command))
        {
#pragma warning disable CA2100 // the texts are constants of ours
            command = new SqliteCommand(sql, connection);
#pragma warning restore CA2100
            for (var i = 0; i < values.Length; i++) command.Parameters.Add(new SqliteParameter($"@p{i}", DBNull.Value));
            prepared.Add(sql, command);
        }
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }
}
