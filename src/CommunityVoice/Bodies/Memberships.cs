using CommunityVoice.Activity;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Bodies;

/// <summary>Lends people the capabilities of a body, and takes them back. Every change is recorded with it.</summary>
public sealed class Memberships(CommunityVoiceDb db, TimeProvider clock)
{
    /// <summary>Everything the body may do anywhere today or later: the most that its people can be lent. What is not in force yet lets nobody do anything yet.</summary>
    public async Task<Capability> HeldByAsync(long bodyId, CancellationToken ct)
    {
        var today = UkTime.Today(clock);
        var held = await db.Remits.AsNoTracking()
            .Where(r => r.BodyId == bodyId && (r.EndsOn == null || today < r.EndsOn)).Select(r => r.Capabilities).ToListAsync(ct);
        return held.Aggregate(Capability.None, (all, some) => all | some);
    }

    /// <summary>Makes the membership, or changes the one there is; never two of one person in one body.</summary>
    public async Task<Membership> GrantAsync(Guid personId, Body body, Capability capabilities, string role, Guid? by, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var membership = await db.Memberships.Include(m => m.Body).FirstOrDefaultAsync(m => m.PersonId == personId && m.BodyId == body.Id && m.EndedAt == null, ct);
        if (membership is not null && membership.Capabilities == capabilities && membership.Role == role) return membership;
        var before = membership?.Capabilities;
        if (membership is null) db.Memberships.Add(membership = new Membership(personId, body, capabilities, role, now));
        else membership.Change(capabilities, role);
        db.ActivityEntries.Add(new ActivityEntry(by, before is null ? "member.added" : "member.changed", "Body", body.Id,
            before is null ? $"{capabilities}" : $"{before} became {capabilities}", now, ActivityValues.Of("", personId.ToString())));
        await db.SaveChangesAsync(ct);
        return membership;
    }

    public async Task EndAsync(Membership membership, Guid by, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        membership.End(now);
        db.ActivityEntries.Add(new ActivityEntry(by, "member.ended", "Body", membership.BodyId, $"{membership.Capabilities}", now, ActivityValues.Of(membership.PersonId.ToString(), "")));
        await db.SaveChangesAsync(ct);
    }
}
