using CommunityVoice.Summaries;

namespace CommunityVoice.Tests.Summaries;

/// <summary>The order of areas in a report tells nothing of those that are hidden.</summary>
public sealed class HeardByAreaTests
{
    [Theory]
    [InlineData(3, 5)]
    [InlineData(5, 3)]
    [InlineData(1, 12)]
    [InlineData(12, 1)]
    public void Hidden_areas_stand_together_by_name_whichever_is_larger(int hillgate, int weirside)
    {
        List<HeardInArea> areas = [new("Weirside", "weirside", weirside), new("Tarn", "tarn", 40), new("Marsh Lane", "marsh-lane", 0), new("Hillgate", "hillgate", hillgate), new("Scar", "scar", 9), new(Heard.Elsewhere, null, 30)];

        var figure = HeardFigures.ByArea(new Heard(areas.Sum(a => a.People), 100, [], areas));

        List<string> hidden = [.. figure.Rows.Where(r => r.Words == "hidden").Select(r => r.Label)];
        Assert.True(hidden.Count >= 2);
        Assert.Equal(hidden.Order(StringComparer.Ordinal), hidden);
        Assert.Equal(hidden, figure.Rows.SkipWhile(r => r.Words != "hidden").TakeWhile(r => r.Words == "hidden").Select(r => r.Label));
        Assert.Equal("Tarn", figure.Rows[0].Label);
        Assert.Equal(["Marsh Lane", Heard.Elsewhere], figure.Rows.TakeLast(2).Select(r => r.Label));
    }

    [Fact]
    public void What_is_shown_alike_is_ordered_by_name_so_that_nobody_learns_which_is_more()
    {
        List<HeardInArea> areas = [new("Weirside", "weirside", 22), new("Tarn", "tarn", 40), new("Hillgate", "hillgate", 18)];

        Assert.Equal(["Tarn", "Hillgate", "Weirside"], HeardFigures.ByArea(new Heard(80, 100, [], areas)).Rows.Select(r => r.Label));
    }
}
