using CommunityVoice.Data;
using CommunityVoice.People;

namespace CommunityVoice.Voting;

/// <summary>A participant's current choices on a ballot: one row each, changed in place, its history in the ledger.</summary>
public sealed class BallotPaper : INeverOnCachedPages
{
    private BallotPaper() { } // EF Core

    public BallotPaper(long ballotId, Guid participantId, string choices, string receipt, DateTimeOffset now) =>
        (BallotId, ParticipantId, Choices, Receipt, CastAt, Revision) = (ballotId, participantId, choices, receipt, now, 1);

    public long Id { get; private set; }
    public long BallotId { get; private set; }
    public Ballot Ballot { get; private set; } = null!;
    public Guid ParticipantId { get; private set; }
    public Participant Participant { get; private set; } = null!;

    /// <summary>The canonical text of the choices: "12=3,15=2". Empty when withdrawn.</summary>
    [Personal(DataClass.Contribution)]
    public string Choices { get; private set; } = "";

    /// <summary>The receipt code of the newest cast.</summary>
    [Personal(DataClass.Credential)]
    public string Receipt { get; private set; } = "";
    public DateTimeOffset CastAt { get; private set; }
    public int Revision { get; private set; }
    public DateTimeOffset? WithdrawnAt { get; private set; }
}

/// <summary>
/// One entry of a ballot's append-only record. It is stored pending, without sequence or hash, in the transaction that casts;
/// the sealer shuffles pending entries and chains them. It carries no area, voice or exact time.
/// </summary>
public sealed class LedgerEntry : INeverOnCachedPages
{
    private LedgerEntry() { } // EF Core

    public LedgerEntry(long ballotId, string commitment, string choices, string? supersedes) =>
        (BallotId, Commitment, Choices, Supersedes) = (ballotId, commitment, choices, supersedes);

    public long Id { get; private set; }
    public long BallotId { get; private set; }

    /// <summary>SHA-256 of the receipt's salt and the choices, so that only the holder of the receipt can point at it.</summary>
    public string Commitment { get; private set; } = "";
    public string Choices { get; private set; } = "";

    /// <summary>The commitment of the entry it takes the place of.</summary>
    public string? Supersedes { get; private set; }
    public long? Sequence { get; private set; }
    public int? Batch { get; private set; }
    public string? PreviousHash { get; private set; }
    public string? Hash { get; private set; }
    public DateOnly? SealedOn { get; private set; }
}

/// <summary>One participant's agree (1), disagree (-1) or pass (0) on one statement of a ballot.</summary>
public sealed class Mark : INeverOnCachedPages
{
    private Mark() { } // EF Core

    public Mark(long ballotId, long priorityId, Guid participantId, int value) =>
        (BallotId, PriorityId, ParticipantId, Value) = (ballotId, priorityId, participantId, value);

    public long BallotId { get; private set; }
    public long PriorityId { get; private set; }

    [Personal(DataClass.Contribution)]
    public Guid ParticipantId { get; private set; }
    public int Value { get; private set; }
}
