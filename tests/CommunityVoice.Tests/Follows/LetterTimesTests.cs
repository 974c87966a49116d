using CommunityVoice.Follows;

namespace CommunityVoice.Tests.Follows;

public sealed class LetterTimesTests
{
    [Theory]
    [InlineData("2026-06-11T06:59:59Z", "2026-06-10T07:00Z", "2026-06-04T07:00Z")] // a Thursday in summer, just before eight
    [InlineData("2026-06-11T07:00:00Z", "2026-06-11T07:00Z", "2026-06-11T07:00Z")]
    [InlineData("2026-06-14T23:30:00Z", "2026-06-14T07:00Z", "2026-06-11T07:00Z")] // Monday in the UK, before eight
    [InlineData("2026-10-29T08:00:00Z", "2026-10-29T08:00Z", "2026-10-29T08:00Z")] // the clocks went back on Sunday
    [InlineData("2027-01-01T12:00:00Z", "2027-01-01T08:00Z", "2026-12-31T08:00Z")]
    public void Letters_fall_due_at_eight_in_the_uk_and_weekly_ones_on_thursday(string now, string daily, string weekly)
    {
        var times = LetterTimes.Before(At(now));

        Assert.Equal((At(daily), At(weekly)), (times.Daily, times.Weekly));
    }

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture);
}
