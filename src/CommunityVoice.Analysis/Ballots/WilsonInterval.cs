namespace CommunityVoice.Analysis.Ballots;

/// <summary>The range, as shares between 0 and 1, within which a share may lie when chance alone is allowed for.</summary>
public sealed record Interval(double Low, double High);

/// <summary>The Wilson score interval of a share: honest at low numbers, never outside 0 to 1, and never of no width.</summary>
/// <remarks>
/// Source: Wilson 1927; <c>methods.md</c> section 6 (95 %). Of 0 people the interval is everything, 0 to 1.
/// It speaks of chance only: it does not make those who took part stand for those who live there.
/// </remarks>
public static class WilsonInterval
{
    /// <summary>The 97.5th percentile of the normal distribution, for an interval of 95 %.</summary>
    public const double NinetyFivePercent = 1.959963984540054;

    /// <summary>The interval of <paramref name="count"/> of <paramref name="of"/>; a count below 0 or above the whole throws.</summary>
    public static Interval Of(int count, int of, double z = NinetyFivePercent)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfLessThan(of, count);
        return of == 0 ? new(0, 1) : OfShare(count / (double)of, of, z);
    }

    /// <summary>The interval of a share between 0 and 1 of <paramref name="n"/> people, where n need not be whole, such as an effective sample size.</summary>
    public static Interval OfShare(double share, double n, double z = NinetyFivePercent)
    {
        if (!(share is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(share), share, "A share lies between 0 and 1.");
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        if (n == 0) return new(0, 1);
        var zz = z * z;
        var centre = (share + zz / (2 * n)) / (1 + zz / n);
        var half = z / (1 + zz / n) * Math.Sqrt(share * (1 - share) / n + zz / (4 * n * n));
        return new(share <= 0 ? 0 : Math.Max(0, centre - half), share >= 1 ? 1 : Math.Min(1, centre + half));
    }
}
