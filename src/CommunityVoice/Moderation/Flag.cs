using CommunityVoice.Data;
using CommunityVoice.Discussion;

namespace CommunityVoice.Moderation;

/// <summary>Why somebody reports a comment; the words are in the house rules.</summary>
public enum FlagReason
{
    PersonalDetails,
    NamesStaff,
    Abuse,
    Hate,
    Unlawful,
    Pretends,
    Spam,
    OffTopic,
    SomebodyAtRisk,
    SomethingElse,
}

/// <summary>A report of a comment. Nobody needs an account to make one.</summary>
public sealed class Flag : INeverOnCachedPages
{
    public const int DetailMaxLength = 1000;

    private Flag() { } // EF Core

    public Flag(Comment comment, FlagReason reason, string? detail, Reporter reporter, string receipt, DateTimeOffset now)
    {
        (Comment, CommentId, Reason, Detail, Receipt, At) = (comment, comment.Id, reason, detail, receipt, now);
        (ReporterId, ReporterEmail, ReporterKey, NetworkKey) = (reporter.PersonId, reporter.Email, reporter.Key, reporter.NetworkKey);
    }

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

    /// <summary>A hash that tells one person or browser from another: each counts once until somebody decides.</summary>
    [Personal(DataClass.Credential)]
    public string ReporterKey { get; private set; } = "";

    /// <summary>A keyed hash of the network it came from, for the limit of each network.</summary>
    [Personal(DataClass.Credential)]
    public string NetworkKey { get; private set; } = "";

    public string Receipt { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
    public long? DecisionId { get; private set; }
    public Decision? Decision { get; private set; }

    /// <summary>Reporting again says it anew, and keeps what was not said again.</summary>
    public void Change(FlagReason reason, string? detail, string? email) =>
        (Reason, Detail, ReporterEmail) = (reason, detail ?? Detail, email ?? ReporterEmail);

    public void Settle(Decision decision) => Decision = decision;
}

/// <summary>Who reports, as far as the site needs to know.</summary>
public sealed record Reporter(Guid? PersonId, string? Email, string Key, string NetworkKey);

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

    public Decision(Comment comment, DecisionOutcome outcome, string? rule, string reason, Guid moderatorId, long? bodyId, int number, DateTimeOffset now)
    {
        if (outcome != DecisionOutcome.Published)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(rule);
            ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        }
        (Comment, CommentId, Outcome, Rule, Reason) = (comment, comment.Id, outcome, rule, reason);
        (ModeratorId, BodyId, Number, WaitedSince, At) = (moderatorId, bodyId, number, comment.WaitingSince, now);
    }

    public long Id { get; private set; }
    public long CommentId { get; private set; }
    public Comment Comment { get; private set; } = null!;
    public DecisionOutcome Outcome { get; private set; }

    /// <summary>The code of the house rule it rests on.</summary>
    public string? Rule { get; private set; }
    public string Reason { get; private set; } = "";
    public Guid ModeratorId { get; private set; }

    /// <summary>The body for which they moderated (rule R-A24); none where that was not kept yet.</summary>
    public long? BodyId { get; private set; }

    /// <summary>The first on its comment is 1. Two moderators who decide at once cannot both have the same.</summary>
    public int Number { get; private set; }

    /// <summary>Since when it waited; none for a second thought.</summary>
    public DateTimeOffset? WaitedSince { get; private set; }
    public DateTimeOffset At { get; private set; }
}
