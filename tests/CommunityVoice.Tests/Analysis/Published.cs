using CommunityVoice.Analysis;

namespace CommunityVoice.Tests.Analysis;

/// <summary>A published table as an attacker reads it: a range for each shown number, nothing for a hidden one, and every sum.</summary>
internal sealed class Published(CountTable truth, (int Low, int High)?[][] cells, (int Low, int High)?[] rowTotals, (int Low, int High)?[] columnTotals, (int Low, int High)? total)
{
    private List<((int Low, int High)? Shown, bool Known, int Value, bool Class)>? all;

    private List<((int Low, int High)? Shown, bool Known, int Value, bool Class)> All => all ??= [.. Read()];
    private int Rows => cells.Length;
    private int Columns => cells[0].Length;

    /// <summary>The places of all hidden numbers whose truth is not known from elsewhere.</summary>
    public IEnumerable<int> Hidden => All.Index().Where(n => n.Item is { Shown: null, Known: false }).Select(n => n.Index);

    public List<int> Truths => [.. All.Select(n => n.Value)];

    public static Published Of(CountTable table)
    {
        var shown = Disclosure.Protect(table);
        var profile = table.Profile;
        return new(table, [.. shown.Cells.Select(r => r.Select(c => Read(c, profile)).ToArray())], [.. shown.RowTotals.Select(c => Read(c, profile))],
            [.. shown.ColumnTotals.Select(c => Read(c, profile))], Read(shown.Total, profile));
    }

    /// <summary>What a shown number tells of the true one.</summary>
    public static (int Low, int High)? Read(Cell cell, DisclosureProfile profile) => cell is not ShownCell shown ? null
        : shown.Number == 0 ? (0, 0)
        : (Math.Max(profile.LargestHidden + 1, shown.Number - 2), shown.Number + 2);

    public int Cell(int row, int column) => row * Columns + column;

    public LinearProgram Program(bool told)
    {
        var program = new LinearProgram();
        AddTo(program, told, open: false);
        return program;
    }

    /// <summary>What is known when every number is hidden whose truth is not known from elsewhere.</summary>
    public LinearProgram Open(bool told)
    {
        var program = new LinearProgram();
        AddTo(program, told, open: true);
        return program;
    }

    /// <summary>Adds the unknowns: cells row by row, row totals, column totals, the grand total. Returns the place of the first.</summary>
    public int AddTo(LinearProgram program, bool told, bool open)
    {
        var first = -1;
        foreach (var (shown, isKnown, value, isClass) in All)
        {
            var (low, high) = isKnown ? (value, value)
                : shown is var (least, most) && !open ? (least, most)
                : told && !isClass && truth.Profile.Hides(value) ? (truth.Profile.HidesNought ? 0 : 1, truth.Profile.LargestHidden)
                : (0, LinearProgram.Endless);
            var at = program.Unknown(low, high);
            if (first < 0) first = at;
        }
        var (rowTotal, columnTotal, grand) = (first + Rows * Columns, first + Rows * Columns + Rows, first + Rows * Columns + Rows + Columns);
        for (var r = 0; r < Rows; r++) program.AddUp(Enumerable.Range(0, Columns).Select(c => first + Cell(r, c)), rowTotal + r);
        for (var c = 0; c < Columns; c++) program.AddUp(Enumerable.Range(0, Rows).Select(r => first + Cell(r, c)), columnTotal + c);
        program.AddUp(Enumerable.Range(rowTotal, Rows), grand);
        return first;
    }

    private IEnumerable<((int Low, int High)? Shown, bool Known, int Value, bool Class)> Read()
    {
        var known = truth.Known;
        // Of a single row or column the cells are the totals, and only the grand total can be known from elsewhere.
        var crossed = Rows > 1 && Columns > 1;
        for (var r = 0; r < Rows; r++)
        {
            for (var c = 0; c < Columns; c++)
            {
                var (count, whole) = (truth.People[r][c], truth.RowTotal(r));
                yield return (cells[r][c], false, count, truth.IsSensitive && Columns > 1 && whole > 0 && (count == 0 || count == whole));
            }
        }
        var grandKnown = known.HasFlag(KnownTotals.Grand);
        for (var r = 0; r < Rows; r++) yield return (rowTotals[r], crossed ? known.HasFlag(KnownTotals.Rows) : Rows == 1 && grandKnown, truth.RowTotal(r), false);
        for (var c = 0; c < Columns; c++) yield return (columnTotals[c], crossed ? known.HasFlag(KnownTotals.Columns) : Columns == 1 && grandKnown, truth.ColumnTotal(c), false);
        yield return (total, grandKnown, truth.Total, false);
    }
}
