using CommunityVoice.Data;
using CommunityVoice.Recommendations;
using CommunityVoice.Strategies;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Bodies;

/// <summary>Something that waits to be done, and where.</summary>
public sealed record Duty(string Title, string Url, DateOnly? By);

/// <summary>What a body has to do: the list that its people and those who take it over go through together.</summary>
public sealed record HandedDuties(IReadOnlyList<Duty> Recommendations, IReadOnlyList<Duty> Actions, IReadOnlyList<Duty> Strategies, IReadOnlyList<Duty> Consultations, int Ideas, int Waiting)
{
    private const int Most = 100;

    /// <summary>The duties of a body, and what waits in the areas of these remits.</summary>
    public static async Task<HandedDuties> OfAsync(CommunityVoiceDb db, long bodyId, IReadOnlyCollection<Remit> remits, DateTimeOffset now, CancellationToken ct)
    {
        var plans = db.StrategyVersions.AsNoTracking().Newest();
        var moderated = remits.Where(r => r.Capabilities.HasFlag(Capability.Moderate)).Select(r => r.AreaId).Distinct().ToList();
        var supported = remits.Where(r => r.Capabilities.HasFlag(Capability.SupportIdeas)).Select(r => r.AreaId).Distinct().ToList();
        return new(
            await db.Recommendations.AsNoTracking().WaitingForAnswer().Where(r => r.AddresseeId == bodyId).OrderBy(r => r.DueOn).ThenBy(r => r.Id).Take(Most)
                .Select(r => new Duty(r.Ask, "/manage/recommendations/" + r.Id, r.DueOn)).ToListAsync(ct),
            await plans.SelectMany(v => v.Actions).Where(a => a.OwnerId == bodyId).OrderBy(a => a.DueOn).ThenBy(a => a.Id).Take(Most)
                .Select(a => new Duty(a.Title, "/strategies/" + a.Version.Strategy.Slug + "#action-" + a.Number, a.DueOn)).ToListAsync(ct),
            await plans.Where(v => v.Strategy.ById == bodyId).OrderBy(v => v.Id).Take(Most).Select(v => new Duty(v.Title, "/strategies/" + v.Strategy.Slug, null)).ToListAsync(ct),
            await db.Consultations.AsNoTracking().Where(c => c.AskedById == bodyId && c.PublishedAt != null && c.DecidedAt == null && (c.ClosesAt == null || c.ClosesAt > now))
                .OrderBy(c => c.ClosesAt).ThenBy(c => c.Id).Take(Most).Select(c => new Duty(c.Title, "/consultations/" + c.Slug, c.ClosesOn)).ToListAsync(ct),
            await db.Ideas.CountAsync(i => supported.Contains(i.AreaId) && i.AdoptedAt == null && i.DeclinedAt == null && i.WithdrawnAt == null, ct),
            await db.Comments.CountAsync(c => c.WaitingSince != null && moderated.Contains(c.Consultation.AreaId), ct));
    }
}
