namespace CommunityVoice.Analysis;

/// <summary>Places within places as numbers that add up: under each column the parts to the place around them, and across each place its columns to its total.</summary>
/// <remarks>One of the two dimensions of such a table may be a tree and it is still a flow: totals are handed down the tree, cells gathered up again.</remarks>
internal sealed class TreePuzzle
{
    private readonly TreeTable table;
    private readonly Circulation net = new();
    private readonly IReadOnlyList<IReadOnlyList<int>> sums;
    private readonly HashSet<int> around;
    private readonly bool?[][] hiddenAlone;
    private int nodes = 2;

    public TreePuzzle(TreeTable table)
    {
        this.table = table;
        ArgumentOutOfRangeException.ThrowIfZero(table.Columns.Count, nameof(table));
        if (table.People.Count != table.Rows.Count || table.Parents.Count != table.Rows.Count || table.People.Any(r => r.Count != table.Columns.Count)) throw new ArgumentException("A parent and a count for each row and column, please.", nameof(table));
        foreach (var count in table.People.SelectMany(r => r)) ArgumentOutOfRangeException.ThrowIfNegative(count, nameof(table));
        Puzzle = new(net);
        sums = table.RolledUp();
        around = [.. table.Parents.OfType<int>()];
        hiddenAlone = table.HiddenAlone();
        var totals = table.Rows.Select(_ => nodes++).ToArray();
        var columns = table.Rows.Select((_, r) => around.Contains(r) ? table.Columns.Select(_ => nodes++).ToArray() : null).ToArray();
        int To(int row, int column) => table.Parents[row] is { } parent ? columns[parent]![column] : 1;

        Cells = [.. table.Rows.Select((_, r) => table.Columns.Select((_, c) => Cell(columns[r]?[c] ?? (table.IsCrossed ? totals[r] : 0), To(r, c), sums[r][c], around.Contains(r), around.Contains(r) ? null : hiddenAlone[r][c])).ToArray())];
        // People of a place itself and of none within it: nobody shows them, but they can be worked out, so they are protected as if they stood there.
        var own = table.People.Select((r, i) => around.Contains(i) ? Own(i, table.IsCrossed ? totals[i] : 0, columns[i]!) : null).ToArray();
        for (var r = 0; r < table.Rows.Count; r++) AddUp(r, table.Parents[r] is { } parent ? totals[parent] : 0, totals[r], own[r]);
        var grand = Total(1, 0, table.People.Sum(r => r.Sum()));
        if (!table.IsCrossed) Puzzle.AddUp([.. Cells.Where((_, r) => table.Parents[r] is null).Select(r => r[0])], grand);
    }

    public Puzzle Puzzle { get; }

    /// <summary>Per row and column, the people of the place and all within it.</summary>
    public Unknown[][] Cells { get; }

    private void AddUp(int row, int from, int to, Unknown[]? own)
    {
        if (table.IsCrossed) Puzzle.AddUp([.. Cells[row]], Total(from, to, sums[row].Sum()));
        if (!around.Contains(row)) return;
        for (var c = 0; c < table.Columns.Count; c++)
        {
            var parts = Cells.Where((_, r) => table.Parents[r] == row).Select(r => r[c]);
            Puzzle.AddUp([.. own is null ? parts : parts.Append(own[c])], Cells[row][c]);
        }
    }

    private Unknown[] Own(int row, int around, int[] columns)
    {
        var (from, isNobody) = (around, table.People[row].Sum() == 0);
        if (table.IsCrossed) Total(around, from = nodes++, table.People[row].Sum());
        var cells = table.People[row].Select((count, c) => Add(from, columns[c], count, isTotal: false, isKnown: isNobody, hiddenAlone[row][c])).ToArray();
        if (table.IsCrossed) Puzzle.AddUp([.. cells]);
        return cells;
    }

    private Unknown Cell(int from, int to, int count, bool isTotal, bool? isHiddenAlone) => Add(from, to, count, isTotal, isKnown: false, isHiddenAlone);

    private Unknown Total(int from, int to, int count) => Add(from, to, count, isTotal: true, isKnown: true, null);

    private Unknown Add(int from, int to, int count, bool isTotal, bool isKnown, bool? isHiddenAlone) => Puzzle.Add(new()
    {
        Arc = net.Add(from, to, count),
        Value = count,
        Shown = table.Profile.Show(count),
        ToldRange = table.Profile.Hides(count) ? table.Profile.HiddenRange : (0, Circulation.Endless),
        IsTotal = isTotal,
        IsKnown = isKnown,
        IsHiddenElsewhere = isHiddenAlone,
    });
}
