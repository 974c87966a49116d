using System.Globalization;
using CommunityVoice.Activity;
using CommunityVoice.Data;
using CommunityVoice.Notifications;
using CommunityVoice.People;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Bodies;

/// <summary>Asks people by e-mail to act for a body, and takes their answer.</summary>
public sealed class Invitations(CommunityVoiceDb db, Letters letters, SiteAddress site, Memberships memberships, TimeProvider clock)
{
    /// <summary>Sends one; an earlier one to the same address for the same body no longer works.</summary>
    public Task<Invitation> SendAsync(Body body, Person inviter, string email, Capability capabilities, string role, CancellationToken ct) => db.TransactAsync(async () =>
    {
        var now = clock.GetUtcNow();
        foreach (var earlier in await db.Invitations.Where(i => i.BodyId == body.Id && i.Email == email && i.AcceptedAt == null && i.CancelledAt == null).ToListAsync(ct))
            earlier.Cancel(now);
        var token = Hashes.RandomHex(32);
        var invitation = new Invitation(body, email, capabilities, role, Hashes.Sha256(token), inviter.Id, now);
        db.Invitations.Add(invitation);
        db.ActivityEntries.Add(new ActivityEntry(inviter.Id, "member.invited", "Body", body.Id, $"{capabilities}", now, ActivityValues.Of("", email)));
        letters.Write(email, "invitation", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["body"] = body.Name,
            ["inviter"] = inviter.DisplayName,
            ["capabilities"] = capabilities.InWords(),
            ["expires"] = UkTime.Day(invitation.ExpiresAt).ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB")),
            ["link"] = site.To($"/account/invitations/{token}"),
        });
        await db.SaveChangesAsync(ct);
        return invitation;
    }, ct);

    /// <summary>The invitation that a link belongs to, while it can be accepted.</summary>
    public async Task<Invitation?> OfTokenAsync(string token, CancellationToken ct)
    {
        var hash = Hashes.Sha256(token);
        var invitation = await db.Invitations.Include(i => i.Body).SingleOrDefaultAsync(i => i.TokenHash == hash, ct);
        return invitation?.IsLiveAt(clock.GetUtcNow()) == true ? invitation : null;
    }

    public static bool IsFor(Invitation invitation, Person person) =>
        string.Equals(invitation.Email, person.Email, StringComparison.OrdinalIgnoreCase);

    /// <summary>Makes them a member with what was offered and what the body still holds, added to what they have there.</summary>
    public Task AcceptAsync(Invitation invitation, Person person, CancellationToken ct) => db.TransactAsync(async () =>
    {
        var now = clock.GetUtcNow();
        invitation.Accept(person.Id, now);
        var held = await memberships.HeldByAsync(invitation.BodyId, ct);
        var had = await db.Memberships.Where(m => m.PersonId == person.Id && m.BodyId == invitation.BodyId && m.EndedAt == null)
            .Select(m => m.Capabilities).FirstOrDefaultAsync(ct);
        await memberships.GrantAsync(person.Id, invitation.Body, had | (invitation.Capabilities & held), invitation.Role, invitation.InvitedById, ct);
        db.ActivityEntries.Add(new ActivityEntry(person.Id, "member.accepted", "Body", invitation.BodyId, $"{invitation.Capabilities}", now));
        await db.SaveChangesAsync(ct);
    }, ct);

    public async Task CancelAsync(Invitation invitation, Guid by, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        invitation.Cancel(now);
        db.ActivityEntries.Add(new ActivityEntry(by, "member.invitation-cancelled", "Body", invitation.BodyId, null, now, ActivityValues.Of(invitation.Email, "")));
        await db.SaveChangesAsync(ct);
    }
}
