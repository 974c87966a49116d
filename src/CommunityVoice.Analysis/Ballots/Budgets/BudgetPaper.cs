namespace CommunityVoice.Analysis.Ballots;

/// <summary>Something a budget ballot can fund: its number and its cost in whole minor units of money (pence), above 0.</summary>
public sealed record Project(long Id, long Cost);

/// <summary>One paper of a budget ballot, or several equal ones: points per project, where a chosen project of an unscored paper has one.</summary>
/// <remarks>A paper without a choice still is a voter, whose share of the budget stays with her; leave withdrawn papers out.</remarks>
public sealed class BudgetPaper
{
    private BudgetPaper(IEnumerable<KeyValuePair<long, long>> points, long weight)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(weight, 1);
        var sorted = new SortedDictionary<long, long>();
        foreach (var (project, given) in points)
        {
            if (given < 0) throw new ArgumentException($"Project {project} has {given} points on a paper; points are 0 or more.", nameof(points));
            if (given > 0 && !sorted.TryAdd(project, given)) throw new ArgumentException($"A paper names project {project} twice.", nameof(points));
        }
        (Points, Weight) = (sorted, weight);
    }

    /// <summary>Points above 0 per project, by rising number.</summary>
    public IReadOnlyDictionary<long, long> Points { get; }

    /// <summary>How many voters cast this very paper.</summary>
    public long Weight { get; }

    /// <summary>A paper that says yes to some projects; one named twice throws an <see cref="ArgumentException"/>.</summary>
    public static BudgetPaper Approving(IEnumerable<long> projects, long weight = 1) => new(projects.Select(p => KeyValuePair.Create(p, 1L)), weight);

    /// <summary>A paper with points per project; points of 0 are left out, below 0 throw an <see cref="ArgumentException"/>.</summary>
    public static BudgetPaper Scoring(IEnumerable<KeyValuePair<long, long>> points, long weight = 1) => new(points, weight);
}
