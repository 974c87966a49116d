using System.Numerics;

namespace CommunityVoice.Analysis.Ballots;

/// <summary>What happens at a project whose supporters could pay but which costs more than the budget has left.</summary>
public enum WhenItDoesNotFit
{
    /// <summary>Nothing more is funded, so that nobody's waiting is passed over: the rule as published.</summary>
    Stop,

    /// <summary>It is passed over, and what fits may still be funded.</summary>
    PassOver,
}

/// <summary>By sequential Phragmén: every voter earns money at the same steady rate, and a project is funded as soon as its supporters together hold its cost, which they then spend.</summary>
/// <remarks>
/// Source: Phragmén 1894 for elections; for budgets Los, Christoff and Grossi, "Proportional Budget Allocations: Towards a Systematization" (IJCAI 2022).
/// Points above 0 count as support. Exact arithmetic; of projects affordable at the same moment the one with the most votes goes first, then the lowest cost,
/// then the lowest number. The price of a round is the moment, in minor units earned by each voter. A project nobody chose is never funded.
/// </remarks>
public static class SequentialPhragmen
{
    public static BudgetOutcome Of(BudgetElection election, WhenItDoesNotFit rule = WhenItDoesNotFit.Stop, CancellationToken cancel = default)
    {
        var waiting = new SharesBallots(election, BudgetUtility.OnePerProject).Projects.ToList();
        var spentUntil = new Ratio[election.Groups.Count]; // the moment at which each group last held nothing
        Array.Fill(spentUntil, Ratio.Zero);
        var (rounds, rejected, left) = (new List<BudgetRound>(), GreedyBudget.Unsupported(election, election.Budget).ToList(), election.Budget);
        while (waiting.Count > 0)
        {
            cancel.ThrowIfCancellationRequested();
            var (best, moment) = Next(waiting, spentUntil);
            waiting.Remove(best);
            if (best.Project.Cost <= left)
            {
                left -= best.Project.Cost;
                rounds.Add(new(best.Project, best.Votes, BudgetStage.Loads, moment, Pay(best, moment, spentUntil), left));
                continue;
            }
            rejected.Add(new(best.Project, best.Votes, NotFunded.DidNotFit, null, left));
            if (rule == WhenItDoesNotFit.PassOver) continue;
            rejected.AddRange(waiting.Select(p => new BudgetRejection(p.Project, p.Votes, NotFunded.RuleHadEnded, null, left)));
            break;
        }
        return new(election.Budget, rounds, [.. rejected.OrderBy(r => r.Project.Id)], null, null);
    }

    private static (SharesProject Project, Ratio Moment) Next(List<SharesProject> waiting, Ratio[] spentUntil)
    {
        var (best, least) = (waiting[0], Moment(waiting[0], spentUntil));
        foreach (var project in waiting.Skip(1))
        {
            var moment = Moment(project, spentUntil);
            var order = moment.CompareTo(least);
            if (order < 0 || (order == 0 && project.BeatsInATie(best))) (best, least) = (project, moment);
        }
        return (best, least);
    }

    // Supporters hold votes × t less what they earned before each last held nothing; that is the cost at t.
    private static Ratio Moment(SharesProject project, Ratio[] spentUntil)
    {
        var voters = new Dictionary<Ratio, BigInteger>(); // few moments, many groups
        for (var i = 0; i < project.Groups.Length; i++)
        {
            var until = spentUntil[project.Groups[i]];
            voters[until] = voters.GetValueOrDefault(until) + project.Voters[i];
        }
        var earned = voters.Aggregate((Ratio)project.Project.Cost, (sum, v) => sum + v.Key * new Ratio(v.Value, 1));
        return earned * new Ratio(1, project.Votes);
    }

    private static List<BudgetPayment> Pay(SharesProject project, Ratio moment, Ratio[] spentUntil)
    {
        var payments = new List<BudgetPayment>(project.Groups.Length);
        for (var i = 0; i < project.Groups.Length; i++)
        {
            var each = moment - spentUntil[project.Groups[i]];
            spentUntil[project.Groups[i]] = moment;
            if (each > Ratio.Zero) payments.Add(new(project.Groups[i], project.Voters[i], each));
        }
        return payments;
    }
}
