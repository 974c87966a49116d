namespace CommunityVoice.Analysis.Representation;

/// <summary>One dimension to weight by: how many live in each of its categories.</summary>
/// <param name="Name">Such as "age band".</param>
/// <param name="Population">People per category, 0 or more; only their proportions matter.</param>
public sealed record Margin(string Name, IReadOnlyList<double> Population);

/// <summary>A category of which nobody took part although people live there: no weight can make it heard.</summary>
public sealed record Unheard(string Margin, int Category, double PopulationShare);

/// <summary>Weights that make those who took part resemble those who live there, as far as the cap allows.</summary>
/// <param name="Weights">One for each participant in the order given, above 0 and at most the cap, with a mean of 1 (see remarks for those left out).</param>
/// <param name="Converged">Whether every weighted share lies within <see cref="Raking.Tolerance"/> of its target.</param>
/// <param name="Rounds">Rounds over all margins, those after trimming included.</param>
/// <param name="LargestGap">The largest distance of a weighted share from its target, in shares.</param>
/// <param name="Capped">How many participants have the largest weight allowed.</param>
/// <param name="NotRepresentable">Categories without participants; what remains of their margin is scaled to the others.</param>
public sealed record RakedWeights(IReadOnlyList<double> Weights, bool Converged, int Rounds, double LargestGap, int Capped, IReadOnlyList<Unheard> NotRepresentable)
{
    /// <summary>The number of people whose plain count would be as exact: (Σw)² / Σw² (Kish 1965).</summary>
    public double EffectiveSize => EffectiveSample.Size(Weights);
}

/// <summary>Weights participants to several population margins at once: iterative proportional fitting with weights capped at five.</summary>
/// <remarks>
/// Source: Deming and Stephan 1940; trimming as in DeBell and Krosnick 2009 (weights above the cap are set to it and the fitting goes on);
/// <c>methods.md</c> section 7. A reweighted view stands beside the raw view and never instead of it. Participants of a category where nobody
/// lives are no error of theirs: such a category keeps the share of participants it has. The same for a participant whose category is not
/// known (null). Deterministic; the order of participants does not matter but for the last digits.
/// </remarks>
public static class Raking
{
    public const double Cap = 5;
    public const double Tolerance = 1e-6;
    public const int MostRounds = 1000;

    /// <summary>Weights that change by less are at rest.</summary>
    private const double AtRest = 1e-9;

    /// <summary>Margins that contradict each other would take some weights to nought, round by round: nobody is left without any.</summary>
    private const double Least = 1e-12;

    /// <summary>
    /// The weights. <paramref name="participants"/> holds, per person, the category in each margin (a place in its population) or null.
    /// Another number of categories than of margins, or a place outside its margin, throws; so does a cap of 1 or less, and a margin where
    /// nobody lives.
    /// </summary>
    public static RakedWeights Of(IReadOnlyList<IReadOnlyList<int?>> participants, IReadOnlyList<Margin> margins, double cap = Cap)
    {
        Check(participants, margins, cap);
        var people = participants.Count;
        var weights = new double[people];
        Array.Fill(weights, 1);
        var unheard = new List<Unheard>();
        var targets = margins.Select((m, d) => Targets(participants, m, d, unheard)).ToArray();
        if (people == 0) return new([], Converged: false, 0, 1, 0, unheard);
        var (rounds, gap) = (0, Gap(participants, targets, weights));
        while (gap > Tolerance && rounds < MostRounds)
        {
            rounds++;
            var before = (double[])weights.Clone();
            for (var d = 0; d < margins.Count; d++) Fit(participants, d, targets[d], weights);
            Trim(weights, cap);
            gap = Gap(participants, targets, weights);
            // At the cap, or where margins contradict each other, the fitting comes to rest away from its targets; more rounds change nothing.
            if (weights.Zip(before).Max(w => Math.Abs(w.First - w.Second)) < AtRest) break;
        }
        return new(weights, gap <= Tolerance, rounds, gap, weights.Count(w => w >= cap - 1e-9), unheard);
    }

