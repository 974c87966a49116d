using CommunityVoice.Activity;
using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Notifications;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Strategies;

/// <summary>Asks bodies to write a strategy together with its board, and takes what they say.</summary>
public sealed class CoAuthoring(CommunityVoiceDb db, AreaTree tree, Permissions permissions, Successions successions, BodyMembers members, Letters letters, SiteAddress address, TimeProvider clock)
{
    /// <summary>Bodies that may plan in the area and are not asked yet; none that handed its duties on.</summary>
    public async Task<List<Body>> OfferAsync(Strategy strategy, CancellationToken ct)
    {
        var today = UkTime.Today(clock);
        var around = await tree.AroundAsync(strategy.AreaId, today, ct);
        var asked = strategy.Authors.ConvertAll(a => a.BodyId);
        var (own, handedOn) = (await successions.HolderOfAsync(strategy.ById, ct), await successions.HandedOnAsync(ct));
        return await db.Bodies.Where(b => b.Id != strategy.ById && b.Id != own && !asked.Contains(b.Id) && !handedOn.Contains(b.Id)
                && b.Remits.Any(r => around.Contains(r.AreaId) && r.Capabilities.HasFlag(Capability.Plan) && r.StartsOn <= today && (r.EndsOn == null || today < r.EndsOn)))
            .OrderBy(b => b.Name).ThenBy(b => b.Id).ToListAsync(ct);
    }

    /// <summary>Asks, and tells those who may plan for it. False where somebody else asked in the same moment.</summary>
    public async Task<bool> AskAsync(StrategyVersion version, Body body, Guid byId, CancellationToken ct)
    {
        var strategy = version.Strategy;
        strategy.AskToWrite(body, clock.GetUtcNow());
        Record(strategy.Id, "author-asked", body.Slug, byId);
        // Whoever does the work of the body that is asked answers for it.
        var holder = await successions.HolderOfAsync(body.Id, ct);
        foreach (var (email, name) in await members.WhoMayAsync(holder, Capability.Plan, ct))
        {
            letters.Write(email, "co-author-asked", new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["name"] = name,
                ["from"] = strategy.By.Name,
                ["body"] = body.Name,
                ["title"] = version.Title,
                ["link"] = address.To("/manage/sign-offs"),
            });
        }
        return await db.TrySaveAsync(ct);
    }

    /// <summary>Takes back that a body was asked, as long as it has not agreed.</summary>
    public async Task RemoveAsync(StrategyAuthor author, Guid byId, CancellationToken ct)
    {
        if (author.HasSigned) throw new InvalidOperationException("Who writes it stays named.");
        db.StrategyAuthors.Remove(author);
        Record(author.StrategyId, "author-removed", author.Body.Slug, byId);
        await db.SaveChangesAsync(ct);
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
        return SaveAsync(author, "author-agreed", byId, ct);
    }

    public Task<bool> DeclineAsync(StrategyAuthor author, string reason, Guid byId, CancellationToken ct)
    {
        author.Decline(reason, byId, clock.GetUtcNow());
        return SaveAsync(author, "author-declined", byId, ct);
    }

    /// <summary>Writes it no longer, with a reason that everybody can read.</summary>
    public Task<bool> LeaveAsync(StrategyAuthor author, string reason, Guid byId, CancellationToken ct)
    {
        author.Leave(reason, byId, clock.GetUtcNow());
        return SaveAsync(author, "author-left", byId, ct);
    }

    private Task<bool> SaveAsync(StrategyAuthor author, string what, Guid byId, CancellationToken ct)
    {
        Record(author.StrategyId, what, (author.LeaveReason ?? author.DeclineReason) is { } reason ? $"{author.Body.Slug}, {reason}" : author.Body.Slug, byId);
        return db.TryChangeAsync(ct);
    }

    private void Record(long strategyId, string what, string detail, Guid byId) =>
        db.ActivityEntries.Add(new ActivityEntry(byId, $"strategy.{what}", nameof(Strategy), strategyId, detail, clock.GetUtcNow()));
}
