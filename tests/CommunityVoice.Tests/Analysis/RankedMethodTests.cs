using CommunityVoice.Analysis.Ballots;

namespace CommunityVoice.Tests.Analysis;

/// <summary>Rankings small enough to follow by hand: places, explanations, and how ties go.</summary>
public sealed class RankedMethodTests
{
    private static readonly RankedNames Cities = new(["Memphis", "Nashville", "Chattanooga", "Knoxville"]);
    private static readonly RankedNames Letters = new(["A", "B", "C", "D"]);

    private static RankedPapers Tennessee => Cities.Papers(
        "Memphis > Nashville > Chattanooga > Knoxville * 42", "Nashville > Chattanooga > Knoxville > Memphis * 26",
        "Chattanooga > Knoxville > Nashville > Memphis * 15", "Knoxville > Chattanooga > Nashville > Memphis * 17");

    [Fact]
    public void Four_methods_read_the_same_hundred_papers_in_their_own_way()
    {
        var pairs = PairwiseMatrix.Of(Tennessee);

        Assert.Equal(58, pairs.Preferring(Cities["Nashville"], Cities["Memphis"]));
        Assert.Equal(42, pairs.Preferring(Cities["Memphis"], Cities["Nashville"]));
        Assert.Equal(Cities["Nashville"], pairs.CondorcetWinner);
        Assert.Equal(Cities["Memphis"], pairs.CondorcetLoser);
        Assert.Equal("Nashville > Chattanooga > Knoxville > Memphis", Cities.Text(Schulze.Of(pairs).Places));
        Assert.Equal("Nashville > Chattanooga > Knoxville > Memphis", Cities.Text(RankedPairs.Of(pairs).Places));
        Assert.Equal("Nashville > Chattanooga > Memphis > Knoxville", Cities.Text(Borda.Of(Tennessee).Places));
        Assert.Equal([226, 294, 273, 207], Borda.Of(Tennessee).Scores.Select(s => s.Points));
        Assert.Equal("Knoxville > Memphis > Nashville > Chattanooga", Cities.Text(InstantRunoff.Of(Tennessee).Places));
    }

    [Fact]
    public void A_run_off_says_round_by_round_where_votes_went()
    {
        var rounds = InstantRunoff.Of(Tennessee).Rounds;

        Assert.Equal([Cities["Chattanooga"], Cities["Nashville"]], rounds.SelectMany(r => r.Eliminated.Select(e => e.Option)));
        Assert.Equal([new OptionVotes(Cities["Knoxville"], 15)], rounds[0].Eliminated[0].Transfers);
        Assert.Equal([new OptionVotes(Cities["Knoxville"], 26)], rounds[1].Eliminated[0].Transfers);
        Assert.Equal([new OptionVotes(Cities["Memphis"], 42), new OptionVotes(Cities["Knoxville"], 58)], rounds[2].Tally);
        Assert.Equal([Cities["Knoxville"]], rounds[2].Elected);
    }

    [Fact]
    public void Schulze_names_the_strongest_chain_each_way()
    {
        var names = new RankedNames(["A", "B", "C", "D", "E"]);
        var outcome = Schulze.Of(PairwiseMatrix.Of(names.Papers(
            "A>C>B>E>D*5", "A>D>E>C>B*5", "B>E>D>A>C*8", "C>A>B>E>D*3", "C>A>E>B>D*7", "C>B>A>D>E*2", "D>C>E>B>A*7", "E>B>A>D>C*8")));

        Assert.Equal("E > A > C > B > D", names.Text(outcome.Places));
        var pair = outcome.Pair(names["E"], names["A"]);
        Assert.Equal(24, pair.FromA.Strength);
        Assert.Equal("A > C > E", names.Text(pair.FromA.Through.Select(o => new[] { o })));
        Assert.Equal(25, pair.FromB.Strength);
        Assert.Equal("E > B > A", names.Text(pair.FromB.Through.Select(o => new[] { o })));
        Assert.Equal(names["E"], pair.Winner);
    }

