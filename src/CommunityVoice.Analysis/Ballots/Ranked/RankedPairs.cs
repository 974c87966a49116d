namespace CommunityVoice.Analysis.Ballots;

/// <summary>One head-to-head victory in the order of strength, and whether it was kept.</summary>
/// <param name="Step">Victories of the same step are equally strong and looked at together; from 1.</param>
/// <param name="Winner">Whom more papers rank above the other.</param>
/// <param name="Loser">The other.</param>
/// <param name="For">Papers that rank the winner above the loser.</param>
/// <param name="Against">Papers that rank the loser above the winner.</param>
/// <param name="Circle">Why it was dropped: kept or equally strong victories that lead from its loser back to its winner; empty when it was kept.</param>
public sealed record RankedPair(int Step, long Winner, long Loser, long For, long Against, IReadOnlyList<long> Circle)
{
    public bool IsKept => Circle.Count == 0;
}

/// <summary>The result of ranked pairs: places in order, level options in one place, and every victory in the order in which it was looked at.</summary>
public sealed record RankedPairsOutcome(IReadOnlyList<IReadOnlyList<long>> Places, IReadOnlyList<RankedPair> Pairs);

/// <summary>Ranked pairs: head-to-head victories are kept from the strongest to the weakest, leaving out each that would contradict those kept before.</summary>
/// <remarks>
/// Source: T. N. Tideman, "Independence of clones as a criterion for voting rules", Social Choice and Welfare 4 (1987). Stronger is the victory with
/// more votes for it, then with fewer against it. Ties: equally strong victories are looked at together, and of these every one that lies on a circle
/// with victories kept before or with each other is dropped; so no option is favoured by its number and there is no lottery. Options that no kept
/// victory orders share a place.
/// </remarks>
public static class RankedPairs
{
    public static RankedPairsOutcome Of(PairwiseMatrix pairs)
    {
        var kept = new Victories(pairs.Size);
        var rows = new List<RankedPair>();
        var step = 0;
        foreach (var level in Won(pairs).GroupBy(p => (For: pairs[p.A, p.B], Against: pairs[p.B, p.A])).OrderByDescending(g => g.Key.For).ThenBy(g => g.Key.Against))
        {
            step++;
            var tried = new Victories(kept);
            foreach (var (a, b) in level) tried.Add(a, b);
            foreach (var (a, b) in level)
            {
                rows.Add(new(step, pairs.Options[a], pairs.Options[b], level.Key.For, level.Key.Against, [.. tried.Chain(b, a).Select(o => pairs.Options[o])]));
                if (rows[^1].IsKept) kept.Add(a, b);
            }
        }
        return new(Ballots.Places.ByVictories(pairs.Options, kept.Leads), rows);
    }

    private static IEnumerable<(int A, int B)> Won(PairwiseMatrix pairs) =>
        from a in Enumerable.Range(0, pairs.Size) from b in Enumerable.Range(0, pairs.Size) where pairs[a, b] > pairs[b, a] select (a, b);

    /// <summary>A set of victories and who can be reached from whom over them.</summary>
    private sealed class Victories
    {
        private readonly bool[,] direct;
        private readonly bool[,] leads;
        private readonly int size;

        public Victories(int size) => (this.size, direct, leads) = (size, new bool[size, size], new bool[size, size]);

        public Victories(Victories other) => (size, direct, leads) = (other.size, (bool[,])other.direct.Clone(), (bool[,])other.leads.Clone());

        public bool Leads(int from, int to) => leads[from, to];

        public void Add(int winner, int loser)
        {
            direct[winner, loser] = true;
            if (leads[winner, loser]) return;
            for (var a = 0; a < size; a++)
            {
                if (a != winner && !leads[a, winner]) continue;
                for (var b = 0; b < size; b++) leads[a, b] |= b == loser || leads[loser, b];
            }
        }

        public IReadOnlyList<int> Chain(int from, int to) => leads[from, to] ? Chains.Shortest(size, from, to, (a, b) => direct[a, b]) : [];
    }
}
