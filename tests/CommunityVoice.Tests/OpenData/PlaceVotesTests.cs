using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Areas;
using CommunityVoice.Voting;

namespace CommunityVoice.Tests.OpenData;

/// <summary>A place's file holds what its page shows of votes beside the count: reweighted, what all agree on, and what moved since the last vote.</summary>
public sealed class PlaceVotesTests
{
    private static readonly Area Place = A.Area();

    private readonly BallotResult first = Vote(BallotMethod.Support, -200, new(1, "A crossing", "", 1, 0, 60, 0.6, WilsonInterval.Of(60, 100)), new(2, "Slower cars", "", 2, 0, 30, 0.3, WilsonInterval.Of(30, 100)));
    private readonly BallotResult second = Vote(BallotMethod.Support, 0, new(1, "Slower cars", "", 1, 0, 70, 0.7, WilsonInterval.Of(70, 100)), new(2, "A warden", "", 2, 0, 20, 0.2, WilsonInterval.Of(20, 100)));

    [Fact]
    public void Each_priority_says_what_it_would_be_reweighted()
    {
        var weighted = new WeightedView(FakeClock.Start, 100, 81.5, 0, [], null, null, null, null, null, [new(1, 0.71234567, 0.64, 0.5, 0.75)]);

        var place = DataOf(new AreaChanges([], [], null), new OverviewResult(second, weighted, null));

        Assert.Equal([new PlaceReweighted(0.7123, 0.64, 0.5, 0.75), null], Assert.Single(place.Results).Priorities.Select(p => p.Reweighted));
        var line = Assert.Single(PlaceLine.Of(place), l => l.Section == "reweighted");
        Assert.Equal(("Slower cars", null, 0.64), (line.Item, line.Count, line.Share));
    }

    [Fact]
    public void Common_ground_says_on_which_side_and_how_many_took_it()
    {
        var vote = Vote(BallotMethod.AgreeDisagreePass, 0,
            new(1, "Lights should wait", "", 1, 0, 80, 0.75, WilsonInterval.Of(60, 80), Agree: 60, Disagree: 15, Pass: 5), new(2, "Cars come first", "", 2, 0, 40, 0.1, WilsonInterval.Of(4, 40), Agree: 4, Disagree: 30, Pass: 6));
        var opinion = new OpinionDetail("about 80", null, [], [new(1, true, []), new(2, false, [])], [], [], [], null, new Dictionary<long, double>());

        var place = DataOf(new AreaChanges([], [], null), new OverviewResult(vote, null, opinion));

        Assert.Equal([new PlaceAgreed("Lights should wait", "agree", 60, 80, 0.75), new PlaceAgreed("Cars come first", "disagree", 30, 40, 0.75)], Assert.Single(place.Results).CommonGround);
        Assert.Equal([("Lights should wait", "agree", 60), ("Cars come first", "disagree", 30)], PlaceLine.Of(place).Where(l => l.Section == "commonGround").Select(l => (l.Item, l.Measure, l.Count!.Number!.Value)));
    }

    [Fact]
    public void What_moved_since_the_last_vote_and_new_themes_are_there_with_both_places()
    {
        var buses = new ThemeCount("Buses", "buses", "rivermead", 4, FakeClock.Start, false);

        var place = DataOf(AreaChanges.Of([second, first], [buses], FakeClock.Start.AddDays(-1)), new OverviewResult(second, null, null));

        var round = Assert.Single(place.Changes.Rounds);
        Assert.Equal([new PlaceMove("Slower cars", 1, 2, 0.7, 0.3, true)], round.Moves);
        Assert.Equal(["A warden"], round.New);
        Assert.Equal(new PlaceTheme("Buses", 4, "/areas/rivermead/themes/buses"), Assert.Single(place.Changes.NewThemes));
        Assert.Equal(FakeClock.Start.AddDays(-1), place.Changes.Since);
        Assert.Equal([("placeNow", "Streets: Slower cars", 1), ("placeLastTime", "Streets: Slower cars", 2), ("newThemes", "Buses", 4)],
            PlaceLine.Of(place).Where(l => l.Section is "placeNow" or "placeLastTime" or "newThemes").Select(l => (l.Section, l.Item, l.Count!.Number!.Value)));
    }

    private static PlaceData DataOf(AreaChanges changes, params OverviewResult[] votes) =>
        PlaceData.Of(new AreaOverview(Place, [], [], [], null, new AreaFacts([], [], null), [], changes, [], votes, [], [], [], [], []));

    private static BallotResult Vote(BallotMethod method, int day, params PriorityResult[] rows)
    {
        var asked = A.Consultation("Streets", Place, opens: FakeClock.Today.AddDays(day), closes: FakeClock.Today.AddDays(day + 10));
        return new(A.Ballot(asked, new BallotRules(method), [.. rows.Select(r => r.Title)]), true, 100, rows);
    }
}
