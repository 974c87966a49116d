using System.Security.Cryptography;
using System.Text.Json;
using CommunityVoice.People;
using Microsoft.AspNetCore.DataProtection;

namespace CommunityVoice.Web.Account;

/// <summary>Turns a draft into a hidden field that nobody else can read or alter, and back, for 24 hours.</summary>
public sealed class Drafts(IDataProtectionProvider protection, TimeProvider clock)
{
    private readonly IDataProtector protector = protection.CreateProtector("CommunityVoice.Drafts");

    public string Protect(Draft draft) => protector.Protect(JsonSerializer.Serialize(new Kept(draft, clock.GetUtcNow())));

    /// <summary>The draft; none when there is none, when it is too old or when it was altered.</summary>
    public Draft? Read(string? text)
    {
        if (string.IsNullOrEmpty(text)) return null;
        try
        {
            var kept = JsonSerializer.Deserialize<Kept>(protector.Unprotect(text))!;
            return clock.GetUtcNow() - kept.At < SignInRequest.DraftLifetime ? kept.Draft : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private sealed record Kept(Draft Draft, DateTimeOffset At);
}
