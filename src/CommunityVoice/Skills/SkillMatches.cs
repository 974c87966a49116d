using CommunityVoice.Activity;
using CommunityVoice.Areas;
using CommunityVoice.Data;
using CommunityVoice.Strategies;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Skills;

/// <summary>Somebody who offers what an action needs. Email: only once they agreed for this action.</summary>
public sealed record SkillMatch(SkillOffer Offer, IReadOnlyList<string> Shared, int Steps, Helper? Helper, string? Email);

/// <summary>An action in the list of those who answer for it; HasNews: somebody answered and nobody looked.</summary>
public sealed record OwnedAction(NeedyAction Action, bool HasNews);

/// <summary>Shows whoever owns an action who offers what it needs. That they looked is on record.</summary>
public sealed class SkillMatches(CommunityVoiceDb db, AreaTree tree, ActionOwners owners, TimeProvider clock)
{
    private const int MostActions = 1000;

    /// <summary>The actions in need that this person answers for.</summary>
    public async Task<IReadOnlyList<OwnedAction>> MineAsync(Guid personId, CancellationToken ct)
    {
        var mine = await owners.BodiesAsync(personId, ct);
        if (mine.Count == 0) return [];
        var news = await db.Helpers.Where(h => h.UnseenSince != null).Select(h => new { h.StrategyId, h.Action }).Distinct().ToListAsync(ct);
        var found = new List<OwnedAction>();
        foreach (var action in await NeedyAction.In(db).Take(MostActions).ToListAsync(ct))
        {
            if (mine.Contains(await owners.IdOfAsync(action, ct))) found.Add(new(action, news.Exists(n => n.StrategyId == action.StrategyId && n.Action == action.Number)));
        }
        return found;
    }

    /// <summary>Who offers what it needs, here or around or within: those who answered first, then by how much they offer of it, then the nearest. Looking is recorded, and answers count as seen.</summary>
    public async Task<(IReadOnlyList<SkillMatch> Rows, bool HasMore)> LookAsync(NeedyAction action, Guid personId, int skip, int take, CancellationToken ct)
    {
        var steps = await tree.StepsAsync(action.AreaId, UkTime.Today(clock), ct);
        var needed = action.Skills.ToList();
        var helpers = await db.Helpers.Where(h => h.StrategyId == action.StrategyId && h.Action == action.Number).ToListAsync(ct);
        var answered = helpers.ConvertAll(h => h.OfferId);
        var keys = await InForce().Where(o => o.Skills.Any(s => needed.Contains(s.Code)) || answered.Contains(o.Id))
            .Select(o => new { o.Id, o.AreaId, Shared = o.Skills.Count(s => needed.Contains(s.Code)) }).ToListAsync(ct);
        var ranked = keys.Where(k => steps.ContainsKey(k.AreaId) || answered.Contains(k.Id))
            .OrderBy(k => helpers.Find(h => h.OfferId == k.Id)?.Answer is HelpAnswer.Name or HelpAnswer.Address ? 0 : 1).ThenByDescending(k => k.Shared).ThenBy(k => steps.GetValueOrDefault(k.AreaId, int.MaxValue)).ThenBy(k => k.Id).Skip(skip).Take(take + 1).ToList();
        var shown = ranked.Take(take).Select(k => k.Id).ToList();
        var offers = await db.SkillOffers.Include(o => o.Skills).Include(o => o.Area).Include(o => o.Body).Include(o => o.Person).Where(o => shown.Contains(o.Id)).ToDictionaryAsync(o => o.Id, ct);
        foreach (var helper in helpers) helper.Seen();
        db.ActivityEntries.Add(new ActivityEntry(personId, "skills.looked-at", nameof(Strategy), action.StrategyId, FormattableString.Invariant($"Action {action.Number}: {shown.Count} offers"), clock.GetUtcNow()));
        await db.SaveChangesAsync(ct);
        return ([.. shown.Select(id => Match(offers[id], helpers.Find(h => h.OfferId == id)))], ranked.Count > take);

        SkillMatch Match(SkillOffer offer, Helper? helper) =>
            new(offer, action.Shared(offer.Codes), steps.GetValueOrDefault(offer.AreaId, int.MaxValue), helper, helper?.Answer == HelpAnswer.Address ? offer.Person.Email : null);
    }

    /// <summary>An offer that whoever owns the action can see.</summary>
    public async Task<SkillOffer?> FindOfferAsync(NeedyAction action, long id, CancellationToken ct)
    {
        var steps = await tree.StepsAsync(action.AreaId, UkTime.Today(clock), ct);
        var offer = await InForce().Include(o => o.Skills).Include(o => o.Area).Include(o => o.Body).Include(o => o.Person).SingleOrDefaultAsync(o => o.Id == id, ct);
        return offer is not null && steps.ContainsKey(offer.AreaId) && action.Shared(offer.Codes).Count > 0 ? offer : null;
    }

    // What is offered in the name of an organisation holds while they act for it.
    private IQueryable<SkillOffer> InForce() => db.SkillOffers.Where(o => o.BodyId == null || db.Memberships.Any(m => m.PersonId == o.PersonId && m.BodyId == o.BodyId && m.EndedAt == null));
}
