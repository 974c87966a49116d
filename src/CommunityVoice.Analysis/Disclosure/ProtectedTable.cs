namespace CommunityVoice.Analysis;

/// <summary>A table by one or two dimensions that may be shown to anybody. Its rows and columns are the filters: they are not counted anew.</summary>
public sealed record ProtectedTable(IReadOnlyList<string> Rows, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<Cell>> Cells,
    IReadOnlyList<Cell> RowTotals, IReadOnlyList<Cell> ColumnTotals, Cell Total, DisclosureProfile Profile)
{
    public bool HidesSomething => Total.IsHidden || Cells.SelectMany(r => r).Concat(RowTotals).Concat(ColumnTotals).Any(c => c.IsHidden);

    /// <summary>One row as a breakdown by column, its shares of the row's total.</summary>
    public Breakdown Row(int row) => new([.. Columns.Select((label, c) => Breakdown.Row(label, Cells[row][c], RowTotals[row], Profile))], RowTotals[row], Profile);

    /// <summary>One column as a breakdown by row, its shares of the column's total.</summary>
    public Breakdown Column(int column) =>
        new([.. Rows.Select((label, r) => Breakdown.Row(label, Cells[r][column], ColumnTotals[column], Profile))], ColumnTotals[column], Profile);
}
