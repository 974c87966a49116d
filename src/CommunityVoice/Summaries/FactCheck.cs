using CommunityVoice.Bodies;
using CommunityVoice.Data;

namespace CommunityVoice.Summaries;

/// <summary>
/// A draft shown to one organisation for accuracy only (rule R-B7), on a private page, until the end of its last day. Whoever opens that page can
/// say what is wrong and nothing else: publishing never waits for it.
/// </summary>
public sealed class FactCheck : IShownOnPages
{
    public const int UsualDays = 10;
    public const int MostDays = 20;

    private FactCheck() { } // EF Core

    internal FactCheck(SummaryVersion version, Body body, string email, string tokenHash, DateOnly lastDay, Guid by, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(email);
        (Version, VersionId, SummaryId, Body, BodyId) = (version, version.Id, version.SummaryId, body, body.Id);
        (Email, TokenHash, LastDay, SentById, SentAt) = (email, tokenHash, lastDay, by, now);
    }

    public long Id { get; private set; }
    public long SummaryId { get; private set; }
    public long VersionId { get; private set; }
    public SummaryVersion Version { get; private set; } = null!;
    public long BodyId { get; private set; }
    public Body Body { get; private set; } = null!;

    [Personal(DataClass.Contact)]
    public string Email { get; private set; } = "";

    [Personal(DataClass.Credential)]
    public string TokenHash { get; private set; } = "";
    public DateTimeOffset SentAt { get; private set; }

    [Personal(DataClass.Profile)]
    public Guid? SentById { get; private set; }

    /// <summary>The last day on which comments are taken.</summary>
    public DateOnly LastDay { get; private set; }
    public List<FactCheckComment> Comments { get; } = [];

    public IEnumerable<string> PageTags => [PageTag.Summary(SummaryId)];

    /// <summary>What was said, in the order it came.</summary>
    public IReadOnlyList<FactCheckComment> InOrder => [.. Comments.OrderBy(c => c.Number)];

    /// <summary>Until the end of the last day, and only while the version is a draft.</summary>
    public bool TakesCommentsOn(DateOnly today) => Version.IsDraft && today <= LastDay;

    public FactCheckComment Say(FactCheckText text, DateTimeOffset now)
    {
        if (!TakesCommentsOn(UkTime.Day(now))) throw new InvalidOperationException($"Fact-check {Id} takes no more comments.");
        var comment = new FactCheckComment(this, Comments.Count + 1, text, now);
        Comments.Add(comment);
        return comment;
    }
}

/// <summary>What is said to be wrong: where, what, and what is right by which source.</summary>
public sealed record FactCheckText(string Where, string Wrong, string Right);

/// <summary>What editors made of a comment on accuracy.</summary>
public enum FactDecision
{
    Accepted,
    Rejected,
}

/// <summary>One comment on the accuracy of a draft, and what was decided about it, once and with a reason.</summary>
public sealed class FactCheckComment : IShownOnPages
{
    public const int WhereMaxLength = 200;
    public const int TextMaxLength = 2000;

    private FactCheckComment() { } // EF Core

    internal FactCheckComment(FactCheck check, int number, FactCheckText text, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text.Wrong, nameof(text));
        (Check, CheckId, SummaryId, Number, Where, Wrong, Right, At) = (check, check.Id, check.SummaryId, number, text.Where, text.Wrong, text.Right, now);
    }

    public long Id { get; private set; }
    public long SummaryId { get; private set; }
    public long CheckId { get; private set; }
    public FactCheck Check { get; private set; } = null!;
    public int Number { get; private set; }
    public string Where { get; private set; } = "";
    public string Wrong { get; private set; } = "";
    public string Right { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
    public FactDecision? Decision { get; private set; }

    /// <summary>What was changed, or why nothing was; everybody can read it.</summary>
    public string? Reason { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }

    [Personal(DataClass.Profile)]
    public Guid? DecidedById { get; private set; }
    public int Edits { get; private set; }

    public IEnumerable<string> PageTags => [PageTag.Summary(SummaryId)];

    public void Decide(FactDecision decision, string reason, Guid by, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        if (Decision is not null) throw new InvalidOperationException($"Comment {Number} of fact-check {CheckId} was decided before.");
        (Decision, Reason, DecidedById, DecidedAt) = (decision, reason, by, now);
        Edits++;
    }
}
