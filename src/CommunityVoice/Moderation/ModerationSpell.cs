using CommunityVoice.Bodies;

namespace CommunityVoice.Moderation;

/// <summary>The days in which a body stood alike while it moderated: worked out from the days of its remits and standings, never written down. Until: the first day that is no longer in it.</summary>
internal sealed record ModerationSpell(BodyStanding? Standing, DateOnly? From, DateOnly? Until)
{
    /// <summary>In order up to today: one ends where a remit to moderate does and no other follows it there, and where the body becomes independent or is no more (rule R-A24).</summary>
    public static IReadOnlyList<ModerationSpell> Of(IReadOnlyCollection<Remit> remits, IReadOnlyCollection<BodyStanding> standings, DateOnly today)
    {
        var ends = remits.Where(r => r.EndsOn <= today && !remits.Any(o => o.AreaId == r.AreaId && o.IsInForceOn(r.EndsOn!.Value))).Select(r => r.EndsOn!.Value);
        var begins = remits.Where(r => r.StartsOn <= today && !remits.Any(o => o.IsInForceOn(r.StartsOn.AddDays(-1)))).Select(r => r.StartsOn);
        var turns = standings.Where(s => s.StartsOn <= today && Of(s.StartsOn.AddDays(-1), standings) != Of(s.StartsOn, standings)).Select(s => s.StartsOn);
        List<DateOnly?> cuts = [null, .. ends.Concat(begins).Concat(turns).Distinct().Order(), null];
        return [.. cuts.Zip(cuts.Skip(1)).Select(c => new ModerationSpell(BodyStanding.On(c.Second?.AddDays(-1) ?? today, standings), c.First, c.Second))];
    }

    public bool Holds(DateOnly day) => !(day < From) && !(day >= Until);

    public bool Touches(Remit remit) => !(remit.StartsOn >= Until) && !(remit.EndsOn <= From);

    private static (StandingKind? Kind, string? HostedBy) Of(DateOnly day, IReadOnlyCollection<BodyStanding> standings) => BodyStanding.On(day, standings) is { } standing ? (standing.Kind, standing.HostedBy) : (null, null);
}
