using System.Globalization;

namespace CommunityVoice.Analysis;

/// <summary>One row of a protected breakdown.</summary>
public sealed record BreakdownRow(string Label, Cell Count, double? Share)
{
    /// <summary>"71%", or nothing where there is no share to show.</summary>
    public string ShareWords { get; init; } = "";
}

/// <summary>A breakdown by one dimension that may be shown to anybody, with the profile it went through.</summary>
public sealed record Breakdown(IReadOnlyList<BreakdownRow> Rows, Cell Total)
{
    /// <summary>One decimal of a percentage means something only from this base on.</summary>
    public const int BaseForDecimals = 4000;

    /// <summary>The rules applied, by name and version, for tables and files.</summary>
    public const string Profile = "NHS sub-national counts";
    public const string ProfileVersion = "1";

    /// <summary>What stands beside every table that went through here.</summary>
    public const string Note =
        "To protect people, counts from 1 to 7 are hidden, and another may be hidden with them; other counts are rounded to the nearest 5. "
        + "Totals are rounded from the true total, so rows may not add up to it.";

    public bool HidesSomething => Total.IsHidden || Rows.Any(r => r.Count.IsHidden);

    /// <summary>A row's share of the total, both as rounded, so that no percentage tells more than the counts do.</summary>
    internal static BreakdownRow Row(string label, Cell count, Cell total)
    {
        if (count is not ShownCell part || total is not ShownCell { Number: > 0 } whole) return new BreakdownRow(label, count, null);
        var share = Math.Min(1, (double)part.Number / whole.Number);
        var words = share.ToString(whole.Number >= BaseForDecimals ? "P1" : "P0", CultureInfo.InvariantCulture).Replace(" ", "", StringComparison.Ordinal);
        return new BreakdownRow(label, count, share) { ShareWords = words };
    }
}
