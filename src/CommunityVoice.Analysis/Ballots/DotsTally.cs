namespace CommunityVoice.Analysis.Ballots;

/// <summary>What one entry says: its commitment, the canonical text of its choices, and the commitment it takes the place of.</summary>
public sealed record DotsEntry(string Commitment, string Choices, string? Supersedes);

/// <summary>What one option got: dots in all, and different papers with at least one dot on it.</summary>
public sealed record OptionCount(int Dots, int People);

/// <summary>The count of a dots ballot.</summary>
/// <param name="Papers">Papers that count: not superseded and not withdrawn.</param>
/// <param name="Options">Per priority id; an option without a dot is absent.</param>
public sealed record DotsCount(int Papers, IReadOnlyDictionary<long, OptionCount> Options)
{
    public OptionCount Of(long priority) => Options.GetValueOrDefault(priority) ?? new(0, 0);
}

/// <summary>Recomputes a dots ballot from its entries.</summary>
/// <remarks>
/// An entry counts when no other entry given supersedes its commitment and its choices are not empty; the order of entries does not matter,
/// so a shuffled batch counts the same. Source: design section 6, rule R-F31. Choices that are not canonical throw a <see cref="FormatException"/>.
/// </remarks>
public static class DotsTally
{
    public static DotsCount Of(IReadOnlyCollection<DotsEntry> entries)
    {
        var superseded = entries.Where(e => e.Supersedes is not null).Select(e => e.Supersedes!).ToHashSet(StringComparer.Ordinal);
        return OfChoices(entries.Where(e => !superseded.Contains(e.Commitment)).Select(e => e.Choices));
    }

    /// <summary>Counts current choices, one text a paper; empty texts are papers that were taken back.</summary>
    public static DotsCount OfChoices(IEnumerable<string> papers)
    {
        var (count, options) = (0, new SortedDictionary<long, OptionCount>());
        foreach (var choices in papers)
        {
            if (choices.Length == 0) continue;
            count++;
            foreach (var (priority, dots) in DotsText.Read(choices))
            {
                var sofar = options.GetValueOrDefault(priority) ?? new(0, 0);
                options[priority] = new(sofar.Dots + dots, sofar.People + 1);
            }
        }
        return new(count, options);
    }
}
