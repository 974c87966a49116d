using System.Runtime.InteropServices;

namespace CommunityVoice.Analysis.Opinion;

/// <summary>What people made of one statement: how many agree, disagree and pass.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct MarkCounts(int Agree, int Disagree, int Pass)
{
    /// <summary>How many marked it, passes included.</summary>
    public int Seen => Agree + Disagree + Pass;

    /// <summary>(A + 1) / (S + 2): the share that agrees, drawn towards one half while few have marked it.</summary>
    public double AgreeShare => OpinionMeasures.Share(Agree, Seen);

    /// <summary>(D + 1) / (S + 2).</summary>
    public double DisagreeShare => OpinionMeasures.Share(Disagree, Seen);

    public int Of(OpinionSide side) => side == OpinionSide.Agree ? Agree : Disagree;

    public double ShareOf(OpinionSide side) => side == OpinionSide.Agree ? AgreeShare : DisagreeShare;

    public static MarkCounts operator +(MarkCounts a, MarkCounts b) => new(a.Agree + b.Agree, a.Disagree + b.Disagree, a.Pass + b.Pass);

    public static MarkCounts operator -(MarkCounts a, MarkCounts b) => new(a.Agree - b.Agree, a.Disagree - b.Disagree, a.Pass - b.Pass);
}

/// <summary>Which way people lean on a statement.</summary>
public enum OpinionSide
{
    Agree,
    Disagree,
}

/// <summary>The formulas of agree/disagree/pass ballots, one by one.</summary>
/// <remarks>
/// Source: Small et al. 2021; <c>methods.md</c> sections 1 and 3. A is how many agree, D disagree, P pass, S = A + D + P. Powers of two are made
/// without a library function, so that these too are the same on every machine.
/// </remarks>
public static class OpinionMeasures
{
    /// <summary>The 90th percentile of the normal distribution: a test above it is significant at 90 %, one-tailed.</summary>
    public const double Significant = 1.2816;

    /// <summary>The priority of a statement about the conversation itself: 7².</summary>
    public const double MetaPriority = 49;

    // 2^(-n/5)
    private static readonly double[] FifthPowers = [1, 0.8705505632961241, 0.757858283255199, 0.6597539553864471, 0.5743491774985175];

    /// <summary>(s + 1) / (n + 2): the share of s in n, with one more on either side.</summary>
    public static double Share(int count, int seen) => (count + 1.0) / (seen + 2.0);

    /// <summary>2 · √(n + 1) · ((s + 1) / (n + 1) − ½): how far a share lies above one half, in standard errors.</summary>
    public static double ShareTest(int count, int seen) => 2 * Math.Sqrt(seen + 1.0) * ((count + 1.0) / (seen + 1.0) - 0.5);

    /// <summary>The share within a group over the share among the other groups: 3 means three times as likely to say so.</summary>
    public static double Representativeness(int count, int seen, int countOfRest, int seenOfRest) => Share(count, seen) / Share(countOfRest, seenOfRest);

    /// <summary>
    /// The difference between two shares in standard errors (two-proportion test): 1 is added to all four counts, p̂ is the pooled share, and
    /// z = (p₁ − p₂) / √(p̂ · (1 − p̂) · (1/n₁ + 1/n₂)); 0 where p̂ is 1.
    /// </summary>
    public static double DifferenceTest(int count, int seen, int countOfRest, int seenOfRest)
    {
        var (s1, n1, s2, n2) = (count + 1.0, seen + 1.0, countOfRest + 1.0, seenOfRest + 1.0);
        var pooled = (s1 + s2) / (n1 + n2);
        return pooled >= 1 ? 0 : (s1 / n1 - s2 / n2) / Math.Sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2));
    }

    /// <summary>Π (A + 1) / (S + 2) over the groups, or the same of D: high only where every group leans this way. 1 where there is no group.</summary>
    public static double Consensus(IEnumerable<MarkCounts> groups, OpinionSide side = OpinionSide.Agree) =>
        groups.Aggregate(1.0, (product, counts) => product * counts.ShareOf(side));

    /// <summary>√C · (1 − mean) · loading: where a statement lies in one direction, of C statements that somebody marked.</summary>
    public static double StatementPosition(double mean, double loading, int statements) => Math.Sqrt(statements) * (1 - mean) * loading;

    /// <summary>(1 − (P + 1) / (S + 2)) · (E + 1) · (A + 1) / (S + 2): what there is to learn from a vote on a statement of extremity E.</summary>
    public static double Importance(MarkCounts counts, double extremity) =>
        (1 - Share(counts.Pass, counts.Seen)) * (extremity + 1) * counts.AgreeShare;

    /// <summary>(importance · (1 + 8 · 2^(−S/5)))²: the weight with which a statement is drawn to be shown next. New ones come up often.</summary>
    public static double Priority(MarkCounts counts, double extremity)
    {
        var novelty = Math.ScaleB(FifthPowers[counts.Seen % 5], -(counts.Seen / 5));
        var weight = Importance(counts, extremity) * (1 + 8 * novelty);
        return weight * weight;
    }
}
