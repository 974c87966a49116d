using System.Globalization;
using CommunityVoice.Bodies;
using CommunityVoice.OpenData;

namespace CommunityVoice.Moderation;

/// <summary>How often comments were removed under a house rule. Rule: its code.</summary>
public sealed record RemovedData(string Rule, string Words, int Removed)
{
    /// <summary>"spam 3": in a cell of a file.</summary>
    public string Cell() => string.Create(CultureInfo.InvariantCulture, $"{Rule} {Removed}");
}

/// <summary>
/// What moderators did, as open data: all of them in the last 365 days, or one body while it stood as it did. Body: its slug; none for all, and for what was decided before it was kept by which body.
/// Standing: how independent it was. From, Until: the first day in it, and the first that is not; what ended is counted no further. MedianMinutes: how long half of what waited waited at most.
/// </summary>
public sealed record ModerationLine(
    string Section, string? Body, string? Name, string? Standing, string? HostedBy, DateOnly? From, DateOnly? Until, bool IsNow,
    int Reports, int Published, int AskedToEdit, int Removed, IReadOnlyList<RemovedData> ByRule, int? MedianMinutes, string Path)
{
    public const string LastYear = "lastYear";
    public const string Period = "period";
    public const string Page = "/how-we-moderate/numbers";

    public static ModerationLine Of(ModerationTotals totals, DateOnly since) => With(LastYear, null, null, null, since, null, true, totals, Page);

    public static ModerationLine Of(ModerationPeriod period) => With(
        Period, period.By, period.Standing is { } standing ? DataCode.Of(standing) : null, period.HostedBy, period.From, period.Until, period.IsNow, period.Totals,
        period.By is { } by ? $"{Page}#{ModerationWords.AnchorOf(by.Slug)}" : Page);

    private static ModerationLine With(string section, ModeratingBody? by, string? standing, string? hostedBy, DateOnly? from, DateOnly? until, bool isNow, ModerationTotals totals, string path) => new(
        section, by?.Slug, by?.Name, standing, hostedBy, from, until, isNow, totals.Reported, totals.Published, totals.AskedToEdit, totals.Removed,
        [.. totals.ByRule.Select(r => new RemovedData(r.Code, r.Rule, r.Count))], totals.Median is { } median ? (int)median.TotalMinutes : null, path);
}

/// <summary>Moderation in numbers as open data.</summary>
public sealed record ModerationData(ModerationLine LastYear, IReadOnlyList<ModerationLine> Periods)
{
    public IEnumerable<ModerationLine> Lines() => Periods.Prepend(LastYear);
}

/// <summary>Periods of moderation in words.</summary>
public static class ModerationWords
{
    /// <summary>Where a body stands on the page.</summary>
    public static string AnchorOf(string bodySlug) => $"by-{bodySlug}";

    public static string Words(this ModerationPeriod period) => period.Standing switch
    {
        StandingKind.Independent => "Independent",
        StandingKind.WithinHealthService => $"Hosted by a health service body: {period.HostedBy}",
        StandingKind.WithinCouncil => $"Hosted by a council: {period.HostedBy}",
        StandingKind.WithinAnother => $"Hosted by {period.HostedBy}",
        _ => "How independent it was is not known",
    };
}
