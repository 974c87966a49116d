namespace CommunityVoice.Analysis;

/// <summary>Makes counts of people fit to be shown: small ones hidden, others rounded, and as many more hidden as subtraction asks for.</summary>
/// <remarks>
/// Rules R-C2 to R-C9. Counts of organisations are exempt and need not come here, nor exact totals of a whole place without attributes (R-C12).
/// Cell-key perturbation was considered and not used: it is hard to explain to residents (R-C15). The same counts published at two moments
/// go through <see cref="SnapshotGuard"/> first, and counts by two geographies through <see cref="GeographyGuard"/>. What cannot be protected:
/// a count that the exact totals tell by themselves, such as the only row of a breakdown.
/// </remarks>
public static class Disclosure
{
    /// <summary>How many values a hidden count must still be able to take.</summary>
    public const int LeastChoices = 3;

    /// <summary>
    /// Protects a breakdown by one dimension. <paramref name="exactTotal"/> is the true total that the public knows from elsewhere, such as the
    /// number of people in a consultation; without one, only the rounded sum of the rows is known.
    /// </summary>
    public static Breakdown Protect(IReadOnlyList<(string Label, int Count)> rows, int? exactTotal = null, DisclosureProfile? profile = null)
    {
        ArgumentNullException.ThrowIfNull(rows);
        profile ??= DisclosureProfile.SubNational;
        var table = Protect(new CountTable([.. rows.Select(r => r.Label)], [""], [.. rows.Select(r => new[] { r.Count })])
        {
            Profile = profile,
            Known = exactTotal is null ? KnownTotals.None : KnownTotals.Grand,
        });
        // A total kept elsewhere may be a moment ahead of the rows; it is the one that the public sees.
        var total = exactTotal is { } exact ? profile.Show(exact) : table.Total;
        return new([.. table.Rows.Select((label, r) => Breakdown.Row(label, table.Cells[r][0], total, profile))], total, profile);
    }

    /// <summary>Protects a table by one or two dimensions, with its totals of rows, of columns and of all.</summary>
    public static ProtectedTable Protect(CountTable table)
    {
        var made = new TablePuzzle(table);
        made.Puzzle.Solve();
        var cells = made.Cells.Select(r => r.Select(u => u.Cell).ToArray()).ToArray();
        var (wide, total) = (table.Columns.Count > 1, made.Grand.Cell);
        return new(table.Rows, table.Columns, cells,
            [.. made.RowTotals.Select((t, r) => t?.Cell ?? (wide ? total : cells[r][0]))],
            [.. made.ColumnTotals.Select((t, c) => t?.Cell ?? (wide && cells.Length > 0 ? cells[0][c] : total))],
            total, table.Profile);
    }

    /// <summary>Protects places and all places within them together, as one publication on many pages.</summary>
    public static ProtectedTree Protect(TreeTable table)
    {
        var cells = TreePuzzle.Solved(table).Cells.Select(r => r.Select(u => u.Cell).ToArray()).ToArray();
        return new(table.Rows, table.Columns, cells, [.. table.RolledUp().Select((r, i) => table.IsCrossed ? table.Profile.Show(r.Sum()) : cells[i][0])], table.Profile);
    }

    /// <summary>Protects shares per option by group: who chose, who did not, and how many there are.</summary>
    public static ProtectedShares Protect(ShareTable shares) => SharePuzzle.Solved(shares).Protected();
}
