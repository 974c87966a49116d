using System.Globalization;

namespace CommunityVoice.Web.TagHelpers;

/// <summary>Local time and the British way to write it.</summary>
public static class UkTime
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    public static DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone);

    public static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(Local(at).DateTime);

    /// <summary>"24 November", with the year only where it is not this one.</summary>
    public static string Words(DateOnly day, DateOnly today) =>
        day.ToString(day.Year == today.Year ? "d MMMM" : "d MMMM yyyy", British);

    public static string Words(DateOnly day) => day.ToString("d MMMM yyyy", British);

    public static string Clock(DateTimeOffset at) => Local(at).ToString("HH:mm", British);

    /// <summary>The machine's spelling, for a <c>time</c> element.</summary>
    public static string Machine(DateTimeOffset at) => Local(at).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
}
