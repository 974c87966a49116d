using CommunityVoice.Bodies;
using CommunityVoice.Data;

namespace CommunityVoice.Reviews;

/// <summary>Where a body that was asked to write something too stands to one version of it.</summary>
public enum Authorship
{
    /// <summary>Asked, and nothing came.</summary>
    Missing,

    /// <summary>It writes the draft, or wrote when the version was published.</summary>
    Writes,

    /// <summary>It agreed after the version was published.</summary>
    AgreedLater,
    Declined,

    /// <summary>It had left before the version was published, or writes the draft no longer.</summary>
    Left,
}

/// <summary>
/// A body that is asked to write something together with the body whose it is. Once it agreed, its people write too, until it leaves: versions published
/// in between go on naming it.
/// </summary>
public abstract class CoAuthor : Signatory
{
    private protected CoAuthor() { } // EF Core

    private protected CoAuthor(Body body, DateTimeOffset now)
        : base(body, now) { }

    public DateTimeOffset? LeftAt { get; private set; }

    [Personal(DataClass.Profile)]
    public Guid? LeftById { get; private set; }

    /// <summary>Why it writes no longer, which everybody can read.</summary>
    public string? LeaveReason { get; private set; }

    /// <summary>What it writes, as records name it.</summary>
    internal abstract (string Kind, long Id) Written { get; }

    /// <summary>Whether its people write drafts now.</summary>
    public bool Writes => HasSigned && LeftAt is null;

    /// <summary>Where it stands to a version that was published then, or to a draft.</summary>
    public Authorship StandingIn(DateTimeOffset? publishedAt) => this switch
    {
        { DeclinedAt: not null } => Authorship.Declined,
        { SignedAt: null } => Authorship.Missing,
        _ when SignedAt > publishedAt => Authorship.AgreedLater,
        _ when LeftAt is { } left && (publishedAt is null || left <= publishedAt) => Authorship.Left,
        _ => Authorship.Writes,
    };

    /// <summary>Whether it left, and was asked again after that; what it said before stays beside what it says now.</summary>
    public bool IsAskedAgainIn(IEnumerable<CoAuthor> authors) => authors.Any(a => a.BodyId == BodyId && a.Id > Id);

    /// <summary>Whether it is asked for a further time.</summary>
    public bool IsAnotherTimeIn(IEnumerable<CoAuthor> authors) => authors.Any(a => a.BodyId == BodyId && a.Id < Id);

    /// <summary>Says that it writes no longer. Whoever left stays named on what it wrote, and can be asked again.</summary>
    public void Leave(string reason, Guid by, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        if (!Writes) throw new InvalidOperationException($"{Id} does not write.");
        (LeftAt, LeftById, LeaveReason) = (now, by, reason);
        Edit();
    }
}

/// <summary>The words for authorship.</summary>
public static class AuthorshipWords
{
    public static string Word(this Authorship standing) => standing switch
    {
        Authorship.Writes => "Writes too",
        Authorship.AgreedLater => "Agreed later",
        Authorship.Declined => "Declined",
        Authorship.Left => "Left",
        _ => "Asked",
    };
}
