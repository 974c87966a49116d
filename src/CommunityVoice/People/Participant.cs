using CommunityVoice.Data;

namespace CommunityVoice.People;

/// <summary>Whoever cast a paper: a random id. Paper forms, letter codes and imports have a participant and no account.</summary>
public sealed class Participant : INeverOnCachedPages
{
    private Participant() { } // EF Core

    public Participant(Guid id, Voice voice = Voice.NotSaid, long? areaId = null) => (Id, Voice, AreaId) = (id, voice, areaId);

    /// <summary>Random (version 4), so that it tells neither who nor when.</summary>
    public Guid Id { get; private set; }

    [Personal(DataClass.Profile)]
    public Voice Voice { get; private set; }

    [Personal(DataClass.Profile)]
    public long? AreaId { get; private set; }

    /// <summary>The name an import gave, so that running it again finds the same participant.</summary>
    public string? ImportKey { get; init; }

    public void Describe(Voice voice, long? areaId) => (Voice, AreaId) = (voice, areaId);
}

/// <summary>The only link from an account to its participant. Erasure deletes this row and nothing else of the vote.</summary>
public sealed class ParticipantLink : INeverOnCachedPages
{
    private ParticipantLink() { } // EF Core

    public ParticipantLink(Guid personId, Guid participantId) => (PersonId, ParticipantId) = (personId, participantId);

    [Personal(DataClass.Profile)]
    public Guid PersonId { get; private set; }
    public Guid ParticipantId { get; private set; }
}
