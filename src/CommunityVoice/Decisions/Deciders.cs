using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Decisions;

/// <summary>
/// Who may record a decision: people who plan or respond for the body that the consultation names as the one who decides; where no body has
/// that name, for a strategy board. The body must hold that capability where the consultation is held.
/// </summary>
public sealed class Deciders(CommunityVoiceDb db, AreaTree tree, Permissions permissions, TimeProvider clock)
{
    private static readonly Capability[] Enough = [Capability.Plan, Capability.Respond];

    /// <summary>The body for which this person may decide; none where they may not.</summary>
    public async Task<Body?> BodyOfAsync(Guid personId, Consultation consultation, CancellationToken ct)
    {
        foreach (var capability in Enough)
        {
            var mine = await permissions.DutiesAsync(personId, capability, ct);
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
        people.AddRange(await MembersAsync([consultation.AskedById], Capability.Consult, ct));
        return [.. people.Distinct()];
    }

    /// <summary>The consultations that one of these bodies decides on.</summary>
    public IQueryable<Consultation> Of(IReadOnlyCollection<long> bodies, IReadOnlyCollection<long> areas) => db.Consultations.Published().Where(c =>
        !c.IsListeningSpace && areas.Contains(c.AreaId)
        && db.Bodies.Any(b => bodies.Contains(b.Id) && (b.Name == c.DecisionMaker || (b.Kind == BodyKind.StrategyBoard && !db.Bodies.Any(n => n.Name == c.DecisionMaker)))));

    private async Task<List<Body>> HoldersAsync(Consultation consultation, Capability capability, CancellationToken ct)
    {
        var today = UkTime.Today(clock);
        var around = await tree.AroundAsync(consultation.AreaId, today, ct);
        return await db.Bodies.Where(b => (b.Name == consultation.DecisionMaker || (b.Kind == BodyKind.StrategyBoard && !db.Bodies.Any(n => n.Name == consultation.DecisionMaker)))
                && b.Remits.Any(r => around.Contains(r.AreaId) && r.Capabilities.HasFlag(capability) && r.StartsOn <= today && (r.EndsOn == null || today < r.EndsOn)))
            .OrderBy(b => b.Id).ToListAsync(ct);
    }

    private async Task<List<(string, string)>> MembersAsync(List<long> bodies, Capability capability, CancellationToken ct) =>
        (await db.Memberships.AsNoTracking().Where(m => bodies.Contains(m.BodyId) && m.EndedAt == null && m.Capabilities.HasFlag(capability) && m.Person.Email != null)
            .OrderBy(m => m.PersonId).Select(m => new { m.Person.Email, m.Person.DisplayName }).ToListAsync(ct)).ConvertAll(m => (m.Email!, m.DisplayName));
}
