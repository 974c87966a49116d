using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Decisions;
using CommunityVoice.Recommendations;
using CommunityVoice.Strategies;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Bodies;

/// <summary>Something that waits to be done, and where.</summary>
public sealed record Duty(string Title, string Url, DateOnly? By);

/// <summary>What a body has to do: the list that its people and those who take it over go through together.</summary>
public sealed record HandedDuties(
    IReadOnlyList<Duty> Recommendations, IReadOnlyList<Duty> Questions, IReadOnlyList<Duty> Decisions, IReadOnlyList<Duty> Brought, IReadOnlyList<Duty> Escalated,
    IReadOnlyList<Duty> Actions, IReadOnlyList<Duty> Strategies, IReadOnlyList<Duty> Consultations, int Ideas, int Waiting)
{
    /// <summary>The most that a list of it shows.</summary>
    public const int Most = 100;

    /// <summary>The duties of a body, and what waits in the areas of these remits.</summary>
    public static async Task<HandedDuties> OfAsync(CommunityVoiceDb db, long bodyId, IReadOnlyCollection<Remit> remits, DateTimeOffset now, CancellationToken ct)
    {
        var plans = db.StrategyVersions.AsNoTracking().Newest();
        var moderated = remits.Where(r => r.Capabilities.HasFlag(Capability.Moderate)).Select(r => r.AreaId).Distinct().ToList();
        var supported = remits.Where(r => r.Capabilities.HasFlag(Capability.SupportIdeas)).Select(r => r.AreaId).Distinct().ToList();
        return new(
            await db.Recommendations.AsNoTracking().WaitingForAnswer().Where(r => r.AddresseeId == bodyId).OrderBy(r => r.DueOn).ThenBy(r => r.Id).Take(Most)
                .Select(r => new Duty(r.Ask, "/manage/recommendations/" + r.Id, r.DueOn)).ToListAsync(ct),
            await QuestionsAsync(db, bodyId, ct),
            await DecisionsAsync(db, bodyId, [.. remits.Where(r => (r.Capabilities & (Capability.Plan | Capability.Respond)) != Capability.None).Select(r => r.AreaId).Distinct()], ct),
            await db.Escalations.AsNoTracking().Where(e => e.ToId == bodyId && e.AnsweredAt == null).OrderBy(e => e.DueOn).ThenBy(e => e.Id).Take(Most)
                .Select(e => new Duty(e.Summary.Consultation.Title, "/manage/recommendations/escalations/" + e.Id, e.DueOn)).ToListAsync(ct),
            await db.Escalations.AsNoTracking().Where(e => e.Summary.ById == bodyId && e.AnsweredAt == null).OrderBy(e => e.DueOn).ThenBy(e => e.Id).Take(Most)
                .Select(e => new Duty(e.Summary.Consultation.Title + ", before " + e.To.Name, "/recommendations/escalations/" + e.Id, null)).ToListAsync(ct),
            await plans.SelectMany(v => v.Actions).Where(a => a.OwnerId == bodyId).OrderBy(a => a.DueOn).ThenBy(a => a.Id).Take(Most)
                .Select(a => new Duty(a.Title, "/strategies/" + a.Version.Strategy.Slug + "#action-" + a.Number, a.DueOn)).ToListAsync(ct),
            await plans.Where(v => v.Strategy.ById == bodyId).OrderBy(v => v.Id).Take(Most).Select(v => new Duty(v.Title, "/strategies/" + v.Strategy.Slug, null)).ToListAsync(ct),
            await db.Consultations.AsNoTracking().Where(c => c.AskedById == bodyId && c.PublishedAt != null && c.DecidedAt == null && (c.ClosesAt == null || c.ClosesAt > now))
                .OrderBy(c => c.ClosesAt).ThenBy(c => c.Id).Take(Most).Select(c => new Duty(c.Title, "/consultations/" + c.Slug, c.ClosesOn)).ToListAsync(ct),
            await db.Ideas.CountAsync(i => supported.Contains(i.AreaId) && i.AdoptedAt == null && i.DeclinedAt == null && i.WithdrawnAt == null, ct),
            await db.Comments.CountAsync(c => c.WaitingSince != null && moderated.Contains(c.Consultation.AreaId), ct));
    }

    private static async Task<IReadOnlyList<Duty>> QuestionsAsync(CommunityVoiceDb db, long bodyId, CancellationToken ct) =>
        await db.TestQuestions.AsNoTracking().Where(q => q.AskedId == bodyId && q.WithdrawnAt == null && !q.Answers.Any(a => a.KnownBy == null && !q.Answers.Any(later => later.Number > a.Number)))
            .OrderBy(q => q.DueOn).ThenBy(q => q.Id).Take(Most).Select(q => new Duty(q.Text, "/manage/reviews/" + q.Review.Slug + "/questions/" + q.Number, q.DueOn)).ToListAsync(ct);

    private static async Task<IReadOnlyList<Duty>> DecisionsAsync(CommunityVoiceDb db, long bodyId, List<long> deciding, CancellationToken ct)
    {
        var (its, anybodys) = (db.NamingOne(db.Bodies.Where(b => b.Id == bodyId)), db.NamingOne(db.Bodies));
        return (await db.Consultations.AsNoTracking().Published().Where(c => !c.IsListeningSpace && c.DecidedAt == null && c.DecisionMaker != Consultation.NobodyHere
                && (its.Contains(c.Id)
                    || (deciding.Contains(c.AreaId) && db.Bodies.Any(b => b.Id == bodyId && b.Kind == BodyKind.StrategyBoard) && !anybodys.Contains(c.Id))))
                .OrderBy(c => c.ClosesOn).ThenBy(c => c.Id).Take(Most).Select(c => new { c.Title, c.Slug, c.ClosesOn }).ToListAsync(ct))
            .ConvertAll(c => new Duty(c.Title, "/manage/decisions/" + c.Slug, c.ClosesOn?.AddDays(DecisionClock.Days)));
    }
}
