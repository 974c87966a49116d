using CommunityVoice.Data;
using CommunityVoice.Discussion;

namespace CommunityVoice.Moderation;

/// <summary>Why somebody reports a comment, in the words of the house rules.</summary>
public enum FlagReason
{
    PersonalDetails,
    Abuse,
    Hate,
    Unlawful,
    Spam,
    SomebodyAtRisk,
    OffTopic,
    SomethingElse,
}

/// <summary>A report of a comment. Nobody needs an account to make one.</summary>
public sealed class Flag : INeverOnCachedPages
{
    public const int DetailMaxLength = 1000;

    private Flag() { } // EF Core

    public Flag(Comment comment, FlagReason reason, string? detail, Guid? reporterId, string? reporterEmail, string receipt, DateTimeOffset now) =>
        (Comment, CommentId, Reason, Detail, ReporterId, ReporterEmail, Receipt, At) =
        (comment, comment.Id, reason, detail, reporterId, reporterEmail, receipt, now);

    public long Id { get; private set; }
    public long CommentId { get; private set; }
    public Comment Comment { get; private set; } = null!;
    public FlagReason Reason { get; private set; }

    [Personal(DataClass.Contribution)]
    public string? Detail { get; private set; }

    [Personal(DataClass.Profile)]
    public Guid? ReporterId { get; private set; }

    /// <summary>Only if the reporter wishes to hear what was decided.</summary>
    [Personal(DataClass.Contact)]
    public string? ReporterEmail { get; private set; }

    public string Receipt { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
    public long? DecisionId { get; private set; }
    public Decision? Decision { get; private set; }

    public void Settle(Decision decision) => Decision = decision;
}

/// <summary>What a moderator decided.</summary>
public enum DecisionOutcome
{
    Published,
    Removed,
    AskedToEdit,
}

/// <summary>A moderator's decision on a comment: the rule and the reason, both shown to the author.</summary>
public sealed class Decision : INeverOnCachedPages
{
    private Decision() { } // EF Core

    public Decision(Comment comment, DecisionOutcome outcome, string? rule, string reason, Guid moderatorId, DateTimeOffset now)
    {
        if (outcome != DecisionOutcome.Published)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(rule);
            ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        }
        (Comment, CommentId, Outcome, Rule, Reason, ModeratorId, At) = (comment, comment.Id, outcome, rule, reason, moderatorId, now);
    }

    public long Id { get; private set; }
    public long CommentId { get; private set; }
    public Comment Comment { get; private set; } = null!;
    public DecisionOutcome Outcome { get; private set; }

    /// <summary>The code of the house rule it rests on.</summary>
    public string? Rule { get; private set; }
    public string Reason { get; private set; } = "";
    public Guid ModeratorId { get; private set; }
    public DateTimeOffset At { get; private set; }
}
