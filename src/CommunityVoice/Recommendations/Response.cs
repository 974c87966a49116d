using CommunityVoice.Bodies;
using CommunityVoice.Data;

namespace CommunityVoice.Recommendations;

/// <summary>Whether the body that was asked will do it.</summary>
public enum ResponseKind
{
    Accepted,
    Partly,
    NotAccepted,
}

/// <summary>What an answer says: the action, who owns it and by when; or why not.</summary>
public sealed record ResponseText(ResponseKind Kind, string? Action, string? OwnerRole, DateOnly? ByWhen, string? Reason)
{
    /// <summary>Whether it says all that an answer of its kind must say.</summary>
    public bool IsWhole =>
        (Kind == ResponseKind.NotAccepted || (!string.IsNullOrWhiteSpace(Action) && !string.IsNullOrWhiteSpace(OwnerRole) && ByWhen is not null))
        && (Kind == ResponseKind.Accepted || !string.IsNullOrWhiteSpace(Reason));
}

/// <summary>A public answer. It is never changed: a correction is a further answer beside it.</summary>
public sealed class Response : INeverOnCachedPages
{
    public const int OwnerMaxLength = 120;

    private Response() { } // EF Core

    internal Response(Recommendation recommendation, int number, ResponseText text, Guid by, DateTimeOffset now)
    {
        if (!text.IsWhole) throw new ArgumentException("An answer says what will be done, by whom and when, or why not.", nameof(text));
        (Recommendation, RecommendationId, Number, Kind, At, ById) = (recommendation, recommendation.Id, number, text.Kind, now, by);
        if (Kind != ResponseKind.NotAccepted) (Action, OwnerRole, ByWhen) = (text.Action, text.OwnerRole, text.ByWhen);
        if (Kind != ResponseKind.Accepted) Reason = text.Reason;
    }

    public long Id { get; private set; }
    public long RecommendationId { get; private set; }
    public Recommendation Recommendation { get; private set; } = null!;
    public int Number { get; private set; }
    public ResponseKind Kind { get; private set; }

    /// <summary>What will be done.</summary>
    public string? Action { get; private set; }

    /// <summary>The role that answers for it; a role and not a name, so that it holds when people change.</summary>
    public string? OwnerRole { get; private set; }
    public DateOnly? ByWhen { get; private set; }

    /// <summary>Why not, or why only in part.</summary>
    public string? Reason { get; private set; }
    public DateTimeOffset At { get; private set; }

    [Personal(DataClass.Profile)]
    public Guid? ById { get; private set; }
}

/// <summary>What became of a recommendation.</summary>
public enum OutcomeState
{
    Done,
    InProgress,
    NotDone,
    Unknown,
}

/// <summary>What is known of the outcome: how it stands, on which day, and what it means for people.</summary>
public sealed record OutcomeText(OutcomeState State, DateOnly On, string Effect);

/// <summary>One dated report of what became of a recommendation, by the body that was asked or the one that asked.</summary>
public sealed class Outcome : INeverOnCachedPages
{
    private Outcome() { } // EF Core

    internal Outcome(Recommendation recommendation, OutcomeText text, Body from, Guid by, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text.Effect, nameof(text));
        (Recommendation, RecommendationId, From, FromId, ById, At) = (recommendation, recommendation.Id, from, from.Id, by, now);
        (State, On, Effect) = (text.State, text.On, text.Effect);
    }

    public long Id { get; private set; }
    public long RecommendationId { get; private set; }
    public Recommendation Recommendation { get; private set; } = null!;
    public OutcomeState State { get; private set; }

    /// <summary>The day it is true of.</summary>
    public DateOnly On { get; private set; }

    /// <summary>What people notice of it, or why nothing is known.</summary>
    public string Effect { get; private set; } = "";
    public long FromId { get; private set; }
    public Body From { get; private set; } = null!;
    public DateTimeOffset At { get; private set; }

    [Personal(DataClass.Profile)]
    public Guid? ById { get; private set; }
}

/// <summary>A stretch in which the clock stands still, for a reason that everybody can read.</summary>
public sealed class ClockPause : INeverOnCachedPages
{
    private ClockPause() { } // EF Core

    internal ClockPause(Recommendation recommendation, string reason, Guid by, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        (Recommendation, RecommendationId, Reason, ById, At, StartsOn) = (recommendation, recommendation.Id, reason, by, now, UkTime.Day(now));
    }

    public long Id { get; private set; }
    public long RecommendationId { get; private set; }
    public Recommendation Recommendation { get; private set; } = null!;
    public string Reason { get; private set; } = "";
    public DateOnly StartsOn { get; private set; }

    /// <summary>The first day that counts again.</summary>
    public DateOnly? EndedOn { get; private set; }
    public DateTimeOffset At { get; private set; }

    /// <summary>When somebody let the clock run again; nothing where an answer ended the pause.</summary>
    public DateTimeOffset? ResumedAt { get; private set; }

    [Personal(DataClass.Profile)]
    public Guid? ById { get; private set; }

    internal void End(DateOnly on) => EndedOn ??= on;

    internal void Resume(DateTimeOffset now)
    {
        End(UkTime.Day(now));
        ResumedAt = now;
    }

    /// <summary>The days that do not count; until yesterday, where it still lasts.</summary>
    internal DaysOff DaysOff(DateOnly today) => new(StartsOn, (EndedOn ?? today).AddDays(-1));
}
