using System.Globalization;
using CommunityVoice.Activity;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Strategies;

/// <summary>Enters transfers and takes them back; each with its entry in the record, in one transaction.</summary>
public sealed class TransferDesk(CommunityVoiceDb db, Permissions permissions, TimeProvider clock)
{
    private const int MostPartners = 500;

    /// <summary>The remits of today of bodies at the levels whose budgets somebody writes: from these they can enter transfers.</summary>
    public async Task<List<Remit>> GiversAsync(Guid personId, CancellationToken ct)
    {
        var mine = await permissions.AreasAsync(personId, Capability.Plan, ct);
        return await InForce().Where(r => mine.Contains(r.AreaId)).OrderBy(r => r.Body.Name).ThenBy(r => r.Id).ToListAsync(ct);
    }

    public Task<List<Remit>> TakersAsync(CancellationToken ct) => InForce().OrderBy(r => r.Body.Name).ThenBy(r => r.Id).Take(MostPartners).ToListAsync(ct);

    /// <summary>Actions that a transfer can pay for: of the newest published strategies.</summary>
    public Task<List<StrategyAction>> ActionsAsync(CancellationToken ct) => db.StrategyVersions.AsNoTracking().Newest().SelectMany(v => v.Actions).Include(a => a.Version).OrderBy(a => a.VersionId).ThenBy(a => a.Number).Take(MostPartners).ToListAsync(ct);

    public async Task<ResourceTransfer> EnterAsync(Remit from, Remit to, TransferFacts facts, Guid by, CancellationToken ct)
    {
        var transfer = new ResourceTransfer(from.Body, from.Area, to.Body, to.Area, facts, by, clock.GetUtcNow());
        await SaveAsync(transfer, "transfer.entered", by, ct);
        return transfer;
    }

    /// <summary>Answers false where somebody else took it back in the same moment.</summary>
    public async Task<bool> TakeBackAsync(ResourceTransfer transfer, string reason, Guid by, CancellationToken ct)
    {
        try
        {
            await SaveAsync(transfer.TakeBack(reason, UkTime.Today(clock), by, clock.GetUtcNow()), "transfer.taken-back", by, ct);
            return true;
        }
        catch (DbUpdateException e) when (CommunityVoiceDb.IsUniqueViolation(e))
        {
            return false;
        }
    }

    private Task SaveAsync(ResourceTransfer transfer, string verb, Guid by, CancellationToken ct) => db.TransactAsync(async () =>
    {
        db.ResourceTransfers.Add(transfer);
        await db.SaveChangesAsync(ct);
        db.ActivityEntries.Add(new ActivityEntry(by, verb, nameof(ResourceTransfer), transfer.Id, string.Create(CultureInfo.InvariantCulture,
            $"{transfer.Pence} pence from {transfer.From.Slug} ({transfer.FromArea.Slug}) to {transfer.To.Slug} ({transfer.ToArea.Slug}) on {transfer.On:yyyy-MM-dd}: {transfer.For}{(transfer.Reason is { } why ? $". {why}" : "")}"), clock.GetUtcNow()));
        await db.SaveChangesAsync(ct);
    }, ct);

    private IQueryable<Remit> InForce() => db.Remits.InForceOn(UkTime.Today(clock)).Include(r => r.Body).Include(r => r.Area);
}
