using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Reviews;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Strategies;

/// <summary>Asks bodies to write a strategy together with its board, and takes what they say.</summary>
public sealed class CoAuthoring(CommunityVoiceDb db, Permissions permissions, CoAuthorDesk desk, TimeProvider clock)
{
    /// <summary>Bodies that may plan in the area and are not asked now; none that handed its duties on.</summary>
    public Task<List<Body>> OfferAsync(Strategy strategy, CancellationToken ct) =>
        desk.OfferAsync(Capability.Plan, strategy.AreaId, strategy.ById, strategy.Authors, ct);

    /// <summary>Asks, and tells those who may plan for it. False where somebody else asked in the same moment.</summary>
    public Task<bool> AskAsync(StrategyVersion version, Body body, Guid byId, CancellationToken ct) =>
        desk.AskAsync(version.Strategy.AskToWrite(body, clock.GetUtcNow()), Capability.Plan, version.Strategy.By, version.Title, byId, ct);

    /// <summary>Takes back that a body was asked, as long as it has not agreed. False where it answered in the same moment.</summary>
    public Task<bool> RemoveAsync(StrategyAuthor author, Guid byId, CancellationToken ct)
    {
        if (author.HasSigned) throw new InvalidOperationException("Who writes it stays named.");
        db.StrategyAuthors.Remove(author);
        return desk.SaveAsync(author, "author-removed", byId, ct);
    }

    /// <summary>What the bodies that this person plans for are asked to write too.</summary>
    public async Task<IQueryable<StrategyAuthor>> OfAsync(Guid personId, CancellationToken ct)
    {
        var bodies = await permissions.DutiesAsync(personId, Capability.Plan, ct);
        return db.StrategyAuthors.Include(a => a.Body).Include(a => a.Strategy).ThenInclude(s => s.By).Include(a => a.Strategy).ThenInclude(s => s.Area).Include(a => a.Strategy).ThenInclude(s => s.Versions)
            .AsSplitQuery().Where(a => bodies.Contains(a.BodyId));
    }

    public Task<bool> AgreeAsync(StrategyAuthor author, Guid byId, CancellationToken ct)
    {
        author.Sign(byId, clock.GetUtcNow());
        return desk.SaveAsync(author, "author-agreed", byId, ct);
    }

    public Task<bool> DeclineAsync(StrategyAuthor author, string reason, Guid byId, CancellationToken ct) => desk.DeclineAsync(author, reason, byId, ct);

    public Task<bool> LeaveAsync(StrategyAuthor author, string reason, Guid byId, CancellationToken ct) => desk.LeaveAsync(author, reason, byId, ct);
}
