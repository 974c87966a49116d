using CommunityVoice.Analysis.Ballots;

namespace CommunityVoice.Voting;

/// <summary>One way to decide on a budget: what it pays for, in that order, and what that costs in pence.</summary>
public sealed record BudgetReading(string Key, IReadOnlyList<long> Funded, long Spent);

/// <summary>So many people paid so much each, in pence, rounded to hundredths of a penny.</summary>
public sealed record PaidDetail(long People, decimal Each);

/// <summary>One project under the first reading: in which stage it was paid for and by whom, or why it was not.</summary>
/// <param name="Id">The option.</param>
/// <param name="Votes">How many people chose it.</param>
/// <param name="Stage">How it was paid for; none when it was not.</param>
/// <param name="Paid">Who paid how much, the largest amount first; empty where the common purse paid.</param>
/// <param name="Why">Why it was not paid for; none when it was.</param>
/// <param name="CouldRaise">What its supporters had left of their shares, in pence, when it was turned down.</param>
public sealed record ProjectDetail(long Id, long Votes, BudgetStage? Stage, IReadOnlyList<PaidDetail> Paid, NotFunded? Why, decimal? CouldRaise);

/// <summary>How the result of a budget ballot came about, for pages.</summary>
/// <param name="Share">What each person's share came to, in pence.</param>
/// <param name="Readings">The first is the one that counts.</param>
/// <param name="Projects">Under the first reading: those paid for in their order, then the others.</param>
public sealed record BudgetDetail(decimal? Share, IReadOnlyList<BudgetReading> Readings, IReadOnlyList<ProjectDetail> Projects)
{
    public const string EqualShares = "equal-shares";
    public const string OnePerProject = "equal-shares-one-per-project";
    public const string ByVotes = "by-votes";
    public const string Phragmen = "phragmen";

    internal static BudgetDetail Of(BudgetCount count) => new(
        count.EqualShares.Share?.Round(2),
        [Reading(EqualShares, count.EqualShares), Reading(OnePerProject, count.OnePerProject), Reading(ByVotes, count.ByVotes), Reading(Phragmen, count.Phragmen)],
        [
            .. count.EqualShares.Rounds.Select(r => new ProjectDetail(r.Project.Id, r.Votes, r.Stage, [.. r.ByAmount().Select(a => new PaidDetail(a.Voters, a.Each.Round(2)))], null, null)),
            .. count.EqualShares.Rejected.Select(r => new ProjectDetail(r.Project.Id, r.Votes, null, [], r.Reason, r.CouldRaise?.Round(2))),
        ]);

    private static BudgetReading Reading(string key, BudgetOutcome outcome) => new(key, outcome.Winners, outcome.Spent);
}
