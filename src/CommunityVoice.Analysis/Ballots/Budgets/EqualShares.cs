namespace CommunityVoice.Analysis.Ballots;

/// <summary>What a funded project is worth to a voter who chose it.</summary>
public enum BudgetUtility
{
    /// <summary>Its cost: a pound is a pound.</summary>
    Cost,

    /// <summary>One, whatever it costs.</summary>
    OnePerProject,

    /// <summary>The points she gave it.</summary>
    Points,
}

/// <summary>What to do with money that equal shares leave over, since some voters' shares do not meet in any project.</summary>
public enum SharesCompletion
{
    None,

    /// <summary>Fund by most votes what the rest allows.</summary>
    Greedy,

    /// <summary>Raise every voter's share by one step and run again, until the winners would cost more than the budget; the last winners that do not count.</summary>
    AddOne,

    /// <summary>The same, but stop as soon as nothing more fits into the budget.</summary>
    AddOneUntilExhaustive,

    /// <summary>First <see cref="AddOne"/>, then <see cref="Greedy"/>.</summary>
    AddOneThenGreedy,
}

/// <summary>By equal shares: every voter holds an equal part of the budget, and supporters pay together for what they chose, the best value first.</summary>
/// <remarks>
/// Source: the Method of Equal Shares of Peters, Pierczyński and Skowron, "Proportional Participatory Budgeting with Additive Utilities" (NeurIPS 2021);
/// completions as on equalshares.net and in <c>methods.md</c> section 4. Exact arithmetic throughout; ties go to most votes, then lowest cost, then lowest number.
/// Raising starts from the run with exact shares; the first raised share is the share rounded down to a whole number of steps, plus one step. It is left out
/// when all projects that somebody chose fit together. A project nobody chose is never funded and does not count as one that still fits.
/// </remarks>
public static class EqualShares
{
    /// <summary>Counts an election.</summary>
    /// <param name="election">The papers, the projects and the budget.</param>
    /// <param name="utility">What a funded project is worth to those who chose it.</param>
    /// <param name="completion">What to do with money left over.</param>
    /// <param name="step">By how many minor units a share is raised: 100 for a pound. Runs may number the dearest cost divided by this.</param>
    /// <param name="cancel">Stops a long count with an <see cref="OperationCanceledException"/>.</param>
    public static BudgetOutcome Of(BudgetElection election, BudgetUtility utility = BudgetUtility.Cost, SharesCompletion completion = SharesCompletion.None,
        long step = 1, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(step, 1);
        var ballots = new SharesBallots(election, utility);
        Ratio share = election.Voters == 0 ? Ratio.Zero : new(election.Budget, election.Voters);
        var raised = completion is SharesCompletion.None or SharesCompletion.Greedy ? null
            : Raise(ballots, ref share, step, completion == SharesCompletion.AddOneUntilExhaustive, cancel);
        var run = EqualSharesRun.Of(ballots, share, election.Budget, cancel);
        return Told(ballots, run, share, raised, completion is SharesCompletion.Greedy or SharesCompletion.AddOneThenGreedy);
    }

    private static AddOneEnd Raise(SharesBallots ballots, ref Ratio share, long step, bool untilExhaustive, CancellationToken cancel)
    {
        var election = ballots.Election;
        if (ballots.Projects.Sum(p => p.Project.Cost) <= election.Budget) return new(0, null, null);
        var winners = Winners(ballots, share, cancel);
        var next = checked((election.Budget / election.Voters / step + 1) * step);
        for (var steps = 0L; ; steps++, next += step)
        {
            if (untilExhaustive && !StillFits(ballots, winners)) return new(steps, null, null);
            winners = Winners(ballots, next, cancel);
            if (winners.Sum(w => w.Cost) is var cost && cost > election.Budget) return new(steps, next, cost);
            share = next;
        }
    }

    private static IReadOnlyCollection<Project> Winners(SharesBallots ballots, Ratio share, CancellationToken cancel) =>
        EqualSharesFilter.Winners(ballots, share, cancel) ?? [.. EqualSharesRun.Of(ballots, share, ballots.Election.Budget, cancel).Rounds.Select(r => r.Project)];

    private static bool StillFits(SharesBallots ballots, IReadOnlyCollection<Project> winners)
    {
        var left = ballots.Election.Budget - winners.Sum(w => w.Cost);
        return ballots.Projects.Any(p => p.Project.Cost <= left && !winners.Contains(p.Project));
    }

    private static BudgetOutcome Told(SharesBallots ballots, EqualSharesRun run, Ratio share, AddOneEnd? raised, bool greedy)
    {
        var election = ballots.Election;
        var left = election.Budget - run.Rounds.Sum(r => r.Project.Cost);
        var funded = run.Rounds.Select(r => r.Project).ToHashSet();
        var raisable = ballots.Projects.ToDictionary(p => p.Project.Id, run.CouldRaise);
        var unpaid = GreedyBudget.Ordered(election, GreedyOrder.Votes).Where(p => !funded.Contains(p));
        var (more, rejected) = greedy ? GreedyBudget.Fill(election, unpaid, left)
            : ([], [.. unpaid.Select(p => new BudgetRejection(p, election.VotesFor(p.Id), NotFunded.SupportersCouldNotPay, null, left))]);
        var others = rejected.Select(r => r with { CouldRaise = raisable[r.Project.Id] })
            .Concat(GreedyBudget.Unsupported(election, left - more.Sum(r => r.Project.Cost)));
        return new(election.Budget, [.. run.Rounds, .. more], [.. others.OrderBy(r => r.Project.Id)], share, raised);
    }
}
