using System.Data.Common;
using System.Runtime.InteropServices;

namespace CommunityVoice.Voting;

/// <summary>A statement in plain SQL that both databases read, with its parameters @p0, @p1 and so on.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct GateStatement(string Sql, params object?[] Values);

/// <summary>Rows for a table, written together: its columns with the types of their values, and what follows if a row is there already.</summary>
/// <param name="Table">Its name.</param>
/// <param name="OnConflict">An ON CONFLICT clause, or nothing.</param>
/// <param name="Columns">Names and types, in the order of the values in a row.</param>
public sealed record GateTable(string Table, string OnConflict, params (string Name, Type Type)[] Columns)
{
    private string Into { get; } = $"INSERT INTO \"{Table}\" ({string.Join(", ", Columns.Select(c => $"\"{c.Name}\""))}) ";

    /// <summary>Writes one row, its values as @p0, @p1 and so on.</summary>
    public string One => one ??= $"{Into}VALUES ({Places(", ")}) {OnConflict}";

    /// <summary>Writes many in the order given, an array a column as @p0, @p1 and so on: PostgreSQL's way.</summary>
    public string Many => many ??= $"{Into}SELECT {Names(c => $"r.\"{c}\"")} FROM unnest({Places(", ")}) WITH ORDINALITY AS r({Names(c => $"\"{c}\"")}, place) ORDER BY r.place {OnConflict}";

    private string? one;
    private string? many;

    private string Places(string between) => string.Join(between, Columns.Select((_, i) => $"@p{i}"));

    private string Names(Func<string, string> name) => string.Join(", ", Columns.Select(c => name(c.Name)));
}

/// <summary>
/// What work at the write gate may do. Reading happens at once; what is only to be written, and needs no answer, is kept and sent together when
/// the work is done; what is only added to counters is summed over all that is committed together and written once.
/// </summary>
public abstract class GateWork
{
    private readonly List<GateStatement> writes = [];
    private readonly List<(string Sql, long Id, int[] More)> added = [];
    private readonly Dictionary<(string Sql, long Id), int[]> counters = [];
    private readonly HashSet<string> touched = new(StringComparer.Ordinal);

    /// <summary>An item could not be undone: nothing of the transaction may be kept.</summary>
    internal bool IsBroken { get; private set; }

    /// <summary>The pages that show what was done so far.</summary>
    internal HashSet<string> PageTags { get; } = new(StringComparer.Ordinal);

    /// <summary>Ends a SELECT whose rows must not change until the commit; SQLite has one writer and needs none.</summary>
    public abstract string ForUpdate { get; }

    public void Touch(string pageTag) => touched.Add(pageTag);

    /// <summary>Runs a statement now and answers how many rows it changed.</summary>
    public abstract Task<int> ExecuteAsync(string sql, params object?[] values);

    /// <summary>The first row, or none; SQL's nothing is null.</summary>
    public async Task<object?[]?> RowAsync(string sql, params object?[] values) => (await RowsAsync(new GateStatement(sql, values)))[0];

    /// <summary>The first row of each of several questions, asked in one go where the database is elsewhere.</summary>
    public abstract Task<object?[]?[]> RowsAsync(params GateStatement[] asked);

    /// <summary>The rows of each of these keys, in no order, by a statement that ends in the name of the column with the key; more values follow as @p1 and so on.</summary>
    public abstract Task<IReadOnlyList<object?[]>> RowsOfAsync(string sql, Guid[] keys, params object?[] more);

    /// <summary>Writes rows when the work is done.</summary>
    public void WriteAll(GateTable table, IReadOnlyList<object?[]> rows)
    {
        if (rows.Count > 0) writes.AddRange(Inserts(table, rows));
    }

    /// <summary>Writes when the work is done, in the order of calls; nothing that the work reads shows it.</summary>
    public void Write(string sql, params object?[] values) => writes.Add(new(sql, values));

    /// <summary>Adds to counters of a row before the commit; the statement takes what to add as @p0, @p1 and so on, and the row's id last.</summary>
    public void Add(string sql, long id, params int[] more) => added.Add((sql, id, more));

    /// <summary>An instant in the form that the database keeps.</summary>
    public abstract object At(DateTimeOffset at);

    /// <summary>Runs one item so that it leaves nothing behind when it fails. Alone in its transaction, undoing it is left to whoever began that.</summary>
    internal async Task<T> RunAsync<T>(Func<GateWork, Task<T>> work, bool alone)
    {
        Forget();
        await BeginItemAsync(alone);
        try
        {
            var result = await work(this);
            await EndItemAsync(writes, alone);
            foreach (var (sql, id, more) in added)
            {
                if (!counters.TryGetValue((sql, id), out var sum)) counters[(sql, id)] = sum = new int[more.Length];
                for (var i = 0; i < more.Length; i++) sum[i] += more[i];
            }
            PageTags.UnionWith(touched);
            return result;
        }
        catch when (!alone)
        {
            IsBroken = true;
            await UndoItemAsync();
            IsBroken = false;
            throw;
        }
    }

    /// <summary>Writes the sums of counters, in one order whoever writes them; the last thing before the commit.</summary>
    internal async Task CountAsync()
    {
        if (IsBroken) throw new InvalidOperationException("Something at the gate could not be undone.");
        var sums = counters.Where(c => c.Value.Any(more => more != 0)).OrderBy(c => c.Key.Sql, StringComparer.Ordinal).ThenBy(c => c.Key.Id)
            .Select(c => new GateStatement(c.Key.Sql, [.. c.Value.Select(more => (object?)more), c.Key.Id])).ToList();
        counters.Clear();
        if (sums.Count > 0) await WriteAsync(sums);
    }

    protected abstract IEnumerable<GateStatement> Inserts(GateTable table, IReadOnlyList<object?[]> rows);

    protected abstract Task BeginItemAsync(bool alone);

    protected abstract Task EndItemAsync(IReadOnlyList<GateStatement> statements, bool alone);

    protected abstract Task UndoItemAsync();

    protected abstract Task WriteAsync(IReadOnlyList<GateStatement> statements);

    protected static object?[] Row(DbDataReader reader)
    {
        var row = new object?[reader.FieldCount];
        for (var i = 0; i < row.Length; i++) row[i] = reader.IsDBNull(i) ? null : reader.GetValue(i);
        return row;
    }

    private void Forget()
    {
        writes.Clear();
        added.Clear();
        touched.Clear();
    }
}
