using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Voting;

/// <summary>How many agree, disagree and pass on one statement, by the number it had in its conversation, and whether its comment can be seen.</summary>
public sealed record MarkTotal(int Statement, int Agree, int Disagree, int Pass, bool IsShown);

/// <summary>Counts the current marks of a consultation's statements, those that moderators took out included.</summary>
public sealed class MarkTotals(CommunityVoiceDb db)
{
    public async Task<List<MarkTotal>> OfAsync(string slug, CancellationToken ct)
    {
        var statements = await (
            from priority in db.Priorities
            where priority.Ballot.Consultation.Slug == slug && priority.Ballot.Method == BallotMethod.AgreeDisagreePass
            orderby priority.Order, priority.Id
            select new
            {
                priority.Id,
                priority.Order,
                IsShown = db.Comments.Any(c => c.Id == priority.OriginId && c.ShownAt != null && c.WithdrawnAt == null && c.RemovedAt == null),
            }).ToListAsync(ct);
        var counts = await db.Marks
            .Where(m => db.Ballots.Any(b => b.Id == m.BallotId && b.Consultation.Slug == slug))
            .GroupBy(m => new { m.PriorityId, m.Value })
            .Select(g => new { g.Key.PriorityId, g.Key.Value, Count = g.Count() }).ToListAsync(ct);
        var byMark = counts.ToDictionary(c => (c.PriorityId, c.Value), c => c.Count);
        return [.. statements.Select(s => new MarkTotal(s.Order,
            byMark.GetValueOrDefault((s.Id, 1)), byMark.GetValueOrDefault((s.Id, -1)), byMark.GetValueOrDefault((s.Id, 0)), s.IsShown))];
    }
}
