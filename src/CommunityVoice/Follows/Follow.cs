using CommunityVoice.Data;

namespace CommunityVoice.Follows;

/// <summary>What can be followed.</summary>
public enum FollowKind
{
    Place,
    Theme,
    Consultation,
    Recommendation,
    Action,
}

/// <summary>How often somebody is written to about it.</summary>
public enum FollowFrequency
{
    Weekly,
    Daily,

    /// <summary>It stays in the list, and nothing is sent.</summary>
    Paused,
}

/// <summary>What is followed: its kind, its id, and for an action the id of its strategy with the number that the action keeps in every version.</summary>
public sealed record FollowKey(FollowKind Kind, long Id, int Number = 0);

/// <summary>Somebody is told what is new about something.</summary>
public sealed class Follow : INeverOnCachedPages
{
    private Follow() { } // EF Core

    public Follow(Reader reader, FollowKey key, DateTimeOffset now)
    {
        (Reader, ReaderId, PersonId, Kind, TargetId, Number) = (reader, reader.Id, reader.PersonId, key.Kind, key.Id, key.Number);
        (StartedAt, Since, LookedUntil) = (now, now, now);
    }

    public long Id { get; private set; }
    public long ReaderId { get; private set; }
    public Reader Reader { get; private set; } = null!;

    /// <summary>Whose account it belongs to, where its reader has one.</summary>
    [Personal(DataClass.Profile)]
    public Guid? PersonId { get; private set; }

    [Personal(DataClass.Profile)]
    public FollowKind Kind { get; private set; }

    [Personal(DataClass.Profile)]
    public long TargetId { get; private set; }

    [Personal(DataClass.Profile)]
    public int Number { get; private set; }

    [Personal(DataClass.Profile)]
    public FollowFrequency Frequency { get; private set; }
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>What happened before is no news to them: they followed, or went on after a pause, then.</summary>
    public DateTimeOffset Since { get; private set; }

    /// <summary>Until when news were looked for.</summary>
    public DateTimeOffset LookedUntil { get; private set; }

    public FollowKey Key => new(Kind, TargetId, Number);

    /// <summary>Changes how often they hear of it. After a pause they hear of what happens from now on.</summary>
    public void Hear(FollowFrequency frequency, DateTimeOffset now)
    {
        if (Frequency == FollowFrequency.Paused && frequency != FollowFrequency.Paused) (Since, LookedUntil) = (now, now);
        Frequency = frequency;
    }

    /// <summary>Until when news are due at this time; nothing while it is paused.</summary>
    public DateTimeOffset? DueUntil(LetterTimes times)
    {
        if (Frequency == FollowFrequency.Paused) return null;
        var until = Frequency == FollowFrequency.Daily ? times.Daily : times.Weekly;
        return LookedUntil < until ? until : null;
    }

    internal void Looked(DateTimeOffset until) => LookedUntil = until;

    internal void BelongTo(Guid personId) => PersonId = personId;
}
