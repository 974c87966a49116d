using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Recommendations;

/// <summary>Which recommendations of the public register are asked for.</summary>
public enum RegisterPart
{
    Overdue,
    Waiting,
    Answered,
    Withdrawn,
}

/// <summary>A recommendation in a list.</summary>
public sealed record RecommendationRow(
    long Id, string Ask, string Body, string BodySlug, string SummaryTitle, string SummarySlug, DateTimeOffset SentAt, DateOnly DueOn,
    RecommendationState State, ResponseKind? Answer, DateTimeOffset? AnsweredAt, OutcomeState? Outcome);

/// <summary>Named queries over recommendations.</summary>
public static class RecommendationQueries
{
    extension(IQueryable<Recommendation> recommendations)
    {
        /// <summary>Those that are public: sent with a published summary.</summary>
        public IQueryable<Recommendation> Sent() => recommendations.Where(r => r.SentAt != null);

        /// <summary>Those whose clock runs.</summary>
        public IQueryable<Recommendation> WaitingForAnswer() => recommendations.Where(r =>
            r.SentAt != null && r.WithdrawnAt == null && r.Responses.Count == 0 && !r.Pauses.Any(p => p.EndedOn == null));

        /// <summary>Those whose last day has passed without an answer.</summary>
        public IQueryable<Recommendation> OverdueOn(DateOnly today) => recommendations.WaitingForAnswer().Where(r => r.DueOn < today);

        public IQueryable<Recommendation> In(RegisterPart part, DateOnly today) => part switch
        {
            RegisterPart.Overdue => recommendations.OverdueOn(today),
            RegisterPart.Waiting => recommendations.Where(r => r.WithdrawnAt == null && r.Responses.Count == 0 && (r.DueOn >= today || r.Pauses.Any(p => p.EndedOn == null))),
            RegisterPart.Answered => recommendations.Where(r => r.WithdrawnAt == null && r.Responses.Count > 0),
            _ => recommendations.Where(r => r.WithdrawnAt != null),
        };

        /// <summary>With everything that happened to them.</summary>
        public IQueryable<Recommendation> WithRecords() => recommendations
            .Include(r => r.Addressee).Include(r => r.Version)
            .Include(r => r.Summary).ThenInclude(s => s.By)
            .Include(r => r.Summary).ThenInclude(s => s.Consultation).ThenInclude(c => c.Area)
            .Include(r => r.Grounds).ThenInclude(g => g.Finding)
            .Include(r => r.Responses).Include(r => r.Outcomes).ThenInclude(o => o.From).Include(r => r.Pauses)
            .AsSplitQuery();

        /// <summary>Overdue first, then what is due soonest, then what was answered, newest first, then what was withdrawn.</summary>
        public IOrderedQueryable<Recommendation> InOrder(DateOnly today) => recommendations
            .OrderBy(r => r.WithdrawnAt != null ? 3 : r.Responses.Count > 0 ? 2 : r.DueOn < today && !r.Pauses.Any(p => p.EndedOn == null) ? 0 : 1)
            .ThenBy(r => r.Responses.Count > 0 ? (DateOnly?)null : r.DueOn)
            .ThenByDescending(r => r.Responses.Max(x => (DateTimeOffset?)x.At)).ThenBy(r => r.Id);
    }

    /// <summary>As rows, in the order of the query.</summary>
    public static async Task<List<RecommendationRow>> ToRowsAsync(this IQueryable<Recommendation> recommendations, DateOnly today, CancellationToken ct)
    {
        // Each has a handful of records at most: one question costs less than four.
        var found = await recommendations.AsNoTracking().Include(r => r.Addressee).Include(r => r.Version).Include(r => r.Summary)
            .Include(r => r.Responses).Include(r => r.Outcomes).Include(r => r.Pauses).AsSingleQuery().ToListAsync(ct);
        return found.ConvertAll(r =>
        {
            var answer = r.Responses.MaxBy(x => x.Number);
            return new RecommendationRow(r.Id, r.Ask, r.Addressee.Name, r.Addressee.Slug, r.Version.Title, r.Summary.Slug, r.SentAt!.Value, r.DueOn!.Value,
                r.StateOn(today), answer?.Kind, answer?.At, r.Outcomes.OrderBy(o => o.On).ThenBy(o => o.Id).LastOrDefault()?.State);
        });
    }
}
