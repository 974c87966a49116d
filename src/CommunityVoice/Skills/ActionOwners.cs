using CommunityVoice.Bodies;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Skills;

/// <summary>Says which body answers for an action to those who would like to help, and who of it can be written to.</summary>
public sealed class ActionOwners(CommunityVoiceDb db, Permissions permissions, BodyMembers members, Successions successions)
{
    private const Capability Answering = Capability.Respond | Capability.Plan;
    private readonly Dictionary<long, bool> reached = [];

    /// <summary>Whoever does the work of its owner; the board whose strategy it is where it has no owner here, or none whom anybody can reach.</summary>
    public async Task<long> IdOfAsync(NeedyAction action, CancellationToken ct)
    {
        if (action.OwnerId is { } owner && await successions.HolderOfAsync(owner, ct) is var holder && await CanBeReachedAsync(holder, ct)) return holder;
        return await successions.HolderOfAsync(action.BoardId, ct);
    }

    public async Task<Body> OfAsync(NeedyAction action, CancellationToken ct)
    {
        var id = await IdOfAsync(action, ct);
        return await db.Bodies.AsNoTracking().SingleAsync(b => b.Id == id, ct);
    }

    /// <summary>Whether this person answers for it now.</summary>
    public async Task<bool> MayAsync(Guid personId, NeedyAction action, CancellationToken ct) => (await BodiesAsync(personId, ct)).Contains(await IdOfAsync(action, ct));

    /// <summary>The bodies for which this person answers.</summary>
    public async Task<HashSet<long>> BodiesAsync(Guid personId, CancellationToken ct) =>
        [.. await permissions.DutiesAsync(personId, Capability.Respond, ct), .. await permissions.DutiesAsync(personId, Capability.Plan, ct)];

    /// <summary>Who gets its letters.</summary>
    public async Task<IReadOnlyList<(string Email, string Name)>> StaffAsync(NeedyAction action, CancellationToken ct) => await members.WhoMayAsync(await IdOfAsync(action, ct), Answering, ct);

    private async Task<bool> CanBeReachedAsync(long body, CancellationToken ct) =>
        reached.TryGetValue(body, out var known) ? known : reached[body] = (await members.WhoMayAsync(body, Answering, ct)).Count > 0;
}
