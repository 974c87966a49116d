namespace CommunityVoice.Recommendations;

/// <summary>Days that do not count, from the first to the last of them.</summary>
public sealed record DaysOff(DateOnly First, DateOnly Last)
{
    public bool Contains(DateOnly day) => First <= day && day <= Last;
}

/// <summary>
/// Counts working days: without Saturdays, Sundays and public holidays. Where a count would need a year whose holidays are not known,
/// it answers nothing at all: a date that may be wrong is worse than none.
/// </summary>
public sealed class WorkingDays(BankHolidays holidays, int daysToAnswer = WorkingDays.UsualDaysToAnswer)
{
    public const int UsualDaysToAnswer = 20;

    /// <summary>How many working days whoever is asked has to answer.</summary>
    public int DaysToAnswer { get; } = daysToAnswer;

    /// <summary>The last year in which a date can be set.</summary>
    public int LastYear => holidays.LastYear;

    /// <summary>The last day to answer what was sent on a day; none where the holidays up to then are not known.</summary>
    public DateOnly? DueAfter(DateOnly sent, params IReadOnlyCollection<DaysOff> pauses) => After(sent, DaysToAnswer, pauses);

    /// <summary>The day that is so many working days later: the count begins the day after, and paused days are not in it.</summary>
    public DateOnly? After(DateOnly start, int days, params IReadOnlyCollection<DaysOff> pauses)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        var day = start;
        for (var left = days; left > 0;)
        {
            day = day.AddDays(1);
            if (!holidays.Knows(day)) return null;
            if (IsWorkingDay(day) && !pauses.Any(p => p.Contains(day))) left--;
        }
        return day;
    }

    /// <summary>How many working days lie after one day, up to and including another; none before it.</summary>
    public int Between(DateOnly start, DateOnly end)
    {
        var count = 0;
        for (var day = start.AddDays(1); day <= end; day = day.AddDays(1))
        {
            if (IsWorkingDay(day)) count++;
        }
        return count;
    }

    private bool IsWorkingDay(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !holidays.Contains(day);
}
