using System.Globalization;
using CommunityVoice.Data;
using CommunityVoice.Notifications;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Bodies;

/// <summary>
/// Tells the people of a body, and of the body that commissioned it, ninety days before a remit ends (rule R-I25). What was told is saved with
/// its letters, so that nobody is told twice however often this runs.
/// </summary>
public sealed class RemitReminders(CommunityVoiceDb db, Leases leases, Letters letters, SiteAddress site, TimeProvider clock)
{
    private const int AtOnce = 50;

    /// <summary>Writes the letters that are due now, and answers how many remits they are about.</summary>
    public async Task<int> SendDueAsync(CancellationToken ct)
    {
        var today = UkTime.Today(clock);
        // What a hand-over ends is told by its own letters.
        var waiting = db.Remits.Where(RemitEnding.EndsSoon(today)).Where(r => r.ToldEndingAt == null && !db.HandOvers.Any(h => h.CalledOffAt == null && h.Remits.Any(x => x.EndedId == r.Id)));
        if (!await waiting.AnyAsync(ct)) return 0; // only a reader until there is something to do
        if (!await leases.TryTakeAsync("remit-reminders", TimeSpan.FromMinutes(5), ct)) return 0;
        var ending = await waiting.Include(r => r.Body).Include(r => r.CommissionedBy).Include(r => r.Area).OrderBy(r => r.EndsOn).ThenBy(r => r.Id).Take(AtOnce).ToListAsync(ct);
        foreach (var remit in ending)
        {
            remit.ToldEnding(clock.GetUtcNow());
            await TellAsync(remit, ct);
            await db.SaveChangesAsync(ct); // each on its own
        }
        return ending.Count;
    }

    // The people of both, and both contact addresses: once each.
    private async Task TellAsync(Remit remit, CancellationToken ct)
    {
        var bodies = new[] { remit.Body, remit.CommissionedBy }.OfType<Body>().DistinctBy(b => b.Id).ToList();
        var ids = bodies.ConvertAll(b => b.Id);
        var people = await db.Memberships.AsNoTracking().Where(m => ids.Contains(m.BodyId) && m.EndedAt == null && m.Person.Email != null)
            .OrderBy(m => m.Id).Select(m => new { m.Person.Email, Name = m.Person.DisplayName }).ToListAsync(ct);
        var told = people.Select(p => (p.Email, p.Name)).Concat(bodies.Select(b => (Email: b.ContactEmail, b.Name)))
            .Where(p => p.Email is { Length: > 0 }).DistinctBy(p => p.Email, StringComparer.OrdinalIgnoreCase);
        foreach (var (email, name) in told)
        {
            letters.Write(email!, "remit-ends", new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["name"] = name,
                ["body"] = remit.Body.Name,
                ["label"] = remit.Label,
                ["area"] = remit.Area.Name,
                ["basis"] = remit.CommissionedBy is { } by ? $"{remit.LegalBasis}. Commissioned by {by.Name}" : remit.LegalBasis,
                ["day"] = remit.EndsOn!.Value.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB")),
                ["link"] = site.To($"/bodies/{remit.Body.Slug}"),
            });
        }
    }
}
