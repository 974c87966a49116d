using CommunityVoice.Data;
using CommunityVoice.People;

namespace CommunityVoice.Voting;

/// <summary>What a participant showed of themselves for one ballot: a postcode in its area, or a code from a letter. The postcode itself is not kept.</summary>
public sealed class VoterPass : INeverOnCachedPages
{
    private VoterPass() { } // EF Core

    public VoterPass(long ballotId, Guid participantId, VoterTier tier, DateTimeOffset now) =>
        (BallotId, ParticipantId, Tier, At) = (ballotId, participantId, tier, now);

    public long BallotId { get; private set; }

    [Personal(DataClass.Contribution)]
    public Guid ParticipantId { get; private set; }
    public VoterTier Tier { get; private set; }
    public DateTimeOffset At { get; private set; }

    public void Raise(VoterTier tier, DateTimeOffset now) => (Tier, At) = (tier, now);
}

/// <summary>One code that went out in a letter: used once, by one participant. Only its hash is kept.</summary>
public sealed class VotingCode : INeverOnCachedPages
{
    private VotingCode() { } // EF Core

    public VotingCode(long ballotId, string codeHash, int run, DateTimeOffset now) => (BallotId, CodeHash, Run, MadeAt) = (ballotId, codeHash, run, now);

    public long Id { get; private set; }
    public long BallotId { get; private set; }
    public string CodeHash { get; private set; } = "";

    /// <summary>Which printing it belongs to, from 1.</summary>
    public int Run { get; private set; }
    public DateTimeOffset MadeAt { get; private set; }
    public DateTimeOffset? UsedAt { get; private set; }

    /// <summary>When its printing was cancelled: letters that went astray.</summary>
    public DateTimeOffset? CancelledAt { get; private set; }
}

/// <summary>A paper form that staff entered: how it came, when, and who typed it. The form's number keeps it from being entered twice.</summary>
public sealed class EnteredPaper : INeverOnCachedPages
{
    public const int FormNumberMaxLength = 40;

    private EnteredPaper() { } // EF Core

    public EnteredPaper(long ballotId, Guid participantId, string formNumber, EntryChannel channel, DateOnly receivedOn, Guid enteredBy, DateTimeOffset now) =>
        (BallotId, ParticipantId, FormNumber, Channel, ReceivedOn, EnteredById, At) = (ballotId, participantId, formNumber, channel, receivedOn, enteredBy, now);

    public long BallotId { get; private set; }
    public Guid ParticipantId { get; private set; }
    public Participant Participant { get; private set; } = null!;
    public string FormNumber { get; private set; } = "";
    public EntryChannel Channel { get; private set; }
    public DateOnly ReceivedOn { get; private set; }

    [Personal(DataClass.Contribution)]
    public Guid? EnteredById { get; private set; }
    public DateTimeOffset At { get; private set; }

    /// <summary>The same form once more, after it was taken back.</summary>
    public void EnterAgain(EntryChannel channel, DateOnly receivedOn, Guid by, DateTimeOffset now) =>
        (Channel, ReceivedOn, EnteredById, At) = (channel, receivedOn, by, now);
}
