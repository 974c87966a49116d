namespace CommunityVoice.Analysis.Opinion;

/// <summary>Different places in the plane, each with how many people are there, ordered from left to right, then from low to high.</summary>
/// <remarks>
/// Beyond <see cref="MostPlaces"/> places, people within one cell of a square grid over the plane become one place, their mean ("base clusters"),
/// so that 100,000 people group as quickly as 2,000. Coordinates come in as whole numbers: sums of them are exact, in any order.
/// </remarks>
internal sealed class WeightedPoints
{
    public const int MostPlaces = 2000;
    private const int CellsAcross = 44;

    private WeightedPoints(double[] x, double[] y, int[] weight) => (X, Y, Weight) = (x, y, weight);

    public double[] X { get; }
    public double[] Y { get; }
    public int[] Weight { get; }
    public int Count => Weight.Length;

    public double SquareTo(int point, double x, double y)
    {
        var (dx, dy) = (X[point] - x, Y[point] - y);
        return dx * dx + dy * dy;
    }

    public static WeightedPoints Of(OpinionSpace space)
    {
        var places = new Dictionary<(long X, long Y), int>();
        for (var row = 0; row < space.Rows.Count; row++)
        {
            var at = space.At(row);
            places[at] = places.GetValueOrDefault(at) + space.Rows.Weight[row];
        }
        if (places.Count <= MostPlaces)
        {
            var ordered = places.OrderBy(p => p.Key).ToList();
            return new([.. ordered.Select(p => (double)p.Key.X)], [.. ordered.Select(p => (double)p.Key.Y)], [.. ordered.Select(p => p.Value)]);
        }

        var (left, low) = (places.Keys.Min(p => p.X), places.Keys.Min(p => p.Y));
        var side = Math.Max(places.Keys.Max(p => p.X) - left, places.Keys.Max(p => p.Y) - low) / CellsAcross + 1;
        var cells = places.GroupBy(p => (X: (p.Key.X - left) / side, Y: (p.Key.Y - low) / side))
            .OrderBy(cell => cell.Key)
            .Select(cell => (X: cell.Sum(p => p.Key.X * p.Value), Y: cell.Sum(p => p.Key.Y * p.Value), Weight: cell.Sum(p => p.Value)))
            .Select(cell => (X: (double)cell.X / cell.Weight, Y: (double)cell.Y / cell.Weight, cell.Weight))
            .OrderBy(cell => cell)
            .ToList();
        return new([.. cells.Select(c => c.X)], [.. cells.Select(c => c.Y)], [.. cells.Select(c => c.Weight)]);
    }
}
