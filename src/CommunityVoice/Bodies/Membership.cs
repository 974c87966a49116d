using CommunityVoice.Data;
using CommunityVoice.People;

namespace CommunityVoice.Bodies;

/// <summary>A person acting for a body, with a subset of the body's capabilities.</summary>
public sealed class Membership
{
    private Membership() { } // EF Core

    public Membership(Guid personId, Body body, Capability capabilities, string role, DateTimeOffset now) =>
        (PersonId, Body, Capabilities, Role, StartedAt) = (personId, body, capabilities, role, now);

    public long Id { get; private set; }
    public Guid PersonId { get; private set; }
    public Person Person { get; private set; } = null!;
    public long BodyId { get; private set; }
    public Body Body { get; private set; } = null!;
    public Capability Capabilities { get; private set; }

    /// <summary>What the person is called in the body: "Community nurse", "Moderator".</summary>
    [Personal(DataClass.Public)]
    public string Role { get; private set; } = "";

    public DateTimeOffset StartedAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    public void Change(Capability capabilities, string role) => (Capabilities, Role) = (capabilities, role);

    public void End(DateTimeOffset now) => EndedAt ??= now;
}

/// <summary>An invitation to act for a body, sent by e-mail; its token is kept only as a hash.</summary>
public sealed class Invitation : INeverOnCachedPages
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(14);

    private Invitation() { } // EF Core

    public Invitation(Body body, string email, Capability capabilities, string role, string tokenHash, Guid invitedById, DateTimeOffset now) =>
        (Body, Email, Capabilities, Role, TokenHash, InvitedById, SentAt, ExpiresAt) =
        (body, email, capabilities, role, tokenHash, invitedById, now, now + Lifetime);

    public long Id { get; private set; }
    public long BodyId { get; private set; }
    public Body Body { get; private set; } = null!;

    [Personal(DataClass.Contact)]
    public string Email { get; private set; } = "";
    public Capability Capabilities { get; private set; }
    public string Role { get; private set; } = "";

    [Personal(DataClass.Credential)]
    public string TokenHash { get; private set; } = "";
    public Guid InvitedById { get; private set; }
    public DateTimeOffset SentAt { get; private set; }
    public DateTimeOffset ExpiresAt { get; private set; }
    public DateTimeOffset? AcceptedAt { get; private set; }
    public DateTimeOffset? CancelledAt { get; private set; }

    public bool IsLiveAt(DateTimeOffset now) => AcceptedAt is null && CancelledAt is null && now < ExpiresAt;

    public Membership Accept(Guid personId, DateTimeOffset now)
    {
        if (!IsLiveAt(now)) throw new InvalidOperationException("This invitation was used, cancelled or has run out.");
        AcceptedAt = now;
        return new Membership(personId, Body, Capabilities, Role, now);
    }

    public void Cancel(DateTimeOffset now) => CancelledAt ??= now;
}
