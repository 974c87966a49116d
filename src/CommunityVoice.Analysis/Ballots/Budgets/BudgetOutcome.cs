namespace CommunityVoice.Analysis.Ballots;

/// <summary>Which part of a rule funded a project: the voters' own shares, votes with the money left, or loads (Phragmén).</summary>
public enum BudgetStage
{
    Shares,
    Votes,
    Loads,
}

/// <summary>Why a project was not funded.</summary>
public enum NotFunded
{
    /// <summary>Nobody chose it.</summary>
    NoSupporter,

    /// <summary>Its supporters together had too little of their shares left.</summary>
    SupportersCouldNotPay,

    /// <summary>It costs more than the budget had left when its turn came.</summary>
    DidNotFit,

    /// <summary>The rule had ended before its turn came, at another project that did not fit.</summary>
    RuleHadEnded,
}

/// <summary>What each voter of one group of equal papers (its place in <see cref="BudgetElection.Groups"/>) paid in a round, and what all of them paid together.</summary>
public sealed record BudgetPayment(int Group, long Voters, Ratio Each)
{
    public Ratio Total => Each * Voters;
}

/// <summary>One project funded: in which stage, at which price, who paid how much, and what of the budget was left after it.</summary>
/// <remarks>
/// The price, in the stage of shares, is money per point of use, the least of all projects that were affordable (ρ of the method; with cost as use
/// it is the part of the cost that falls on each supporter who can pay in full). In the stage of loads it is the time at which supporters, who earn
/// one unit of money in a unit of time, could pay. The stage of votes has neither price nor payments: the common purse pays.
/// The totals of the payments add up to the cost exactly.
/// </remarks>
public sealed record BudgetRound(Project Project, long Votes, BudgetStage Stage, Ratio? Price, IReadOnlyList<BudgetPayment> Payments, long Left)
{
    /// <summary>Voters per amount paid, the largest amount first: "412 people paid £24.27 each, 3 paid £10".</summary>
    public IReadOnlyList<(long Voters, Ratio Each)> ByAmount() =>
        [.. Payments.GroupBy(p => p.Each).OrderByDescending(a => a.Key).Select(a => (a.Sum(p => p.Voters), a.Key))];
}

/// <summary>One project not funded, and why: what its supporters had left of their shares (null for rules without), and the money left when it was turned down.</summary>
public sealed record BudgetRejection(Project Project, long Votes, NotFunded Reason, Ratio? CouldRaise, long Left);

/// <summary>Where raising each voter's share stopped: after how many steps, and the next share with what its winners would cost, if that overspent.</summary>
/// <remarks>The next share is null where raising stopped for another reason: nothing more fitted, or every project fits together.</remarks>
public sealed record AddOneEnd(long Steps, Ratio? NextShare, long? NextCost);

/// <summary>The result of a budget rule and how it came about: projects in the order in which they were funded, and the others by rising number.</summary>
/// <remarks>Share is what each voter could spend, null for rules without shares; AddOne is null where shares were not to be raised.</remarks>
public sealed record BudgetOutcome(long Budget, IReadOnlyList<BudgetRound> Rounds, IReadOnlyList<BudgetRejection> Rejected, Ratio? Share, AddOneEnd? AddOne)
{
    /// <summary>The numbers of the funded projects in the order in which they were funded.</summary>
    public IReadOnlyList<long> Winners => [.. Rounds.Select(r => r.Project.Id)];

    public long Spent => Rounds.Sum(r => r.Project.Cost);

    public long Left => Budget - Spent;
}
