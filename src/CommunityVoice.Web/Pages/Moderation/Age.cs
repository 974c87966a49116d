using System.Globalization;

namespace CommunityVoice.Web.Pages.Moderation;

/// <summary>How long something waits, in words: "3 days", "2 hours".</summary>
public static class Age
{
    /// <summary>We aim to look at everything within a working day; a weekend may lie between.</summary>
    public static readonly TimeSpan Old = TimeSpan.FromDays(1);

    public static string InWords(TimeSpan age) =>
        age.TotalDays >= 2 ? Words((int)age.TotalDays, "day")
        : age.TotalHours >= 1 ? Words((int)age.TotalHours, "hour")
        : age.TotalMinutes >= 1 ? Words((int)age.TotalMinutes, "minute")
        : "less than a minute";

    public static string Times(int count) => count switch
    {
        1 => "once",
        2 => "twice",
        _ => string.Create(CultureInfo.InvariantCulture, $"{count} times"),
    };

    private static string Words(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}
