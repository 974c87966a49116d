using CommunityVoice.Activity;
using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Skills;

/// <summary>An action that needs what somebody offers: which skills, how many steps away, and what was said about it so far.</summary>
public sealed record NearAction(NeedyAction Action, IReadOnlyList<string> Shared, int Steps, Helper? Helper);

/// <summary>Keeps what people offer, finds the actions near them that need it, and forgets it when they take it back.</summary>
public sealed class SkillOffers(CommunityVoiceDb db, AreaTree tree, TimeProvider clock)
{
    private const int MostActions = 1000;

    public Task<List<SkillOffer>> OfAsync(Guid personId, CancellationToken ct) =>
        db.SkillOffers.Include(o => o.Skills).Include(o => o.Area).Include(o => o.Body).Where(o => o.PersonId == personId).OrderBy(o => o.BodyId != null).ThenBy(o => o.Id).ToListAsync(ct);

    /// <summary>One of theirs.</summary>
    public Task<SkillOffer?> FindAsync(Guid personId, long id, CancellationToken ct) =>
        db.SkillOffers.Include(o => o.Skills).Include(o => o.Area).Include(o => o.Body).SingleOrDefaultAsync(o => o.Id == id && o.PersonId == personId, ct);

    /// <summary>The organisations in whose name this person can offer something.</summary>
    public Task<List<Body>> BodiesAsync(Guid personId, CancellationToken ct) =>
        db.Bodies.Where(b => db.Memberships.Any(m => m.BodyId == b.Id && m.PersonId == personId && m.EndedAt == null)).OrderBy(b => b.Name).ThenBy(b => b.Id).ToListAsync(ct);

    /// <summary>Offers it; none where they offer something for themselves, or for this organisation, already.</summary>
    public async Task<SkillOffer?> AddAsync(Guid personId, Body? body, OfferFacts facts, CancellationToken ct)
    {
        var offer = new SkillOffer(personId, body, facts, clock.GetUtcNow());
        try
        {
            await db.TransactAsync(async () =>
            {
                db.SkillOffers.Add(offer);
                await db.SaveChangesAsync(ct);
                Record(offer, "offered");
                await db.SaveChangesAsync(ct);
            }, ct);
            return offer;
        }
        catch (DbUpdateException e) when (CommunityVoiceDb.IsUniqueViolation(e))
        {
            db.ChangeTracker.Clear();
            return null;
        }
    }

    public async Task ChangeAsync(SkillOffer offer, OfferFacts facts, CancellationToken ct)
    {
        offer.Change(facts);
        Record(offer, "changed");
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Deletes it, with all that was said because of it.</summary>
    public async Task WithdrawAsync(SkillOffer offer, CancellationToken ct)
    {
        db.SkillOffers.Remove(offer);
        Record(offer, "withdrawn");
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Actions of the area, of what is around it and of what it contains: those that need most of it first, then the nearest.</summary>
    public async Task<IReadOnlyList<NearAction>> NearAsync(SkillOffer offer, CancellationToken ct)
    {
        var steps = await tree.StepsAsync(offer.AreaId, UkTime.Today(clock), ct);
        var helpers = await db.Helpers.AsNoTracking().Where(h => h.OfferId == offer.Id).ToListAsync(ct);
        return [.. (await NeedyAction.In(db).Take(MostActions).ToListAsync(ct)).Where(a => steps.ContainsKey(a.AreaId))
            .Select(a => new NearAction(a, a.Shared(offer.Codes), steps[a.AreaId], helpers.Find(h => h.StrategyId == a.StrategyId && h.Action == a.Number)))
            .Where(a => a.Shared.Count > 0 || a.Helper is not null)
            .OrderByDescending(a => a.Shared.Count).ThenBy(a => a.Steps).ThenBy(a => a.Action.StrategyId).ThenBy(a => a.Action.Number)];
    }

    // What is offered is personal; the record says only that something was.
    private void Record(SkillOffer offer, string what) => db.ActivityEntries.Add(new ActivityEntry(offer.PersonId, $"skills.{what}", nameof(SkillOffer), offer.Id, null, clock.GetUtcNow()));
}
