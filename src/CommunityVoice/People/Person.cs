using CommunityVoice.Areas;
using CommunityVoice.Data;
using Microsoft.AspNetCore.Identity;

namespace CommunityVoice.People;

/// <summary>An account. What somebody is called in public, where they live and in what voice they speak are theirs to change.</summary>
public sealed class Person : IdentityUser<Guid>, INeverOnCachedPages
{
    public const int DisplayNameMaxLength = 60;

    private Person() { } // EF Core

    public Person(string email, string displayName, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(email);
        Id = Guid.CreateVersion7(now);
        Email = UserName = email.Trim();
        NormalizedEmail = NormalizedUserName = Email.ToUpperInvariant();
        SecurityStamp = Guid.NewGuid().ToString("N");
        LockoutEnabled = true; // so that guessing second-factor codes ends
        CreatedAt = LastSeenAt = now;
        CallMe(displayName);
    }

    [Personal(DataClass.Contact)]
    public override string? Email { get; set; }

    /// <summary>The name or pseudonym shown beside what they say.</summary>
    [Personal(DataClass.Public)]
    public string DisplayName { get; private set; } = "";

    [Personal(DataClass.Profile)]
    public Voice Voice { get; private set; }

    /// <summary>Any real-world role or interest they wish to declare, shown beside what they say.</summary>
    [Personal(DataClass.Public)]
    public string? DeclaredRole { get; private set; }

    [Personal(DataClass.Profile)]
    public long? AreaId { get; private set; }
    public Area? Area { get; private set; }

    /// <summary>Whether the area may stand beside what they say.</summary>
    public bool ShowsArea { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset LastSeenAt { get; private set; }

    public void CallMe(string displayName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(displayName);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(displayName.Trim().Length, DisplayNameMaxLength, nameof(displayName));
        DisplayName = displayName.Trim();
    }

    public void SpeakAs(Voice voice, string? declaredRole = null) =>
        (Voice, DeclaredRole) = (voice, string.IsNullOrWhiteSpace(declaredRole) ? null : declaredRole.Trim());

    public void LiveIn(long? areaId, bool showsArea) => (AreaId, ShowsArea) = (areaId, areaId is not null && showsArea);

    /// <summary>They showed that letters to their address reach them.</summary>
    public void Confirm() => EmailConfirmed = true;

    /// <summary>Another address signs them in from now on; every session ends.</summary>
    public void MoveTo(string email)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(email);
        Email = UserName = email;
        NormalizedEmail = NormalizedUserName = email.ToUpperInvariant();
        SecurityStamp = Guid.NewGuid().ToString("N");
    }

    public void Seen(DateTimeOffset now) => LastSeenAt = now;
}
