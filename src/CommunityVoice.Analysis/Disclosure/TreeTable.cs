namespace CommunityVoice.Analysis;

/// <summary>
/// The true counts of people by places that lie within one another, perhaps crossed with one dimension; each person is counted in one place. What is
/// published of a place counts all places within it. Never shown itself.
/// </summary>
/// <param name="Rows">Labels of the places, those around before those within.</param>
/// <param name="Parents">Per row, the row of the place around it; nothing for one that stands for itself.</param>
/// <param name="Columns">Labels of the columns; a single one makes it a breakdown by place alone.</param>
/// <param name="People">Per row, per column, the people of that place and of none within it; 0 or more.</param>
/// <remarks>
/// Rules R-C6 and R-C8: the page of a place and the pages of all places within it are one publication, so their numbers are protected together. With
/// several columns every place's total is taken to be known exactly (R-C12); with a single one, only the number of all.
/// </remarks>
public sealed record TreeTable(IReadOnlyList<string> Rows, IReadOnlyList<int?> Parents, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<int>> People) : Counts
{
    /// <summary>
    /// Rows of which a page of its own, such as that of a consultation, shows the people of that row and of none within it, with their exact total: of a
    /// crossed tree each by column, else all of them as one breakdown. What is hidden there is hidden here, and what is shown there cannot be.
    /// </summary>
    public IReadOnlyList<int> ShownAlone { get; init; } = [];

    /// <summary>
    /// Of a breakdown by place alone: breakdowns that other pages, such as reports on consultations, show of some of the same people at the same moment. What
    /// is hidden there must not be told here, even to somebody who knows by how many people each place counts more or fewer than those pages together. What
    /// has to be hidden without them is hidden too, for readers who have not seen them.
    /// </summary>
    public IReadOnlyList<OtherBreakdown> Others { get; init; } = [];

    /// <summary>Of a breakdown by place alone: rows with none within them whose number is known exactly from elsewhere, so that nothing can be hidden behind it.</summary>
    public IReadOnlyList<int> KnownRows { get; init; } = [];

    public bool IsCrossed => Columns.Count > 1;

    /// <summary>Per row and column, the people of the place and of all within it.</summary>
    public IReadOnlyList<IReadOnlyList<int>> RolledUp()
    {
        var sums = People.Select(r => r.ToArray()).ToArray();
        for (var row = Rows.Count - 1; row >= 0; row--)
        {
            if (Parents[row] is not { } parent) continue;
            if (parent >= row) throw new InvalidOperationException($"{Rows[row]} stands before the place around it.");
            for (var c = 0; c < Columns.Count; c++) sums[parent][c] += sums[row][c];
        }
        return sums;
    }

    /// <summary>Per row and column, whether the page of its own hides it; nothing where there is none.</summary>
    internal bool?[][] HiddenAlone()
    {
        var hidden = Rows.Select(_ => new bool?[Columns.Count]).ToArray();
        var alone = IsCrossed ? ShownAlone.Select(r => Columns.Select((_, c) => (Row: r, Column: c)).ToList()) : [[.. ShownAlone.Select(r => (Row: r, Column: 0))]];
        foreach (var cells in alone.Where(a => a.Count > 0))
        {
            var counts = cells.ConvertAll(c => ("", People[c.Row][c.Column]));
            foreach (var (cell, row) in cells.Zip(Disclosure.Protect(counts, counts.Sum(c => c.Item2), Profile).Rows)) hidden[cell.Row][cell.Column] = row.Count.IsHidden;
        }
        return hidden;
    }

    internal override IReadOnlyList<Puzzle> Solved() => [TreePuzzle.Solved(this).Puzzle];
}

/// <summary>A breakdown on a page of its own, with its exact total, of some of the people whom a tree counts.</summary>
/// <param name="People">Per row of the tree, how many of them belong to that place and to none within it; 0 or more. Rows in no group have none.</param>
/// <param name="Groups">What that page tells, in its order.</param>
public sealed record OtherBreakdown(IReadOnlyList<int> People, IReadOnlyList<OtherGroup> Groups)
{
    /// <summary>How many there are in a group.</summary>
    public int Count(OtherGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return group.Rows.Sum(r => People[r]);
    }

    /// <summary>Per group, whether that page hides it.</summary>
    internal IReadOnlyList<bool> Hidden(DisclosureProfile profile)
    {
        var isTold = Groups.Select(g => !g.IsLeftOutAtNought || Count(g) > 0).ToList();
        var rows = new Queue<BreakdownRow>(Disclosure.Protect([.. Groups.Where((_, i) => isTold[i]).Select(g => ("", Count(g)))], People.Sum(), profile).Rows);
        return [.. isTold.Select(told => told && rows.Dequeue().Count.IsHidden)];
    }
}

/// <summary>One number of a breakdown on a page of its own.</summary>
/// <param name="Rows">The rows of the tree that it counts: one, or several that it does not tell apart.</param>
/// <param name="IsLeftOutAtNought">Whether it is not listed where it counts nobody.</param>
public sealed record OtherGroup(IReadOnlyList<int> Rows, bool IsLeftOutAtNought = false);

/// <summary>Counts by places within places that may be shown to anybody: each place's row is what its own page shows.</summary>
public sealed record ProtectedTree(IReadOnlyList<string> Rows, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<Cell>> Cells, IReadOnlyList<Cell> RowTotals, DisclosureProfile Profile)
{
    /// <summary>One place as a breakdown by column.</summary>
    public Breakdown Row(int row) => new([.. Columns.Select((label, c) => Breakdown.Row(label, Cells[row][c], RowTotals[row], Profile))], RowTotals[row], Profile);

    /// <summary>Of a breakdown by place alone: these places, their shares of a total.</summary>
    public Breakdown Column(IEnumerable<int> rows, Cell total) => new([.. rows.Select(r => Breakdown.Row(Rows[r], Cells[r][0], total, Profile))], total, Profile);
}