    [Fact]
    public void Schulze_leaves_a_tie_a_tie() =>
        Assert.Equal("B = D > A = C", Letters.Text(Schulze.Of(PairwiseMatrix.Of(Letters.Papers("A>B>C*3", "D>A>B*2", "D>B>C*2", "C>B>D*2"))).Places));

    [Fact]
    public void Ranked_pairs_drop_the_weakest_victory_of_a_circle_and_show_the_circle()
    {
        var names = new RankedNames(["A", "B", "C"]);
        var outcome = RankedPairs.Of(PairwiseMatrix.Of(names.Papers("A>B>C*40", "B>C>A*35", "C>A>B*25")));

        Assert.Equal("A > B > C", names.Text(outcome.Places));
        Assert.Equal([(75L, 25L, true), (65L, 35L, true), (60L, 40L, false)], outcome.Pairs.Select(p => (p.For, p.Against, p.IsKept)));
        Assert.Equal("A > B > C", names.Text(outcome.Pairs[2].Circle.Select(o => new[] { o })));
    }

    [Fact]
    public void Equally_strong_victories_that_make_a_circle_are_dropped_together()
    {
        var names = new RankedNames(["A", "B", "C"]);
        var outcome = RankedPairs.Of(PairwiseMatrix.Of(names.Papers("A>B>C", "B>C>A", "C>A>B")));

        Assert.Equal("A = B = C", names.Text(outcome.Places));
        Assert.Equal([1, 1, 1], outcome.Pairs.Select(p => p.Step));
        Assert.All(outcome.Pairs, p => Assert.False(p.IsKept));
    }

    [Fact]
    public void Of_two_victories_with_as_many_votes_the_one_with_fewer_against_is_the_stronger()
    {
        var outcome = RankedPairs.Of(PairwiseMatrix.Of(Letters.Papers("A>B*5", "B>A*2", "C>D*5", "D>C*1")));

        Assert.Equal([(Letters["C"], 1L), (Letters["A"], 2L)], outcome.Pairs.Where(p => p.For == 5).Select(p => (p.Winner, p.Against)));
        Assert.Equal([1, 2], outcome.Pairs.Where(p => p.For == 5).Select(p => p.Step - outcome.Pairs.First(f => f.For == 5).Step + 1));
    }

    [Fact]
    public void Borda_shares_points_among_equal_ranks_and_among_those_left_out()
    {
        var scores = Borda.Of(Letters.Papers("A", "B=C>D")).Scores;

        Assert.Equal([4 + 1, 2 + 3.5m, 2 + 3.5m, 2 + 2], scores.Select(s => s.Points));
        Assert.Equal([1L, 1, 1, 1], scores.Select(s => s.RankedBy));
        Assert.Equal([1L, 1, 1, 0], scores.Select(s => s.FirstOn));
    }

    [Fact]
    public void A_tie_for_last_place_goes_by_the_latest_earlier_round_that_differs()
    {
        // D goes first and lifts C level with B; B had more before.
        var round = InstantRunoff.Of(Letters.Papers("A*6", "B*4", "C*3", "D>C*1")).Rounds[1];

        Assert.Equal([Letters["C"]], round.Eliminated.Select(e => e.Option));
        Assert.Equal((TieStep.EarlierRounds, 1), (round.Tie!.DecidedBy!.Value, round.Tie.Round!.Value));
        Assert.Equal([Letters["B"], Letters["C"]], round.Tie.Tied);
    }

    [Fact]
    public void A_later_round_comes_before_an_earlier_one()
    {
        // B leads C in round 1, C leads B in round 2, and in round 3 both have six.
        var names = new RankedNames(["A", "B", "C", "D", "E"]);
        var round = InstantRunoff.Of(names.Papers("A*9", "B*5", "C*4", "D>C*2", "E>B*1", "E*2")).Rounds[2];

        Assert.Equal([6, 6], round.Tally.Skip(1).Select(t => t.Votes));
        Assert.Equal([names["B"]], round.Eliminated.Select(e => e.Option));
        Assert.Equal(2, round.Tie!.Round);
    }

