using System.Globalization;

namespace CommunityVoice.Analysis;

/// <summary>One number of a breakdown as it may be shown. A hidden one holds no number at all, so nothing can print it by mistake.</summary>
public abstract record Cell
{
    /// <summary>The largest count that is hidden.</summary>
    public const int LargestHidden = 7;

    private protected Cell() { }

    public bool IsHidden => this is HiddenCell;

    /// <summary>How it reads: "0", "about 45", "hidden".</summary>
    public abstract string Words { get; }

    internal static Cell Of(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return count is 0 or > LargestHidden ? new ShownCell((count + 2) / 5 * 5) : HiddenCell.Instance;
    }

    public sealed override string ToString() => Words;
}

/// <summary>A number that may be shown: nought, or rounded to the nearest 5.</summary>
public sealed record ShownCell : Cell
{
    internal ShownCell(int number) => Number = number;

    public int Number { get; }

    public override string Words => Number == 0 ? "0" : "about " + Number.ToString("N0", CultureInfo.GetCultureInfo("en-GB"));

    // The true counts that round to this number: what somebody who subtracts can know of it.
    internal int Least => Number == 0 ? 0 : Math.Max(LargestHidden + 1, Number - 2);
    internal int Most => Number == 0 ? 0 : Number + 2;
}

/// <summary>A number that may not be shown: small, or hidden so that a small one cannot be worked out. Which of the two is not told.</summary>
public sealed record HiddenCell : Cell
{
    private HiddenCell() { }

    internal static HiddenCell Instance { get; } = new();

    public override string Words => "hidden";
}