    private static void Check(IReadOnlyList<IReadOnlyList<int?>> participants, IReadOnlyList<Margin> margins, double cap)
    {
        if (!(cap > 1)) throw new ArgumentOutOfRangeException(nameof(cap), cap, "A cap of 1 or less leaves nothing to weight.");
        foreach (var margin in margins)
        {
            Quantity.Check([.. margin.Population]);
            if (margin.Population.Sum() <= 0) throw new ArgumentException($"{margin.Name}: nobody lives in any of its categories.", nameof(margins));
        }
        foreach (var person in participants)
        {
            if (person.Count != margins.Count) throw new ArgumentException("Each participant has a category, or null, in each margin.", nameof(participants));
            for (var d = 0; d < margins.Count; d++)
            {
                if (person[d] is { } at && (at < 0 || at >= margins[d].Population.Count))
                    throw new ArgumentException($"{margins[d].Name} has no category {at}.", nameof(participants));
            }
        }
    }

    // The weighted number of people that each category is to have, and last those whose category is not known; nothing where it keeps what it has.
    private static double?[] Targets(IReadOnlyList<IReadOnlyList<int?>> participants, Margin margin, int dimension, List<Unheard> unheard)
    {
        var all = margin.Population.Sum();
        var taken = new int[margin.Population.Count];
        foreach (var person in participants)
        {
            if (person[dimension] is { } at) taken[at]++;
        }
        unheard.AddRange(taken.Index().Where(t => t.Item == 0 && margin.Population[t.Index] > 0).Select(t => new Unheard(margin.Name, t.Index, margin.Population[t.Index] / all)));
        // Those to be fitted share what they had among themselves.
        var heard = taken.Index().Where(t => t.Item > 0 && margin.Population[t.Index] > 0).ToList();
        var (places, people) = (heard.Sum(t => margin.Population[t.Index]), heard.Sum(t => t.Item));
        return [.. taken.Select((t, i) => t == 0 ? (double?)null : margin.Population[i] > 0 ? margin.Population[i] / places * people : t)];
    }

    private static double[] Totals(IReadOnlyList<IReadOnlyList<int?>> participants, int dimension, int categories, double[] weights)
    {
        var totals = new double[categories];
        for (var i = 0; i < weights.Length; i++)
        {
            if (participants[i][dimension] is { } at) totals[at] += weights[i];
        }
        return totals;
    }

    private static void Fit(IReadOnlyList<IReadOnlyList<int?>> participants, int dimension, double?[] targets, double[] weights)
    {
        var totals = Totals(participants, dimension, targets.Length, weights);
        var unknown = weights.Sum() - totals.Sum();
        var unknownPeople = weights.Length - targets.Sum(t => t ?? 0);
        for (var i = 0; i < weights.Length; i++)
        {
            if (participants[i][dimension] is { } at) weights[i] *= targets[at]!.Value / totals[at];
            else if (unknown > 0) weights[i] *= unknownPeople / unknown;
        }
    }

    // Cuts what is above the cap and scales the rest up to a mean of 1, again while that lifts others above it.
    private static void Trim(double[] weights, double cap)
    {
        for (var again = true; again;)
        {
            again = false;
            var (capped, rest, restPeople) = (0, 0.0, 0);
            foreach (var weight in weights)
            {
                if (weight >= cap) capped++;
                else (rest, restPeople) = (rest + weight, restPeople + 1);
            }
            var times = restPeople == 0 ? 1 : (weights.Length - capped * cap) / rest;
            for (var i = 0; i < weights.Length; i++)
            {
                var before = weights[i];
                weights[i] = before >= cap ? cap : Math.Max(Least, before * times);
                again |= before < cap && weights[i] > cap;
            }
        }
    }

    private static double Gap(IReadOnlyList<IReadOnlyList<int?>> participants, double?[][] targets, double[] weights)
    {
        var gap = 0.0;
        for (var d = 0; d < targets.Length; d++)
        {
            var totals = Totals(participants, d, targets[d].Length, weights);
            for (var c = 0; c < totals.Length; c++) gap = Math.Max(gap, Math.Abs(totals[c] - (targets[d][c] ?? 0)) / weights.Length);
        }
        return gap;
    }
}
