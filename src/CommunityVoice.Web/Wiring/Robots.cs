using Microsoft.AspNetCore.Authorization;

namespace CommunityVoice.Web.Wiring;

/// <summary>
/// Which pages search engines leave out: whatever needs a sign-in, whatever is one person's, forms, and lists that somebody asked for (rule R-H18).
/// The answer says so in a header, and a page in its head too.
/// </summary>
public static class Robots
{
    public const string Header = "X-Robots-Tag";
    public const string LeaveOut = "noindex";

    /// <summary>First parts of addresses below which nothing is for search engines, whoever may open it.</summary>
    private static readonly HashSet<string> Private = new(StringComparer.OrdinalIgnoreCase)
    {
        "account", "demo", "error", "fact-check", "follow", "letters", "mail", "manage", "moderation", "reports", "search", "status", "thread",
    };

    /// <summary>Last parts of addresses that are forms or answers to one person, and of those that show what another page shows in full or as it reads now.</summary>
    private static readonly HashSet<string> Forms = new(StringComparer.OrdinalIgnoreCase)
    {
        "add", "check", "comment", "confirm", "edit", "eligibility", "marks", "new", "receipt", "report", "support", "withdraw",
        "comments", "print", "same-words", "versions",
    };

    /// <summary>First parts of addresses of which a crawler sees nothing but the way to sign in; it need not ask.</summary>
    public static IReadOnlyList<string> NotToBeAskedFor { get; } = ["/account/", "/demo/", "/follow", "/manage", "/moderation"];

    /// <summary>Says it of an answer that the route alone does not tell, such as the preview of a draft.</summary>
    public static void LeaveOutOfSearch(this HttpResponse response) => response.Headers[Header] = LeaveOut;

    /// <summary>What the answer says so far; nothing where search engines may show it.</summary>
    public static string? SaidBy(HttpResponse response) => response.Headers[Header].FirstOrDefault();

    /// <summary>After routing, by what is known of the route.</summary>
    public static void UseRobots(this WebApplication app) => app.Use((context, next) =>
    {
        if (context.GetEndpoint() is RouteEndpoint endpoint && IsLeftOut(endpoint)) context.Response.LeaveOutOfSearch();
        return next(context);
    });

    public static bool IsLeftOut(RouteEndpoint endpoint)
    {
        var parts = (endpoint.RoutePattern.RawText ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
        var last = parts.LastOrDefault(p => p[0] != '{'); // what comes after it is filled in
        if (last is null) return false;
        var needsSignIn = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null && endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Count > 0;
        return needsSignIn || Private.Contains(parts[0]) || Forms.Contains(last);
    }
}
