namespace CommunityVoice.Analysis.Representation;

/// <summary>How like those who live there are those who took part, in one dimension, by three measures between 0 and 1; 1 is alike.</summary>
/// <param name="MinToMax">The lowest rate of taking part over the highest; nothing where nobody took part.</param>
/// <param name="MinToMean">The lowest rate over the plain mean of the categories' rates; nothing where nobody took part.</param>
/// <param name="Similarity">The sum of the smaller of both shares in each category; nothing where nobody took part.</param>
/// <param name="Lowest">The category with the lowest rate; of several the first.</param>
/// <param name="Highest">The category with the highest rate; of several the first.</param>
/// <param name="WithoutPopulation">Categories with participants but no population: they have no rate, and count only in the similarity.</param>
/// <remarks>
/// Source: <c>methods.md</c> section 7, with rate = participants / population; proportional similarity is Czekanowski's index on shares. Categories
/// with neither participants nor population play no part. The inputs are true counts: show the measures only from a stated number of people on.
/// </remarks>
public sealed record Likeness(double? MinToMax, double? MinToMean, double? Similarity, string? Lowest, string? Highest, IReadOnlyList<string> WithoutPopulation)
{
    /// <summary>The measures of the categories. A number below 0 or not finite throws; so does a dimension where nobody lives.</summary>
    public static Likeness Of(IReadOnlyList<CategoryCount> categories)
    {
        foreach (var c in categories) Quantity.Check(c.Participants, c.Population);
        var (participants, population) = (categories.Sum(c => c.Participants), categories.Sum(c => c.Population));
        if (population <= 0) throw new ArgumentException("Nobody lives in any of the categories.", nameof(categories));
        var without = categories.Where(c => c is { Population: 0, Participants: > 0 }).Select(c => c.Label).ToList();
        if (participants <= 0) return new(null, null, null, null, null, without);
        var similarity = categories.Sum(c => Math.Min(c.Population / population, c.Participants / participants));
        var lived = categories.Where(c => c.Population > 0).ToList();
        var (lowest, highest, mean) = (lived.MinBy(Rate)!, lived.MaxBy(Rate)!, lived.Average(Rate));
        // All who took part may be of categories without population; then no rate is above 0 and none can be compared.
        return Rate(highest) <= 0 ? new(null, null, similarity, null, null, without)
            : new(Rate(lowest) / Rate(highest), Rate(lowest) / mean, similarity, lowest.Label, highest.Label, without);
    }

    private static double Rate(CategoryCount category) => category.Participants / category.Population;
}

internal static class Quantity
{
    public static void Check(params ReadOnlySpan<double> numbers)
    {
        foreach (var number in numbers)
        {
            if (!double.IsFinite(number) || number < 0) throw new ArgumentOutOfRangeException(nameof(numbers), number, "A number of people is 0 or more.");
        }
    }
}
