namespace CommunityVoice.Analysis;

/// <summary>A table as numbers that add up: cells to rows and columns, and those to the grand total.</summary>
internal sealed class TablePuzzle
{
    private readonly CountTable table;
    private readonly Circulation net = new();
    private readonly int columns;

    public TablePuzzle(CountTable table)
    {
        this.table = table;
        columns = table.Columns.Count;
        ArgumentOutOfRangeException.ThrowIfZero(columns, nameof(table));
        if (table.People.Count != table.Rows.Count || table.People.Any(r => r.Count != columns)) throw new ArgumentException("A count for each row and column, please.", nameof(table));
        foreach (var count in table.People.SelectMany(r => r)) ArgumentOutOfRangeException.ThrowIfNegative(count, nameof(table));
        Puzzle = new(net);
        // In a table of a single row or column its cells are the totals; then one number stands for both.
        var (rows, crossed) = (table.Rows.Count, columns > 1 && table.Rows.Count > 1);
        Cells = [.. Enumerable.Range(0, rows).Select(r => Enumerable.Range(0, columns).Select(c => Cell(r, c, crossed ? Row(r) : 0, crossed ? Column(c) : 1)).ToArray())];
        RowTotals = [.. Enumerable.Range(0, rows).Select(r => crossed ? Total(0, Row(r), table.RowTotal(r), KnownTotals.Rows) : null)];
        ColumnTotals = [.. Enumerable.Range(0, columns).Select(c => crossed ? Total(Column(c), 1, table.ColumnTotal(c), KnownTotals.Columns) : null)];
        Grand = Total(1, 0, table.Total, KnownTotals.Grand);
        if (crossed) AddUp();
        else Puzzle.AddUp([.. Cells.SelectMany(r => r)], Grand);
    }

    public Puzzle Puzzle { get; }
    public Unknown[][] Cells { get; }

    /// <summary>Nothing in the place of a row total that is itself a cell or the grand total.</summary>
    public Unknown?[] RowTotals { get; }
    public Unknown?[] ColumnTotals { get; }
    public Unknown Grand { get; }

    private static int Row(int row) => 2 + row;

    private int Column(int column) => 2 + table.Rows.Count + column;

    private Unknown Cell(int row, int column, int from, int to)
    {
        var (count, whole) = (table.People[row][column], table.RowTotal(row));
        var isClass = table.IsSensitive && columns > 1 && whole > 0 && (count == 0 || count == whole);
        var shown = isClass ? HiddenCell.Instance : table.Profile.Show(count);
        var range = table.Profile.Hides(count) ? table.Profile.HiddenRange : (0, Circulation.Endless);
        return Puzzle.Add(new() { Arc = net.Add(from, to, count), Value = count, Shown = shown, ToldRange = isClass ? (0, Circulation.Endless) : range });
    }

    private Unknown Total(int from, int to, int count, KnownTotals which) => Puzzle.Add(new()
    {
        Arc = net.Add(from, to, count),
        Value = count,
        Shown = table.Profile.Show(count),
        ToldRange = table.Profile.Hides(count) ? table.Profile.HiddenRange : (0, Circulation.Endless),
        IsTotal = true,
        IsKnown = table.Known.HasFlag(which),
    });

    private void AddUp()
    {
        for (var r = 0; r < Cells.Length; r++) Puzzle.AddUp([.. Cells[r]], RowTotals[r]);
        for (var c = 0; c < columns; c++) Puzzle.AddUp([.. Cells.Select(r => r[c])], ColumnTotals[c]);
        Puzzle.AddUp([.. RowTotals.Select(t => t!)], Grand);
        Puzzle.AddUp([.. ColumnTotals.Select(t => t!)], Grand);
    }
}
