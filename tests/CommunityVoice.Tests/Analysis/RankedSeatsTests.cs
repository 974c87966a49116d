using CommunityVoice.Analysis.Ballots;

namespace CommunityVoice.Tests.Analysis;

/// <summary>Several winners, small enough to follow by hand.</summary>
public sealed class RankedSeatsTests
{
    private static readonly RankedNames Foods = new(["Orange", "Pear", "Chocolate", "Strawberry", "Hamburger"]);
    private static readonly RankedNames Letters = new(["A", "B", "C", "D"]);

    [Fact]
    public void A_surplus_is_passed_on_in_parts_before_anybody_goes_out()
    {
        var outcome = SingleTransferableVote.Of(Foods.Papers(
            "Orange * 4", "Pear > Orange * 2", "Chocolate > Strawberry * 8", "Chocolate > Hamburger * 4", "Strawberry", "Hamburger"), 3);

        Assert.Equal(6, outcome.Quota);
        Assert.Equal("Chocolate > Orange > Strawberry > Hamburger > Pear", Foods.Text(outcome.Places));
        var surplus = outcome.Rounds[0].Transfer!;
        Assert.Equal((Foods["Chocolate"], true, 6m, 12m, 0m, 0m), (surplus.From, surplus.IsSurplus, surplus.Votes, surplus.Of, surplus.Exhausted, surplus.Lost));
        Assert.Equal([new OptionShare(Foods["Strawberry"], 4), new OptionShare(Foods["Hamburger"], 2)], surplus.To);
        Assert.Equal((Foods["Pear"], false), (outcome.Rounds[1].Transfer!.From, outcome.Rounds[1].Transfer!.IsSurplus));
        Assert.Equal([Foods["Orange"]], outcome.Rounds[2].Elected);
        Assert.Equal([Foods["Strawberry"]], outcome.Rounds[^1].WithoutQuota);
    }

    [Fact]
    public void Values_are_cut_off_after_nine_decimals_and_what_is_lost_is_shown()
    {
        // The quota is 31; 19 of Andrea's 50 go on, each paper at 19/50, and nothing is lost. With 3 of 7 something is.
        var names = new RankedNames(["Andrea", "Brad", "Carter"]);
        var first = SingleTransferableVote.Of(names.Papers("Andrea > Brad > Carter * 12", "Andrea > Carter > Brad * 38", "Carter > Andrea > Brad * 13", "Brad * 27"), 2);
        Assert.Equal([new OptionShare(names["Brad"], 4.56m), new OptionShare(names["Carter"], 14.44m)], first.Rounds[0].Transfer!.To);
        Assert.Equal([names["Andrea"], names["Brad"]], first.Winners);

        var second = SingleTransferableVote.Of(names.Papers("Andrea > Brad * 7", "Brad", "Carter * 2"), 2);
        var transfer = second.Rounds[0].Transfer!;
        Assert.Equal((4, 3m, 7m), (second.Quota, transfer.Votes, transfer.Of));
        Assert.Equal([new OptionShare(names["Brad"], 7 * 0.428571428m)], transfer.To);
        Assert.Equal(3 - 7 * 0.428571428m, transfer.Lost);
        Assert.Equal(transfer.Lost, second.Rounds[1].Lost);
    }

    [Fact]
    public void A_paper_goes_on_at_the_value_it_has_and_counts_for_nobody_at_its_end()
    {
        // A's 14 above the quota of 26 lift D to 34; of D's 8 the papers from A name nobody else.
        var outcome = SingleTransferableVote.Of(Letters.Papers("A>D*40", "B>A*10", "B>C*5", "C>B*25", "D>B*20"), 3);

        Assert.Equal("A > D > C > B", Letters.Text(outcome.Places));
        var transfer = outcome.Rounds[1].Transfer!;
        Assert.Equal((Letters["D"], 8m, 34m), (transfer.From, transfer.Votes, transfer.Of));
        Assert.Equal([new OptionShare(Letters["B"], 20 * 0.235294117m)], transfer.To);
        Assert.Equal(40 * 0.082352941m, transfer.Exhausted);
    }

    [Fact]
    public void Lots_fill_a_seat_that_nothing_else_decides()
    {
        var papers = Letters.Papers("A", "B", "C", "D");

        Assert.Equal([1, 2], SingleTransferableVote.Of(papers, 2).Winners);
        Assert.Equal([3, 4], SingleTransferableVote.Of(papers, 2, [3, 4, 2, 1]).Winners);
        Assert.Equal(TieStep.Lots, SingleTransferableVote.Of(papers, 2).Rounds[0].Tie!.DecidedBy);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void There_must_be_a_seat_and_no_more_seats_than_options(int seats) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SingleTransferableVote.Of(Letters.Papers("A"), seats));

    [Fact]
    public void As_many_options_as_seats_are_all_elected() =>
        Assert.Equal("B > A > C > D", Letters.Text(SingleTransferableVote.Of(Letters.Papers("B*3", "A"), 4).Places));
}
