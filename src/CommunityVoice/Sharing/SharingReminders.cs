using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Sharing;

/// <summary>
/// Tells the lead's people sixty days before an agreement in force ends (rule R-B17), because what others heard leaves the view on that day. What was told is
/// saved with its letters, so that nobody is told twice however often this runs.
/// </summary>
public sealed class SharingReminders(CommunityVoiceDb db, Leases leases, SharingLetters letters, TimeProvider clock)
{
    public const int DaysBefore = 60;
    private const int AtOnce = 50;

    /// <summary>Writes the letters that are due now, and answers how many agreements they are about.</summary>
    public async Task<int> SendDueAsync(CancellationToken ct)
    {
        var today = UkTime.Today(clock);
        var last = today.AddDays(DaysBefore);
        var waiting = db.SharingAgreements.InForceOn(today).Where(a => a.EndsOn <= last && a.ToldEndingAt == null);
        if (!await waiting.AnyAsync(ct)) return 0; // only a reader until there is something to do
        if (!await leases.TryTakeAsync("sharing-reminders", TimeSpan.FromMinutes(5), ct)) return 0;
        var ending = await waiting.Whole().AsSplitQuery().OrderBy(a => a.EndsOn).ThenBy(a => a.Id).Take(AtOnce).ToListAsync(ct);
        foreach (var agreement in ending)
        {
            agreement.ToldEnding(clock.GetUtcNow());
            await letters.EndsAsync(agreement, ct);
            await db.SaveChangesAsync(ct); // each on its own
        }
        return ending.Count;
    }
}
