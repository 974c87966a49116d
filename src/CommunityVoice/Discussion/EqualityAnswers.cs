using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Discussion;

/// <summary>Keeps what people tell about themselves apart from who they are, and finds it again only for themselves.</summary>
public sealed class EqualityAnswers(CommunityVoiceDb db, ServerKeys keys)
{
    /// <summary>Whether they said or chose something here: only then are they asked.</summary>
    public async Task<bool> TookPartAsync(Guid personId, long consultationId, CancellationToken ct) =>
        await db.Comments.AnyAsync(c => c.ConsultationId == consultationId && c.AuthorId == personId && c.WithdrawnAt == null, ct)
        || await db.ParticipantLinks.AnyAsync(l => l.PersonId == personId && db.BallotPapers.Any(p => p.ParticipantId == l.ParticipantId && p.WithdrawnAt == null && p.Ballot.ConsultationId == consultationId), ct);

    /// <summary>What they told, by question.</summary>
    public async Task<Dictionary<string, string>> OfAsync(Guid personId, long consultationId, CancellationToken ct)
    {
        var key = await KeyAsync(personId, consultationId, ct);
        return await db.EqualityAnswers.AsNoTracking().Where(a => a.ConsultationId == consultationId && a.Key == key).ToDictionaryAsync(a => a.Question, a => a.Answer, StringComparer.Ordinal, ct);
    }

    /// <summary>Puts these answers in place of what they told before; a question without an answer is forgotten.</summary>
    public async Task SaveAsync(Guid personId, long consultationId, IReadOnlyDictionary<string, string> answers, CancellationToken ct)
    {
        var key = await KeyAsync(personId, consultationId, ct);
        await db.TransactAsync(async () =>
        {
            var known = await db.EqualityAnswers.Where(a => a.ConsultationId == consultationId && a.Key == key).ToListAsync(ct);
            db.EqualityAnswers.RemoveRange(known.Where(a => !answers.ContainsKey(a.Question)));
            foreach (var (question, answer) in answers)
            {
                if (known.Find(a => a.Question == question) is { } held) held.Change(answer);
                else db.EqualityAnswers.Add(new EqualityAnswer(consultationId, key, question, answer));
            }
            await db.SaveChangesAsync(ct);
        }, ct);
    }

    /// <summary>All that they told, for the file of everything held about them.</summary>
    public async Task<List<Dictionary<string, object?>>> AllOfAsync(Guid personId, CancellationToken ct)
    {
        var found = new List<Dictionary<string, object?>>();
        foreach (var (id, slug) in await AskedAsync(ct))
        {
            found.AddRange((await OfAsync(personId, id, ct)).OrderBy(a => a.Key, StringComparer.Ordinal)
                .Select(a => new Dictionary<string, object?>(StringComparer.Ordinal) { ["Consultation"] = slug, ["Question"] = a.Key, ["Answer"] = a.Value }));
        }
        return found;
    }

    /// <summary>Takes back all that they told, everywhere.</summary>
    public async Task ForgetAsync(Guid personId, CancellationToken ct)
    {
        var mine = new List<string>();
        foreach (var (id, _) in await AskedAsync(ct)) mine.Add(await KeyAsync(personId, id, ct));
        foreach (var some in mine.Chunk(500)) await db.TransactAsync(() => db.EqualityAnswers.Where(a => some.Contains(a.Key)).ExecuteDeleteAsync(ct), ct);
    }

    private async Task<List<(long Id, string Slug)>> AskedAsync(CancellationToken ct) =>
        (await db.Consultations.Where(c => db.EqualityAnswers.Any(a => a.ConsultationId == c.Id)).OrderBy(c => c.Id).Select(c => new { c.Id, c.Slug }).ToListAsync(ct)).ConvertAll(c => (c.Id, c.Slug));

    private async Task<string> KeyAsync(Guid personId, long consultationId, CancellationToken ct) =>
        Hashes.Keyed(await keys.GetAsync("equality", ct), "equality", FormattableString.Invariant($"{consultationId}"), personId.ToString());
}
