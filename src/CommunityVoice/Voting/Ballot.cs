using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Consultations;
using CommunityVoice.Data;

namespace CommunityVoice.Voting;

/// <summary>How a ballot is cast and counted.</summary>
public enum BallotMethod
{
    Dots,
    AgreeDisagreePass,
}

/// <summary>A vote by one method, open while its dates and its consultation say so.</summary>
public sealed class Ballot : IShownOnPages
{
    private Ballot() { } // EF Core

    public Ballot(Consultation consultation, string title, BallotMethod method, int dotsEach, int mostOnOne, DateTimeOffset opensAt, DateTimeOffset? closesAt)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(mostOnOne, dotsEach);
        (Consultation, Title, Method, DotsEach, MostOnOne, OpensAt, ClosesAt) = (consultation, title, method, dotsEach, mostOnOne, opensAt, closesAt);
    }

    public long Id { get; private set; }
    public long ConsultationId { get; private set; }
    public Consultation Consultation { get; private set; } = null!;
    public string Title { get; private set; } = "";
    public BallotMethod Method { get; private set; }
    public int DotsEach { get; private set; }
    public int MostOnOne { get; private set; }
    public DateTimeOffset OpensAt { get; private set; }
    public DateTimeOffset? ClosesAt { get; private set; }

    /// <summary>Papers that count now, pending ones included: internal, never shown while open.</summary>
    public int Papers { get; private set; }

    /// <summary>Papers counted in the sealed tally: what the public sees.</summary>
    public int SealedPapers { get; private set; }
    public long SealedEntries { get; private set; }
    public int SealedBatches { get; private set; }

    /// <summary>The hash of the newest sealed entry: whoever keeps it can detect later changes.</summary>
    public string? Head { get; private set; }
    public DateTimeOffset? LastSealedAt { get; private set; }

    /// <summary>When closing sealed what was left.</summary>
    public DateTimeOffset? ClosedSealAt { get; private set; }
    public List<Priority> Priorities { get; } = [];

    public IEnumerable<string> PageTags => [PageTag.Ballot(Id), PageTag.Consultation(ConsultationId), PageTag.Lists];

    /// <summary>When it stops taking votes: its own closing or its consultation's, whichever is first; none for neither.</summary>
    public DateTimeOffset? EndsAt => ClosesAt is null || Consultation.ClosesAt < ClosesAt ? Consultation.ClosesAt : ClosesAt;

    public bool IsOpenAt(DateTimeOffset now) => OpensAt <= now && (ClosesAt is null || now < ClosesAt);

    /// <summary>Open itself, in a consultation that is open and undecided (rule R-A1), and not sealed for good.</summary>
    public bool TakesVotesAt(DateTimeOffset now) => IsOpenAt(now) && ClosedSealAt is null && Consultation.IsOpenAt(now);

    public bool HasEndedAt(DateTimeOffset now) => ClosedSealAt is not null || EndsAt <= now || Consultation.DecidedAt is not null;

    public void CloseAt(DateTimeOffset at) => ClosesAt = at;

    /// <summary>Takes a sealed batch into what the public sees.</summary>
    internal void Sealed(int entries, int papersMore, string head, DateTimeOffset now)
    {
        (SealedEntries, SealedBatches, SealedPapers) = (SealedEntries + entries, SealedBatches + 1, SealedPapers + papersMore);
        (Head, LastSealedAt) = (head, now);
    }

    /// <summary>Nothing can come after: closing sealed what was left.</summary>
    internal void SealForGood(DateTimeOffset now) => ClosedSealAt ??= now;

    /// <summary>Takes over what a rebuild or an import counted.</summary>
    internal void Recount(int papers, int sealedPapers) => (Papers, SealedPapers) = (papers, sealedPapers);
}

/// <summary>Where something a ballot offers came from; the origin stays credited.</summary>
public enum PriorityOrigin
{
    Written,
    Comment,
    Idea,
    Theme,
    FrameworkItem,
}

/// <summary>Something a ballot offers: a priority to put dots on, or a statement to agree with.</summary>
public sealed class Priority : IShownOnPages
{
    public const int TitleMaxLength = 200;

    private Priority() { } // EF Core

    public Priority(Ballot ballot, string title, string detail, int order, PriorityOrigin origin = PriorityOrigin.Written, long? originId = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        (Ballot, BallotId, Title, Detail, Order, Origin, OriginId) = (ballot, ballot.Id, title, detail, order, origin, originId);
    }

    public long Id { get; private set; }
    public long BallotId { get; private set; }
    public Ballot Ballot { get; private set; } = null!;
    public string Title { get; private set; } = "";
    public string Detail { get; private set; } = "";
    public int Order { get; private set; }
    public PriorityOrigin Origin { get; private set; }
    public long? OriginId { get; private set; }

    // The internal tally, kept in the transaction that casts a paper.
    public int Dots { get; private set; }
    public int People { get; private set; }

    // The sealed tally: what the public sees and anyone can recompute from the ledger.
    public int SealedDots { get; private set; }
    public int SealedPeople { get; private set; }

    public IEnumerable<string> PageTags => [PageTag.Ballot(BallotId), PageTag.Lists];

    internal void Sealed(int dotsMore, int peopleMore) => (SealedDots, SealedPeople) = (SealedDots + dotsMore, SealedPeople + peopleMore);

    /// <summary>Takes over what a rebuild or an import counted.</summary>
    internal void Recount(OptionCount all, OptionCount @sealed) =>
        (Dots, People, SealedDots, SealedPeople) = (all.Dots, all.People, @sealed.Dots, @sealed.People);
}
