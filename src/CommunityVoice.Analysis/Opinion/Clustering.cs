namespace CommunityVoice.Analysis.Opinion;

/// <summary>One way to put places into k clusters: the centres from left to right, and the cluster of each place.</summary>
internal sealed record Clustering(double[] CentreX, double[] CentreY, int[] ClusterOf, double SumOfSquares)
{
    private const int MostRounds = 200;

    public int K => CentreX.Length;

    /// <summary>The nearest centre; of equally near ones the leftmost.</summary>
    public int Nearest(double x, double y)
    {
        var (best, least) = (0, double.PositiveInfinity);
        for (var k = 0; k < K; k++)
        {
            var (dx, dy) = (CentreX[k] - x, CentreY[k] - y);
            var square = dx * dx + dy * dy;
            if (square < least) (best, least) = (k, square);
        }
        return best;
    }

    /// <summary>Clusterings with 1 to <paramref name="most"/> clusters, as far as there are different places.</summary>
    /// <remarks>
    /// K-means (Lloyd 1982), each person with the same weight, and nothing drawn by chance. Each k has two starts, and the one with the smaller
    /// sum of squares is kept: (1) the centres for k - 1 and the place that promises the largest fall of the sum of squares (fast global k-means:
    /// Likas, Vlassis and Verbeek 2003); (2) the clustering for k - 1 by this same start, its widest cluster cut in two at its mean across its
    /// longest axis (PCA-Part: Su and Dy 2007).
    /// </remarks>
    public static IReadOnlyList<Clustering> Series(WeightedPoints points, int most)
    {
        var one = Settle(points, [Mean(points.X, points.Weight)], [Mean(points.Y, points.Weight)]);
        var (series, halved) = (new List<Clustering> { one }, one);
        for (var k = 2; k <= Math.Min(most, points.Count); k++)
        {
            var grown = WithBestPlace(points, series[^1]);
            halved = WithWidestHalved(points, halved);
            var best = halved.SumOfSquares < grown.SumOfSquares ? halved : grown;
            if (best.ClusterOf.Distinct().Count() < k) break;
            series.Add(best);
        }
        return series;
    }

    private static double Mean(double[] values, int[] weight)
    {
        double sum = 0, people = 0;
        for (var n = 0; n < values.Length; n++) (sum, people) = (sum + values[n] * weight[n], people + weight[n]);
        return sum / people;
    }

    private static Clustering WithBestPlace(WeightedPoints points, Clustering before)
    {
        var nearest = new double[points.Count];
        for (var n = 0; n < nearest.Length; n++) nearest[n] = points.SquareTo(n, before.CentreX[before.ClusterOf[n]], before.CentreY[before.ClusterOf[n]]);
        var (best, most) = (0, double.NegativeInfinity);
        for (var candidate = 0; candidate < points.Count; candidate++)
        {
            double gain = 0;
            var (x, y) = (points.X[candidate], points.Y[candidate]);
            for (var n = 0; n < nearest.Length; n++)
            {
                var (dx, dy) = (points.X[n] - x, points.Y[n] - y);
                var saved = nearest[n] - (dx * dx + dy * dy);
                if (saved > 0) gain += saved * points.Weight[n];
            }
            if (gain > most) (best, most) = (candidate, gain);
        }
        return Settle(points, [.. before.CentreX, points.X[best]], [.. before.CentreY, points.Y[best]]);
    }

    private static Clustering WithWidestHalved(WeightedPoints points, Clustering before)
    {
        var (xx, xy, yy) = (new double[before.K], new double[before.K], new double[before.K]);
        for (var n = 0; n < points.Count; n++)
        {
            var k = before.ClusterOf[n];
            var (dx, dy, weight) = (points.X[n] - before.CentreX[k], points.Y[n] - before.CentreY[k], points.Weight[n]);
            xx[k] += weight * dx * dx;
            xy[k] += weight * dx * dy;
            yy[k] += weight * dy * dy;
        }
        var widest = 0;
        for (var k = 1; k < before.K; k++)
        {
            if (xx[k] + yy[k] > xx[widest] + yy[widest]) widest = k;
        }
        var (_, axes) = SymmetricEigen.Of(new[,] { { xx[widest], xy[widest] }, { xy[widest], yy[widest] } });
        double[] sumX = [0, 0], sumY = [0, 0], people = [0, 0];
        for (var n = 0; n < points.Count; n++)
        {
            if (before.ClusterOf[n] != widest) continue;
            var along = (points.X[n] - before.CentreX[widest]) * axes[0, 0] + (points.Y[n] - before.CentreY[widest]) * axes[1, 0];
            var half = along < 0 ? 0 : 1;
            sumX[half] += points.X[n] * points.Weight[n];
            sumY[half] += points.Y[n] * points.Weight[n];
            people[half] += points.Weight[n];
        }
        if (people[0] == 0 || people[1] == 0) return before;
        int[] others = [.. Enumerable.Range(0, before.K).Where(k => k != widest)];
        return Settle(points,
            [.. others.Select(k => before.CentreX[k]), sumX[0] / people[0], sumX[1] / people[1]],
            [.. others.Select(k => before.CentreY[k]), sumY[0] / people[0], sumY[1] / people[1]]);
    }

    // Lloyd's rounds until nothing moves. A centre left without people stays where it is.
    private static Clustering Settle(WeightedPoints points, double[] centreX, double[] centreY)
    {
        (double X, double Y)[] centres = [.. centreX.Zip(centreY).Order()];
        var now = Assign(points, [.. centres.Select(c => c.X)], [.. centres.Select(c => c.Y)]);
        for (var round = 0; round < MostRounds; round++)
        {
            var (sumX, sumY, people) = (new double[now.K], new double[now.K], new double[now.K]);
            for (var n = 0; n < points.Count; n++)
            {
                var k = now.ClusterOf[n];
                sumX[k] += points.X[n] * points.Weight[n];
                sumY[k] += points.Y[n] * points.Weight[n];
                people[k] += points.Weight[n];
            }
            for (var k = 0; k < now.K; k++)
            {
                centres[k] = people[k] == 0 ? (now.CentreX[k], now.CentreY[k]) : (sumX[k] / people[k], sumY[k] / people[k]);
            }
            Array.Sort(centres);
            var next = Assign(points, [.. centres.Select(c => c.X)], [.. centres.Select(c => c.Y)]);
            if (next.CentreX.AsSpan().SequenceEqual(now.CentreX) && next.CentreY.AsSpan().SequenceEqual(now.CentreY)) break;
            now = next;
        }
        return now;
    }

    private static Clustering Assign(WeightedPoints points, double[] centreX, double[] centreY)
    {
        var clustering = new Clustering(centreX, centreY, new int[points.Count], 0);
        double sum = 0;
        for (var n = 0; n < points.Count; n++)
        {
            var k = clustering.ClusterOf[n] = clustering.Nearest(points.X[n], points.Y[n]);
            sum += points.SquareTo(n, centreX[k], centreY[k]) * points.Weight[n];
        }
        return clustering with { SumOfSquares = sum };
    }
}
