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
    private readonly IReadOnlyList<bool> staysHidden;
    private int nodes = 2;

    public TreePuzzle(TreeTable table)
    {
        this.table = table;
        ArgumentOutOfRangeException.ThrowIfZero(table.Columns.Count, nameof(table));
        if (table.People.Count != table.Rows.Count || table.Parents.Count != table.Rows.Count || table.People.Any(r => r.Count != table.Columns.Count)) throw new ArgumentException("A parent and a count for each row and column, please.", nameof(table));
        foreach (var count in table.People.SelectMany(r => r)) ArgumentOutOfRangeException.ThrowIfNegative(count, nameof(table));
        Puzzle = new(net);
        sums = table.RolledUp();
        if (table.Others.Count > 0 && table.IsCrossed) throw new ArgumentException("Other pages are read beside a breakdown by place alone.", nameof(table));
        if (table.Others.Any(o => o.People.Count != table.Rows.Count || o.Groups.Sum(o.Count) != o.People.Sum())) throw new ArgumentException("A count for each row of another page, each in one of its groups, please.", nameof(table));
        around = [.. table.Parents.OfType<int>()];
        hiddenAlone = table.HiddenAlone();
        // Not everybody has read the other pages: what has to be hidden without them stays so.
        staysHidden = table.Others.Count == 0 ? [] : [.. Solved(table with { Others = [] }).Cells.Select(r => r[0].IsHidden)];
        var totals = table.Rows.Select(_ => nodes++).ToArray();
        var homes = table.IsCrossed ? totals : [.. table.Rows.Select(_ => table.Others.Count > 0 ? nodes++ : 0)];
        var columns = table.Rows.Select((_, r) => around.Contains(r) ? table.Columns.Select(_ => nodes++).ToArray() : null).ToArray();
        int To(int row, int column) => table.Parents[row] is { } parent ? columns[parent]![column] : 1;

        Cells = [.. table.Rows.Select((_, r) => table.Columns.Select((_, c) => Cell(r, columns[r]?[c] ?? homes[r], To(r, c), sums[r][c], around.Contains(r) ? null : hiddenAlone[r][c])).ToArray())];
        // People of a place itself and of none within it: nobody shows them, but they can be worked out, so they are protected as if they stood there.
        var own = table.People.Select((r, i) => around.Contains(i) ? Own(i, homes[i], columns[i]!) : null).ToArray();
        for (var r = 0; r < table.Rows.Count; r++) AddUp(r, table.Parents[r] is { } parent ? totals[parent] : 0, totals[r], own[r]);
        var grand = Total(1, 0, table.People.Sum(r => r.Sum()));
        if (!table.IsCrossed) Puzzle.AddUp([.. Cells.Where((_, r) => table.Parents[r] is null).Select(r => r[0])], grand);
        if (table.Others.Count > 0) AddOthers(homes, [.. Cells.Select((row, r) => own[r]?[0] ?? row[0])]);
    }

    /// <summary>The puzzle of the table, with what has to be hidden.</summary>
    public static TreePuzzle Solved(TreeTable table)
    {
        var made = new TreePuzzle(table);
        made.Puzzle.Solve();
        return made;
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

    // People flow from the total of each other page through its numbers to where they belong, and on from there with whoever else the place counts.
    private void AddOthers(int[] homes, Unknown[] counted)
    {
        for (var r = 0; r < homes.Length; r++)
        {
            // Taken to be known exactly: how many more, or fewer, the place counts than the other pages together, which count whoever took part in several in each.
            var more = table.People[r][0] - table.Others.Sum(o => o.People[r]);
            Total(0, homes[r], Math.Max(0, more));
            Total(homes[r], 0, Math.Max(0, -more));
        }
        foreach (var other in table.Others)
        {
            var (page, told) = (nodes++, new List<Unknown>());
            Total(0, page, other.People.Sum());
            foreach (var (group, isHidden) in other.Groups.Zip(other.Hidden(table.Profile)))
            {
                var isOne = group.Rows.Count == 1;
                var together = isOne ? homes[group.Rows[0]] : nodes++;
                told.Add(Add(page, together, other.Count(group), isTotal: false, isKnown: false, isHidden));
                if (isOne) Puzzle.Join(told[^1], counted[group.Rows[0]]);
                // What the page does not tell apart could be worked out all the same.
                else foreach (var row in group.Rows) Puzzle.Join(Add(together, homes[row], other.People[row], isTotal: false, isKnown: false, isHiddenAlone: true), counted[row]);
            }
            Puzzle.AddUp(told);
        }
    }

    private Unknown Cell(int row, int from, int to, int count, bool? isHiddenAlone) => Add(from, to, count, around.Contains(row), table.KnownRows.Contains(row), isHiddenAlone, staysHidden.Count > 0 && staysHidden[row]);

    private Unknown Total(int from, int to, int count) => Add(from, to, count, isTotal: true, isKnown: true, null);

    private Unknown Add(int from, int to, int count, bool isTotal, bool isKnown, bool? isHiddenAlone, bool staysHidden = false) => Puzzle.Add(new()
    {
        Arc = net.Add(from, to, count),
        Value = count,
        Shown = table.Profile.Show(count),
        ToldRange = table.Profile.Hides(count) ? table.Profile.HiddenRange : (0, Circulation.Endless),
        IsTotal = isTotal,
        IsKnown = isKnown,
        IsHiddenElsewhere = isHiddenAlone,
        StaysHidden = staysHidden,
    });
}
