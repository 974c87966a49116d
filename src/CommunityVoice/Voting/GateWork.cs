using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace CommunityVoice.Voting;

/// <summary>What work at the write gate may do: statements in plain SQL that both databases read, with parameters @p0, @p1 and so on.</summary>
public abstract class GateWork
{
    /// <summary>The pages that show what the work changes.</summary>
    internal HashSet<string> PageTags { get; } = new(StringComparer.Ordinal);

    /// <summary>Ends a SELECT whose rows must not change until the commit; SQLite has one writer and needs none.</summary>
    public abstract string ForUpdate { get; }

    public void Touch(string pageTag) => PageTags.Add(pageTag);

    /// <summary>Runs a statement and answers how many rows it changed.</summary>
    public async Task<int> ExecuteAsync(string sql, params object?[] values)
    {
        await using var use = Use(sql, values);
        return await use.Command.ExecuteNonQueryAsync();
    }

    /// <summary>The first row, or none; SQL's nothing is null.</summary>
    public async Task<object?[]?> RowAsync(string sql, params object?[] values)
    {
        await using var use = Use(sql, values);
        await using var reader = await use.Command.ExecuteReaderAsync();
        if (!await reader.ReadAsync()) return null;
        var row = new object?[reader.FieldCount];
        for (var i = 0; i < row.Length; i++) row[i] = reader.IsDBNull(i) ? null : reader.GetValue(i);
        return row;
    }

    /// <summary>An instant in the form that the database keeps.</summary>
    public abstract object At(DateTimeOffset at);

    internal abstract Use Use(string sql, object?[] values);

    internal static DbParameter Parameter(DbCommand command, int index, object? value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ($"@p{index}", value ?? DBNull.Value);
        return parameter;
    }
}

/// <summary>A command while it is used; kept afterwards where it is prepared, thrown away where not.</summary>
internal readonly struct Use(DbCommand command, bool keep) : IAsyncDisposable
{
    public DbCommand Command => command;

    public ValueTask DisposeAsync() => keep ? ValueTask.CompletedTask : command.DisposeAsync();
}

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
        return new(opened);
    }

    public override object At(DateTimeOffset at) => at.UtcTicks;

    public async ValueTask DisposeAsync()
    {
        foreach (var command in prepared.Values) await command.DisposeAsync();
        await connection.DisposeAsync();
    }

    internal override Use Use(string sql, object?[] values)
    {
        if (!prepared.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < values.Length; i++) command.Parameters.Add((SqliteParameter)Parameter(command, i, values[i]));
            prepared.Add(sql, command);
            return new(command, keep: true);
        }
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return new(command, keep: true);
    }
}

/// <summary>The connection and transaction of a context.</summary>
internal sealed class PlainGateWork(DbConnection connection, DbTransaction transaction) : GateWork
{
    public override string ForUpdate => " FOR UPDATE";

    public override object At(DateTimeOffset at) => at.ToUniversalTime();

    internal override Use Use(string sql, object?[] values)
    {
        var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (sql, transaction);
        for (var i = 0; i < values.Length; i++) command.Parameters.Add(Parameter(command, i, values[i]));
        return new(command, keep: false);
    }
}
