using CommunityVoice.Activity;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Search;
using CommunityVoice.Summaries;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Recommendations;

/// <summary>Sends the recommendations of a version as it is published, and starts their clocks.</summary>
public sealed class Sending(CommunityVoiceDb db, WorkingDays days, RecommendationLetters letters, SearchIndex search)
{
    /// <summary>What keeps them from being sent now: an answer's last day that cannot be worked out.</summary>
    public Lack? LackOf(SummaryVersion version, DateTimeOffset now) =>
        version.Recommendations.Count == 0 || DueOn(now) is not null ? null
        : new Lack(PublishingLacks.Clock, $"The bank holidays after {days.LastYear} are not known here, so no date for an answer can be set. Ask whoever runs this site to add them");

    /// <summary>Sends them in the order they were written. The caller is about to save the published version.</summary>
    public async Task SendAsync(SummaryVersion version, Guid byId, DateTimeOffset now, CancellationToken ct)
    {
        if (version.Recommendations.Count == 0) return;
        var due = DueOn(now) ?? throw new InvalidOperationException($"No date can be set for an answer after {days.LastYear}.");
        var number = await db.Recommendations.Where(r => r.SummaryId == version.SummaryId).MaxAsync(r => r.Number, ct) ?? 0;
        foreach (var recommendation in version.Recommendations.OrderBy(r => r.Id))
        {
            recommendation.Send(++number, due, now);
            db.ActivityEntries.Add(new ActivityEntry(byId, "recommendation.sent", nameof(Recommendation), recommendation.Id, $"To {recommendation.Addressee.Slug}, due {due:yyyy-MM-dd}", now));
            await letters.ToAddresseeAsync(recommendation, "recommendation-sent", ct);
            await search.PutAsync(recommendation, ct);
        }
    }

    private DateOnly? DueOn(DateTimeOffset now) => days.DueAfter(UkTime.Day(now));
}
