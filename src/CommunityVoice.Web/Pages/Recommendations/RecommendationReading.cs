using CommunityVoice.Data;
using CommunityVoice.Recommendations;
using CommunityVoice.Web.TagHelpers;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Recommendations;

/// <summary>A finding that a recommendation rests on, by its place in its version, with how many comments and results stand behind it.</summary>
public sealed record GroundRow(int Number, string Heading, int Comments, int Results);

/// <summary>Something that happened to a recommendation, in words.</summary>
public sealed record HistoryRow(DateTimeOffset At, string Words);

/// <summary>A recommendation as everybody reads it: where it stands, what it rests on and all that happened.</summary>
public sealed record RecommendationReading(Recommendation Recommendation, IReadOnlyList<GroundRow> Grounds, DateOnly Today)
{
    /// <summary>Where it was brought before another body.</summary>
    public IReadOnlyList<Escalation> Escalations { get; init; } = [];

    public RecommendationState State => Recommendation.StateOn(Today);

    /// <summary>The clock: sent, acknowledged, last day, answered.</summary>
    public IEnumerable<TimelineStage> Stages
    {
        get
        {
            var (answer, acknowledged) = (Recommendation.Responses.MinBy(r => r.Number), Recommendation.AcknowledgedAt);
            yield return new("Sent", On(Recommendation.SentAt!.Value), StageState.Done);
            yield return new("Acknowledged", acknowledged is { } at ? On(at) : answer is null ? "not yet" : null, Of(acknowledged is not null || answer is not null, isNow: true));
            var isPast = Recommendation.DueOn < Today;
            yield return new("Last day to answer", Recommendation.IsPaused ? "clock stopped" : TagHelpers.UkTime.Words(Recommendation.DueOn!.Value), Of(isPast && !Recommendation.IsPaused, isNow: false));
            yield return new("Answered", answer is null ? State == RecommendationState.Overdue ? "overdue" : "not yet" : On(answer.At), Of(answer is not null, State == RecommendationState.Overdue || acknowledged is not null));
        }
    }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<HistoryRow> History
    {
        get
        {
            var body = Recommendation.Addressee.Name;
            var rows = new List<HistoryRow> { new(Recommendation.SentAt!.Value, $"Sent to {body}.") };
            if (Recommendation.AcknowledgedAt is { } acknowledged && !Recommendation.Responses.Exists(r => r.At == acknowledged)) rows.Add(new(acknowledged, $"{body} says that it has it."));
            foreach (var pause in Recommendation.Pauses)
            {
                rows.Add(new(pause.At, $"The clock was stopped: {pause.Reason}"));
                if (pause.EndedOn is { } ended) rows.Add(new(pause.ResumedAt ?? UkTime.StartOf(ended), "The clock runs again."));
            }
            rows.AddRange(Recommendation.Responses.Select(r => new HistoryRow(r.At, r.Number == 1 ? $"{body} answered: {r.Kind.Word().ToLowerInvariant()}." : $"{body} corrected its answer: {r.Kind.Word().ToLowerInvariant()}.")));
            rows.AddRange(Recommendation.Outcomes.Select(o => new HistoryRow(o.At, $"{o.From.Name} said what became of it: {o.State.Word().ToLowerInvariant()}.")));
            rows.AddRange(Escalations.Select(e => new HistoryRow(e.SentAt, $"Brought before {e.To.Name}.")));
            rows.AddRange(Escalations.Where(e => e.AcknowledgedAt is not null && e.AcknowledgedAt != e.AnsweredAt).Select(e => new HistoryRow(e.AcknowledgedAt!.Value, $"{e.To.Name} says that it has it.")));
            rows.AddRange(Escalations.Where(e => e.AnsweredAt is not null).Select(e => new HistoryRow(e.AnsweredAt!.Value, $"{e.To.Name} says what comes of it.")));
            if (Recommendation.WithdrawnAt is { } withdrawn) rows.Add(new(withdrawn, $"Withdrawn: {Recommendation.WithdrawnReason}"));
            return [.. rows.OrderBy(r => r.At)];
        }
    }

    public static async Task<RecommendationReading?> FindAsync(CommunityVoiceDb db, long id, DateOnly today, CancellationToken ct)
    {
        if (await db.Recommendations.AsNoTrackingWithIdentityResolution().Sent().WithRecords().SingleOrDefaultAsync(r => r.Id == id, ct) is not { } recommendation) return null;
        var findings = await db.Findings.AsNoTracking().Where(f => f.VersionId == recommendation.VersionId).OrderBy(f => f.Order).ThenBy(f => f.Id)
            .Select(f => new { f.Id, f.Heading, Comments = f.Citations.Count(c => c.CommentId != null), Results = f.Citations.Count(c => c.PriorityId != null) }).ToListAsync(ct);
        var grounds = findings.Select((f, i) => (f, i)).Where(x => recommendation.Grounds.Exists(g => g.FindingId == x.f.Id)).Select(x => new GroundRow(x.i + 1, x.f.Heading, x.f.Comments, x.f.Results));
        var escalations = await db.Escalations.AsNoTracking().Include(e => e.To).Where(e => e.Items.Any(i => i.RecommendationId == id)).OrderBy(e => e.Id).ToListAsync(ct);
        return new(recommendation, [.. grounds], today) { Escalations = escalations };
    }

    private static StageState Of(bool isDone, bool isNow) => isDone ? StageState.Done : isNow ? StageState.Now : StageState.Ahead;

    private static string On(DateTimeOffset at) => TagHelpers.UkTime.Words(UkTime.Day(at));
}
