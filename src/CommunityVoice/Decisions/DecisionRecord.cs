using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Summaries;

namespace CommunityVoice.Decisions;

/// <summary>What a decision says, as its form holds it.</summary>
public sealed record DecisionText(string Decided, string ReadBy, DateOnly? ReadOn, string? Correction, IReadOnlyList<AnswerText> Answers, string EqualityChange = "");

/// <summary>
/// What was decided on a consultation, by whom, resting on which summary, with an answer to each theme (rule R-A4). It never changes:
/// a correction is a further version beside it.
/// </summary>
public sealed class DecisionRecord : IShownOnPages
{
    public const int DecidedMaxLength = 4000;
    public const int ReadByMaxLength = 300;
    public const int EqualityChangeMaxLength = 2000;
    public const int CorrectionMaxLength = 1000;

    private DecisionRecord() { } // EF Core

    /// <summary>Ask <see cref="DecisionLacks"/> first; what they find refuses here.</summary>
    public DecisionRecord(Consultation consultation, int number, SummaryVersion cites, Body by, DecisionText text, IReadOnlyList<Topic> topics, Guid byId, DateTimeOffset now)
    {
        if (cites is not { PublishedAt: { } published } || cites.Summary.ConsultationId != consultation.Id) throw new InvalidOperationException("A decision rests on a published summary of its consultation.");
        if (DecisionLacks.Of(text, topics, number > 1, UkTime.Day(published), UkTime.Day(now)) is [var first, ..]) throw new InvalidOperationException($"The decision on {consultation.Slug} lacks {first.Field}: {first.Message}.");
        (Consultation, ConsultationId, Number, Cites, CitesId, By, ById) = (consultation, consultation.Id, number, cites, cites.Id, by, by.Id);
        (Decided, ReadBy, ReadOn, Correction, PublishedById, PublishedAt) = (text.Decided, text.ReadBy, text.ReadOn!.Value, number > 1 ? text.Correction : null, byId, now);
        EqualityChange = text.EqualityChange;
        Answers.AddRange(text.Answers.Select((a, i) => new ThemeAnswer(this, i + 1, a)));
    }

    public long Id { get; private set; }
    public long ConsultationId { get; private set; }
    public Consultation Consultation { get; private set; } = null!;
    public int Number { get; private set; }

    /// <summary>The version of the summary that was read.</summary>
    public long CitesId { get; private set; }
    public SummaryVersion Cites { get; private set; } = null!;
    public long ById { get; private set; }
    public Body By { get; private set; } = null!;
    public string Decided { get; private set; } = "";

    /// <summary>Who read the summary before deciding, by role.</summary>
    public string ReadBy { get; private set; } = "";
    public DateOnly ReadOn { get; private set; }

    /// <summary>What changed for equality by what was decided, as the equality record before the opening foresaw it or not (rule R-A16).</summary>
    public string EqualityChange { get; private set; } = "";

    /// <summary>What a later version corrects, shown beside it.</summary>
    public string? Correction { get; private set; }
    public DateTimeOffset PublishedAt { get; private set; }

    [Personal(DataClass.Profile)]
    public Guid? PublishedById { get; private set; }
    public List<ThemeAnswer> Answers { get; } = [];

    public IEnumerable<string> PageTags => [PageTag.Consultation(ConsultationId), PageTag.Lists];

    public IReadOnlyList<ThemeAnswer> InOrder => [.. Answers.OrderBy(a => a.Order)];
}
