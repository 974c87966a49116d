namespace CommunityVoice.Analysis.Ballots;

/// <summary>Turns scores or victories into places, first place first; whoever is level shares a place.</summary>
internal static class Places
{
    /// <summary>Highest score first.</summary>
    public static IReadOnlyList<IReadOnlyList<long>> ByScore<T>(IEnumerable<(long Option, T Score)> scores) =>
        [.. scores.GroupBy(s => s.Score).OrderByDescending(g => g.Key).Select(g => (IReadOnlyList<long>)[.. g.Select(s => s.Option)])];

    /// <summary>Again and again those whom none of the rest beats. Victories must hold no circle.</summary>
    public static IReadOnlyList<IReadOnlyList<long>> ByVictories(IReadOnlyList<long> options, Func<int, int, bool> beats)
    {
        var places = new List<IReadOnlyList<long>>();
        var rest = Enumerable.Range(0, options.Count).ToList();
        while (rest.Count > 0)
        {
            var unbeaten = rest.Where(a => !rest.Exists(b => beats(b, a))).ToList();
            if (unbeaten.Count == 0) throw new InvalidOperationException("The victories hold a circle.");
            places.Add([.. unbeaten.Select(a => options[a])]);
            rest.RemoveAll(unbeaten.Contains);
        }
        return places;
    }
}
