using CommunityVoice.Analysis.Ballots;
using FsCheck.Fluent;

namespace CommunityVoice.Tests.Analysis;

/// <summary>The text of papers that name options, and counting them.</summary>
public sealed class BallotIdsTextTests
{
    [Fact]
    public void Options_have_one_text_by_rising_number()
    {
        Assert.Equal("2,12,15", BallotIdsText.Write([15, 2, 12, 15]));
        Assert.Equal([2L, 12, 15], BallotIdsText.Read("2,12,15"));
        Assert.Equal("", BallotIdsText.Write([]));
        Assert.Empty(BallotIdsText.Read(""));
        Assert.Throws<ArgumentOutOfRangeException>(() => BallotIdsText.Write([-1]));
    }

    [Theory]
    [InlineData("15,2")]
    [InlineData("2,2")]
    [InlineData("02")]
    [InlineData("-2")]
    [InlineData("+2")]
    [InlineData("2, 3")]
    [InlineData("2,")]
    [InlineData(",2")]
    [InlineData("2;3")]
    [InlineData("2=1")]
    [InlineData("9223372036854775808")]
    public void Any_other_text_of_options_is_refused(string text) => Assert.Throws<FormatException>(() => BallotIdsText.Read(text));

    [Fact]
    public void What_is_written_is_read_back() => FsCheck.Check.QuickThrowOnFailure(Prop.ForAll<long[]>(numbers =>
    {
        var ids = numbers.Where(n => n >= 0).ToList();
        return BallotIdsText.Read(BallotIdsText.Write(ids)).SequenceEqual(ids.Distinct().Order());
    }));

    [Fact]
    public void Papers_and_people_per_option_are_counted_and_taken_back_ones_are_not()
    {
        var count = BallotTally.OfChoices(BallotMethod.Pick, ["1,3", "3", "", "2,3"]);

        Assert.Equal(3, count.Papers);
        Assert.Equal([(1, 1), (2, 1), (3, 3)], count.Options.Select(o => ((int)o.Key, o.Value.People)));
        Assert.Equal(0, count.Of(9).People);
        Assert.Throws<FormatException>(() => BallotTally.OfChoices(BallotMethod.Pick, ["1", "x"]));
    }
}
