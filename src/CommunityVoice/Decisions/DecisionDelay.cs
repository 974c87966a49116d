using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;

namespace CommunityVoice.Decisions;

/// <summary>Why a decision takes longer than twelve weeks, and when it is expected, in the words of those who decide (rule R-A5).</summary>
public sealed class DecisionDelay : IShownOnPages
{
    public const int WordsMaxLength = 1000;

    private DecisionDelay() { } // EF Core

    public DecisionDelay(Consultation consultation, Body from, string words, DateOnly? expectedOn, Guid by, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(words);
        if (consultation.DecidedAt is not null) throw new InvalidOperationException($"{consultation.Slug} is decided.");
        (Consultation, ConsultationId, From, FromId, Words, ExpectedOn, ById, At) = (consultation, consultation.Id, from, from.Id, words, expectedOn, by, now);
    }

    public long Id { get; private set; }
    public long ConsultationId { get; private set; }
    public Consultation Consultation { get; private set; } = null!;
    public long FromId { get; private set; }
    public Body From { get; private set; } = null!;
    public string Words { get; private set; } = "";
    public DateOnly? ExpectedOn { get; private set; }
    public DateTimeOffset At { get; private set; }

    [Personal(DataClass.Profile)]
    public Guid? ById { get; private set; }

    public IEnumerable<string> PageTags => [PageTag.Consultation(ConsultationId), PageTag.Lists];
}

/// <summary>What those who decide were told of their clock, so that nobody is told twice.</summary>
public sealed class DecisionReminder : INeverOnCachedPages
{
    private DecisionReminder() { } // EF Core

    internal DecisionReminder(Consultation consultation) => (Consultation, ConsultationId) = (consultation, consultation.Id);

    public long ConsultationId { get; private set; }
    public Consultation Consultation { get; private set; } = null!;
    public DateTimeOffset? RemindedAt { get; private set; }
    public DateTimeOffset? ToldOverdueAt { get; private set; }

    internal void Reminded(DateTimeOffset now) => RemindedAt ??= now;

    internal void ToldOverdue(DateTimeOffset now) => ToldOverdueAt ??= now;
}
