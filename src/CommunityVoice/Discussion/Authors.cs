using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Decisions;
using CommunityVoice.People;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Discussion;

/// <summary>Says in what capacity somebody speaks, at the moment they speak.</summary>
public sealed class Authors(CommunityVoiceDb db, Successions successions, NamedDeciders deciders)
{
    /// <summary>The bodies a person may speak for now, by name.</summary>
    public Task<List<Body>> BodiesAsync(Guid personId, CancellationToken ct) => db.Memberships
        .Where(m => m.PersonId == personId && m.EndedAt == null).Select(m => m.Body).Distinct().OrderBy(b => b.Name).ToListAsync(ct);

    /// <summary>
    /// For a body, the voice is the body's and verified; it is official when that body asks or decides. For themselves, it is
    /// what they say of themselves, with their area only by consent. None when they do not act for that body.
    /// </summary>
    public async Task<Author?> OfAsync(Guid personId, Consultation consultation, long? bodyId, CancellationToken ct)
    {
        var person = await db.People.AsNoTracking().Include(p => p.Area).SingleAsync(p => p.Id == personId, ct);
        if (bodyId is null)
        {
            return new Author(person.Id, person.DisplayName, person.Voice, person.ShowsArea ? ShowableArea(person.Area) : null);
        }
        return (await BodiesAsync(personId, ct)).Find(b => b.Id == bodyId) is { } body
            ? new Author(person.Id, person.DisplayName, body.Voice, null, body.Id, await IsOfficialAsync(body, consultation, ct))
            : null;
    }

    /// <summary>Shows a person's new name beside what they have said.</summary>
    public Task RenameAsync(Guid personId, string name, CancellationToken ct) => db.TransactAsync(async () =>
    {
        var consultations = await db.Comments.Where(c => c.AuthorId == personId).Select(c => c.ConsultationId).Distinct().ToListAsync(ct);
        await db.Comments.Where(c => c.AuthorId == personId).ExecuteUpdateAsync(set => set.SetProperty(c => c.AuthorName, name), ct);
        db.Touch(consultations.Select(PageTag.Consultation));
    }, ct);

    /// <summary>Who told us their voice and area only after a first comment finds them beside it; what was said in a voice keeps that voice.</summary>
    public Task DescribeAsync(Guid personId, CancellationToken ct) => db.TransactAsync(async () =>
    {
        var person = await db.People.AsNoTracking().Include(p => p.Area).SingleAsync(p => p.Id == personId, ct);
        var area = person.ShowsArea ? ShowableArea(person.Area) : null;
        var silent = db.Comments.Where(c => c.AuthorId == personId && c.SpeaksForId == null && c.Voice == Voice.NotSaid);
        var consultations = await silent.Select(c => c.ConsultationId).Distinct().ToListAsync(ct);
        await silent.ExecuteUpdateAsync(set => set.SetProperty(c => c.Voice, person.Voice).SetProperty(c => c.AreaId, c => area ?? c.AreaId), ct);
        db.Touch(consultations.Select(PageTag.Consultation));
    }, ct);

    private async Task<bool> IsOfficialAsync(Body body, Consultation consultation, CancellationToken ct) =>
        body.Id == await successions.HolderOfAsync(consultation.AskedById, ct) || await deciders.HasDutyAsync(body.Id, consultation, ct);

    /// <summary>Never below a ward: a smaller place could show who somebody is.</summary>
    private static long? ShowableArea(Area? area) => area is { Level: >= AreaLevel.Ward } ? area.Id : null;
}
