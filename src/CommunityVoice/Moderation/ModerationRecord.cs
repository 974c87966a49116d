using CommunityVoice.Bodies;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Moderation;

/// <summary>How often comments were removed under a house rule.</summary>
public sealed record RemovedByRule(string Code, string Rule, int Count);

/// <summary>What moderators did in a period, in totals that name nobody.</summary>
public sealed record ModerationTotals(int Reported, int Published, int AskedToEdit, int Removed, IReadOnlyList<RemovedByRule> ByRule, TimeSpan? Median);

/// <summary>A body that moderates, or did.</summary>
public sealed record ModeratingBody(string Name, string Slug);

/// <summary>What a body did as a moderator while it stood as it did (rule R-A24). Until: the first day of what came next; what ended is counted no further.</summary>
public sealed record ModerationPeriod(ModeratingBody? By, StandingKind? Standing, string? HostedBy, DateOnly? From, DateOnly? Until, bool IsNow, ModerationTotals Totals);

/// <summary>
/// The public record of moderation as it was counted. Since: when the last year began. LastYear: the last 365 days, of all who moderate. Periods: of every body that moderates or did,
/// those that do today first, each with the newest period first; last, what was decided before it was kept by which body.
/// </summary>
public sealed record CountedModeration(DateTimeOffset At, DateTimeOffset Since, ModerationTotals LastYear, IReadOnlyList<ModerationPeriod> Periods)
{
    /// <summary>When the next hour begins, for which it is counted anew.</summary>
    public DateTimeOffset Until => new(((At.UtcTicks / TimeSpan.TicksPerHour) + 1) * TimeSpan.TicksPerHour, TimeSpan.Zero);
}

/// <summary>Adds up the public record of moderation. That reads all that was ever decided: pages and files take it from <see cref="ModerationAtHand"/>.</summary>
public sealed class ModerationRecord(CommunityVoiceDb db, HouseRules rules, TimeProvider clock)
{
    private static readonly TimeSpan Length = TimeSpan.FromDays(365);

    public async Task<CountedModeration> CountAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var since = now - Length;
        var decided = await DecidedAsync(ct);
        var reported = await db.Flags.CountAsync(f => f.At >= since, ct);
        return new(now, since, Add(decided.FindAll(d => d.At >= since), reported), await ByBodyAsync(decided, UkTime.Day(now), ct));
    }

    private async Task<IReadOnlyList<ModerationPeriod>> ByBodyAsync(List<Decided> decided, DateOnly today, CancellationToken ct)
    {
        var remits = await db.Remits.AsNoTracking().Where(r => r.Capabilities.HasFlag(Capability.Moderate) && r.StartsOn <= today).OrderBy(r => r.Id).ToListAsync(ct);
        List<long> ids = [.. remits.Select(r => r.BodyId).Concat(decided.Select(d => d.BodyId).OfType<long>()).Distinct()];
        var bodies = await db.Bodies.AsNoTracking().Where(b => ids.Contains(b.Id)).OrderBy(b => b.Name).ThenBy(b => b.Id).Select(b => new { b.Id, By = new ModeratingBody(b.Name, b.Slug) }).ToListAsync(ct);
        var standings = (await db.BodyStandings.AsNoTracking().Where(s => ids.Contains(s.BodyId)).ToListAsync(ct)).ToLookup(s => s.BodyId);
        var (held, byBody) = (remits.ToLookup(r => r.BodyId), decided.ToLookup(d => d.BodyId));
        var all = bodies.ConvertAll(b => PeriodsOf(b.By, [.. held[b.Id]], [.. standings[b.Id]], [.. byBody[b.Id]], today));
        return [.. all.Where(p => p.Exists(x => x.IsNow)).Concat(all.Where(p => !p.Exists(x => x.IsNow))).SelectMany(p => p), .. Unnamed([.. byBody[null]])];
    }

    private List<ModerationPeriod> PeriodsOf(ModeratingBody by, IReadOnlyCollection<Remit> remits, IReadOnlyCollection<BodyStanding> standings, IReadOnlyCollection<Decided> decided, DateOnly today) =>
    [
        .. ModerationSpell.Of(remits, standings, today).Select(s => (Spell: s, Decided: decided.Where(d => s.Holds(UkTime.Day(d.At))).ToList()))
            .Where(s => s.Decided.Count > 0 || remits.Any(s.Spell.Touches))
            .Select(s => new ModerationPeriod(by, s.Spell.Standing?.Kind, s.Spell.Standing?.HostedBy, s.Spell.From, s.Spell.Until,
                s.Spell.Until is null && remits.Any(r => r.IsInForceOn(today)), Add(s.Decided, s.Decided.Sum(d => d.Reports)))).Reverse(),
    ];

    private IEnumerable<ModerationPeriod> Unnamed(IReadOnlyCollection<Decided> decided) =>
        decided.Count == 0 ? [] : [new(null, null, null, UkTime.Day(decided.Min(d => d.At)), UkTime.Day(decided.Max(d => d.At)).AddDays(1), false, Add(decided, decided.Sum(d => d.Reports)))];

    private async Task<List<Decided>> DecidedAsync(CancellationToken ct)
    {
        var reports = await db.Flags.Where(f => f.DecisionId != null).GroupBy(f => f.DecisionId!.Value).Select(g => new { Decision = g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Decision, g => g.Count, ct);
        var decisions = await db.Decisions.AsNoTracking().Select(d => new { d.Id, d.BodyId, d.Outcome, d.Rule, d.At, d.WaitedSince }).ToListAsync(ct);
        return decisions.ConvertAll(d => new Decided(d.BodyId, d.Outcome, d.Rule, d.At, d.WaitedSince, reports.GetValueOrDefault(d.Id)));
    }

    private ModerationTotals Add(IReadOnlyCollection<Decided> decided, int reported)
    {
        var waits = decided.Where(d => d.WaitedSince is not null).Select(d => d.At - d.WaitedSince!.Value).Order().ToList();
        return new(
            reported,
            decided.Count(d => d.Outcome == DecisionOutcome.Published),
            decided.Count(d => d.Outcome == DecisionOutcome.AskedToEdit),
            decided.Count(d => d.Outcome == DecisionOutcome.Removed),
            [.. decided.Where(d => d.Outcome == DecisionOutcome.Removed).GroupBy(d => d.Rule ?? "", StringComparer.Ordinal)
                .OrderBy(g => rules.Find(g.Key)?.Number ?? int.MaxValue).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => new RemovedByRule(g.Key, rules.Words(g.Key), g.Count()))],
            waits.Count == 0 ? null : waits[waits.Count / 2]);
    }

    private sealed record Decided(long? BodyId, DecisionOutcome Outcome, string? Rule, DateTimeOffset At, DateTimeOffset? WaitedSince, int Reports);
}
