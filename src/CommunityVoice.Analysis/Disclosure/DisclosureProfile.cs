namespace CommunityVoice.Analysis;

/// <summary>A named and versioned set of rules for what of a count may be shown; data, so that a table can say which one it went through.</summary>
/// <param name="Name">As tables and files give it.</param>
/// <param name="Version">Rises with every change of the rules under one name.</param>
/// <param name="LargestHidden">Counts from 1 to this are hidden, in people.</param>
/// <param name="HidesNought">Whether 0 is hidden too.</param>
/// <param name="RoundsTo">Shown counts are the nearest multiple of this; an odd number, so that no count lies half way.</param>
/// <param name="LeastBase">Percentages and means of fewer people than this are hidden, whatever their count.</param>
/// <param name="Note">The sentences that stand beside every table that went through it.</param>
/// <remarks>
/// Sources: rules R-C2 (NHS sub-national counts), R-C3 (10–5, for special-category data) and R-C4 (strict). R-C3 says "below 10" and, unlike
/// R-C2, makes no exception for 0, so 10–5 hides it: "nobody here" tells something of everybody in a small group. R-C4 says nothing of
/// rounding; strict rounds like 10–5, since exact counts invite subtraction and R-C7 asks for percentages of rounded numbers.
/// </remarks>
public sealed record DisclosureProfile(string Name, string Version, int LargestHidden, bool HidesNought, int RoundsTo, int LeastBase, string Note)
{
    private const string Totals = " Totals are rounded from the true total, so rows may not add up to it.";

    /// <summary>The default for breakdowns by area and voice.</summary>
    public static DisclosureProfile SubNational { get; } = new("NHS sub-national counts", "1", 7, false, 5, 1,
        "To protect people, counts from 1 to 7 are hidden, and another may be hidden with them; other counts are rounded to the nearest 5." + Totals);

    /// <summary>The default for special-category data, such as health or belief.</summary>
    public static DisclosureProfile TenFive { get; } = new("10–5", "1", 9, true, 5, 1,
        "To protect people, counts below 10 (0 among them) are hidden, and another may be hidden with them; other counts are rounded to the nearest 5." + Totals);

    /// <summary>For data that could harm somebody: as 10–5, and no percentage or mean of fewer than 10 people.</summary>
    public static DisclosureProfile Strict { get; } = new("Strict", "1", 9, true, 5, 10,
        "To protect people, counts below 10 (0 among them) are hidden, and another may be hidden with them; other counts are rounded to the nearest 5. "
        + "Percentages and averages of fewer than 10 people are hidden." + Totals);

    /// <summary>Every profile there is.</summary>
    public static IReadOnlyList<DisclosureProfile> All { get; } = [SubNational, TenFive, Strict];

    /// <summary>Whether a count must be hidden for its own sake; a count below 0 throws.</summary>
    public bool Hides(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return count == 0 ? HidesNought : count <= LargestHidden;
    }

    /// <summary>A count as it may be shown when nothing else is known: hidden, or rounded.</summary>
    public Cell Show(int count)
    {
        if (Hides(count)) return HiddenCell.Instance;
        var rounded = (count + (RoundsTo / 2)) / RoundsTo * RoundsTo;
        return count == 0 ? new ShownCell(0, 0, 0)
            : new ShownCell(rounded, Math.Max(LargestHidden + 1, rounded - (RoundsTo / 2)), rounded + (RoundsTo / 2));
    }

    /// <summary>A mean over <paramref name="people"/>, or nothing where the profile hides it.</summary>
    public double? Mean(double mean, int people) => people < LeastBase || Hides(people) || people == 0 ? null : mean;

    // Somebody who is told that this count is hidden for its own sake knows that it lies here.
    internal (int Low, int High) HiddenRange => (HidesNought ? 0 : 1, LargestHidden);
}
