using System.Globalization;
using CommunityVoice.Data;
using CommunityVoice.Recommendations;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.News;

/// <summary>What happened to recommendations, worked out from dates and records as the news of consultations are.</summary>
public sealed class RecommendationNews(CommunityVoiceDb db, TimeProvider clock)
{
    private const int Most = 60;

    /// <summary>The key of the news that a response was given; whoever is told of it as a contributor is told by the same.</summary>
    public static string KeyOf(Response response) => $"recommendation-{response.RecommendationId}-answer-{response.Number}";

    /// <summary>The newest things that happened to these recommendations, also where they were brought before another body, newest first.</summary>
    public async Task<IReadOnlyList<NewsItem>> NewestAsync(IQueryable<Recommendation> of, CancellationToken ct)
    {
        var today = UkTime.Today(clock);
        var found = await of.AsNoTrackingWithIdentityResolution().Sent().WithRecords().OrderByDescending(r => r.SentAt).ThenByDescending(r => r.Id).Take(Most).ToListAsync(ct);
        var brought = await EscalationNews.NewestAsync(db.Escalations.Where(e => e.Items.Any(i => of.Any(r => r.Id == i.RecommendationId))), today, ct);
        return [.. found.SelectMany(r => Of(r, today)).Concat(brought).OrderByDescending(n => n.At).ThenBy(n => n.Key, StringComparer.Ordinal).Take(Most)];
    }

    private static IEnumerable<NewsItem> Of(Recommendation recommendation, DateOnly today)
    {
        var (key, path, body, ask) = ($"recommendation-{recommendation.Id}", $"/recommendations/{recommendation.Id}", recommendation.Addressee.Name, recommendation.Ask);
        yield return new($"{key}-sent", recommendation.SentAt!.Value, $"Recommended to {body}: {ask}", $"{body} has until {Day(recommendation.DueOn!.Value)} to answer.", path);
        foreach (var pause in recommendation.Pauses)
        {
            yield return new($"{key}-pause-{pause.Id}", pause.At, $"{RecommendationState.Paused.Word()}: {ask}", $"Days until it runs again do not count. {pause.Reason}", path);
            if (pause.ResumedAt is { } resumed)
                yield return new($"{key}-pause-{pause.Id}-over", resumed, $"Clock runs again: {ask}", TellsDay(recommendation, pause) ? $"{body} has until {Day(recommendation.DueOn!.Value)} to answer." : "Days count again.", path);
        }
        foreach (var response in recommendation.Responses)
            yield return new(KeyOf(response), response.At, $"{(response.Number == 1 ? "Answered" : "Answer corrected")} by {body}: {ask}", $"{response.Kind.Word()}. {response.Action ?? response.Reason}", path);
        foreach (var outcome in recommendation.Outcomes)
            yield return new($"{key}-outcome-{outcome.Id}", outcome.At, $"{outcome.State.Word()}: {ask}", outcome.Effect, path);
        if (recommendation is { WithdrawnAt: { } withdrawn, WithdrawnReason: { } reason })
            yield return new($"{key}-withdrawn", withdrawn, $"Withdrawn: {ask}", reason, path);
        if (recommendation.StateOn(today) == RecommendationState.Overdue)
            yield return new($"{key}-overdue-{recommendation.DueOn:yyyy-MM-dd}", UkTime.EndOf(recommendation.DueOn!.Value), $"Not answered in time: {ask}", $"{body} had until {Day(recommendation.DueOn!.Value)}.", path);
    }

    // The last day moves with each pause: what was told of an earlier one does not hold any more.
    private static bool TellsDay(Recommendation recommendation, ClockPause pause) => recommendation.WaitsForAnswer && pause == recommendation.Pauses.MaxBy(p => p.At);

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"));
}
