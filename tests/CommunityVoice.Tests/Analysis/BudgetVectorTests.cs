using CommunityVoice.Analysis.Ballots;

namespace CommunityVoice.Tests.Analysis;

/// <summary>Budget rules on small elections worked out by hand.</summary>
public sealed class BudgetVectorTests
{
    // Six want the first project, five of them the second too, four the third; ten each hold 10 of 100.
    private static readonly BudgetElection TwoCamps = new([new(1, 60), new(2, 40), new(3, 40), new(4, 5)],
        [BudgetPaper.Approving([1, 2], 5), Paper(1), BudgetPaper.Approving([3], 4)], 100);

    [Fact]
    public void By_votes_the_larger_camp_takes_all() => Assert.Equal([1, 2], GreedyBudget.Of(TwoCamps).Winners);

    [Fact]
    public void By_equal_shares_each_camp_gets_its_part_and_it_is_told_who_paid()
    {
        var outcome = EqualShares.Of(TwoCamps);

        Assert.Equal([1, 3], outcome.Winners);
        Assert.Equal(10, outcome.Share);
        Assert.Equal([new Ratio(1, 6), new Ratio(1, 4)], outcome.Rounds.Select(r => r.Price!.Value));
        Assert.Equal([new BudgetPayment(0, 1, 10), new BudgetPayment(1, 5, 10)], outcome.Rounds[0].Payments);
        Assert.Equal(50, outcome.Rounds[0].Payments[1].Total);
        Assert.Equal([(6, 10)], outcome.Rounds[0].ByAmount());
        Assert.Equal([40, 0], outcome.Rounds.Select(r => r.Left));
        Assert.Equal([new(new(2, 40), 5, NotFunded.SupportersCouldNotPay, 0, 0), new(new(4, 5), 0, NotFunded.NoSupporter, null, 0)], outcome.Rejected);
    }

    [Fact]
    public void By_votes_what_does_not_fit_is_passed_over()
    {
        var outcome = GreedyBudget.Of(new([new(1, 60), new(2, 50), new(3, 40)], [Paper(1, 2, 3), Paper(1, 2), Paper(1)], 100));

        Assert.Equal([1, 3], outcome.Winners);
        Assert.Equal([new(new(2, 50), 2, NotFunded.DidNotFit, null, 40)], outcome.Rejected);
    }

    [Fact]
    public void By_votes_a_tie_goes_to_the_lowest_number() =>
        Assert.Equal([1], GreedyBudget.Of(new([new(2, 50), new(1, 60)], [Paper(1, 2), Paper(1, 2)], 100)).Winners);

    [Fact]
    public void By_points_for_money_the_cheap_goes_first() =>
        Assert.Equal([2], GreedyBudget.Of(new([new(1, 90), new(2, 20)], [Paper(1), Paper(1), Paper(2)], 100), GreedyOrder.PointsPerCost).Winners);

    [Theory]
    [InlineData(50, 40, 2)] // the lowest cost
    [InlineData(40, 40, 1)] // then the lowest number
    public void By_shares_a_tie_goes_to_most_votes_then_lowest_cost_then_lowest_number(long first, long second, long expected)
    {
        Assert.Equal(expected, EqualShares.Of(new([new(1, first), new(2, second)], [Paper(1, 2), Paper(1, 2)], 100)).Winners[0]);
        // One each: 30 by three and 20 by two both cost 10 a head, and most votes win.
        Assert.Equal([9, 8], EqualShares.Of(new([new(8, 20), new(9, 30)], [Paper(8, 9), Paper(8, 9), Paper(9)], 60), BudgetUtility.OnePerProject).Winners);
    }

    [Fact]
    public void Who_has_too_little_left_pays_that_and_the_others_the_rest()
    {
        var election = new BudgetElection([new(1, 8), new(2, 20)], [BudgetPaper.Approving([1, 2], 2), Paper(2)], 30);
        var outcome = EqualShares.Of(election, BudgetUtility.OnePerProject);

        Assert.Equal([1, 2], outcome.Winners);
        Assert.Equal(4, outcome.Rounds[0].Price);
        Assert.Equal(8, outcome.Rounds[1].Price);
        Assert.Equal([(1, 8), (2, 6)], outcome.Rounds[1].ByAmount());
    }

