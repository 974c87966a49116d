using CommunityVoice.Data;
using CommunityVoice.Recommendations;
using CommunityVoice.Strategies;
using CommunityVoice.Summaries;
using CommunityVoice.Themes;

namespace CommunityVoice.Decisions;

/// <summary>What a decision says to one topic; an empty kind or reason is not answered yet.</summary>
public sealed record AnswerText(Topic Topic, ResponseKind? Kind, string Reason, long? RecommendationId = null, long? StrategyId = null, int? ActionNumber = null);

/// <summary>A decision's answer to one theme, or to a finding that stands under none: accepted, in part or not, and why.</summary>
public sealed class ThemeAnswer : INeverOnCachedPages // its record, which never changes, names the pages
{
    public const int ReasonMaxLength = 2000;

    private ThemeAnswer() { } // EF Core

    internal ThemeAnswer(DecisionRecord record, int order, AnswerText text)
    {
        if ((text.Topic.ThemeId is null) == (text.Topic.FindingId is null)) throw new ArgumentException("An answer is to a theme or to a finding (rule R-B21).", nameof(text));
        (Record, RecordId, Order, Name, ThemeId, FindingId) = (record, record.Id, order, text.Topic.Name, text.Topic.ThemeId, text.Topic.FindingId);
        (Kind, Reason, RecommendationId, StrategyId, ActionNumber) = (text.Kind!.Value, text.Reason, text.RecommendationId, text.StrategyId, text.ActionNumber);
    }

    public long Id { get; private set; }
    public long RecordId { get; private set; }
    public DecisionRecord Record { get; private set; } = null!;
    public int Order { get; private set; }

    /// <summary>What the theme was called, or the finding said, on the day of the decision.</summary>
    public string Name { get; private set; } = "";
    public long? ThemeId { get; private set; }
    public Theme? Theme { get; private set; }
    public long? FindingId { get; private set; }
    public Finding? Finding { get; private set; }
    public ResponseKind Kind { get; private set; }

    /// <summary>What will be done, or why not, or why only in part.</summary>
    public string Reason { get; private set; } = "";
    public long? RecommendationId { get; private set; }
    public Recommendation? Recommendation { get; private set; }

    /// <summary>The action that carries it out, by the number that it keeps from version to version of its strategy.</summary>
    public long? StrategyId { get; private set; }
    public Strategy? Strategy { get; private set; }
    public int? ActionNumber { get; private set; }
}
