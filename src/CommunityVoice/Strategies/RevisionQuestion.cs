using CommunityVoice.Bodies;
using CommunityVoice.Data;

namespace CommunityVoice.Strategies;

/// <summary>Whether a strategy is revised after a new assessment of needs: open until the board says so once, with its reason, in public.</summary>
public sealed class RevisionQuestion : IShownOnPages
{
    public const int ReasonMaxLength = 2000;

    private RevisionQuestion() { } // EF Core

    internal RevisionQuestion(NeedsAssessment assessment, StrategyVersion version) =>
        (Assessment, Version, VersionId, Strategy, StrategyId) = (assessment, version, version.Id, version.Strategy, version.StrategyId);

    public long Id { get; private set; }
    public long AssessmentId { get; private set; }
    public NeedsAssessment Assessment { get; private set; } = null!;
    public long StrategyId { get; private set; }
    public Strategy Strategy { get; private set; } = null!;

    /// <summary>The version that was the newest when the assessment was recorded.</summary>
    public long VersionId { get; private set; }
    public StrategyVersion Version { get; private set; } = null!;

    /// <summary>What was decided; nothing while it is open.</summary>
    public bool? Revises { get; private set; }
    public string? Reason { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>The body that decided, which may have taken over from the one that wrote the strategy.</summary>
    public long? DecidedForId { get; private set; }
    public Body? DecidedFor { get; private set; }

    [Personal(DataClass.Profile)]
    public Guid? DecidedById { get; private set; }

    public IEnumerable<string> PageTags => [PageTag.Strategy(StrategyId), PageTag.Lists];

    /// <summary>Whether it still waits. The assessment is loaded.</summary>
    public bool IsOpen => DecidedAt is null && Assessment.TakenBackAt is null;

    /// <summary>Says for good whether the strategy is revised.</summary>
    public void Decide(bool revises, string reason, Body by, Guid byId, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        if (!IsOpen) throw new InvalidOperationException($"Question {Id} is decided, or its assessment was taken back.");
        Assessment.Decided();
        (Revises, Reason, DecidedFor, DecidedForId, DecidedById, DecidedAt) = (revises, reason, by, by.Id, byId, now);
    }
}
