using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Recommendations;

/// <summary>
/// Reminds the body that was asked five working days before the last day, and tells it once when that day has passed. What was told is
/// saved with its letters, so that nobody is told twice however often this runs.
/// </summary>
public sealed class ResponseReminders(CommunityVoiceDb db, Leases leases, WorkingDays days, RecommendationLetters letters, TimeProvider clock)
{
    public const int WorkingDaysBefore = 5;
    private const int AtOnce = 50;

    // Five working days are at most so many days of the calendar, over Christmas too.
    public const int LookAhead = 21;

    /// <summary>Writes the letters that are due now, and answers how many recommendations they are about.</summary>
    public async Task<int> SendDueAsync(CancellationToken ct)
    {
        var today = UkTime.Today(clock);
        var horizon = today.AddDays(LookAhead);
        var waiting = db.Recommendations.WaitingForAnswer().Where(r => r.DueOn < today ? r.ToldOverdueAt == null : r.RemindedAt == null && r.DueOn <= horizon);
        if (!await waiting.AnyAsync(ct)) return 0; // only a reader until there is something to do
        if (!await leases.TryTakeAsync("response-reminders", TimeSpan.FromMinutes(5), ct)) return 0;
        var told = 0;
        foreach (var recommendation in await waiting.WithRecords().OrderBy(r => r.DueOn).ThenBy(r => r.Id).Take(AtOnce).ToListAsync(ct))
        {
            if (await TellAsync(recommendation, today, ct)) told++;
        }
        return told;
    }

    private async Task<bool> TellAsync(Recommendation recommendation, DateOnly today, CancellationToken ct)
    {
        var isOverdue = recommendation.DueOn < today;
        if (!isOverdue && days.Between(today, recommendation.DueOn!.Value) > WorkingDaysBefore) return false;
        var now = clock.GetUtcNow();
        if (isOverdue) recommendation.ToldOverdue(now);
        else recommendation.Reminded(now);
        await letters.ToAddresseeAsync(recommendation, isOverdue ? "recommendation-overdue" : "recommendation-reminder", ct);
        await db.SaveChangesAsync(ct); // each on its own; an answer in the same moment makes this fail, and the next round finds nothing to tell
        return true;
    }
}
