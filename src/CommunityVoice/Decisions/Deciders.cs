using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Decisions;

/// <summary>
/// Who may record a decision: people who plan or respond for the body that the consultation names as the one who decides, or for whoever does
/// its work now; where no body has that name, for a strategy board. The body must hold that capability where the consultation is held.
/// </summary>
public sealed class Deciders(CommunityVoiceDb db, AreaTree tree, NamedDeciders names, Successions successions, TimeProvider clock)
{
    private static readonly Capability[] Enough = [Capability.Plan, Capability.Respond];

    /// <summary>The body for which this person may decide; none where they may not.</summary>
    public async Task<Body?> BodyOfAsync(Guid personId, Consultation consultation, CancellationToken ct)
    {
        foreach (var capability in Enough)
        {
            var mine = await db.Memberships.Where(m => m.PersonId == personId && m.EndedAt == null && m.Capabilities.HasFlag(capability)).Select(m => m.BodyId).ToListAsync(ct);
            if (mine.Count > 0 && (await HoldersAsync(consultation, capability, ct)).Find(b => mine.Contains(b.Id)) is { } body) return body;
        }
        return null;
    }

    /// <summary>Those who may decide, and those who asked: everybody whose clock it is.</summary>
    public async Task<IReadOnlyList<(string Email, string Name)>> PeopleAsync(Consultation consultation, CancellationToken ct)
    {
        var people = new List<(string, string)>();
        foreach (var capability in Enough)
        {
            var bodies = (await HoldersAsync(consultation, capability, ct)).ConvertAll(b => b.Id);
            people.AddRange(await MembersAsync(bodies, capability, ct));
        }
        people.AddRange(await MembersAsync([await successions.HolderOfAsync(consultation.AskedById, ct)], Capability.Consult, ct));
        return [.. people.Distinct()];
    }

    /// <summary>The consultations that one of these bodies decides on, in these areas; where others handed the duty to it, in any.</summary>
    public IQueryable<Consultation> Of(IReadOnlyCollection<long> bodies, IReadOnlyCollection<long> handed, IReadOnlyCollection<long> areas)
    {
        var (theirs, taken, anybodys) = (db.NamingOne(db.Bodies.Where(b => bodies.Contains(b.Id))), db.NamingOne(db.Bodies.Where(b => handed.Contains(b.Id))), db.NamingOne(db.Bodies));
        return db.Consultations.Published().Where(c => !c.IsListeningSpace
            && (db.DecisionRecords.Any(r => r.ConsultationId == c.Id)
                ? db.DecisionRecords.Any(r => r.ConsultationId == c.Id && bodies.Contains(r.ById))
                : taken.Contains(c.Id)
                    || (areas.Contains(c.AreaId) && (theirs.Contains(c.Id)
                        || (db.Bodies.Any(b => bodies.Contains(b.Id) && b.Kind == BodyKind.StrategyBoard) && !anybodys.Contains(c.Id))))));
    }

    /// <summary>Bodies that see to the decision today. One to which it was handed needs the capability, but not a remit there: the other may keep that.</summary>
    private async Task<List<Body>> HoldersAsync(Consultation consultation, Capability capability, CancellationToken ct)
    {
        var today = UkTime.Today(clock);
        var around = await tree.AroundAsync(consultation.AreaId, today, ct);
        var (own, handed) = (new HashSet<long>(), new HashSet<long>());
        // Whoever decided may correct it, with a remit there or, after a hand-over, without.
        foreach (var decided in await names.DecidedAsync(consultation, ct)) handed.Add(await successions.HolderOfAsync(decided, ct));
        foreach (var named in handed.Count > 0 ? [] : await NamedAsync(consultation, db.Bodies.Where(b => b.Remits.Any(r => around.Contains(r.AreaId) && r.Capabilities.HasFlag(capability) && r.StartsOn <= today)), ct))
        {
            var holder = await successions.HolderOfAsync(named, ct);
            (holder == named ? own : handed).Add(holder);
        }
        return await db.Bodies.Where(b => (own.Contains(b.Id) || handed.Contains(b.Id))
                && b.Remits.Any(r => (handed.Contains(b.Id) || around.Contains(r.AreaId)) && r.Capabilities.HasFlag(capability) && r.StartsOn <= today && (r.EndsOn == null || today < r.EndsOn)))
            .OrderBy(b => b.Id).ToListAsync(ct);
    }

    /// <summary>Those of these bodies, which have or had a remit there, that the consultation names; boards where it names nobody here.</summary>
    private async Task<List<long>> NamedAsync(Consultation consultation, IQueryable<Body> there, CancellationToken ct)
    {
        var named = await names.IdsAsync(consultation, ct);
        var deciding = named.Count > 0 ? there.Where(b => named.Contains(b.Id)) : there.Where(b => b.Kind == BodyKind.StrategyBoard);
        return await deciding.Select(b => b.Id).ToListAsync(ct);
    }

    private async Task<List<(string, string)>> MembersAsync(List<long> bodies, Capability capability, CancellationToken ct) =>
        (await db.Memberships.AsNoTracking().Where(m => bodies.Contains(m.BodyId) && m.EndedAt == null && m.Capabilities.HasFlag(capability) && m.Person.Email != null)
            .OrderBy(m => m.PersonId).Select(m => new { m.Person.Email, m.Person.DisplayName }).ToListAsync(ct)).ConvertAll(m => (m.Email!, m.DisplayName));
}
