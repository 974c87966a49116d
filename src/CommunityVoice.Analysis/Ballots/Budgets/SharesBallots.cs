namespace CommunityVoice.Analysis.Ballots;

/// <summary>A project as Equal Shares sees it: its supporters' groups with their voters and use, and by what to divide a payment to get the price per use.</summary>
/// <remarks>Where use is cost, everybody's use of a project is equal, so it is kept as 1 and the cost as the divisor.</remarks>
internal sealed record SharesProject(Project Project, long Votes, int[] Groups, long[] Voters, long[] Use, long Divisor)
{
    /// <summary>The same voters in floating point, exact up to 10 to the 15th.</summary>
    public double[] Weights { get; } = [.. Voters.Select(v => (double)v)];

    /// <summary>Voters times use of each group, likewise.</summary>
    public double[] WeightedUse { get; } = [.. Voters.Zip(Use, (v, u) => (double)(v * u))];

    /// <summary>Whether this project goes before another of the same price: most votes, then lowest cost, then lowest number.</summary>
    public bool BeatsInATie(SharesProject other) =>
        Votes != other.Votes ? Votes > other.Votes
        : Project.Cost != other.Project.Cost ? Project.Cost < other.Project.Cost
        : Project.Id < other.Project.Id;
}

/// <summary>The supported projects of an election with who supports them, made once for all runs.</summary>
internal sealed class SharesBallots
{
    public SharesBallots(BudgetElection election, BudgetUtility utility)
    {
        Election = election;
        var supporters = election.Supported.ToDictionary(p => p.Id, _ => new List<int>());
        for (var g = 0; g < election.Groups.Count; g++)
        {
            foreach (var id in election.Groups[g].Points.Keys) supporters[id].Add(g);
        }
        Projects = [.. election.Supported.Select(p => new SharesProject(p, election.VotesFor(p.Id), [.. supporters[p.Id]],
            [.. supporters[p.Id].Select(g => election.Groups[g].Voters)],
            [.. supporters[p.Id].Select(g => utility == BudgetUtility.Points ? election.Groups[g].Points[p.Id] : 1)],
            utility == BudgetUtility.Cost ? p.Cost : 1))];
    }

    public BudgetElection Election { get; }

    public IReadOnlyList<SharesProject> Projects { get; }
}
