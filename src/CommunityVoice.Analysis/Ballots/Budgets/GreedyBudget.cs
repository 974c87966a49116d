using System.Numerics;

namespace CommunityVoice.Analysis.Ballots;

/// <summary>What the by-votes rule puts first.</summary>
public enum GreedyOrder
{
    /// <summary>The project with the most voters.</summary>
    Votes,

    /// <summary>The project with the most points per unit of cost (votes, where papers are unscored).</summary>
    PointsPerCost,
}

/// <summary>By most votes: goes through the projects from the most voters down and funds each that still fits; one that does not is passed over.</summary>
/// <remarks>
/// Ties go to the lowest number. A project nobody chose is not funded. This is the rule most cities use (Pabulib: "greedy");
/// by points per cost it is the rule of the same name in Rey and Maly, "The (Computational) Social Choice Take on Indivisible Participatory Budgeting".
/// </remarks>
public static class GreedyBudget
{
    public static BudgetOutcome Of(BudgetElection election, GreedyOrder order = GreedyOrder.Votes)
    {
        var (rounds, rejected) = Fill(election, Ordered(election, order), election.Budget);
        rejected.AddRange(Unsupported(election, election.Budget - rounds.Sum(r => r.Project.Cost)));
        return new(election.Budget, rounds, [.. rejected.OrderBy(r => r.Project.Id)], null, null);
    }

    /// <summary>Funds what fits into the money left, in the order of votes.</summary>
    internal static (List<BudgetRound> Rounds, List<BudgetRejection> Rejected) Fill(BudgetElection election, IEnumerable<Project> ordered, long left)
    {
        var (rounds, rejected) = (new List<BudgetRound>(), new List<BudgetRejection>());
        foreach (var project in ordered)
        {
            var votes = election.VotesFor(project.Id);
            if (project.Cost > left)
            {
                rejected.Add(new(project, votes, NotFunded.DidNotFit, null, left));
                continue;
            }
            left -= project.Cost;
            rounds.Add(new(project, votes, BudgetStage.Votes, null, [], left));
        }
        return (rounds, rejected);
    }

    internal static IEnumerable<Project> Ordered(BudgetElection election, GreedyOrder order)
    {
        if (order == GreedyOrder.Votes) return election.Supported.OrderByDescending(p => election.VotesFor(p.Id)).ThenBy(p => p.Id);
        var points = new Dictionary<long, BigInteger>();
        foreach (var group in election.Groups)
        {
            foreach (var (id, given) in group.Points) points[id] = points.GetValueOrDefault(id) + new BigInteger(given) * group.Voters;
        }
        return election.Supported.OrderByDescending(p => new Ratio(points[p.Id], p.Cost)).ThenBy(p => p.Id);
    }

    internal static IEnumerable<BudgetRejection> Unsupported(BudgetElection election, long left) =>
        election.Projects.Where(p => election.VotesFor(p.Id) == 0).Select(p => new BudgetRejection(p, 0, NotFunded.NoSupporter, null, left));
}
