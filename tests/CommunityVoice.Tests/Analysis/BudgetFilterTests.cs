using CommunityVoice.Analysis.Ballots;

namespace CommunityVoice.Tests.Analysis;

/// <summary>Raised shares are decided in floating point where that is sure: here on elections in which prices lie a hair apart, beside exact runs.</summary>
public sealed class BudgetFilterTests
{
    // Exact ties (groups 10 and 13 of 10,812 voters) next to prices one voter in ten thousand apart: once won by 5, which its supporters could no longer pay.
    [Fact]
    public void A_project_seen_to_be_dearer_does_not_slip_in_beside_a_tie()
    {
        long[] costs = [5143, 2292, 1676, 10329, 16867, 5240, 2574, 14542, 41, 10381, 4107, 5793, 15261, 17181, 16182, 7040, 1928, 2329, 2372, 4971, 8772, 18731, 999];
        BudgetPaper[] papers =
        [
            BudgetPaper.Approving([1, 2, 6, 7, 11, 13, 19]), BudgetPaper.Approving([3, 5, 10, 11, 13, 15], 10_811), BudgetPaper.Approving([4, 9, 14, 17, 18], 10_278),
            BudgetPaper.Approving([8, 9, 10, 15, 23]), BudgetPaper.Approving([11, 23]), BudgetPaper.Approving([20], 90_892),
        ];
        var outcome = EqualShares.Of(new(costs.Select((c, n) => new Project(n + 1, c)), papers, 36_000), completion: SharesCompletion.AddOne, step: 2);

        Assert.Equal([20, 11, 10, 3, 9, 17, 18, 4], outcome.Winners);
        Assert.Equal(new(1, 4, 68_204), outcome.AddOne);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Lopsided_elections_are_decided_as_exact_runs_decide_them(int seed)
    {
        var random = new Random(seed);
        for (var n = 0; n < 150; n++)
        {
            var scale = random.Next(2) == 0 ? 20L : 200_000_000L;
            var projects = Enumerable.Range(1, random.Next(2, 20)).Select(id => new Project(id, random.NextInt64(1, scale))).ToList();
            var papers = Enumerable.Range(0, random.Next(1, 25)).Select(_ => BudgetPaper.Scoring(
                Enumerable.Range(0, random.Next(1, 8)).Select(_ => random.NextInt64(1, projects.Count + 1)).Distinct().Select(id => KeyValuePair.Create(id, random.NextInt64(1, 1000))),
                random.Next(4) == 0 ? random.NextInt64(1, 100_000) : 1)).ToList();
            var election = new BudgetElection(projects, papers, random.NextInt64(1, projects.Sum(p => p.Cost)));
            var step = Math.Max(1 + projects.Max(p => p.Cost) / 25, election.Budget / election.Voters / 4); // so that there are few runs
            foreach (var utility in Enum.GetValues<BudgetUtility>())
            {
                var outcome = EqualShares.Of(election, utility, SharesCompletion.AddOne, step);
                if (outcome.AddOne!.NextShare is not { } next) continue; // everything somebody chose fits together
                Assert.Equal(outcome.AddOne.NextCost, Exact(next).Spent);
                if (outcome.AddOne.Steps > 0) Assert.Equal(Exact(outcome.Share!.Value).Winners, outcome.Winners);

                // A share of so much is that of an election with so much money for each voter.
                BudgetOutcome Exact(Ratio share) => EqualShares.Of(new(projects, papers, (long)(share * election.Voters).Round(0)), utility);
            }
        }
    }
}
