using CommunityVoice.Data;
using CommunityVoice.People;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Voting;

/// <summary>Finds or makes the participant behind an account: a random id, and one row that links the two.</summary>
public sealed class Participants(CommunityVoiceDb db, HotReads? reads = null)
{
    /// <summary>The participant of this person, with the voice and area they have now.</summary>
    public async Task<Guid> ForAsync(Guid personId, CancellationToken ct)
    {
        // Nearly always they are known as they are now, and one question is enough.
        if (await KnownAsync(personId) is { } known) return known;
        var person = await db.People.AsNoTracking().Where(p => p.Id == personId).Select(p => new { p.Voice, p.AreaId }).SingleAsync(ct);
        while (true)
        {
            if (await FindAsync(personId, ct) is { } id)
            {
                var participant = await db.Participants.SingleAsync(p => p.Id == id, ct);
                participant.Describe(person.Voice, person.AreaId);
                await db.SaveChangesAsync(ct);
                return id;
            }
            var made = new Participant(Guid.NewGuid(), person.Voice, person.AreaId);
            db.Participants.Add(made);
            db.ParticipantLinks.Add(new ParticipantLink(personId, made.Id));
            if (await db.TrySaveAsync(ct)) return made.Id; // else another request of theirs made it: look again
        }
    }

    private async Task<Guid?> KnownAsync(Guid personId) => reads is null ? null : await reads.RowAsync("""
        SELECT p."Id" FROM "ParticipantLinks" l JOIN "Participants" p ON p."Id" = l."ParticipantId" JOIN "People" o ON o."Id" = l."PersonId"
        WHERE l."PersonId" = @p0 AND p."Voice" = o."Voice" AND (p."AreaId" = o."AreaId" OR (p."AreaId" IS NULL AND o."AreaId" IS NULL))
        """, personId) switch
    {
        [Guid id] => id,
        [string id] => Guid.Parse(id), // SQLite keeps them as text
        _ => null,
    };

    /// <summary>Somebody who has voted said who they are after that.</summary>
    public async Task DescribeAsync(Guid personId, CancellationToken ct)
    {
        if (await FindAsync(personId, ct) is not null) await ForAsync(personId, ct);
    }

    /// <summary>The participant of this person, if they have one.</summary>
    public async Task<Guid?> FindAsync(Guid personId, CancellationToken ct) =>
        await db.ParticipantLinks.Where(l => l.PersonId == personId).Select(l => (Guid?)l.ParticipantId).SingleOrDefaultAsync(ct);
}
