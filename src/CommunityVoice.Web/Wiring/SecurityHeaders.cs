using Microsoft.Extensions.Primitives;

namespace CommunityVoice.Web.Wiring;

/// <summary>The one list of headers that every response carries.</summary>
public static class SecurityHeaders
{
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Content-Security-Policy"] = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
            + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'",
        ["Cross-Origin-Embedder-Policy"] = "require-corp",
        ["Cross-Origin-Opener-Policy"] = "same-origin",
        ["Cross-Origin-Resource-Policy"] = "same-origin",
        ["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()",
        ["Referrer-Policy"] = "strict-origin-when-cross-origin",
        ["X-Content-Type-Options"] = "nosniff",
        ["X-Frame-Options"] = "DENY",
    };

    /// <summary>Two years of https only, on every name below this one.</summary>
    private static readonly KeyValuePair<string, string> HttpsOnly = new("Strict-Transport-Security", "max-age=63072000; includeSubDomains; preload");

    /// <summary>All of them; outside Development browsers are also told to use https only.</summary>
    public static IEnumerable<KeyValuePair<string, string>> For(bool secure) => secure ? All.Append(HttpsOnly) : All;

    public static void UseSecurityHeaders(this WebApplication app)
    {
        KeyValuePair<string, StringValues>[] headers = [.. For(!app.Environment.IsDevelopment()).Select(h => KeyValuePair.Create(h.Key, new StringValues(h.Value)))];
        app.Use((context, next) =>
        {
            var answered = context.Response.Headers;
            foreach (var (name, value) in headers) answered[name] = value;
            return next(context);
        });
    }
}
