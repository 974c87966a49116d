namespace CommunityVoice.Analysis.Opinion;

/// <summary>What everybody, and each group, made of one statement.</summary>
/// <param name="Statement">The statement's id.</param>
/// <param name="Everyone">All participants, those in no group included.</param>
/// <param name="ByGroup">Each group, by its number; empty where there are no groups.</param>
public sealed record StatementCounts(long Statement, MarkCounts Everyone, IReadOnlyList<MarkCounts> ByGroup)
{
    /// <summary>All groups together.</summary>
    public MarkCounts InGroups => ByGroup.Aggregate(default(MarkCounts), (sum, counts) => sum + counts);

    /// <summary>The group-aware consensus that it is right: Π over groups of (A + 1) / (S + 2).</summary>
    public double ConsensusAgree => OpinionMeasures.Consensus(ByGroup);

    /// <summary>The group-aware consensus that it is wrong: Π over groups of (D + 1) / (S + 2).</summary>
    public double ConsensusDisagree => OpinionMeasures.Consensus(ByGroup, OpinionSide.Disagree);
}

/// <summary>A statement that most people lean the same way on.</summary>
public sealed record MajorityStatement(long Statement, OpinionSide Side, MarkCounts Everyone)
{
    public int Count => Everyone.Of(Side);

    /// <summary>(count + 1) / (seen + 2).</summary>
    public double Share => Everyone.ShareOf(Side);

    /// <summary>How far that lies above one half, in standard errors.</summary>
    public double ShareTest => OpinionMeasures.ShareTest(Count, Everyone.Seen);
}

/// <summary>A statement on which every group leans the same way.</summary>
public sealed record CommonGroundStatement(long Statement, OpinionSide Side, double Consensus, StatementCounts Counts);

/// <summary>A statement on which two groups lean in opposite ways, and how far apart they are.</summary>
/// <param name="Statement">The statement's id.</param>
/// <param name="AgreeMost">The group, by number, of which the largest share agrees.</param>
/// <param name="AgreeLeast">The group of which the smallest share agrees.</param>
/// <param name="Spread">The difference between those two shares, 0 to 1.</param>
/// <param name="Counts">What everybody made of it.</param>
public sealed record DividingStatement(long Statement, int AgreeMost, int AgreeLeast, double Spread, StatementCounts Counts);

/// <summary>The statistics of an agree/disagree/pass ballot once everybody's group is given, be it ours or a published one.</summary>
/// <remarks>Source: <c>methods.md</c> section 3. Every count is of whole people, every list is at most as long as asked, ties go to the lower id.</remarks>
public sealed class OpinionStatistics
{
    private OpinionStatistics(IReadOnlyList<StatementCounts> statements, int groups) => (Statements, Groups) = (statements, groups);

    /// <summary>Each statement that stands, by rising id; those without a vote too.</summary>
    public IReadOnlyList<StatementCounts> Statements { get; }

    /// <summary>How many groups there are.</summary>
    public int Groups { get; }

    /// <summary>The statistics of our own groups.</summary>
    public static OpinionStatistics Of(OpinionGroups groups) => Of(groups.Votes, groups.GroupOf, groups.Sizes.Count);

    /// <summary>
    /// The statistics of any grouping: <paramref name="groupOf"/> has, by place of the participant in the table, a number from 0 to
    /// <paramref name="groups"/> - 1, or -1 for somebody in none. Another length or number throws an <see cref="ArgumentException"/>.
    /// </summary>
    public static OpinionStatistics Of(OpinionVotes votes, IReadOnlyList<int> groupOf, int groups)
    {
        if (groupOf.Count != votes.Participants.Count) throw new ArgumentException("There must be one group, or -1, for each participant.", nameof(groupOf));
        if (groupOf.Any(g => g < -1 || g >= groups)) throw new ArgumentException($"Groups are numbered from 0 to {groups - 1}; -1 is none.", nameof(groupOf));
        // Three counts (disagree, pass, agree) for everybody in a group, and last for those in none.
        var counts = new int[groups + 1, votes.Statements.Count, 3];
        for (var p = 0; p < groupOf.Count; p++)
        {
            var group = groupOf[p] < 0 ? groups : groupOf[p];
            var columns = votes.ColumnsOf(p);
            var values = votes.ValuesOf(p);
            for (var n = 0; n < columns.Length; n++) counts[group, columns[n], values[n] + 1]++;
        }
        return new([.. votes.Statements.Select((id, n) => Count(id, n, counts, groups))], groups);
    }

