using CommunityVoice.Areas;
using CommunityVoice.Strategies;

namespace CommunityVoice.Tests.OpenData;

/// <summary>A place's file holds the line on money, what is at risk and the parts side by side, as its page shows them.</summary>
public sealed class PlaceMoneyTests
{
    private static readonly MoneyLine Line = new("closer", "Closer to home", 20_000_00, VoiceBasis.CitedComments, 3, 2, 1, "Help that is near", 70, 20);

    [Fact]
    public void The_line_on_money_says_how_far_it_lies_from_the_voice()
    {
        var place = DataOf(A.Area(), new AreaFacts([], [], Line));

        Assert.Equal([new PlaceMoney("Closer to home", 1, 20_000_00, 2, 3, 1, new("Help that is near", 70, 20), "/strategies/closer/money")], place.Money);
    }

    [Fact]
    public void While_nobody_can_say_there_is_only_the_sum()
    {
        var place = DataOf(A.Area(), new AreaFacts([], [], Line with { Basis = VoiceBasis.Nothing }));

        Assert.Equal([new PlaceMoney("Closer to home", 1, 20_000_00, null, null, null, null, "/strategies/closer/money")], place.Money);
    }

    [Fact]
    public void Above_places_all_strategies_come_first_and_no_gap_is_said_to_be_explained()
    {
        var facts = new AreaFacts([], [], Line) { MoneyWithin = Line with { Slug = "", Title = "", Strategies = 2 } };

        var above = DataOf(A.Area("Wendale", AreaLevel.System), facts);

        Assert.Equal(new PlaceMoney(null, 2, 20_000_00, 2, 3, null, new("Help that is near", 70, 20), "/areas/wendale/money"), above.Money[0]);
        Assert.Equal("/strategies/closer/money", above.Money[1].Path);
        Assert.Single(DataOf(A.Area(), facts).Money);
    }

    [Fact]
    public void Risks_and_parts_are_there_in_both_files()
    {
        var risk = new CapacityRisk("closer", "Closer to home", 2, "Train nurses", ["Staff"], 4, true, 0);

        var place = DataOf(A.Area(), new AreaFacts([], [risk], null), new OverviewPart("Weirside", "weirside", AreaLevel.Ward, 1000, 31, 29, 40));

        var found = Assert.Single(place.Risks);
        Assert.Equal(("Train nurses", 4, 0L, true, "/strategies/closer#action-2"), (found.Action, found.Comments, found.Pence, found.IsAtRisk, found.Path));
        Assert.Equal([new PlacePart("weirside", "Weirside", "ward", 1000, 31, 40, "/areas/weirside")], place.Parts);
        Assert.Equal([("risks", "Closer to home: Train nurses", "comments", 4), ("parts", "Weirside", "turns", 31), ("parts", "Weirside", "comments", 40)],
            PlaceLine.Of(place).Where(l => l.Section is "risks" or "parts").Select(l => (l.Section, l.Item, l.Measure, l.Count!.Number!.Value)));
    }

    private static PlaceData DataOf(Area area, AreaFacts facts, params OverviewPart[] parts) =>
        PlaceData.Of(new AreaOverview(area, [], [], [], null, facts, parts, new([], [], null), [], [], [], [], [], [], []));
}
