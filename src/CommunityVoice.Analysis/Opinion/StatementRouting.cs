namespace CommunityVoice.Analysis.Opinion;

/// <summary>Which statement to show somebody next: drawn by chance, those a vote teaches most about more often.</summary>
/// <remarks>
/// Source: <c>methods.md</c> section 1, steps 13 and 14. A statement's weight is its priority (<see cref="OpinionMeasures.Priority"/>), here over
/// all votes of today and not over an earlier state of the groups. The number that decides comes from the caller, so a draw can be repeated.
/// </remarks>
public static class StatementRouting
{
    /// <summary>
    /// The drawn id, or null where there is nothing to draw from. <paramref name="priorities"/> holds the statements this person may still be shown;
    /// a priority that is 0, negative or no finite number counts as 1. <paramref name="draw"/> is at least 0 and below 1, or it throws.
    /// </summary>
    public static long? Next(IEnumerable<KeyValuePair<long, double>> priorities, double draw)
    {
        if (draw is not (>= 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(draw), draw, "A draw is at least 0 and below 1.");
        var weights = priorities.Select(p => (Id: p.Key, Weight: p.Value > 0 && double.IsFinite(p.Value) ? p.Value : 1)).OrderBy(p => p.Id).ToList();
        if (weights.Count == 0) return null;
        var rest = draw * weights.Sum(w => w.Weight);
        foreach (var (id, weight) in weights)
        {
            rest -= weight;
            if (rest < 0) return id;
        }
        return weights[^1].Id;
    }
}
