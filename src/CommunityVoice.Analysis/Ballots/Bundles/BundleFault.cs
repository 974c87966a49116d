using System.Globalization;

namespace CommunityVoice.Analysis.Ballots.Bundles;

/// <summary>What is wrong with a public bundle of a ballot, at the first place where something is.</summary>
public enum BundleFaultKind
{
    /// <summary>The heading does not have the documented form.</summary>
    NotABundle,

    /// <summary>The terms are not those whose fingerprint stands below them.</summary>
    TermsChanged,

    /// <summary>An entry of this number is missing.</summary>
    Removed,

    /// <summary>The entry of this number stands elsewhere.</summary>
    Moved,

    /// <summary>The entry of this number does not say what it said when it was sealed.</summary>
    Altered,

    /// <summary>An entry was put in: a second one of this number, one beyond the last, or a line that is no entry before it.</summary>
    Added,

    /// <summary>The record holds together, but neither an entry nor the terms carry the fingerprint that was kept, or its head is not the one the heading names.</summary>
    NotTheSameRecord,

    /// <summary>The entry takes the place of one whose place another has taken.</summary>
    PlaceTakenTwice,

    /// <summary>The entry takes the place of one that is not in the record, or came in a later batch.</summary>
    PlaceOfNone,

    /// <summary>The entry's choices break the rules of the ballot.</summary>
    NotAllowed,

    /// <summary>A line of the published result is not what the entries add up to.</summary>
    ResultDiffers,
}

/// <summary>The first fault of a bundle: its kind, the number of the entry it concerns (0 for none), and what else there is to say.</summary>
public sealed record BundleFault(BundleFaultKind Kind, long Entry = 0, string Detail = "")
{
    public override string ToString() => Kind switch
    {
        BundleFaultKind.NotABundle => $"This is not a ballot record of format 2: {Detail}",
        BundleFaultKind.TermsChanged => "The terms of the ballot (line 2) were changed: they do not have the fingerprint in line 3.",
        BundleFaultKind.Removed => Text($"Entry {Entry} was removed."),
        BundleFaultKind.Moved => Text($"Entry {Entry} was moved."),
        BundleFaultKind.Altered => Text($"Entry {Entry} was altered."),
        BundleFaultKind.Added => Detail.Length > 0 ? Text($"{Detail} was added before entry {Entry}.") : Text($"An entry numbered {Entry} was added."),
        BundleFaultKind.NotTheSameRecord => Text($"The record has {Entry} entries that follow one another, but {Detail}."),
        BundleFaultKind.PlaceTakenTwice => Text($"Entry {Entry} takes the place of an entry whose place was taken already."),
        BundleFaultKind.PlaceOfNone => Text($"Entry {Entry} takes the place of {Detail}."),
        BundleFaultKind.NotAllowed => Text($"Entry {Entry} breaks the rules of this ballot: {Detail}."),
        _ => $"The published result is not what the entries add up to: {Detail}",
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
