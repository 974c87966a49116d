using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Decisions;
using CommunityVoice.Recommendations;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Areas;

/// <summary>What somebody has to answer.</summary>
public enum WaitingKind
{
    Recommendation,
    Decision,
    Question,
}

/// <summary>How something waits; recommendations and questions call it by the same words on their own pages.</summary>
public enum WaitingState
{
    Overdue,
    Sent,
    Acknowledged,
    Paused,
    NotKnownYet,
    Waiting,
}

/// <summary>Something that waits for an answer: who has to give it and by when. The slug is of the body that was asked; empty where nobody named one.</summary>
public sealed record WaitingRow(WaitingKind Kind, string Text, string Who, string WhoSlug, string From, DateOnly DueOn, WaitingState State, int DaysOverdue, string Path)
{
    public bool IsOverdue => State == WaitingState.Overdue;
}

/// <summary>The words of what waits.</summary>
public static class WaitingWords
{
    public static string Word(this WaitingKind kind) => kind switch
    {
        WaitingKind.Recommendation => "Recommendation",
        WaitingKind.Decision => "Decision",
        _ => "Question",
    };

    public static string Word(this WaitingState state) => state switch
    {
        WaitingState.Overdue => "Overdue",
        WaitingState.Sent => "Sent",
        WaitingState.Acknowledged => "Acknowledged",
        WaitingState.Paused => "Clock stopped",
        WaitingState.NotKnownYet => "Not known yet",
        _ => "Waiting for an answer",
    };
}

/// <summary>Recommendations, decisions and test questions that wait for an answer in some areas, in one question to the database.</summary>
internal static class WaitingAnswers
{
    /// <summary>What is overdue first, then what is due soonest, and how many wait in all.</summary>
    public static async Task<(IReadOnlyList<WaitingRow> First, int InAll)> OfAsync(CommunityVoiceDb db, HashSet<long> within, DateTimeOffset now, int most, CancellationToken ct)
    {
        var today = UkTime.Day(now);
        var asks = db.Recommendations.AsNoTracking().Sent().Where(r => within.Contains(r.Summary.Consultation.AreaId) && r.WithdrawnAt == null && r.Responses.Count == 0);
        var decisions = db.Consultations.AsNoTracking().ClosedAt(now).Where(c => within.Contains(c.AreaId) && !c.IsListeningSpace && c.DecidedAt == null && c.ClosesOn != null && c.DecisionMaker != Consultation.NobodyHere);
        var questions = db.TestQuestions.AsNoTracking().Where(q => within.Contains(q.Review.AreaId) && q.WithdrawnAt == null && !q.Answers.Any(a => a.KnownBy == null && !q.Answers.Any(later => later.Number > a.Number)));
        var found = await asks
            .Select(r => new
            {
                Kind = WaitingKind.Recommendation,
                r.Id,
                DueOn = r.DueOn!.Value,
                State = r.Pauses.Any(p => p.EndedOn == null) ? WaitingState.Paused : r.DueOn!.Value < today ? WaitingState.Overdue : r.AcknowledgedAt != null ? WaitingState.Acknowledged : WaitingState.Sent,
                Text = r.Ask,
                Who = r.Addressee.Name,
                WhoSlug = r.Addressee.Slug,
                From = r.Version.Title,
                Slug = "",
                Number = 0,
            })
            .Concat(decisions.Select(c => new
            {
                Kind = WaitingKind.Decision,
                c.Id,
                DueOn = c.ClosesOn!.Value.AddDays(DecisionClock.Days),
                State = c.ClosesOn!.Value.AddDays(DecisionClock.Days) < today ? WaitingState.Overdue : WaitingState.Waiting,
                Text = c.Title,
                Who = c.DecisionMaker,
                WhoSlug = "",
                From = "",
                c.Slug,
                Number = 0,
            }))
            .Concat(questions.Select(q => new
            {
                Kind = WaitingKind.Question,
                q.Id,
                q.DueOn,
                State = q.DueOn < today ? WaitingState.Overdue : q.Answers.Count > 0 ? WaitingState.NotKnownYet : WaitingState.Waiting,
                q.Text,
                Who = q.Asked.Name,
                WhoSlug = q.Asked.Slug,
                From = q.Review.Title,
                q.Review.Slug,
                q.Number,
            }))
            .OrderBy(w => w.State == WaitingState.Overdue ? 0 : 1).ThenBy(w => w.DueOn).ThenBy(w => w.Kind).ThenBy(w => w.Id).Take(most)
            .Select(w => new { Row = w, InAll = asks.Count() + decisions.Count() + questions.Count() }).ToListAsync(ct);
        return (
            found.ConvertAll(f => new WaitingRow(
                f.Row.Kind, f.Row.Kind == WaitingKind.Decision ? $"Decision on {f.Row.Text}" : f.Row.Text, f.Row.Who, f.Row.WhoSlug, f.Row.From, f.Row.DueOn, f.Row.State,
                f.Row.State == WaitingState.Overdue ? today.DayNumber - f.Row.DueOn.DayNumber : 0, PathOf(f.Row.Kind, f.Row.Id, f.Row.Slug, f.Row.Number))),
            found.Count == 0 ? 0 : found[0].InAll);
    }

    private static string PathOf(WaitingKind kind, long id, string slug, int number) => kind switch
    {
        WaitingKind.Recommendation => $"/recommendations/{id}",
        WaitingKind.Decision => $"/consultations/{slug}/decision",
        _ => $"/reviews/{slug}/questions/{number}",
    };
}
