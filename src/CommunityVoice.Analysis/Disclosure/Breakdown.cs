namespace CommunityVoice.Analysis;

/// <summary>One row of a protected breakdown.</summary>
public sealed record BreakdownRow(string Label, Cell Count, double? Share)
{
    /// <summary>"71%", or nothing where there is no share to show.</summary>
    public string ShareWords { get; init; } = "";
}

/// <summary>A breakdown by one dimension that may be shown to anybody, with the profile it went through.</summary>
public sealed record Breakdown(IReadOnlyList<BreakdownRow> Rows, Cell Total, DisclosureProfile Profile)
{
    /// <summary>What stands beside a breakdown of the default profile.</summary>
    public static string Note => DisclosureProfile.SubNational.Note;

    public bool HidesSomething => Total.IsHidden || Rows.Any(r => r.Count.IsHidden);

    internal static BreakdownRow Row(string label, Cell count, Cell total, DisclosureProfile profile) =>
        new(label, count, RoundedShare.Of(count, total, profile)) { ShareWords = RoundedShare.Words(count, total, profile) };
}
