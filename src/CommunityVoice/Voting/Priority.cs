using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Data;
using CommunityVoice.Discussion;

namespace CommunityVoice.Voting;

/// <summary>Where something a ballot offers came from; the origin stays credited.</summary>
public enum PriorityOrigin
{
    Written,
    Comment,
    Idea,
    Theme,
    FrameworkItem,
}

/// <summary>Something a ballot offers: a priority to choose, a project to pay for, or a statement to agree with.</summary>
public sealed class Priority : IShownOnPages
{
    public const int TitleMaxLength = 200;
    public const int DetailMaxLength = 2000;

    private Priority() { } // EF Core

    public Priority(Ballot ballot, string title, string detail, int order, PriorityOrigin origin = PriorityOrigin.Written, long? originId = null, long? cost = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        if (cost is not null) ArgumentOutOfRangeException.ThrowIfNegativeOrZero(cost.Value, nameof(cost));
        (Ballot, BallotId, Title, Detail, Order, Origin, OriginId, Cost) = (ballot, ballot.Id, title, detail, order, origin, originId, cost);
    }

    public long Id { get; private set; }
    public long BallotId { get; private set; }
    public Ballot Ballot { get; private set; } = null!;
    public string Title { get; private set; } = "";
    public string Detail { get; private set; } = "";
    public int Order { get; private set; }
    public PriorityOrigin Origin { get; private set; }
    public long? OriginId { get; private set; }

    /// <summary>What a project costs, in pence.</summary>
    public long? Cost { get; private set; }

    /// <summary>A statement that is somebody's comment is offered and counted only while that comment can be seen.</summary>
    public long? CommentId { get; private set; }
    public Comment? Comment { get; private set; }

    // The internal tally, kept in the transaction that casts.
    public int Dots { get; private set; }
    public int People { get; private set; }
    public int Agree { get; private set; }
    public int Disagree { get; private set; }
    public int Pass { get; private set; }

    // The sealed tally: what the public sees and anyone can recompute from the ledger.
    public int SealedDots { get; private set; }
    public int SealedPeople { get; private set; }
    public int SealedAgree { get; private set; }
    public int SealedDisagree { get; private set; }
    public int SealedPass { get; private set; }

    public IEnumerable<string> PageTags => [PageTag.Ballot(BallotId), PageTag.Lists];

    internal OptionCount Live => new(Dots, People, Agree, Disagree, Pass);

    /// <summary>What the public sees of it.</summary>
    public OptionCount Shown => new(SealedDots, SealedPeople, SealedAgree, SealedDisagree, SealedPass);

    /// <summary>A statement that is this comment, with the comment credited.</summary>
    public static Priority OfComment(Ballot ballot, Comment comment, string title, string detail, int order) =>
        new(ballot, title, detail, order, PriorityOrigin.Comment, comment.Id) { CommentId = comment.Id };

    internal void Sealed(OptionCount more) => (SealedDots, SealedPeople, SealedAgree, SealedDisagree, SealedPass) =
        (SealedDots + more.Dots, SealedPeople + more.People, SealedAgree + more.Agree, SealedDisagree + more.Disagree, SealedPass + more.Pass);

    /// <summary>Takes over what a rebuild or an import counted.</summary>
    internal void Recount(OptionCount all, OptionCount @sealed)
    {
        (Dots, People, Agree, Disagree, Pass) = (all.Dots, all.People, all.Agree, all.Disagree, all.Pass);
        (SealedDots, SealedPeople, SealedAgree, SealedDisagree, SealedPass) = (@sealed.Dots, @sealed.People, @sealed.Agree, @sealed.Disagree, @sealed.Pass);
    }
}
