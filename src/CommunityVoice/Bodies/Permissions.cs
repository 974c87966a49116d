using CommunityVoice.Areas;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Bodies;

/// <summary>The one place that answers: may this person use this capability in this area now?</summary>
public sealed class Permissions(CommunityVoiceDb db, AreaTree tree, Successions successions, TimeProvider clock)
{
    private readonly Dictionary<Guid, List<Grant>> known = [];

    /// <summary>Whether any body this person acts for holds the capability over the area, and lent it to them.</summary>
    public async Task<bool> AllowAsync(Guid personId, Capability capability, long areaId, CancellationToken ct)
    {
        var around = await tree.AroundAsync(areaId, Today, ct);
        return (await GrantsAsync(personId, ct)).Exists(g => g.Capabilities.HasFlag(capability) && around.Contains(g.AreaId));
    }

    /// <summary>Whether this person may use the capability anywhere.</summary>
    public async Task<bool> AllowAnywhereAsync(Guid personId, Capability capability, CancellationToken ct) =>
        (await GrantsAsync(personId, ct)).Exists(g => g.Capabilities.HasFlag(capability));

    /// <summary>Every area in which this person may use the capability now.</summary>
    public async Task<HashSet<long>> AreasAsync(Guid personId, Capability capability, CancellationToken ct)
    {
        var areas = new HashSet<long>();
        foreach (var grant in await GrantsAsync(personId, ct))
        {
            if (grant.Capabilities.HasFlag(capability)) areas.UnionWith(await tree.WithinAsync(grant.AreaId, Today, ct));
        }
        return areas;
    }

    /// <summary>Everything this person may do somewhere, to decide which links to show.</summary>
    public async Task<Capability> EverythingAsync(Guid personId, CancellationToken ct) =>
        (await GrantsAsync(personId, ct)).Aggregate(Capability.None, (all, g) => all | g.Capabilities);

    /// <summary>The bodies this person acts for now. Nobody decides on an item of a body of their own.</summary>
    public Task<List<long>> BodiesAsync(Guid personId, CancellationToken ct) =>
        db.Memberships.Where(m => m.PersonId == personId && m.EndedAt == null).Select(m => m.BodyId).ToListAsync(ct);

    /// <summary>The bodies whose duties this person may see to by a capability now: those they act for, and those that handed their duties to them.</summary>
    public async Task<IReadOnlyCollection<long>> DutiesAsync(Guid personId, Capability capability, CancellationToken ct)
    {
        var today = Today;
        var bodies = await db.Memberships.Where(m => m.PersonId == personId && m.EndedAt == null && m.Capabilities.HasFlag(capability)
                && m.Body.Remits.Any(r => r.Capabilities.HasFlag(capability) && r.StartsOn <= today && (r.EndsOn == null || today < r.EndsOn)))
            .Select(m => m.BodyId).Distinct().ToListAsync(ct);
        return await successions.DutiesOfAsync(bodies, ct);
    }

    /// <summary>The bodies through which this person may use a capability in an area now.</summary>
    public async Task<IReadOnlyList<long>> BodiesAsync(Guid personId, Capability capability, long areaId, CancellationToken ct)
    {
        var around = await tree.AroundAsync(areaId, Today, ct);
        return [.. (await GrantsAsync(personId, ct)).Where(g => g.Capabilities.HasFlag(capability) && around.Contains(g.AreaId)).Select(g => g.BodyId).Distinct()];
    }

    /// <summary>The bodies whose duties in an area this person may see to by a capability now: those through which they may use it there, and those that handed their duties to them.</summary>
    public async Task<IReadOnlyCollection<long>> DutiesAsync(Guid personId, Capability capability, long areaId, CancellationToken ct) =>
        await successions.DutiesOfAsync(await BodiesAsync(personId, capability, areaId, ct), ct);

    private DateOnly Today => UkTime.Today(clock);

    private async Task<List<Grant>> GrantsAsync(Guid personId, CancellationToken ct)
    {
        if (known.TryGetValue(personId, out var grants)) return grants;
        var today = Today;
        var rows = await (
            from membership in db.Memberships.AsNoTracking()
            where membership.PersonId == personId && membership.EndedAt == null
            from remit in db.Remits
            where remit.BodyId == membership.BodyId && remit.StartsOn <= today && (remit.EndsOn == null || today < remit.EndsOn)
            select new { Held = remit.Capabilities, Lent = membership.Capabilities, remit.AreaId, remit.BodyId }).ToListAsync(ct);
        return known[personId] = [.. rows.Select(r => new Grant(r.Held & r.Lent, r.AreaId, r.BodyId))];
    }

    private sealed record Grant(Capability Capabilities, long AreaId, long BodyId);
}
