using System.Globalization;
using System.Numerics;

namespace CommunityVoice.Analysis.Ballots;

/// <summary>An exact fraction in lowest terms with a denominator above 0: shares of money are not a whole number of pence.</summary>
/// <remarks>Of any size, so nothing overflows. A denominator below 1 throws an <see cref="ArgumentOutOfRangeException"/>; <c>default</c> is not a fraction.</remarks>
public readonly record struct Ratio : IComparable<Ratio>
{
    public Ratio(BigInteger numerator, BigInteger denominator)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(denominator, BigInteger.One);
        var common = BigInteger.GreatestCommonDivisor(numerator, denominator);
        (Numerator, Denominator) = (numerator / common, denominator / common);
    }

    public BigInteger Numerator { get; }

    public BigInteger Denominator { get; }

    public static Ratio Zero { get; } = new(0, 1);

    public static implicit operator Ratio(long whole) => new(whole, 1);

    public static Ratio operator +(Ratio a, Ratio b) => new(a.Numerator * b.Denominator + b.Numerator * a.Denominator, a.Denominator * b.Denominator);

    public static Ratio operator -(Ratio a, Ratio b) => new(a.Numerator * b.Denominator - b.Numerator * a.Denominator, a.Denominator * b.Denominator);

    public static Ratio operator *(Ratio a, Ratio b) => new(a.Numerator * b.Numerator, a.Denominator * b.Denominator);

    public static bool operator <(Ratio a, Ratio b) => a.CompareTo(b) < 0;

    public static bool operator >(Ratio a, Ratio b) => a.CompareTo(b) > 0;

    public static bool operator <=(Ratio a, Ratio b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Ratio a, Ratio b) => a.CompareTo(b) >= 0;

    public int CompareTo(Ratio other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <summary>For display: rounded to so many decimals, half away from zero. What does not fit a decimal throws an <see cref="OverflowException"/>.</summary>
    public decimal Round(int decimals)
    {
        var scale = BigInteger.Pow(10, decimals);
        var doubled = (BigInteger.Abs(Numerator) * scale * 2 + Denominator) / (2 * Denominator);
        return Numerator.Sign * (decimal)doubled / (decimal)scale;
    }

    /// <summary>The exact text, <c>7/3</c> or <c>5</c>.</summary>
    public override string ToString() => Denominator.IsOne
        ? Numerator.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");
}
