using CommunityVoice.Data;
using CommunityVoice.People;

namespace CommunityVoice.Voting;

/// <summary>A participant's current choices on a ballot: one row each, changed in place by <see cref="Casting"/>, its history in the ledger.</summary>
public sealed class BallotPaper : INeverOnCachedPages
{
    /// <summary>What stands for choices where they are marks on statements, which have rows of their own.</summary>
    public const string SeeMarks = "*";

    private BallotPaper() { } // EF Core

    public long Id { get; private set; }
    public long BallotId { get; private set; }
    public Ballot Ballot { get; private set; } = null!;
    public Guid ParticipantId { get; private set; }
    public Participant Participant { get; private set; } = null!;

    /// <summary>The canonical text of the choices: "12=3,15=2". Empty when withdrawn; "!same-person" when two people left it out of the count.</summary>
    [Personal(DataClass.Contribution)]
    public string Choices { get; private set; } = "";

    /// <summary>The receipt code of the newest cast; of all marks, where there are marks.</summary>
    [Personal(DataClass.Credential)]
    public string Receipt { get; private set; } = "";
    public DateTimeOffset CastAt { get; private set; }

    /// <summary>When it first held choices: changing them later does not move it. Staff look for bursts by it.</summary>
    public DateTimeOffset FirstCastAt { get; private set; }

    /// <summary>How often it was cast or changed; with marks, how many marks were given, changed and taken back.</summary>
    public int Revision { get; private set; }
    public VoterTier Tier { get; private set; }

    /// <summary>Since when nothing of it counts: taken back or left out.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>The letter with its receipt is not written yet: see <see cref="ReceiptLetters"/>.</summary>
    public bool OwesReceipt { get; private set; }

    internal int NextRevision() => ++Revision;

    /// <summary>Says something else by a decision that is not its holder's.</summary>
    internal void Say(string choices, string receipt, bool counts, DateTimeOffset now) => (Choices, Receipt, WithdrawnAt) = (choices, receipt, counts ? null : now);
}

/// <summary>One participant's agree (1), disagree (-1) or pass (0) on one statement of a ballot.</summary>
public sealed class Mark : INeverOnCachedPages
{
    private Mark() { } // EF Core

    public Mark(long ballotId, long priorityId, Guid participantId, int value) =>
        (BallotId, PriorityId, ParticipantId, Value, SealedValue) = (ballotId, priorityId, participantId, value, value);

    public long BallotId { get; private set; }
    public long PriorityId { get; private set; }

    [Personal(DataClass.Contribution)]
    public Guid ParticipantId { get; private set; }

    /// <summary>None when it was taken back.</summary>
    public int? Value { get; private set; }

    /// <summary>What the newest entry in the public record says: all that public counts and opinion groups may know.</summary>
    public int? SealedValue { get; private set; }

    /// <summary>The number of its newest entry among the marks of its paper, from 1; 0 for imports, which have no entries.</summary>
    public int Revision { get; private set; }

    internal void Seal(int? value) => SealedValue = value;

    /// <summary>Says something else by a decision that is not its holder's.</summary>
    internal void Say(int? value, int revision) => (Value, Revision) = (value, revision);
}
