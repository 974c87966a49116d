namespace CommunityVoice.Analysis.Opinion;

/// <summary>How well a clustering separates people: the mean, over everybody, of (b - a) / max(a, b).</summary>
/// <remarks>
/// Source: Rousseeuw 1987. For each person, a is the mean distance to the others of their cluster and b the least mean distance to the people of another;
/// whoever is alone in a cluster counts 0. From -1 to 1. People at one place are counted one by one, though measured once.
/// </remarks>
internal static class Silhouette
{
    public static double Of(WeightedPoints points, Clustering clustering)
    {
        var k = clustering.K;
        var people = new long[k];
        for (var n = 0; n < points.Count; n++) people[clustering.ClusterOf[n]] += points.Weight[n];

        var toCluster = new double[points.Count * k];
        for (var a = 0; a < points.Count; a++)
        {
            var own = clustering.ClusterOf[a];
            for (var b = 0; b < a; b++)
            {
                var distance = Math.Sqrt(points.SquareTo(a, points.X[b], points.Y[b]));
                toCluster[a * k + clustering.ClusterOf[b]] += distance * points.Weight[b];
                toCluster[b * k + own] += distance * points.Weight[a];
            }
        }

        double sum = 0, all = 0;
        for (var n = 0; n < points.Count; n++)
        {
            all += points.Weight[n];
            var own = clustering.ClusterOf[n];
            if (people[own] <= 1) continue;
            var within = toCluster[n * k + own] / (people[own] - 1);
            var between = double.PositiveInfinity;
            for (var other = 0; other < k; other++)
            {
                if (other != own && people[other] > 0) between = Math.Min(between, toCluster[n * k + other] / people[other]);
            }
            var larger = Math.Max(within, between);
            if (larger > 0 && !double.IsInfinity(between)) sum += (between - within) / larger * points.Weight[n];
        }
        return sum / all;
    }
}
