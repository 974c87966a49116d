using CommunityVoice.Data;
using CommunityVoice.Recommendations;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Reviews;

/// <summary>Reminds bodies once, five working days before the last day to answer a test question.</summary>
public sealed class QuestionReminders(CommunityVoiceDb db, Leases leases, WorkingDays days, ReviewLetters letters, TimeProvider clock)
{
    private const int AtOnce = 50;

    /// <summary>Writes the letters that are due now, and answers how many questions they are about.</summary>
    public async Task<int> SendDueAsync(CancellationToken ct)
    {
        var today = UkTime.Today(clock);
        var horizon = today.AddDays(ResponseReminders.LookAhead);
        var waiting = db.TestQuestions.Where(q => q.WithdrawnAt == null && q.RemindedAt == null && q.DueOn <= horizon && !q.Answers.Any(a => a.KnownBy == null));
        if (!await waiting.AnyAsync(ct)) return 0; // only a reader until there is something to do
        if (!await leases.TryTakeAsync("question-reminders", TimeSpan.FromMinutes(5), ct)) return 0;
        var told = 0;
        foreach (var question in await waiting.Include(q => q.Review).Include(q => q.Asked).Include(q => q.By).OrderBy(q => q.DueOn).ThenBy(q => q.Id).Take(AtOnce).ToListAsync(ct))
        {
            if (days.Between(today, question.DueOn) > ResponseReminders.WorkingDaysBefore) continue;
            question.Reminded(clock.GetUtcNow());
            await letters.ToAskedAsync(question, "test-question-reminder", ct);
            await db.SaveChangesAsync(ct); // each on its own; an answer in the same moment makes this fail, and the next round finds nothing to tell
            told++;
        }
        return told;
    }
}
