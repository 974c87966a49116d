using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Moderation;

/// <summary>What moderators did in a period, in totals that name nobody.</summary>
public sealed record ModerationTotals(
    DateTimeOffset Since, int Reported, int Published, int AskedToEdit, int Removed, IReadOnlyList<(string Rule, int Count)> ByRule, TimeSpan? Median);

/// <summary>Adds up the public record of moderation.</summary>
public sealed class ModerationRecord(CommunityVoiceDb db, HouseRules rules, TimeProvider clock)
{
    public static readonly TimeSpan Period = TimeSpan.FromDays(365);

    public async Task<ModerationTotals> OfLastYearAsync(CancellationToken ct)
    {
        var since = clock.GetUtcNow() - Period;
        var decisions = await db.Decisions.AsNoTracking().Where(d => d.At >= since)
            .Select(d => new { d.Outcome, d.Rule, d.At, d.WaitedSince }).ToListAsync(ct);
        var waits = decisions.Where(d => d.WaitedSince is not null).Select(d => d.At - d.WaitedSince!.Value).Order().ToList();
        return new(
            since, await db.Flags.CountAsync(f => f.At >= since, ct),
            decisions.Count(d => d.Outcome == DecisionOutcome.Published),
            decisions.Count(d => d.Outcome == DecisionOutcome.AskedToEdit),
            decisions.Count(d => d.Outcome == DecisionOutcome.Removed),
            [.. decisions.Where(d => d.Outcome == DecisionOutcome.Removed).GroupBy(d => d.Rule)
                .OrderBy(g => rules.Find(g.Key)?.Number ?? int.MaxValue).Select(g => (rules.Words(g.Key), g.Count()))],
            waits.Count == 0 ? null : waits[waits.Count / 2]);
    }
}
