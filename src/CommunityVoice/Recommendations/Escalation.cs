using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Summaries;

namespace CommunityVoice.Recommendations;

/// <summary>Where an escalation stands; worked out from dates and records.</summary>
public enum EscalationState
{
    Sent,
    Overdue,
    Acknowledged,
    Answered,
}

/// <summary>
/// Recommendations of one summary that were brought before another body, such as a scrutiny committee, because they were not answered or not
/// accepted. It has a clock of its own, in which that body says that it has it.
/// </summary>
public sealed class Escalation : IShownOnPages
{
    public const int TextMaxLength = 4000;

    private Escalation() { } // EF Core

    internal Escalation(Summary summary, Body to, string reason, IEnumerable<Recommendation> recommendations, DateOnly dueOn, Guid byId, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        (Summary, SummaryId, To, ToId, Reason, DueOn, ById, SentAt) = (summary, summary.Id, to, to.Id, reason, dueOn, byId, now);
        Items.AddRange(recommendations.Select(r => new EscalatedRecommendation(this, r)));
        if (Items.Count == 0) throw new ArgumentException("Nothing is brought before anybody.", nameof(recommendations));
    }

    public long Id { get; private set; }
    public long SummaryId { get; private set; }
    public Summary Summary { get; private set; } = null!;
    public long ToId { get; private set; }
    public Body To { get; private set; } = null!;
    public string Reason { get; private set; } = "";
    public DateTimeOffset SentAt { get; private set; }

    [Personal(DataClass.Profile)]
    public Guid? ById { get; private set; }

    /// <summary>The last day to say that it has it.</summary>
    public DateOnly DueOn { get; private set; }
    public DateTimeOffset? AcknowledgedAt { get; private set; }

    [Personal(DataClass.Profile)]
    public Guid? AcknowledgedById { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public string? Answer { get; private set; }

    [Personal(DataClass.Profile)]
    public Guid? AnsweredById { get; private set; }
    public int Edits { get; private set; }
    public List<EscalatedRecommendation> Items { get; } = [];

    public IEnumerable<string> PageTags => [PageTag.Summary(SummaryId), PageTag.Lists];

    public EscalationState StateOn(DateOnly today) => this switch
    {
        { AnsweredAt: not null } => EscalationState.Answered,
        { AcknowledgedAt: not null } => EscalationState.Acknowledged,
        _ when DueOn < today => EscalationState.Overdue,
        _ => EscalationState.Sent,
    };

    public void Acknowledge(Guid byId, DateTimeOffset now)
    {
        if (AcknowledgedAt is not null || AnsweredAt is not null) throw new InvalidOperationException($"Escalation {Id} was acknowledged before.");
        (AcknowledgedAt, AcknowledgedById, Edits) = (now, byId, Edits + 1);
    }

    /// <summary>Says once, in public, what comes of it.</summary>
    public void Respond(string answer, Guid byId, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(answer);
        if (AnsweredAt is not null) throw new InvalidOperationException($"Escalation {Id} was answered before.");
        (AcknowledgedAt, AcknowledgedById) = (AcknowledgedAt ?? now, AcknowledgedById ?? byId);
        (Answer, AnsweredAt, AnsweredById, Edits) = (answer, now, byId, Edits + 1);
    }
}

/// <summary>A recommendation that an escalation is about.</summary>
public sealed class EscalatedRecommendation : INeverOnCachedPages
{
    private EscalatedRecommendation() { } // EF Core

    internal EscalatedRecommendation(Escalation escalation, Recommendation recommendation) =>
        (Escalation, Recommendation, RecommendationId) = (escalation, recommendation, recommendation.Id);

    public long EscalationId { get; private set; }
    public Escalation Escalation { get; private set; } = null!;
    public long RecommendationId { get; private set; }
    public Recommendation Recommendation { get; private set; } = null!;
}
