using CommunityVoice.Recommendations;
using CommunityVoice.Reviews;
using CommunityVoice.Strategies;

namespace CommunityVoice.Areas;

/// <summary>What somebody has to answer.</summary>
public enum WaitingKind
{
    Recommendation,
    Decision,
    Question,
    Escalation,
    Revision,
}

/// <summary>How something waits.</summary>
public enum WaitingState
{
    Overdue,
    Sent,
    Acknowledged,
    Paused,
    NotKnownYet,
    Waiting,
    NotAcknowledged,
    NotDecided,
}

/// <summary>Something that waits for an answer: who has to give it, by when, and since when it is open. The slug is of the body that was asked; empty where nobody named one.</summary>
/// <remarks>DueOn: none where no law or agreement sets a day, as for whether a strategy is revised.</remarks>
public sealed record WaitingRow(WaitingKind Kind, string Text, string Who, string WhoSlug, string From, DateOnly? DueOn, DateTimeOffset Since, WaitingState State, DateOnly Today, string Path)
{
    public bool IsOverdue => State is WaitingState.Overdue or WaitingState.NotAcknowledged;

    public int DaysOverdue => IsOverdue && DueOn is { } due ? Today.DayNumber - due.DayNumber : 0;

    public string WhoAnswers => Who.Length > 0 ? Who : "nobody named yet";

    /// <summary>What is asked of whom: "Decision for Rivermead Council".</summary>
    public string AskedOf => Kind == WaitingKind.Escalation ? $"Brought before {Who}" : $"{Kind.Word()} for {WhoAnswers}";
}

/// <summary>The words of what waits.</summary>
public static class WaitingWords
{
    public static string Word(this WaitingKind kind) => kind switch
    {
        WaitingKind.Recommendation => "Recommendation",
        WaitingKind.Decision or WaitingKind.Revision => "Decision",
        WaitingKind.Escalation => "Brought before another body",
        _ => "Question",
    };

    /// <summary>The same words that its own page has for it.</summary>
    public static string Word(this WaitingState state) => state switch
    {
        WaitingState.Overdue => RecommendationState.Overdue.Word(),
        WaitingState.Sent => RecommendationState.Sent.Word(),
        WaitingState.Acknowledged => RecommendationState.Acknowledged.Word(),
        WaitingState.Paused => RecommendationState.Paused.Word(),
        WaitingState.NotKnownYet => QuestionState.NotKnownYet.Word(),
        WaitingState.NotAcknowledged => EscalationState.Overdue.Word(),
        WaitingState.NotDecided => StrategyWords.RevisionWord(null),
        _ => QuestionState.Waiting.Word(),
    };
}
