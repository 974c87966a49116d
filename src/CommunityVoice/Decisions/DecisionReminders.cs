using CommunityVoice.Consultations;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Decisions;

/// <summary>
/// Reminds those who decide two weeks before the twelve weeks are over, and tells them once when they are. What was told is saved with its
/// letters, so that nobody is told twice however often this runs.
/// </summary>
public sealed class DecisionReminders(CommunityVoiceDb db, Leases leases, DecisionLetters letters, TimeProvider clock)
{
    private const int AtOnce = 50;

    /// <summary>Writes the letters that are due now, and answers how many consultations they are about.</summary>
    public async Task<int> SendDueAsync(CancellationToken ct)
    {
        var today = UkTime.Today(clock);
        var overdue = db.Consultations.Where(DecisionClock.Waits(today, DecisionClock.Days)).Where(c => !db.DecisionReminders.Any(r => r.ConsultationId == c.Id && r.ToldOverdueAt != null));
        var soon = db.Consultations.Where(DecisionClock.Waits(today, DecisionClock.Days - DecisionClock.RemindedDaysBefore - 1))
            .Where(c => !db.DecisionReminders.Any(r => r.ConsultationId == c.Id));
        if (!await overdue.AnyAsync(ct) && !await soon.AnyAsync(ct)) return 0; // only a reader until there is something to do
        if (!await leases.TryTakeAsync("decision-reminders", TimeSpan.FromMinutes(5), ct)) return 0;
        var told = 0;
        foreach (var consultation in await overdue.OrderBy(c => c.Id).Take(AtOnce).ToListAsync(ct)) told += await TellAsync(consultation, isOverdue: true, ct);
        foreach (var consultation in await soon.OrderBy(c => c.Id).Take(AtOnce).ToListAsync(ct)) told += await TellAsync(consultation, isOverdue: false, ct);
        return told;
    }

    private async Task<int> TellAsync(Consultation consultation, bool isOverdue, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var reminder = await db.DecisionReminders.SingleOrDefaultAsync(r => r.ConsultationId == consultation.Id, ct);
        if (reminder is null) db.DecisionReminders.Add(reminder = new DecisionReminder(consultation));
        if (isOverdue) reminder.ToldOverdue(now);
        else reminder.Reminded(now);
        await letters.ToDecidersAsync(consultation, isOverdue ? "decision-overdue" : "decision-reminder", ct);
        await db.SaveChangesAsync(ct);
        return 1;
    }
}
