using CommunityVoice.Activity;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Decisions;

/// <summary>
/// Which body a consultation names as the one who decides. A consultation says it in words, so the same name is the same body; where a body
/// is called something else, what it has yet to decide names it so too.
/// </summary>
public sealed class NamedDeciders(CommunityVoiceDb db, Successions successions)
{
    /// <summary>Whoever decided already, under whatever name; until then those that have the name it says. None where no body here has it.</summary>
    public async Task<List<long>> IdsAsync(Consultation consultation, CancellationToken ct) =>
        await DecidedAsync(consultation, ct) is { Count: > 0 } decided ? decided
            : await db.DecidersByName().Where(n => n.ConsultationId == consultation.Id).Select(n => n.BodyId).ToListAsync(ct);

    /// <summary>Whoever recorded a decision on it; none where nobody did yet.</summary>
    public Task<List<long>> DecidedAsync(Consultation consultation, CancellationToken ct) =>
        db.DecisionRecords.Where(r => r.ConsultationId == consultation.Id).Select(r => r.ById).Distinct().ToListAsync(ct);

    /// <summary>Whether the decision is this body's today: it is named, or does the work of the one that is.</summary>
    public async Task<bool> HasDutyAsync(long bodyId, Consultation consultation, CancellationToken ct)
    {
        foreach (var named in await IdsAsync(consultation, ct))
        {
            if (await successions.HolderOfAsync(named, ct) == bodyId) return true;
        }
        return false;
    }

    /// <summary>Has all that this body has yet to decide name it as it is called now; the caller saves. Nothing where another body has the old name too.</summary>
    public async Task FollowAsync(Body body, string oldName, Guid byId, DateTimeOffset now, CancellationToken ct)
    {
        if (body.Name == oldName) return;
        // Until the caller saves, by the old name.
        var (its, others) = (db.NamingOne(db.Bodies.Where(b => b.Id == body.Id)), db.NamingOne(db.Bodies.Where(b => b.Id != body.Id)));
        foreach (var consultation in await db.Consultations.Where(c => its.Contains(c.Id) && !others.Contains(c.Id) && c.DecidedAt == null).OrderBy(c => c.Id).ToListAsync(ct))
        {
            consultation.NameDecider(body.Name);
            db.ActivityEntries.Add(new ActivityEntry(byId, "consultation.decider-renamed", nameof(Consultation), consultation.Id, $"from {oldName} to {body.Name}", now));
        }
    }
}

/// <summary>A body that a consultation names as the one who decides.</summary>
public sealed class NamedDecider
{
    public long ConsultationId { get; init; }
    public long BodyId { get; init; }
}

/// <summary>The one place that says when words name a body.</summary>
public static class NamedDeciderQueries
{
#pragma warning disable CA1304, CA1311, MA0011 // the database writes both small, so that both are written small alike
    /// <summary>Which bodies consultations name: the same words, in capital letters or small ones, whatever spaces stand around them.</summary>
    public static IQueryable<NamedDecider> DecidersByName(this CommunityVoiceDb db) => db.Consultations.Join(
        db.Bodies, c => c.DecisionMaker.Trim().ToLower(), b => b.Name.Trim().ToLower(), (c, b) => new NamedDecider { ConsultationId = c.Id, BodyId = b.Id });

    /// <summary>Consultations that name one of these bodies. Each looks its words up in one set of names; no consultation is compared with every body.</summary>
    public static IQueryable<long> NamingOne(this CommunityVoiceDb db, IQueryable<Body> bodies)
    {
        var names = bodies.Select(b => b.Name.Trim().ToLower());
        return db.Consultations.Where(c => names.Contains(c.DecisionMaker.Trim().ToLower())).Select(c => c.Id);
    }
#pragma warning restore CA1304, CA1311, MA0011
}
