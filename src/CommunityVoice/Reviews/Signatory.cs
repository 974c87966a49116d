using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Summaries;

namespace CommunityVoice.Reviews;

/// <summary>A body that is asked to put its name to a text of a review. It signs or says why not, and everybody can see which; it can hold nothing back.</summary>
public abstract class Signatory : IShownOnPages
{
    private protected Signatory() { } // EF Core

    private protected Signatory(Body body, DateTimeOffset now) => (Body, BodyId, AskedAt) = (body, body.Id, now);

    public long Id { get; private set; }
    public long BodyId { get; private set; }
    public Body Body { get; private set; } = null!;
    public DateTimeOffset AskedAt { get; private set; }
    public DateTimeOffset? SignedAt { get; private set; }

    [Personal(DataClass.Profile)]
    public Guid? SignedById { get; private set; }
    public DateTimeOffset? DeclinedAt { get; private set; }

    [Personal(DataClass.Profile)]
    public Guid? DeclinedById { get; private set; }

    /// <summary>Why it does not sign, which everybody can read.</summary>
    public string? DeclineReason { get; private set; }
    public int Edits { get; private set; }

    public abstract IEnumerable<string> PageTags { get; }

    /// <summary>The text is never changed once it can be signed, so nobody has signed an earlier one.</summary>
    public SignOff State => this switch
    {
        { DeclinedAt: not null } => SignOff.Declined,
        { SignedAt: null } => SignOff.Missing,
        _ => SignOff.SignedThisText,
    };

    public bool HasSigned => State == SignOff.SignedThisText;

    /// <summary>Signs. Whoever declined before has changed their mind.</summary>
    public virtual void Sign(Guid by, DateTimeOffset now)
    {
        if (HasSigned) throw new InvalidOperationException($"{Id} has signed.");
        (SignedAt, SignedById) = (now, by);
        (DeclinedAt, DeclinedById, DeclineReason) = (null, null, null);
        Edits++;
    }

    /// <summary>Takes a signature back, because what was signed is no longer there.</summary>
    private protected void Unsign()
    {
        (SignedAt, SignedById) = (null, null);
        Edits++;
    }

    public void Decline(string reason, Guid by, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        if (State != SignOff.Missing) throw new InvalidOperationException($"{Id} has decided.");
        (DeclinedAt, DeclinedById, DeclineReason) = (now, by, reason);
        Edits++;
    }

    private protected void Edit() => Edits++;
}

/// <summary>A body that is asked to put its name to what is taken from a review, beside those who wrote it (rule R-I31).</summary>
public sealed class ReviewPartner : Signatory
{
    private ReviewPartner() { } // EF Core

    internal ReviewPartner(Review review, Body body, DateTimeOffset now)
        : base(body, now) => (Review, ReviewId) = (review, review.Id);

    public long ReviewId { get; private set; }
    public Review Review { get; private set; } = null!;

    public override IEnumerable<string> PageTags => [PageTag.Review(ReviewId)];

    /// <summary>The review is loaded, and concluded: before that there is no text.</summary>
    public override void Sign(Guid by, DateTimeOffset now)
    {
        if (Review.ConcludedAt is null) throw new InvalidOperationException($"Review {ReviewId} has no conclusion to sign.");
        base.Sign(by, now);
    }
}
