namespace CommunityVoice.Analysis.Ballots;

/// <summary>The count of a ballot on which people name options (support, or pick up to N).</summary>
/// <param name="Papers">Papers that count: those that name an option.</param>
/// <param name="Options">How many people named each option; one that nobody named is absent.</param>
public sealed record ApprovalCount(int Papers, IReadOnlyDictionary<long, int> Options)
{
    public int Of(long option) => Options.GetValueOrDefault(option);
}

/// <summary>Counts papers that name options.</summary>
/// <remarks>The order of papers does not matter. Choices that are not canonical throw a <see cref="FormatException"/>.</remarks>
public static class ApprovalTally
{
    /// <summary>Counts current choices, one text a paper; empty texts are papers that were taken back.</summary>
    public static ApprovalCount OfChoices(IEnumerable<string> papers)
    {
        var (count, options) = (0, new SortedDictionary<long, int>());
        foreach (var choices in papers)
        {
            if (choices.Length == 0) continue;
            count++;
            foreach (var option in BallotIdsText.Read(choices)) options[option] = options.GetValueOrDefault(option) + 1;
        }
        return new(count, options);
    }
}