    [Fact]
    public void Then_by_head_to_head_comparisons()
    {
        var outcome = InstantRunoff.Of(Letters.Papers("A*4", "B*4", "C>A*2", "D>C>B*2"));

        Assert.Equal(TieStep.Comparisons, outcome.Rounds[0].Tie!.DecidedBy);
        Assert.Equal("A = B > C > D", Letters.Text(outcome.Places));
    }

    [Fact]
    public void Whom_nothing_tells_apart_goes_out_or_wins_together()
    {
        var outcome = InstantRunoff.Of(Letters.Papers("A*2", "B*2", "C", "D"));

        Assert.Equal("A = B > C = D", Letters.Text(outcome.Places));
        Assert.Null(outcome.Rounds[0].Tie!.DecidedBy);
        Assert.Equal([Letters["C"], Letters["D"]], outcome.Rounds[0].Eliminated.Select(e => e.Option));
        Assert.Equal([Letters["A"], Letters["B"]], outcome.Rounds[1].Elected);
    }

    [Fact]
    public void Lots_decide_where_the_rules_say_so()
    {
        var outcome = InstantRunoff.Of(Letters.Papers("A", "B", "C", "D"), new() { Ties = [TieStep.Lots], Lots = [4, 2, 3, 1] });

        Assert.Equal("D > B > C > A", Letters.Text(outcome.Places));
        Assert.All(outcome.Rounds.SkipLast(1), r => Assert.Equal(TieStep.Lots, r.Tie!.DecidedBy));
        Assert.Throws<ArgumentException>(() => InstantRunoff.Of(Letters.Papers("A"), new() { Lots = [1, 2, 3] }));
    }

    [Fact]
    public void Lots_are_drawn_by_the_hash_of_seed_and_option() => Assert.Equal([3, 5, 4, 2, 1], DrawnLots.From("seed", [1, 2, 3, 4, 5]));

    [Fact]
    public void A_shared_rank_counts_for_nobody_while_two_of_it_are_in()
    {
        var rounds = InstantRunoff.Of(Letters.Papers("A=B*3", "A=C*2", "A*2", "B*3", "C")).Rounds;

        Assert.Equal(new(0, 0, 5, 0, 0), rounds[0].Inactive);
        Assert.Equal([2, 3, 1, 0], rounds[0].Tally.Select(t => t.Votes));
    }

    [Fact]
    public void With_no_paper_all_options_share_the_first_place()
    {
        var papers = Letters.Papers();

        Assert.All(
            new[] { Schulze.Of(PairwiseMatrix.Of(papers)).Places, RankedPairs.Of(PairwiseMatrix.Of(papers)).Places, Borda.Of(papers).Places, InstantRunoff.Of(papers).Places },
            places => Assert.Equal("A = B = C = D", Letters.Text(places)));
    }

    [Fact]
    public void Only_options_offered_can_be_ranked_each_once()
    {
        Assert.Throws<ArgumentException>(() => RankedPapers.Of([RankedPaper.Of(1, 9)], [1, 2]));
        Assert.Throws<ArgumentException>(() => RankedPapers.Of([RankedPaper.Of(1, 1)], [1, 2]));
        Assert.Throws<ArgumentException>(() => RankedPapers.Of([new([[1], []])], [1, 2]));
        Assert.Throws<ArgumentException>(() => RankedPapers.Of([new([[1]], -1)], [1, 2]));
        Assert.Throws<ArgumentException>(() => RankedPapers.Of([], [1, 1]));
        Assert.Throws<FormatException>(() => RankedPapers.OfChoices(["1>x"], [1, 2]));
    }

    [Fact]
    public void Choices_taken_back_do_not_count_and_equal_ones_are_merged()
    {
        var papers = RankedPapers.OfChoices(["2>1", "", "2>1", "1"], [1, 2]);

        Assert.Equal((3, 2), (papers.Total, papers.Distinct));
        Assert.Equal(2, PairwiseMatrix.Of(papers).Preferring(2, 1));
    }
}
