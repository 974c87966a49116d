namespace CommunityVoice.Tests.Analysis;

/// <summary>What an attacker does with published numbers: unknowns within bounds, sums that hold, and how far each unknown can go.</summary>
/// <remarks>A dense two-phase simplex with Bland's rule, on purpose another method than the network flow it attacks.</remarks>
internal sealed class LinearProgram
{
    public const double Endless = double.PositiveInfinity;

    private const double Tiny = 1e-7;
    private readonly List<(double Low, double High)> bounds = [];
    private readonly List<(List<(int Unknown, double Times)> Terms, double Sum)> sums = [];
    private readonly List<int> basis = [];
    private double[][]? rows; // each row of the tableau with its right-hand side last
    private int[] columnOf = [];
    private int columns;

    public int Unknown(double low, double high)
    {
        bounds.Add((low, high));
        return bounds.Count - 1;
    }

    public void Sum(double sum, params IEnumerable<(int Unknown, double Times)> terms) => sums.Add(([.. terms], sum));

    /// <summary>The parts add up to the whole.</summary>
    public void AddUp(IEnumerable<int> parts, int whole) => Sum(0, parts.Select(p => (p, 1.0)).Append((whole, -1.0)));

    /// <summary>The least and the most the unknown can be; endless where nothing holds it.</summary>
    public (double Low, double High) Range(int unknown)
    {
        if (bounds[unknown].High - bounds[unknown].Low < Tiny) return bounds[unknown];
        if (rows is null) FindAnyAnswer();
        return (bounds[unknown].Low - Most(unknown, -1), bounds[unknown].Low + Most(unknown, 1));
    }

    public double Width(int unknown) => Range(unknown) is var (low, high) ? high - low : 0;

    private void FindAnyAnswer()
    {
        columnOf = new int[bounds.Count];
        for (var i = 0; i < bounds.Count; i++) columnOf[i] = bounds[i].High - bounds[i].Low < Tiny ? -1 : columns++;
        var limited = Enumerable.Range(0, bounds.Count).Where(i => columnOf[i] >= 0 && !double.IsInfinity(bounds[i].High)).ToList();
        var real = columns + limited.Count;
        var width = real + sums.Count;
        rows = new double[limited.Count + sums.Count][];
        for (var r = 0; r < limited.Count; r++)
        {
            rows[r] = new double[width + 1];
            (rows[r][columnOf[limited[r]]], rows[r][columns + r], rows[r][width]) = (1, 1, bounds[limited[r]].High - bounds[limited[r]].Low);
            basis.Add(columns + r);
        }
        for (var s = 0; s < sums.Count; s++)
        {
            var row = rows[limited.Count + s] = new double[width + 1];
            row[width] = sums[s].Sum;
            foreach (var (unknown, times) in sums[s].Terms)
            {
                row[width] -= times * bounds[unknown].Low;
                if (columnOf[unknown] >= 0) row[columnOf[unknown]] += times;
            }
            if (row[width] < 0) for (var c = 0; c <= width; c++) row[c] = -row[c];
            row[real + s] = 1;
            basis.Add(real + s);
        }
        var cost = new double[width + 1];
        for (var s = 0; s < sums.Count; s++) cost[real + s] = -1;
        var best = Maximise(cost, width);
        if (best < -1e-5) throw new InvalidOperationException($"What was published contradicts itself by {-best}.");
        // Whatever was lent for the start must not come back.
        for (var r = 0; r < rows.Length; r++)
        {
            if (basis[r] < real) continue;
            var into = Array.FindIndex(rows[r], 0, real, v => Math.Abs(v) > Tiny);
            if (into >= 0) Pivot(r, into);
        }
        (rows, columns) = ([.. rows.Select(row => row[..real].Append(row[width]).ToArray())], real);
        for (var r = rows.Length - 1; r >= 0; r--)
        {
            if (basis[r] < real) continue;
            rows = [.. rows[..r], .. rows[(r + 1)..]];
            basis.RemoveAt(r);
        }
    }

    private double Most(int unknown, int sign)
    {
        var cost = new double[columns + 1];
        cost[columnOf[unknown]] = sign;
        return Maximise(cost, columns);
    }

    private double Maximise(double[] cost, int width)
    {
        while (true)
        {
            var gain = (double[])cost.Clone();
            for (var r = 0; r < rows!.Length; r++)
            {
                if (cost[basis[r]] is not 0 and var c) for (var i = 0; i <= width; i++) gain[i] -= c * rows[r][i];
            }
            var into = Array.FindIndex(gain, 0, width, g => g > Tiny);
            if (into < 0) return -gain[width];
            var outOf = -1;
            for (var r = 0; r < rows.Length; r++)
            {
                if (rows[r][into] <= Tiny) continue;
                var ratio = rows[r][width] / rows[r][into];
                var least = outOf < 0 ? Endless : rows[outOf][width] / rows[outOf][into];
                if (ratio < least - Tiny || (Math.Abs(ratio - least) <= Tiny && basis[r] < basis[outOf])) outOf = r;
            }
            if (outOf < 0) return Endless;
            Pivot(outOf, into);
        }
    }

    private void Pivot(int row, int column)
    {
        var by = rows![row][column];
        for (var i = 0; i < rows[row].Length; i++) rows[row][i] /= by;
        for (var r = 0; r < rows.Length; r++)
        {
            if (r == row || rows[r][column] is 0) continue;
            var times = rows[r][column];
            for (var i = 0; i < rows[r].Length; i++) rows[r][i] -= times * rows[row][i];
        }
        basis[row] = column;
    }
}
