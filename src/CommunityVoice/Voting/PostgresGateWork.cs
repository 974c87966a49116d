using Npgsql;

namespace CommunityVoice.Voting;

/// <summary>
/// One transaction on PostgreSQL. What is asked together goes in one message, with the savepoint before an item's first and its release after its last,
/// so that a cast costs two journeys to the server.
/// </summary>
internal sealed class PostgresGateWork(NpgsqlConnection connection) : GateWork
{
    private bool mustBegin;
    private bool hasBegun;

    public override string ForUpdate => " FOR UPDATE";

    public override object At(DateTimeOffset at) => at.ToUniversalTime();

    public override async Task<int> ExecuteAsync(string sql, params object?[] values)
    {
        await using var batch = Batch([new GateStatement(sql, values)]);
        await batch.ExecuteNonQueryAsync();
        return (int)batch.BatchCommands[^1].RecordsAffected;
    }

    public override async Task<object?[]?[]> RowsAsync(params GateStatement[] asked)
    {
        await using var batch = Batch(asked);
        await using var reader = await batch.ExecuteReaderAsync(); // the savepoint has no result of its own
        var rows = new object?[]?[asked.Length];
        for (var i = 0; i < asked.Length; i++)
        {
            rows[i] = await reader.ReadAsync() ? Row(reader) : null;
            await reader.NextResultAsync();
        }
        return rows;
    }

    public override async Task<IReadOnlyList<object?[]>> RowsOfAsync(string sql, Guid[] keys, params object?[] more)
    {
        await using var batch = Batch([new GateStatement(sql + " = ANY(@p0)", [keys, .. more])]);
        await using var reader = await batch.ExecuteReaderAsync();
        var rows = new List<object?[]>(keys.Length);
        while (await reader.ReadAsync()) rows.Add(Row(reader));
        return rows;
    }

    protected override IEnumerable<GateStatement> Inserts(GateTable table, IReadOnlyList<object?[]> rows)
    {
        var columns = new object?[table.Columns.Length];
        for (var c = 0; c < columns.Length; c++)
        {
            var values = Array.CreateInstance(table.Columns[c].Type, rows.Count);
            for (var r = 0; r < rows.Count; r++) values.SetValue(rows[r][c], r);
            columns[c] = values;
        }
        return [new GateStatement(table.Many, columns)];
    }

    protected override Task BeginItemAsync(bool alone)
    {
        (mustBegin, hasBegun) = (!alone, false);
        return Task.CompletedTask;
    }

    protected override Task EndItemAsync(IReadOnlyList<GateStatement> statements, bool alone)
    {
        // A savepoint that is not worth a journey of its own stays; the next one of its name lies within it.
        if (statements.Count == 0) return Task.CompletedTask;
        return WriteAsync(alone ? statements : [.. statements, new GateStatement("RELEASE SAVEPOINT item")]);
    }

    protected override async Task UndoItemAsync()
    {
        mustBegin = false;
        if (hasBegun) await WriteAsync([new("ROLLBACK TO SAVEPOINT item"), new("RELEASE SAVEPOINT item")]);
    }

    protected override async Task WriteAsync(IReadOnlyList<GateStatement> statements)
    {
        await using var batch = Batch(statements);
        await batch.ExecuteNonQueryAsync();
    }

    private NpgsqlBatch Batch(IReadOnlyList<GateStatement> statements)
    {
        var batch = new NpgsqlBatch(connection);
        if (mustBegin) batch.BatchCommands.Add(new NpgsqlBatchCommand("SAVEPOINT item"));
        (mustBegin, hasBegun) = (false, hasBegun || mustBegin);
        foreach (var (sql, values) in statements)
        {
#pragma warning disable CA2100 // the texts are constants of ours
            var command = new NpgsqlBatchCommand(sql);
#pragma warning restore CA2100
            for (var i = 0; i < values.Length; i++) command.Parameters.Add(new NpgsqlParameter { ParameterName = $"p{i}", Value = values[i] ?? DBNull.Value });
            batch.BatchCommands.Add(command);
        }
        return batch;
    }
}
