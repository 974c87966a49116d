using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Recommendations;

/// <summary>What came of an answer (rule R-B11).</summary>
public enum ChangeState
{
    Promised,
    Done,
    NotDone,
    Unknown,
}

/// <summary>A recommendation that was answered, and what came of the answer.</summary>
public sealed record ChangeRow(
    long Id, string Ask, string Body, string BodySlug, string Area, ResponseKind Answer, DateTimeOffset AnsweredAt, string Promised, string WhyNot, DateOnly? ByWhen,
    ChangeState State, string Effect, DateOnly? AsOf);

/// <summary>The register of what changed: answered recommendations by what is known of their outcome.</summary>
public static class WhatChanged
{
    extension(IQueryable<Recommendation> recommendations)
    {
        /// <summary>Those whose newest answer was given in these days; all of them where none are named.</summary>
        public IQueryable<Recommendation> AnsweredBetween(DateTimeOffset? from, DateTimeOffset? before) => recommendations.Where(r =>
            r.SentAt != null && r.WithdrawnAt == null && r.Responses.Any()
            && (from == null || r.Responses.Max(x => x.At) >= from) && (before == null || r.Responses.Max(x => x.At) < before));

        /// <summary>A promise whose day has passed without a report is unknown: nobody may take silence for done.</summary>
        public IQueryable<Recommendation> Came(ChangeState state, DateOnly today) => state switch
        {
            ChangeState.Done => recommendations.Where(r => r.Outcomes.OrderByDescending(o => o.On).ThenByDescending(o => o.Id).First().State == OutcomeState.Done),
            ChangeState.NotDone => recommendations.Where(r => r.Outcomes.Any()
                ? r.Outcomes.OrderByDescending(o => o.On).ThenByDescending(o => o.Id).First().State == OutcomeState.NotDone
                : r.Responses.OrderByDescending(x => x.Number).First().Kind == ResponseKind.NotAccepted),
            ChangeState.Promised => recommendations.Where(r => r.Outcomes.Any()
                ? r.Outcomes.OrderByDescending(o => o.On).ThenByDescending(o => o.Id).First().State == OutcomeState.InProgress
                : r.Responses.OrderByDescending(x => x.Number).First().ByWhen >= today),
            _ => recommendations.Where(r => r.Outcomes.Any()
                ? r.Outcomes.OrderByDescending(o => o.On).ThenByDescending(o => o.Id).First().State == OutcomeState.Unknown
                : r.Responses.OrderByDescending(x => x.Number).First().ByWhen < today),
        };
    }

    /// <summary>As rows, those answered last first, from one question.</summary>
    public static async Task<List<ChangeRow>> ToChangesAsync(this IQueryable<Recommendation> recommendations, DateOnly today, CancellationToken ct)
    {
        var rows = await recommendations.AsNoTracking().Select(r => new
        {
            r.Id,
            r.Ask,
            Body = r.Addressee.Name,
            r.Addressee.Slug,
            Area = r.Summary.Consultation.Area.Name,
            Answer = r.Responses.OrderByDescending(x => x.Number).Select(x => new { x.Kind, x.At, x.Action, x.Reason, x.ByWhen }).First(),
            Outcome = r.Outcomes.OrderByDescending(o => o.On).ThenByDescending(o => o.Id).Select(o => new { o.State, o.On, o.Effect }).FirstOrDefault(),
        }).ToListAsync(ct);
        return rows.ConvertAll(r => new ChangeRow(r.Id, r.Ask, r.Body, r.Slug, r.Area, r.Answer.Kind, r.Answer.At, r.Answer.Action ?? "", r.Answer.Reason ?? "", r.Answer.ByWhen,
            StateOf(r.Outcome?.State, r.Answer.Kind, r.Answer.ByWhen, today), r.Outcome?.Effect ?? "", r.Outcome?.On));
    }

    public static IOrderedQueryable<Recommendation> NewestAnswerFirst(this IQueryable<Recommendation> recommendations) =>
        recommendations.OrderByDescending(r => r.Responses.Max(x => x.At)).ThenByDescending(r => r.Id);

    public static ChangeState StateOf(OutcomeState? outcome, ResponseKind answer, DateOnly? byWhen, DateOnly today) => outcome switch
    {
        OutcomeState.Done => ChangeState.Done,
        OutcomeState.NotDone => ChangeState.NotDone,
        OutcomeState.InProgress => ChangeState.Promised,
        OutcomeState.Unknown => ChangeState.Unknown,
        _ when answer == ResponseKind.NotAccepted => ChangeState.NotDone,
        _ => byWhen >= today ? ChangeState.Promised : ChangeState.Unknown,
    };

    public static string Word(this ChangeState state) => state switch
    {
        ChangeState.Promised => "Promised",
        ChangeState.Done => "Done",
        ChangeState.NotDone => "Not done",
        _ => "Unknown",
    };
}
