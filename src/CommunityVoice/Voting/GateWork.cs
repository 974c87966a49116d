using System.Data.Common;
using System.Runtime.InteropServices;

namespace CommunityVoice.Voting;

/// <summary>A statement in plain SQL that both databases read, with its parameters @p0, @p1 and so on.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct GateStatement(string Sql, params object?[] Values);

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
