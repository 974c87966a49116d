using System.Globalization;

namespace CommunityVoice.Analysis;

/// <summary>One number of a breakdown as it may be shown. A hidden one holds no number at all, so nothing can print it by mistake.</summary>
public abstract record Cell
{
    private protected Cell() { }

    public bool IsHidden => this is HiddenCell;

    /// <summary>How it reads: "0", "about 45", "hidden".</summary>
    public abstract string Words { get; }

    public sealed override string ToString() => Words;
}

/// <summary>A number that may be shown: nought, or rounded.</summary>
public sealed record ShownCell : Cell
{
    internal ShownCell(int number, int least, int most) => (Number, Least, Most) = (number, least, most);

    public int Number { get; }

    public override string Words => Number == 0 ? "0" : "about " + Number.ToString("N0", CultureInfo.GetCultureInfo("en-GB"));

    // The true counts that are shown as this number: what somebody who subtracts can know of it.
    internal int Least { get; }
    internal int Most { get; }
}

/// <summary>A number that may not be shown: small, or hidden so that a small one cannot be worked out. Which of the two is not told.</summary>
public sealed record HiddenCell : Cell
{
    private HiddenCell() { }

    internal static HiddenCell Instance { get; } = new();

    public override string Words => "hidden";
}

/// <summary>A share of two shown numbers, so that no percentage tells more than the counts do.</summary>
public static class RoundedShare
{
    /// <summary>One decimal of a percentage means something only from this base on.</summary>
    public const int BaseForDecimals = 4000;

    /// <summary>The share between 0 and 1, or nothing where either number is hidden, the base is nought, or the profile shows no percentage of so few.</summary>
    public static double? Of(Cell part, Cell whole, DisclosureProfile profile) =>
        part is ShownCell p && whole is ShownCell { Number: > 0 } w && w.Least >= profile.LeastBase ? Math.Min(1, (double)p.Number / w.Number) : null;

    /// <summary>"71%", "25.1%" on a large base, or nothing.</summary>
    public static string Words(Cell part, Cell whole, DisclosureProfile profile) => Of(part, whole, profile) is not { } share ? ""
        : share.ToString(((ShownCell)whole).Number >= BaseForDecimals ? "P1" : "P0", CultureInfo.InvariantCulture).Replace(" ", "", StringComparison.Ordinal);
}
