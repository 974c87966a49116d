namespace CommunityVoice.Follows;

/// <summary>The last times at which letters with news fell due: eight in the morning each day, and on Thursdays, in the UK.</summary>
public sealed record LetterTimes(DateTimeOffset Daily, DateTimeOffset Weekly)
{
    public const DayOfWeek WeeklyOn = DayOfWeek.Thursday;
    public static readonly TimeOnly At = new(8, 0);

    public static LetterTimes Before(DateTimeOffset now)
    {
        var day = UkTime.Day(now);
        if (On(day) > now) day = day.AddDays(-1);
        var week = day;
        while (week.DayOfWeek != WeeklyOn) week = week.AddDays(-1);
        return new(On(day), On(week));
    }

    private static DateTimeOffset On(DateOnly day)
    {
        var local = day.ToDateTime(At);
        return new DateTimeOffset(local, UkTime.Zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