    /// <summary>The statements that set a group apart; see <see cref="RepresentativeStatement.Of"/>.</summary>
    public IReadOnlyList<RepresentativeStatement> Representative(int group, int most = 5) => RepresentativeStatement.Of(Statements, group, most);

    /// <summary>Of all participants more than half, significantly at 90 %, take this side; by share × test. Source: <c>methods.md</c> section 1, step 11.</summary>
    public IReadOnlyList<MajorityStatement> Majority(OpinionSide side, int most = 5) => [.. Statements
        .Select(s => new MajorityStatement(s.Statement, side, s.Everyone))
        .Where(m => m.Share > 0.5 && m.ShareTest > OpinionMeasures.Significant)
        .OrderByDescending(m => m.Share * m.ShareTest)
        .Take(most)];

    /// <summary>
    /// Where all groups meet: statements on which every group's share lies above one half on the same side, significantly at 90 % for the groups
    /// together; by group-aware consensus. Unlike published Polis lists it has both sides, and nothing that a group is against. Empty below two groups.
    /// </summary>
    public IReadOnlyList<CommonGroundStatement> CommonGround(int most = 5) => Groups < 2 ? [] : [.. Statements
        .SelectMany(s => new[] { (Counts: s, Side: OpinionSide.Agree), (Counts: s, Side: OpinionSide.Disagree) })
        .Where(c => c.Counts.ByGroup.All(g => g.ShareOf(c.Side) > 0.5)
            && c.Counts.InGroups is var all && OpinionMeasures.ShareTest(all.Of(c.Side), all.Seen) > OpinionMeasures.Significant)
        .Select(c => new CommonGroundStatement(c.Counts.Statement, c.Side, OpinionMeasures.Consensus(c.Counts.ByGroup, c.Side), c.Counts))
        .OrderByDescending(c => c.Consensus)
        .Take(most)];

    /// <summary>
    /// Where groups part: of one group more than half agree and of another more than half disagree, the two agreeing shares differing significantly
    /// at 90 %; by the difference of those shares. Empty below two groups.
    /// </summary>
    public IReadOnlyList<DividingStatement> Dividing(int most = 5) => Groups < 2 ? [] : [.. Statements
        .Select(Divide)
        .Where(d => d.Counts.ByGroup[d.AgreeMost] is var pro && d.Counts.ByGroup[d.AgreeLeast] is var con
            && pro.AgreeShare > 0.5 && con.DisagreeShare > 0.5
            && OpinionMeasures.DifferenceTest(pro.Agree, pro.Seen, con.Agree, con.Seen) > OpinionMeasures.Significant)
        .OrderByDescending(d => d.Spread)
        .Take(most)];

    private static StatementCounts Count(long id, int n, int[,,] counts, int groups)
    {
        MarkCounts[] all = [.. Enumerable.Range(0, groups + 1).Select(g => new MarkCounts(counts[g, n, 2], counts[g, n, 0], counts[g, n, 1]))];
        return new(id, all.Aggregate((a, b) => a + b), all[..groups]);
    }

    private static DividingStatement Divide(StatementCounts statement)
    {
        var (most, least) = (0, 0);
        for (var g = 1; g < statement.ByGroup.Count; g++)
        {
            if (statement.ByGroup[g].AgreeShare > statement.ByGroup[most].AgreeShare) most = g;
            if (statement.ByGroup[g].AgreeShare < statement.ByGroup[least].AgreeShare) least = g;
        }
        return new(statement.Statement, most, least, statement.ByGroup[most].AgreeShare - statement.ByGroup[least].AgreeShare, statement);
    }
}
