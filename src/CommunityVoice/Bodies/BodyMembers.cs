using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Bodies;

/// <summary>Who acts for a body and can be written to.</summary>
public sealed class BodyMembers(CommunityVoiceDb db, TimeProvider clock)
{
    /// <summary>Those who may use any of the capabilities for the body today, with their addresses, in a steady order.</summary>
    public async Task<IReadOnlyList<(string Email, string Name)>> WhoMayAsync(long bodyId, Capability any, CancellationToken ct)
    {
        var today = UkTime.Today(clock);
        var members = await db.Memberships.AsNoTracking()
            .Where(m => m.BodyId == bodyId && m.EndedAt == null && (m.Capabilities & any) != Capability.None && m.Person.Email != null
                && m.Body.Remits.Any(r => (r.Capabilities & m.Capabilities & any) != Capability.None && r.StartsOn <= today && (r.EndsOn == null || today < r.EndsOn)))
            .OrderBy(m => m.PersonId).Select(m => new { m.Person.Email, m.Person.DisplayName }).ToListAsync(ct);
        return members.ConvertAll(m => (m.Email!, m.DisplayName));
    }
}
