using CommunityVoice.Data;

namespace CommunityVoice.People;

/// <summary>
/// One asked-for sign-in: a link and a six-digit code, each kept only as a keyed hash. Ten minutes, single use, five tries,
/// superseded by a newer one. It may carry a draft, published by whoever completes it.
/// </summary>
public sealed class SignInRequest : INeverOnCachedPages
{
    public const int TriesAllowed = 5;
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);
    public static readonly TimeSpan DraftLifetime = TimeSpan.FromHours(24);

    private SignInRequest() { } // EF Core

    public SignInRequest(string email, string codeHash, string linkHash, string browserHash, string? returnUrl, string? draft, DateTimeOffset now, string networkHash = "") =>
        (Email, CodeHash, LinkHash, BrowserHash, ReturnUrl, Draft, CreatedAt, ExpiresAt, NetworkHash) =
        (email, codeHash, linkHash, browserHash, returnUrl, draft, now, now + Lifetime, networkHash);

    public long Id { get; private set; }

    [Personal(DataClass.Contact)]
    public string Email { get; private set; } = "";

    [Personal(DataClass.Credential)]
    public string CodeHash { get; private set; } = "";

    [Personal(DataClass.Credential)]
    public string LinkHash { get; private set; } = "";

    /// <summary>Of a random value in a cookie: the code works only in the browser that asked for it.</summary>
    [Personal(DataClass.Credential)]
    public string BrowserHash { get; private set; } = "";

    /// <summary>Of the network it was asked from, to limit how many one network asks for.</summary>
    [Personal(DataClass.Credential)]
    public string NetworkHash { get; private set; } = "";

    public string? ReturnUrl { get; private set; }

    /// <summary>A protected draft that signing in publishes.</summary>
    [Personal(DataClass.Contribution)]
    public string? Draft { get; private set; }

    public int Tries { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset ExpiresAt { get; private set; }
    public DateTimeOffset? UsedAt { get; private set; }
    public DateTimeOffset? SupersededAt { get; private set; }

    public bool IsLiveAt(DateTimeOffset now) =>
        UsedAt is null && SupersededAt is null && now < ExpiresAt && Tries < TriesAllowed;
}
