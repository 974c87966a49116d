using CommunityVoice.Data;
using CommunityVoice.People;

namespace CommunityVoice.Voting;

/// <summary>A participant's current choices on a ballot: one row each, changed in place by <see cref="Casting"/>, its history in the ledger.</summary>
public sealed class BallotPaper : INeverOnCachedPages
{
    private BallotPaper() { } // EF Core

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
