namespace CommunityVoice.Analysis.Opinion;

/// <summary>The stated rules of grouping; the defaults are the published ones.</summary>
public sealed record OpinionOptions
{
    /// <summary>Whoever marked fewer statements is in no group; where there are fewer statements than that, whoever left one out.</summary>
    public int LeastVotes { get; init; } = 7;

    /// <summary>A group of fewer people is not shown (the profiles of rules R-C3 and R-C4 hide counts below 10).</summary>
    public int LeastInGroup { get; init; } = 10;

    /// <summary>Never more groups than this, nor than 2 and one for each twelve people.</summary>
    public int MostGroups { get; init; } = 5;

    /// <summary>This many groups, instead of the number that separates people best: for checks against known answers.</summary>
    public int? Groups { get; init; }
}

/// <summary>Why there are no opinion groups yet.</summary>
public enum NoGroupsReason
{
    /// <summary>Fewer than two statements stand, so nothing can set people apart.</summary>
    TooFewStatements,

    /// <summary>Fewer people marked enough statements than two groups of the least size need.</summary>
    TooFewPeople,

    /// <summary>All of them voted alike.</summary>
    AllAlike,

    /// <summary>There are not two groups of the least size among them.</summary>
    GroupsTooSmall,
}

/// <summary>
/// Who thinks alike, as a pure function of the votes: the same votes give the same groups, bit for bit, in any order, on any machine, whatever the
/// participants' keys are.
/// </summary>
/// <remarks>
/// Source: <c>methods.md</c> section 1, steps 3 to 8, without memory of an earlier state. Whoever marked at least min(<see cref="OpinionOptions.LeastVotes"/>,
/// number of statements) statements is grouped. Their votes are laid out in a plane (<see cref="OpinionSpace"/>), clustered by k-means for each k from 2
/// to min(5, 2 + people / 12), and the k with the largest mean silhouette is taken, the smaller one of two within a billionth. A k is passed over
/// where it makes a group below the least size, as long as another k does not; where every k does, the best is taken and people of its small groups
/// are in no group. Whoever is below the threshold has no part in the plane either. Groups are numbered from 0 by falling size, then from left to
/// right; names that stay are <see cref="GroupLabels"/>' matter.
/// </remarks>
public sealed class OpinionGroups
{
    private const double SilhouetteTie = 1e-9;

    private OpinionGroups(OpinionVotes votes, OpinionSpace space, int enough)
    {
        (Votes, Space, PeopleWithEnoughVotes) = (votes, space, enough);
        var groupOf = new int[votes.Participants.Count];
        Array.Fill(groupOf, -1);
        GroupOf = groupOf;
    }

    /// <summary>The table that was grouped.</summary>
    public OpinionVotes Votes { get; }

    /// <summary>The group of each participant, by place in the table; -1 for those in none.</summary>
    public IReadOnlyList<int> GroupOf { get; }

    /// <summary>How many people are in each group; none while there are no groups.</summary>
    public IReadOnlyList<int> Sizes { get; private set; } = [];

    /// <summary>How many people marked enough statements to be grouped.</summary>
    public int PeopleWithEnoughVotes { get; }

    /// <summary>Why there are no groups; null where there are.</summary>
    public NoGroupsReason? Why { get; private set; }

    /// <summary>The mean silhouette of each number of groups that was tried, from -1 to 1.</summary>
    public IReadOnlyDictionary<int, double> Silhouettes { get; private set; } = new SortedDictionary<int, double>();

    /// <summary>The mean silhouette of the groups taken; null where there are none.</summary>
    public double? Separation { get; private set; }

    internal OpinionSpace Space { get; }

    /// <summary>Groups the people of a table.</summary>
    public static OpinionGroups Of(OpinionVotes votes, OpinionOptions? options = null)
    {
        options ??= new();
        var least = Math.Max(1, Math.Min(options.LeastVotes, votes.Statements.Count));
        var rows = VoteRows.Of(votes, p => votes.CountOf(p) >= least);
        var groups = new OpinionGroups(votes, OpinionSpace.Of(rows, least), rows.Weight.Sum());
        groups.Why = groups.Form(options);
        return groups;
    }

    private NoGroupsReason? Form(OpinionOptions options)
    {
        if (Votes.Statements.Count < 2) return NoGroupsReason.TooFewStatements;
        if (PeopleWithEnoughVotes < 2 * Math.Max(1, options.LeastInGroup)) return NoGroupsReason.TooFewPeople;
        if (!Space.TellsPeopleApart) return NoGroupsReason.AllAlike;
        var points = WeightedPoints.Of(Space);
        var most = options.Groups ?? Math.Min(options.MostGroups, 2 + PeopleWithEnoughVotes / 12);
        var tried = Clustering.Series(points, most).Skip(1).Where(c => options.Groups is null || c.K == options.Groups).ToList();
        if (tried.Count == 0) return NoGroupsReason.AllAlike;

        Silhouettes = new SortedDictionary<int, double>(tried.ToDictionary(c => c.K, c => Silhouette.Of(points, c)));
        var placed = tried.ConvertAll(c => (Clustering: c, ClusterOf: Place(c), Silhouette: Silhouettes[c.K]));
        var large = placed.Where(c => SizesOf(c.ClusterOf, c.Clustering.K).Min() >= options.LeastInGroup).ToList();
        var best = (large.Count > 0 ? large : placed).Aggregate((a, b) => b.Silhouette > a.Silhouette + SilhouetteTie ? b : a);
        var why = Number(best.ClusterOf, best.Clustering.K, options.LeastInGroup);
        Separation = why is null ? best.Silhouette : null;
        return why;
    }

    // Each row to its nearest centre, by its own place and not by that of the cell it was counted in.
    private int[] Place(Clustering clustering)
    {
        var clusterOf = new int[Space.Rows.Count];
        for (var row = 0; row < clusterOf.Length; row++) clusterOf[row] = Space.At(row) is var (x, y) ? clustering.Nearest(x, y) : -1;
        return clusterOf;
    }

    private int[] SizesOf(int[] clusterOf, int clusters)
    {
        var sizes = new int[clusters];
        for (var row = 0; row < clusterOf.Length; row++) sizes[clusterOf[row]] += Space.Rows.Weight[row];
        return sizes;
    }

    private NoGroupsReason? Number(int[] clusterOf, int clusters, int leastInGroup)
    {
        var sizes = SizesOf(clusterOf, clusters);
        List<int> shown = [.. Enumerable.Range(0, clusters).Where(c => sizes[c] >= leastInGroup).OrderByDescending(c => sizes[c])];
        if (shown.Count < 2) return NoGroupsReason.GroupsTooSmall;
        Sizes = shown.ConvertAll(c => sizes[c]);
        var groupOf = (int[])GroupOf;
        for (var p = 0; p < groupOf.Length; p++)
        {
            if (Space.Rows.RowOf[p] is >= 0 and var row) groupOf[p] = shown.IndexOf(clusterOf[row]);
        }
        return null;
    }
}
