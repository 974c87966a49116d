using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.People;

namespace CommunityVoice.Discussion;

/// <summary>
/// Somebody's own suggestion. It reaches a person even with no support at all: it waits in a supporter's queue and is shown
/// in the area's listening space once a body adopts it.
/// </summary>
public sealed class Idea : IShownOnPages
{
    public const int TitleMaxLength = 100;
    public const int BodyMaxLength = 4000;

    private Idea() { } // EF Core

    public Idea(Area area, Guid authorId, string title, string body, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        (Area, AreaId, AuthorId, Title, Body, PostedAt) = (area, area.Id, authorId, title, body, now);
    }

    public long Id { get; private set; }
    public long AreaId { get; private set; }
    public Area Area { get; private set; } = null!;

    [Personal(DataClass.Contribution)]
    public Guid? AuthorId { get; private set; }
    public Person? Author { get; private set; }

    [Personal(DataClass.Contribution)]
    public string Title { get; private set; } = "";

    [Personal(DataClass.Contribution)]
    public string Body { get; private set; } = "";
    public DateTimeOffset PostedAt { get; private set; }

    /// <summary>The named person who looks after it.</summary>
    public Guid? SupporterId { get; private set; }
    public Person? Supporter { get; private set; }

    public DateTimeOffset? AdoptedAt { get; private set; }
    public long? AdoptedById { get; private set; }
    public Body? AdoptedBy { get; private set; }

    /// <summary>The comment it became in the listening space.</summary>
    public long? CommentId { get; private set; }
    public Comment? Comment { get; private set; }

    public DateTimeOffset? DeclinedAt { get; private set; }
    public string? DeclinedBecause { get; private set; }
    public DateTimeOffset? WithdrawnAt { get; private set; }

    public IEnumerable<string> PageTags => [PageTag.Area(AreaId), PageTag.Lists];

    public bool IsWaiting => AdoptedAt is null && DeclinedAt is null && WithdrawnAt is null;

    public void TakeOn(Guid supporterId) => SupporterId = supporterId;

    public void Adopt(Body body, Comment comment, DateTimeOffset now)
    {
        if (!IsWaiting) throw new InvalidOperationException("This idea was already answered.");
        (AdoptedBy, AdoptedById, Comment, AdoptedAt) = (body, body.Id, comment, now);
    }

    public void Decline(string because, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(because);
        if (!IsWaiting) throw new InvalidOperationException("This idea was already answered.");
        (DeclinedBecause, DeclinedAt) = (because, now);
    }

    public void Withdraw(DateTimeOffset now) => WithdrawnAt ??= now;
}
