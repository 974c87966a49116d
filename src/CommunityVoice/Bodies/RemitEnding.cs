using System.Globalization;
using System.Linq.Expressions;

namespace CommunityVoice.Bodies;

/// <summary>That a remit ends soon: told from ninety days before, because whoever gave it may have to give it anew.</summary>
public static class RemitEnding
{
    public const int DaysBefore = 90;

    /// <summary>"Ends in 6 weeks", or "Ends in 3 days" in the last week; none where it holds no more, not yet, or longer.</summary>
    public static string? WordsOn(DateOnly today, DateOnly startsOn, DateOnly? endsOn)
    {
        if (startsOn > today || endsOn is not { } ends || ends <= today || ends > today.AddDays(DaysBefore)) return null;
        var days = ends.DayNumber - today.DayNumber;
        var (number, unit) = days < 7 ? (days, "day") : ((days + 6) / 7, "week");
        return string.Create(CultureInfo.InvariantCulture, $"Ends in {number} {unit}{(number == 1 ? "" : "s")}");
    }

    public static string? EndingWords(this Remit remit, DateOnly today) => WordsOn(today, remit.StartsOn, remit.EndsOn);

    /// <summary>Remits in force that end within the ninety days.</summary>
    public static Expression<Func<Remit, bool>> EndsSoon(DateOnly today)
    {
        var last = today.AddDays(DaysBefore);
        return r => r.StartsOn <= today && r.EndsOn != null && today < r.EndsOn && r.EndsOn <= last;
    }
}
