using System.Security.Cryptography;
using CommunityVoice.Moderation;
using CommunityVoice.Web.Wiring;

namespace CommunityVoice.Web.Pages.Moderation;

/// <summary>Tells reporters apart without knowing them: by account, or by the random value their browser already holds for forms.</summary>
public sealed class Reporters(IHostEnvironment environment)
{
    // Never stored, so that no kept hash can be turned back into an address; after a restart the limit begins anew.
    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);

    public Reporter Of(HttpContext context, string? email)
    {
        var person = context.User.IdOrNull();
        var browser = context.Request.Cookies[CookieNames.Of(CookieNames.Antiforgery, environment)] ?? "";
        return new(
            person, string.IsNullOrWhiteSpace(email) ? null : email.Trim(),
            person is { } id ? Hashes.Sha256("person", $"{id}") : Hashes.Sha256("browser", browser),
            Hashes.Keyed(key, Reporting.NetworkOf(context.Connection.RemoteIpAddress)));
    }
}
