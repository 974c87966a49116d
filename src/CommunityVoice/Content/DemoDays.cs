using System.Globalization;

namespace CommunityVoice.Content;

/// <summary>Turns the days of the demo files, counted from the day of loading, into times. "-12 09:14" is 9.14 in the UK twelve days before.</summary>
public sealed class DemoDays(DateTimeOffset now)
{
    private static readonly TimeZoneInfo Uk = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
    private readonly DateOnly today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Uk).DateTime);

    public DateOnly Day(int days) => today.AddDays(days);

    public DateTimeOffset At(int days, int hour = 9, int minute = 0) => InUk(Day(days), new TimeOnly(hour, minute));

    public DateTimeOffset At(string dayAndTime)
    {
        var parts = dayAndTime.Split(' ');
        return InUk(Day(int.Parse(parts[0], CultureInfo.InvariantCulture)), TimeOnly.ParseExact(parts[1], "HH:mm", CultureInfo.InvariantCulture));
    }

    private static DateTimeOffset InUk(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        if (Uk.IsInvalidTime(local)) local = local.AddHours(1); // the hour that is skipped in March
        return new DateTimeOffset(local, Uk.GetUtcOffset(local)).ToUniversalTime();
    }
}
