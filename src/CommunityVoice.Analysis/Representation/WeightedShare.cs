using CommunityVoice.Analysis.Ballots;

namespace CommunityVoice.Analysis.Representation;

/// <summary>A share of people who count by weight, with the number of people it is worth and its interval (95 %).</summary>
/// <param name="Share">Between 0 and 1; nothing where nobody counts.</param>
/// <param name="EffectiveSize">(Σw)² / Σw² (Kish 1965): at most the number of people.</param>
/// <param name="Interval">The Wilson interval of the share with the effective size in the place of n; of nobody 0 to 1.</param>
/// <remarks>The interval speaks of chance and of what weighting costs; it knows nothing of people who did not take part for reasons of their own.</remarks>
public sealed record WeightedShare(double? Share, double EffectiveSize, Interval Interval)
{
    /// <summary>The share of those who chose. A weight that is not finite or below 0 throws.</summary>
    public static WeightedShare Of(IReadOnlyCollection<(double Weight, bool Chose)> people, double z = WilsonInterval.NinetyFivePercent)
    {
        Quantity.Check([.. people.Select(p => p.Weight)]);
        var all = people.Sum(p => p.Weight);
        if (all <= 0) return new(null, 0, new(0, 1));
        var (share, n) = (people.Sum(p => p.Chose ? p.Weight : 0) / all, EffectiveSample.Size([.. people.Select(p => p.Weight)]));
        return new(share, n, WilsonInterval.OfShare(Math.Min(1, share), n, z));
    }
}

/// <summary>How many people counted plainly would be as exact as these weights: (Σw)² / Σw² (Kish 1965), at most their number.</summary>
public static class EffectiveSample
{
    /// <summary>The size; 0 of no weights, or of weights that are all 0.</summary>
    public static double Size(IReadOnlyCollection<double> weights)
    {
        var (sum, squares) = (weights.Sum(), weights.Sum(w => w * w));
        return squares <= 0 ? 0 : Math.Min(weights.Count, sum * sum / squares);
    }
}
