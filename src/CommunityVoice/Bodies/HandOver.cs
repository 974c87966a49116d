namespace CommunityVoice.Bodies;

/// <summary>
/// A body hands remits over to another from a day on, and with them, where it says so, whatever it was asked and has promised. What is in force on a day is
/// told by the day: nothing has to run when it comes.
/// </summary>
public sealed class HandOver
{
    public const int NoteMaxLength = 4000;

    private HandOver() { } // EF Core

    public HandOver(Body from, Body to, DateOnly on, bool movesDuties, string note, Guid byId, DateTimeOffset now)
    {
        if (from == to) throw new ArgumentException("A body hands over to another.", nameof(to));
        (From, To, On, MovesDuties, Note, DecidedById, DecidedAt) = (from, to, on, movesDuties, note, byId, now);
    }

    public long Id { get; private set; }
    public long FromId { get; private set; }
    public Body From { get; private set; } = null!;
    public long ToId { get; private set; }
    public Body To { get; private set; } = null!;

    /// <summary>The first day on which the other body does it.</summary>
    public DateOnly On { get; private set; }

    /// <summary>Recommendations to answer, actions, strategies and summaries go with it.</summary>
    public bool MovesDuties { get; private set; }

    /// <summary>What the people of the other body should know; only the people of both read it.</summary>
    public string Note { get; private set; } = "";
    public Guid DecidedById { get; private set; }
    public DateTimeOffset DecidedAt { get; private set; }
    public DateTimeOffset? CalledOffAt { get; private set; }
    public List<HandedRemit> Remits { get; } = [];

    public bool IsInForceOn(DateOnly day) => CalledOffAt is null && On <= day;

    public bool CanBeCalledOffOn(DateOnly day) => CalledOffAt is null && day < On;

    /// <summary>The remit ends and another of the same content begins on that day.</summary>
    public void Give(Remit remit)
    {
        if (!remit.IsInForceOn(On.AddDays(-1)) || !remit.IsInForceOn(On)) throw new ArgumentException("Only a remit in force on that day can be handed over.", nameof(remit));
        Remits.Add(new HandedRemit(remit, To.Grant(remit.Area, remit.Capabilities, remit.Label, remit.LegalBasis, On, remit.EndsOn).CommissionedLike(remit).BudgetedLike(remit)));
        remit.End(On);
    }

    /// <summary>Before the day has come, everything becomes as it was; answers the remits that never came into force.</summary>
    public IReadOnlyList<Remit> CallOff(DateOnly today, DateTimeOffset now)
    {
        if (!CanBeCalledOffOn(today)) throw new InvalidOperationException("It has happened, or was called off already.");
        CalledOffAt = now;
        var never = Remits.ConvertAll(r => r.Given!);
        foreach (var remit in Remits) remit.Undo();
        return never;
    }
}

/// <summary>A remit that was handed over, and the one that was given in its place.</summary>
public sealed class HandedRemit
{
    private HandedRemit() { } // EF Core

    internal HandedRemit(Remit ended, Remit given) => (Ended, Given) = (ended, given);

    public long Id { get; private set; }
    public long HandOverId { get; private set; }
    public long EndedId { get; private set; }
    public Remit Ended { get; private set; } = null!;

    /// <summary>None once the hand-over was called off.</summary>
    public long? GivenId { get; private set; }
    public Remit? Given { get; private set; }

    internal void Undo()
    {
        Ended.EndAgain(Given!.EndsOn);
        (Given, GivenId) = (null, null);
    }
}
