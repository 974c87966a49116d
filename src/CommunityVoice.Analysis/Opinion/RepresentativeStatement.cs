namespace CommunityVoice.Analysis.Opinion;

/// <summary>One statement that sets a group apart from the rest, and by how much.</summary>
/// <param name="Statement">The statement's id.</param>
/// <param name="Side">Whether the group is known for agreeing with it or for disagreeing.</param>
/// <param name="InGroup">What the group made of it.</param>
/// <param name="Rest">What the people of the other groups made of it.</param>
public sealed record RepresentativeStatement(long Statement, OpinionSide Side, MarkCounts InGroup, MarkCounts Rest)
{
    /// <summary>How many of the group take this side.</summary>
    public int Count => InGroup.Of(Side);

    /// <summary>The share of the group that takes this side, (count + 1) / (seen + 2).</summary>
    public double Share => InGroup.ShareOf(Side);

    /// <summary>How far that share lies above one half, in standard errors.</summary>
    public double ShareTest => OpinionMeasures.ShareTest(Count, InGroup.Seen);

    /// <summary>How many times as likely the group is to take this side as the rest.</summary>
    public double Representativeness => OpinionMeasures.Representativeness(Count, InGroup.Seen, Rest.Of(Side), Rest.Seen);

    /// <summary>How far the group's share lies above that of the rest, in standard errors.</summary>
    public double DifferenceTest => OpinionMeasures.DifferenceTest(Count, InGroup.Seen, Rest.Of(Side), Rest.Seen);

    /// <summary>Representativeness × its test × share × its test: the order of a group's list.</summary>
    public double Score => Representativeness * DifferenceTest * Share * ShareTest;

    /// <summary>Both tests pass at 90 %.</summary>
    public bool IsSignificant => ShareTest > OpinionMeasures.Significant && DifferenceTest > OpinionMeasures.Significant;

    /// <summary>The statements that describe a group, at most <paramref name="most"/>, those it agrees with before those it disagrees with.</summary>
    /// <remarks>
    /// Source: <c>methods.md</c> section 1, step 10. A statement's side is the one with the larger difference test. The list has first the
    /// statement the group agrees with best, significant or not, then the significant ones by score; where there is neither, the statement with
    /// the largest difference test, so that a group that marked anything is never without. Best agreed, as published results have it: by rising id,
    /// each statement takes the place of the one before if it has the larger share × test, or, once the one before is agreed with by the group more
    /// than by the rest, the larger product of both shares and both tests; the first must have a share test above 1.2816, or more than half agreeing
    /// and more than among the rest. In published lists this first place can go to a statement that is then shown as disagreed with; here
    /// such a one has to earn its place by its score. Ties: the lower id. What nobody in the group agrees or disagrees with never appears.
    /// </remarks>
    public static IReadOnlyList<RepresentativeStatement> Of(IReadOnlyList<StatementCounts> statements, int group, int most = 5)
    {
        var all = statements.OrderBy(s => s.Statement).Select(s => Lean(s, group)).Where(r => r.InGroup.Agree + r.InGroup.Disagree > 0).ToList();
        var best = BestAgreed(all);
        var list = all.Where(r => r.IsSignificant && r.Statement != best?.Statement).OrderByDescending(r => r.Score).ToList();
        if (best is not null) list.Insert(0, best);
        if (list.Count == 0 && all.Count > 0) list.Add(all.MaxBy(r => r.DifferenceTest)!);
        return [.. list.Take(most).OrderBy(r => r.Side)];
    }

    private static RepresentativeStatement Lean(StatementCounts statement, int group)
    {
        var inGroup = statement.ByGroup[group];
        var agree = new RepresentativeStatement(statement.Statement, OpinionSide.Agree, inGroup, statement.InGroups - inGroup);
        var disagree = agree with { Side = OpinionSide.Disagree };
        return agree.DifferenceTest > disagree.DifferenceTest ? agree : disagree;
    }

    private static RepresentativeStatement? BestAgreed(IReadOnlyList<RepresentativeStatement> statements)
    {
        RepresentativeStatement? best = null;
        foreach (var next in statements.Select(s => s with { Side = OpinionSide.Agree }))
        {
            var better = best is null ? next.ShareTest > OpinionMeasures.Significant || (next.Representativeness > 1 && next.Share > 0.5)
                : best.Representativeness > 1 ? next.Score > best.Score
                : next.Share * next.ShareTest > best.Share * best.ShareTest;
            if (better) best = next;
        }
        return best is not null && statements.First(s => s.Statement == best.Statement).Side == OpinionSide.Agree ? best : null;
    }
}