    [Fact]
    public void Thirds_are_paid_exactly()
    {
        var round = Assert.Single(EqualShares.Of(new([new(1, 50)], [BudgetPaper.Approving([1], 3)], 100)).Rounds);

        Assert.Equal(new Ratio(50, 3), round.Payments[0].Each);
        Assert.Equal("50/3", round.Payments[0].Each.ToString());
        Assert.Equal(16.67m, round.Payments[0].Each.Round(2));
        Assert.Equal(50, round.Payments[0].Total);
    }

    [Fact]
    public void Points_share_a_cost_out_by_use()
    {
        var election = new BudgetElection([new(1, 10)], [BudgetPaper.Scoring([new(1, 3)]), BudgetPaper.Scoring([new(1, 1), new(2, 0)])], 20);
        var round = Assert.Single(EqualShares.Of(election, BudgetUtility.Points).Rounds);

        Assert.Equal(new Ratio(5, 2), round.Price);
        Assert.Equal([(1, new Ratio(15, 2)), (1, new Ratio(5, 2))], round.ByAmount());
    }

    [Fact]
    public void Raising_stops_before_it_overspends_and_says_at_what()
    {
        // Each camp of two holds 50 of the 60 it needs; at 30 each both could pay, but then 120 would be spent.
        var election = new BudgetElection([new(1, 60), new(2, 60)], [BudgetPaper.Approving([1], 2), BudgetPaper.Approving([2], 2)], 100);

        var raised = EqualShares.Of(election, completion: SharesCompletion.AddOne);
        Assert.Empty(raised.Winners);
        Assert.Equal(29, raised.Share);
        Assert.Equal(new(4, 30, 120), raised.AddOne);
        Assert.Equal(new Ratio(58, 1), raised.Rejected[0].CouldRaise);

        var filled = EqualShares.Of(election, completion: SharesCompletion.AddOneThenGreedy);
        Assert.Equal([1], filled.Winners);
        Assert.Equal(BudgetStage.Votes, filled.Rounds[0].Stage);
        Assert.Equal([new(new(2, 60), 2, NotFunded.DidNotFit, 58, 40)], filled.Rejected);
        Assert.Equal([1], EqualShares.Of(election, completion: SharesCompletion.Greedy).Winners);
    }

    [Theory]
    [InlineData(SharesCompletion.AddOneUntilExhaustive, 1, 30, 5)]
    [InlineData(SharesCompletion.AddOneUntilExhaustive, 2, 30, 3)]
    [InlineData(SharesCompletion.AddOneUntilExhaustive, 20, 40, 1)]
    [InlineData(SharesCompletion.AddOne, 1, 69, 44)]
    public void Raising_goes_in_steps_and_may_stop_once_nothing_more_fits(SharesCompletion completion, long step, long share, long steps)
    {
        var election = new BudgetElection([new(1, 30), new(2, 70), new(3, 40)], [Paper(1, 3), BudgetPaper.Approving([2], 3)], 100);
        var outcome = EqualShares.Of(election, completion: completion, step: step);

        Assert.Equal([2, 1], outcome.Winners);
        Assert.Equal(share, outcome.Share);
        Assert.Equal(steps, outcome.AddOne!.Steps);
    }

    [Fact]
    public void Where_everything_fits_together_shares_are_not_raised()
    {
        var outcome = EqualShares.Of(new([new(1, 90), new(2, 10), new(3, 9)], [Paper(1), Paper(2)], 100), completion: SharesCompletion.AddOne);

        Assert.Equal([2], outcome.Winners);
        Assert.Equal(50, outcome.Share);
        Assert.Equal(new(0, null, null), outcome.AddOne);
    }

