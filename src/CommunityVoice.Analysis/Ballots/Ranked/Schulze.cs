namespace CommunityVoice.Analysis.Ballots;

/// <summary>What makes one option's victory over another strong.</summary>
public enum VictoryStrength
{
    /// <summary>How many prefer the winner of the two.</summary>
    WinningVotes,

    /// <summary>How many more prefer the winner than the loser.</summary>
    Margin,
}

/// <summary>The strongest chain of victories from one option to another.</summary>
/// <param name="Through">The options of the shortest such chain, both ends included; empty when there is none.</param>
/// <param name="Strength">The strength of its weakest victory; 0 when there is no chain.</param>
public sealed record BeatPath(IReadOnlyList<long> Through, long Strength);

/// <summary>How two options compare: papers for each, the strongest chain each way, and so who stands above whom.</summary>
/// <param name="A">The one that comes first among the options.</param>
/// <param name="B">The other.</param>
/// <param name="PreferA">Papers that rank A above B.</param>
/// <param name="PreferB">Papers that rank B above A.</param>
/// <param name="FromA">The strongest chain from A to B.</param>
/// <param name="FromB">The strongest chain from B to A.</param>
/// <param name="Winner">The option with the stronger chain; null when both are equally strong.</param>
public sealed record SchulzePair(long A, long B, long PreferA, long PreferB, BeatPath FromA, BeatPath FromB, long? Winner);

/// <summary>The result of Schulze's method: places in order, level options in one place, and every pair.</summary>
public sealed record SchulzeOutcome(IReadOnlyList<IReadOnlyList<long>> Places, IReadOnlyList<SchulzePair> Pairs)
{
    /// <summary>The pair of these two options, whichever is named first.</summary>
    public SchulzePair Pair(long one, long other) => Pairs.First(p => (p.A == one && p.B == other) || (p.A == other && p.B == one));
}

/// <summary>Schulze's method: an option stands above another when its strongest chain of head-to-head victories to it is the stronger one.</summary>
/// <remarks>
/// Source: M. Schulze, "A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent single-winner election method", Social
/// Choice and Welfare 36 (2011). Places are taken from the top: those whom no remaining option beats share the next place. There is no lottery,
/// so a tie stays a tie. Time grows with the cube of options, and at worst with the fourth power for the chains shown.
/// </remarks>
public static class Schulze
{
    public static SchulzeOutcome Of(PairwiseMatrix pairs, VictoryStrength strength = VictoryStrength.WinningVotes)
    {
        var n = pairs.Size;
        var direct = new long[n, n];
        for (var a = 0; a < n; a++)
        {
            for (var b = 0; b < n; b++)
            {
                if (pairs[a, b] > pairs[b, a]) direct[a, b] = strength == VictoryStrength.Margin ? pairs[a, b] - pairs[b, a] : pairs[a, b];
            }
        }
        var strongest = Widened(direct, n);
        var rows = new List<SchulzePair>();
        for (var a = 0; a < n; a++)
        {
            for (var b = a + 1; b < n; b++) rows.Add(Compare(pairs, direct, strongest, a, b));
        }
        return new(Ballots.Places.ByVictories(pairs.Options, (a, b) => strongest[a, b] > strongest[b, a]), rows);
    }

    // Floyd and Warshall's way over all options as stops between.
    private static long[,] Widened(long[,] direct, int n)
    {
        var strongest = (long[,])direct.Clone();
        for (var via = 0; via < n; via++)
        {
            for (var a = 0; a < n; a++)
            {
                if (a == via || strongest[a, via] == 0) continue;
                for (var b = 0; b < n; b++)
                {
                    if (b != a) strongest[a, b] = Math.Max(strongest[a, b], Math.Min(strongest[a, via], strongest[via, b]));
                }
            }
        }
        return strongest;
    }

    private static SchulzePair Compare(PairwiseMatrix pairs, long[,] direct, long[,] strongest, int a, int b)
    {
        BeatPath Path(int from, int to)
        {
            if (strongest[from, to] == 0) return new([], 0);
            var chain = Chains.Shortest(pairs.Size, from, to, (x, y) => direct[x, y] >= strongest[from, to]);
            return new([.. chain.Select(o => pairs.Options[o])], strongest[from, to]);
        }

        var (one, other) = (pairs.Options[a], pairs.Options[b]);
        long? winner = Math.Sign(strongest[a, b] - strongest[b, a]) switch { > 0 => one, < 0 => other, _ => null };
        return new(one, other, pairs[a, b], pairs[b, a], Path(a, b), Path(b, a), winner);
    }
}
