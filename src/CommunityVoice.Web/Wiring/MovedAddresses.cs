using CommunityVoice.Consultations;
using CommunityVoice.Data;

namespace CommunityVoice.Web.Wiring;

/// <summary>Leads on from addresses that consultations, areas and organisations had before: every page, form, feed and file below them, for good (rule R-H16).</summary>
public static class MovedAddresses
{
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        ["consultations"] = FormerSlug.OfConsultation,
        ["areas"] = FormerSlug.OfArea,
        ["bodies"] = FormerSlug.OfBody,
    };

    /// <summary>Only where nothing answers at the address that was asked for. What was sent goes along, so that nobody's words are lost.</summary>
    public static void UseMovedAddresses(this WebApplication app) => app.Use(async (context, next) =>
    {
        await next(context);
        if (context.Response is { StatusCode: StatusCodes.Status404NotFound, HasStarted: false, ContentType: null } && await TodayAsync(context) is { } now)
            context.Response.Redirect(now, permanent: true, preserveMethod: !HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method));
    });

    /// <summary>The address of today; none where the one that was asked for never led anywhere.</summary>
    public static async Task<string?> TodayAsync(HttpContext context)
    {
        var parts = (context.Request.Path.Value ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
        var place = parts is ["manage", ..] ? 1 : 0;
        if (parts.Length < place + 2 || !Kinds.TryGetValue(parts[place], out var kind)) return null;
        // The file of a page has its kind behind the slug.
        var (slug, suffix) = parts[place + 1].Split('.') is [var bare, var ending] ? (bare, "." + ending) : (parts[place + 1], "");
        var db = context.RequestServices.GetRequiredService<CommunityVoiceDb>();
        if (await Addresses.TodayAsync(db, kind, slug, context.RequestAborted) is not { } now) return null;
        parts[place + 1] = now + suffix;
        return $"/{string.Join('/', parts.Select(Uri.EscapeDataString))}{context.Request.QueryString}";
    }
}
