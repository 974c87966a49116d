using CommunityVoice.Data;

namespace CommunityVoice.Voting;

/// <summary>Whether papers are to leave the count or to come back into it.</summary>
public enum ExclusionKind
{
    LeaveOut,
    PutBack,
}

/// <summary>
/// What one person proposed about papers of a ballot, and what another answered. Nothing happens to any paper before the second person has
/// confirmed it (rule R-F33); putting papers back takes two people as well.
/// </summary>
public sealed class Exclusion : INeverOnCachedPages
{
    public const int WordsMaxLength = 500;

    private Exclusion() { } // EF Core

    public Exclusion(long ballotId, ExclusionReason reason, string words, string pattern, IEnumerable<Guid> participants, Guid by, DateTimeOffset now)
        : this(ballotId, ExclusionKind.LeaveOut, reason, words, pattern, participants, by, now)
    {
    }

    private Exclusion(long ballotId, ExclusionKind kind, ExclusionReason reason, string words, string pattern, IEnumerable<Guid> participants, Guid by, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(words);
        (BallotId, Kind, Reason, Words, Pattern, ProposedById, ProposedAt) = (ballotId, kind, reason, words, pattern, by, now);
        Papers.AddRange(participants.Distinct().Select(p => new ExclusionPaper(ballotId, p)));
        if (Papers.Count == 0) throw new ArgumentException("There is no paper.", nameof(participants));
    }

    public long Id { get; private set; }
    public long BallotId { get; private set; }
    public Ballot Ballot { get; private set; } = null!;
    public ExclusionKind Kind { get; private set; }
    public ExclusionReason Reason { get; private set; }

    /// <summary>Why, in the words of whoever proposed it; they go into the letter.</summary>
    public string Words { get; private set; } = "";

    /// <summary>What the papers have in common, without any address.</summary>
    public string Pattern { get; private set; } = "";

    [Personal(DataClass.Contribution)]
    public Guid? ProposedById { get; private set; }
    public DateTimeOffset ProposedAt { get; private set; }

    [Personal(DataClass.Contribution)]
    public Guid? AnsweredById { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public bool IsConfirmed { get; private set; }

    /// <summary>Why it was declined.</summary>
    public string Answer { get; private set; } = "";
    public List<ExclusionPaper> Papers { get; } = [];

    public bool IsWaiting => AnsweredAt is null;

    /// <summary>The papers that the confirmation changed; the others had gone by then.</summary>
    public int Changed => Papers.Count(p => p.Before is not null);

    /// <summary>The proposal that takes this one back.</summary>
    public Exclusion PutBack(string words, Guid by, DateTimeOffset now) => this is { Kind: ExclusionKind.LeaveOut, IsConfirmed: true }
        ? new(BallotId, ExclusionKind.PutBack, Reason, words, Pattern, Papers.Where(p => p.Before is not null).Select(p => p.ParticipantId), by, now)
        : throw new InvalidOperationException($"Proposal {Id} left nothing out.");

    internal void Confirm(Guid by, DateTimeOffset now) => (IsConfirmed, AnsweredById, AnsweredAt) = (true, by, now);

    internal void Decline(string why, Guid by, DateTimeOffset now) => (Answer, AnsweredById, AnsweredAt) = (why, by, now);
}

/// <summary>One paper of a proposal.</summary>
public sealed class ExclusionPaper : INeverOnCachedPages
{
    private ExclusionPaper() { } // EF Core

    internal ExclusionPaper(long ballotId, Guid participantId) => (BallotId, ParticipantId) = (ballotId, participantId);

    public long ExclusionId { get; private set; }
    public long BallotId { get; private set; }
    public Guid ParticipantId { get; private set; }

    /// <summary>
    /// What it said before, so that it can be put back as it was; marks with commas between them. Empty once its holder closed their account. None where
    /// it was not changed. No page shows it.
    /// </summary>
    [Personal(DataClass.Contribution)]
    public string? Before { get; private set; }

    internal void Keep(string before) => Before = before;
}
