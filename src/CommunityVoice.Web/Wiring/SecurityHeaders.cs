using Microsoft.Extensions.Primitives;

namespace CommunityVoice.Web.Wiring;

/// <summary>Marks an endpoint whose answers pages of other sites may read.</summary>
public sealed class ReadableFromAnywhere;

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

    /// <summary>Beside those, on open data alone: pages of any other site may read it, since it is the same for everybody and needs no cookie.</summary>
    public static IReadOnlyDictionary<string, string> OfOpenData { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Access-Control-Allow-Origin"] = "*",
        ["Access-Control-Expose-Headers"] = "ETag, Link, Retry-After",
    };

    /// <summary>Two years of https only, on every name below this one.</summary>
    private static readonly KeyValuePair<string, string> HttpsOnly = new("Strict-Transport-Security", "max-age=63072000; includeSubDomains; preload");

    /// <summary>All of them; outside Development browsers are also told to use https only.</summary>
    public static IEnumerable<KeyValuePair<string, string>> For(bool secure) => secure ? All.Append(HttpsOnly) : All;

    /// <summary>Adds those of open data; after routing.</summary>
    public static void UseOpenDataHeaders(this WebApplication app) => app.Use((context, next) =>
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<ReadableFromAnywhere>() is not null)
        {
            foreach (var (name, value) in OfOpenData) context.Response.Headers[name] = value;
        }
        return next(context);
    });

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
