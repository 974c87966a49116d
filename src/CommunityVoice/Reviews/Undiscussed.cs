using CommunityVoice.Areas;
using CommunityVoice.Data;
using CommunityVoice.Frameworks;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Reviews;

/// <summary>Finds the items of guidelines that nobody has looked at in an area (rule R-I28).</summary>
public sealed class Undiscussed(CommunityVoiceDb db, AreaTree tree, TimeProvider clock)
{
    /// <summary>
    /// Items that were never judged, asked about, voted on or planned for in the area or a part of it. What an item takes up from earlier guidelines
    /// counts for it. The items are in their order.
    /// </summary>
    public async Task<IReadOnlyList<FrameworkItem>> OfAsync(long areaId, Framework framework, CancellationToken ct)
    {
        var within = await tree.WithinAsync(areaId, UkTime.Today(clock), ct);
        var now = clock.GetUtcNow();
        var seen = (await db.ItemJudgements.Where(j => within.Contains(j.Review.AreaId)).Select(j => j.ItemId)
            .Union(db.TestQuestions.Where(q => q.ItemId != null && q.WithdrawnAt == null && within.Contains(q.Review.AreaId)).Select(q => q.ItemId!.Value))
            .Union(db.Priorities.Where(p => p.Origin == PriorityOrigin.FrameworkItem && p.OriginId != null && p.Ballot.OpensAt <= now && p.Ballot.Consultation.PublishedAt != null
                && within.Contains(p.Ballot.Consultation.AreaId)).Select(p => p.OriginId!.Value))
            .Union(db.StrategyActions.Where(a => a.Version.PublishedAt != null && within.Contains(a.Version.Strategy.AreaId)).SelectMany(a => a.Items).Select(i => i.ItemId))
            .ToListAsync(ct)).ToHashSet();
        var taken = await db.FrameworkItemLinks.AsNoTracking().Where(l => l.To.FrameworkId == framework.Id).Select(l => new { l.FromId, l.ToId }).ToListAsync(ct);
        seen.UnionWith(taken.Where(l => seen.Contains(l.FromId)).Select(l => l.ToId).ToList());
        return [.. framework.Items.Where(i => !seen.Contains(i.Id)).OrderBy(i => i.Kind).ThenBy(i => i.Order).ThenBy(i => i.Id)];
    }
}
