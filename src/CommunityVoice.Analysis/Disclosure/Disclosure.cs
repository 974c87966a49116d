namespace CommunityVoice.Analysis;

/// <summary>
/// Makes a breakdown fit to be shown: counts 1 to 7 hidden, others rounded to the nearest 5, nought shown, one dimension at a time.
/// Counts of organisations are exempt and need not come here, nor exact totals of a whole place without attributes.
/// </summary>
/// <remarks>
/// Hiding goes on until subtraction gains nothing: somebody who takes every shown row from the total must be left with at least
/// two hidden rows, and each of them with at least <see cref="LeastChoices"/> possible values, even if they suppose that all hidden
/// rows are small. What it does not do yet: two dimensions, the same rows published at two moments, places that overlap.
/// A breakdown of a single row cannot be protected from somebody who knows its exact total.
/// </remarks>
public static class Disclosure
{
    /// <summary>How many values a hidden count must still be able to take.</summary>
    public const int LeastChoices = 3;

    /// <summary>
    /// Protects the rows. <paramref name="exactTotal"/> is the true total that the public knows from elsewhere, such as the number of
    /// people in a consultation; without one, only the rounded sum of the rows is known.
    /// </summary>
    public static Breakdown Protect(IReadOnlyList<(string Label, int Count)> rows, int? exactTotal = null)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var trueTotal = exactTotal ?? rows.Sum(r => r.Count);
        var total = Cell.Of(trueTotal);
        var cells = rows.Select(r => Cell.Of(r.Count)).ToArray();
        while (CanBeWorkedOut(rows, cells, exactTotal, total) && NextToHide(rows, cells) is { } next) cells[next] = HiddenCell.Instance;
        return new Breakdown([.. rows.Select((r, i) => Breakdown.Row(r.Label, cells[i], total))], total);
    }

    // The subtraction attack: shown rows taken from the total leave the sum of the hidden ones between two bounds.
    private static bool CanBeWorkedOut(IReadOnlyList<(string Label, int Count)> rows, Cell[] cells, int? exactTotal, Cell total)
    {
        var hidden = cells.Count(c => c.IsHidden);
        if (hidden == 0) return false;
        if (hidden == 1) return true;
        if (!Array.TrueForAll([.. Enumerable.Range(0, cells.Length)], i => !cells[i].IsHidden || IsSmall(rows[i].Count))) return false;
        var shown = cells.OfType<ShownCell>().ToList();
        var (leastTotal, mostTotal) = exactTotal is { } exact ? (exact, exact)
            : total is ShownCell rounded ? (rounded.Least, rounded.Most)
            : (1, Cell.LargestHidden);
        var leastSum = leastTotal - shown.Sum(c => c.Most);
        var mostSum = mostTotal - shown.Sum(c => c.Least);
        var least = Math.Max(1, leastSum - (Cell.LargestHidden * (hidden - 1)));
        var most = Math.Min(Cell.LargestHidden, mostSum - (hidden - 1));
        return most - least + 1 < LeastChoices;
    }

    // The smallest shown count costs the reader least; a nought is the last resort.
    private static int? NextToHide(IReadOnlyList<(string Label, int Count)> rows, Cell[] cells)
    {
        int? best = null;
        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i].IsHidden) continue;
            if (best is not { } b || Cost(rows[i].Count) < Cost(rows[b].Count)) best = i;
        }
        return best;
    }

    private static int Cost(int count) => count == 0 ? int.MaxValue : count;

    private static bool IsSmall(int count) => count is >= 1 and <= Cell.LargestHidden;
}
