using System.Text.Json.Serialization;
using CommunityVoice.OpenData;

namespace CommunityVoice.Recommendations;

/// <summary>A recommendation as open data: what is asked of whom, and where it stands.</summary>
/// <remarks>State: sent, acknowledged, paused, overdue, answered or withdrawn, as of today. Answer and outcome: the newest.</remarks>
public sealed record RecommendationData(
    [property: JsonIgnore] long Key, long Id, string Ask, string Body, string BodySlug, string Summary, string SummarySlug, DateTimeOffset SentAt, DateOnly DueOn, string State,
    string? Answer, DateTimeOffset? AnsweredAt, string? Outcome, string Path) : IKeyed
{
    public static RecommendationData Of(RecommendationRow r) => new(
        r.Id, r.Id, r.Ask, r.Body, r.BodySlug, r.SummaryTitle, r.SummarySlug, r.SentAt, r.DueOn, DataCode.Of(r.State),
        r.Answer is { } answer ? DataCode.Of(answer) : null, r.AnsweredAt, r.Outcome is { } outcome ? DataCode.Of(outcome) : null, $"/recommendations/{r.Id}");

    internal static RecommendationData Of(Recommendation r, DateOnly today)
    {
        var answer = r.Responses.MaxBy(x => x.Number);
        return Of(new RecommendationRow(r.Id, r.Ask, r.Addressee.Name, r.Addressee.Slug, r.Version.Title, r.Summary.Slug, r.SentAt!.Value, r.DueOn!.Value,
            r.StateOn(today), answer?.Kind, answer?.At, r.Outcomes.OrderBy(o => o.On).ThenBy(o => o.Id).LastOrDefault()?.State));
    }
}

/// <summary>A finding that a recommendation rests on, by its place in its version, with what stands behind it.</summary>
public sealed record GroundData(int Finding, string Heading, int Comments, int Results);

/// <summary>An answer: what will be done, by which role and when, or why not.</summary>
public sealed record AnswerData(int Number, string Kind, string? Action, string? OwnerRole, DateOnly? ByWhen, string? Reason, DateTimeOffset At);

/// <summary>What became of it, as one body reported it.</summary>
public sealed record OutcomeData(string State, DateOnly On, string Effect, string From, DateTimeOffset At);

/// <summary>Days on which the clock stood still, and why. EndedOn: the first day that counts again.</summary>
public sealed record PauseData(string Reason, DateOnly StartsOn, DateOnly? EndedOn);

/// <summary>Where it was brought before another body, such as a scrutiny committee: why, by when that says that it has it, and what comes of it. State: sent, overdue, acknowledged or answered, as of today.</summary>
public sealed record EscalationData(string To, string ToSlug, string Reason, DateTimeOffset SentAt, DateOnly DueOn, string State, DateTimeOffset? AcknowledgedAt, DateTimeOffset? AnsweredAt, string? Answer, string Path)
{
    internal static EscalationData Of(Escalation e, DateOnly today) => new(
        e.To.Name, e.To.Slug, e.Reason, e.SentAt, e.DueOn, DataCode.Of(e.StateOn(today)), e.AcknowledgedAt, e.AnsweredAt, e.Answer, $"/recommendations/escalations/{e.Id}");
}

/// <summary>A recommendation with all that its page says.</summary>
public sealed record RecommendationWhole(
    RecommendationData Recommendation, int? Number, string Rationale, string Measure, string From, DateTimeOffset? AcknowledgedAt, IReadOnlyList<GroundData> RestsOn,
    IReadOnlyList<AnswerData> Answers, IReadOnlyList<OutcomeData> Outcomes, IReadOnlyList<PauseData> Pauses, DateTimeOffset? WithdrawnAt, string? WithdrawnReason)
{
    /// <summary>Why it is worded like this, where the check of its words warned; none where it did not.</summary>
    public string? WordedBecause { get; init; }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<EscalationData> Escalations { get; init; } = [];

    /// <summary>Of one loaded with its records, and of where it was brought, with whom.</summary>
    public static RecommendationWhole Of(Recommendation r, IReadOnlyList<GroundData> restsOn, IEnumerable<Escalation> escalations, DateOnly today) => new(
        RecommendationData.Of(r, today), r.Number, r.Rationale, r.Measure, r.Summary.By.Name, r.AcknowledgedAt, restsOn,
        [.. r.Responses.OrderBy(x => x.Number).Select(x => new AnswerData(x.Number, DataCode.Of(x.Kind), x.Action, x.OwnerRole, x.ByWhen, x.Reason, x.At))],
        [.. r.Outcomes.OrderBy(o => o.On).ThenBy(o => o.Id).Select(o => new OutcomeData(DataCode.Of(o.State), o.On, o.Effect, o.From.Name, o.At))],
        [.. r.Pauses.OrderBy(p => p.StartsOn).ThenBy(p => p.Id).Select(p => new PauseData(p.Reason, p.StartsOn, p.EndedOn))],
        r.WithdrawnAt, r.WithdrawnReason)
    {
        WordedBecause = r.WarningReason,
        Escalations = [.. escalations.Select(e => EscalationData.Of(e, today))],
    };
}
