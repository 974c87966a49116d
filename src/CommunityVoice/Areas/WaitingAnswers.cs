using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Decisions;
using CommunityVoice.Recommendations;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Areas;

/// <summary>
/// Recommendations, decisions, test questions, what was brought before another body and whether strategies are revised: what of these waits for an answer
/// in some areas, in one question to the database. It says in SQL what each thing says of itself; a test compares the two.
/// </summary>
internal static class WaitingAnswers
{
    /// <summary>What is overdue first, then what is due soonest, then what has no last day, and how many wait in all.</summary>
    public static async Task<(IReadOnlyList<WaitingRow> First, int InAll)> OfAsync(CommunityVoiceDb db, HashSet<long> within, HashSet<long> inside, DateTimeOffset now, int most, CancellationToken ct)
    {
        var today = UkTime.Day(now);
        var asks = db.Recommendations.AsNoTracking().Sent().Where(r => within.Contains(r.Summary.Consultation.AreaId) && r.WithdrawnAt == null && r.Responses.Count == 0);
        var decisions = db.Consultations.AsNoTracking().ClosedAt(now).Where(c => within.Contains(c.AreaId) && !c.IsListeningSpace && c.DecidedAt == null && c.ClosesOn != null && c.DecisionMaker != Consultation.NobodyHere);
        var questions = db.TestQuestions.AsNoTracking().Where(q => within.Contains(q.Review.AreaId) && q.WithdrawnAt == null && !q.Answers.Any(a => a.KnownBy == null && !q.Answers.Any(later => later.Number > a.Number)));
        var brought = db.Escalations.AsNoTracking().Where(e => within.Contains(e.Summary.Consultation.AreaId) && e.AcknowledgedAt == null && e.AnsweredAt == null);
        // Strategies are their boards', whoever shares what was heard.
        var revisions = db.RevisionQuestions.AsNoTracking().Where(q => (inside.Contains(q.Strategy.AreaId) || inside.Contains(q.Assessment.AreaId)) && q.DecidedAt == null && q.Assessment.TakenBackAt == null);
        var found = await asks
            .Select(r => new
            {
                Kind = WaitingKind.Recommendation,
                r.Id,
                r.DueOn,
                Since = r.SentAt!.Value,
                State = r.Pauses.Any(p => p.EndedOn == null) ? WaitingState.Paused : r.DueOn!.Value < today ? WaitingState.Overdue : r.AcknowledgedAt != null ? WaitingState.Acknowledged : WaitingState.Sent,
                Text = r.Ask,
                Who = r.Addressee.Name,
                WhoSlug = r.Addressee.Slug,
                From = r.Version.Title,
                Slug = "",
                Number = 0L,
            })
            .Concat(decisions.Select(c => new
            {
                Kind = WaitingKind.Decision,
                c.Id,
                DueOn = (DateOnly?)c.ClosesOn!.Value.AddDays(DecisionClock.Days),
                Since = c.ClosesAt!.Value,
                State = c.ClosesOn!.Value.AddDays(DecisionClock.Days) < today ? WaitingState.Overdue : WaitingState.Waiting,
                Text = c.Title,
                Who = c.DecisionMaker,
                WhoSlug = "",
                From = "",
                c.Slug,
                Number = 0L,
            }))
            .Concat(questions.Select(q => new
            {
                Kind = WaitingKind.Question,
                q.Id,
                DueOn = (DateOnly?)q.DueOn,
                Since = q.AskedAt,
                State = q.DueOn < today ? WaitingState.Overdue : q.Answers.Count > 0 ? WaitingState.NotKnownYet : WaitingState.Waiting,
                q.Text,
                Who = q.Asked.Name,
                WhoSlug = q.Asked.Slug,
                From = q.Review.Title,
                q.Review.Slug,
                Number = (long)q.Number,
            }))
            .Concat(brought.Select(e => new
            {
                Kind = WaitingKind.Escalation,
                e.Id,
                DueOn = (DateOnly?)e.DueOn,
                Since = e.SentAt,
                State = e.DueOn < today ? WaitingState.NotAcknowledged : WaitingState.Sent,
                Text = e.Summary.Consultation.Title,
                Who = e.To.Name,
                WhoSlug = e.To.Slug,
                From = e.Summary.By.Name,
                Slug = "",
                Number = 0L,
            }))
            .Concat(revisions.Select(q => new
            {
                Kind = WaitingKind.Revision,
                q.Id,
                DueOn = (DateOnly?)null,
                Since = q.Assessment.RecordedAt,
                State = WaitingState.NotDecided,
                Text = q.Version.Title,
                Who = q.Strategy.By.Name,
                WhoSlug = q.Strategy.By.Slug,
                From = q.Assessment.Title,
                q.Strategy.Slug,
                Number = q.AssessmentId,
            }))
            .OrderBy(w => w.State == WaitingState.Overdue || w.State == WaitingState.NotAcknowledged ? 0 : 1).ThenBy(w => w.DueOn == null ? 1 : 0).ThenBy(w => w.DueOn).ThenBy(w => w.Kind).ThenBy(w => w.Id).Take(most)
            .Select(w => new { Row = w, InAll = asks.Count() + decisions.Count() + questions.Count() + brought.Count() + revisions.Count() }).ToListAsync(ct);
        return (
            found.ConvertAll(f => new WaitingRow(
                f.Row.Kind, TextOf(f.Row.Kind, f.Row.Text), f.Row.Who, f.Row.WhoSlug, f.Row.From, f.Row.DueOn, f.Row.Since, f.Row.State, today, PathOf(f.Row.Kind, f.Row.Id, f.Row.Slug, f.Row.Number))),
            found.Count == 0 ? 0 : found[0].InAll);
    }

    private static string TextOf(WaitingKind kind, string text) => kind switch
    {
        WaitingKind.Decision => $"Decision on {text}",
        WaitingKind.Escalation => $"Recommendations after {text}",
        WaitingKind.Revision => $"Whether to revise {text}",
        _ => text,
    };

    private static string PathOf(WaitingKind kind, long id, string slug, long number) => kind switch
    {
        WaitingKind.Recommendation => $"/recommendations/{id}",
        WaitingKind.Decision => $"/consultations/{slug}/decision",
        WaitingKind.Escalation => $"/recommendations/escalations/{id}",
        WaitingKind.Revision => $"/strategies/{slug}#needs-{number}",
        _ => $"/reviews/{slug}/questions/{number}",
    };
}