    [Fact]
    public void A_paper_without_a_choice_keeps_its_share_and_without_papers_nothing_is_funded()
    {
        Assert.Empty(EqualShares.Of(new([new(1, 100)], [Paper(1), BudgetPaper.Approving([])], 100)).Winners);
        foreach (var completion in Enum.GetValues<SharesCompletion>()) Assert.Empty(EqualShares.Of(new([new(1, 100)], [], 100), completion: completion).Winners);
        Assert.Empty(GreedyBudget.Of(new([new(1, 100)], [], 100)).Winners);
        Assert.Empty(SequentialPhragmen.Of(new([new(1, 100)], [], 100)).Winners);
    }

    [Fact]
    public void Papers_come_as_canonical_texts_too()
    {
        var election = BudgetElection.OfChoices([new(1, 10), new(2, 10)], ["1,2", "", "1", "1"], 20);

        Assert.Equal(3, election.Voters);
        Assert.Equal(3, election.VotesFor(1));
        Assert.Equal(2, election.Groups.Count);
        Assert.Throws<ArgumentException>(() => BudgetElection.OfChoices([new(1, 10)], ["2"], 20));
    }

    [Fact]
    public void Phragmen_funds_as_soon_as_supporters_hold_the_cost_and_stops_at_what_does_not_fit()
    {
        // Three hold 6 at moment 2, so do three others, but then 4 are left; the last holds 4 at moment 4.
        var election = new BudgetElection([new(1, 6), new(2, 6), new(3, 4)], [BudgetPaper.Approving([1], 3), BudgetPaper.Approving([2], 3), Paper(3)], 10);

        var stopped = SequentialPhragmen.Of(election);
        Assert.Equal([1], stopped.Winners);
        Assert.Equal([NotFunded.DidNotFit, NotFunded.RuleHadEnded], stopped.Rejected.Select(r => r.Reason));
        var passed = SequentialPhragmen.Of(election, WhenItDoesNotFit.PassOver);
        Assert.Equal([1, 3], passed.Winners);
        Assert.Equal([2, 4], passed.Rounds.Select(r => r.Price!.Value));
    }

    [Fact]
    public void Phragmen_lets_those_wait_who_have_spent()
    {
        // 1 goes at 3, before 3 by its number. The first then needs 5 alone, until 8; the second and third hold 2 × t − 3 = 6 at 4½.
        var outcome = SequentialPhragmen.Of(new([new(1, 6), new(2, 5), new(3, 6)], [Paper(1, 2), Paper(1, 3), Paper(3)], 100));

        Assert.Equal([1, 3, 2], outcome.Winners);
        Assert.Equal([3, new Ratio(9, 2), 8], outcome.Rounds.Select(r => r.Price!.Value));
        Assert.Equal([(1, new Ratio(9, 2)), (1, new Ratio(3, 2))], outcome.Rounds[1].ByAmount());
    }

    [Fact]
    public void What_cannot_be_counted_is_refused_with_its_reason()
    {
        Refused("costs 0", () => new([new(1, 0)], [], 10));
        Refused("budget lies between", () => new([new(1, 1)], [], 0));
        Refused("Two projects have the number 1", () => new([new(1, 1), new(1, 2)], [], 10));
        Refused("project 2, which is not on the ballot", () => new([new(1, 1)], [Paper(2)], 10));
        Refused("names project 1 twice", () => new([new(1, 1)], [Paper(1, 1)], 10));
        Refused("-1 points", () => new([new(1, 1)], [BudgetPaper.Scoring([new(1, -1)])], 10));
        Refused("Points add up", () => new([new(1, 1)], [BudgetPaper.Scoring([new(1, 1_000_000_000_000_000)], 2)], 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => BudgetPaper.Approving([1], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => EqualShares.Of(TwoCamps, step: 0));
        Assert.Throws<OperationCanceledException>(() => EqualShares.Of(TwoCamps, cancel: new CancellationToken(canceled: true)));
    }

    private static BudgetPaper Paper(params long[] projects) => BudgetPaper.Approving(projects);

    private static void Refused(string reason, Func<BudgetElection> election) =>
        Assert.Contains(reason, Assert.Throws<ArgumentException>(() => _ = election()).Message, StringComparison.Ordinal);
}
