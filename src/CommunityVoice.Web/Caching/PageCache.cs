using CommunityVoice.Data;

namespace CommunityVoice.Web.Caching;

/// <summary>Marks an endpoint that is no Razor page and yet kept like one, such as a feed.</summary>
public sealed class KeptLikeAPage;

/// <summary>
/// Anonymous pages are rendered once and served as compressed bytes, ahead of routing, until something they show changes.
/// A page takes part by naming the tags it shows.
/// </summary>
public static class PageCache
{
    private static readonly object Key = new();

    /// <summary>
    /// Says that this page may be kept for other anonymous visitors, which tags it shows, which query keys it reads,
    /// and until when at most (a closing date it shows, say). Call it from a GET handler that answers the page.
    /// </summary>
    public static void ShowsPages(this HttpContext context, IEnumerable<string> tags, IEnumerable<string>? query = null, DateTimeOffset? until = null) =>
        context.Items[Key] = new Shown([PageTag.Site, .. tags], [.. query ?? []], until);

    /// <summary>Names more of what a page shows, from a part of it.</summary>
    public static void AlsoShows(this HttpContext context, IEnumerable<string> tags)
    {
        if (ShownBy(context) is { } shown) context.Items[Key] = shown with { Tags = [.. shown.Tags, .. tags] };
    }

    public static void AddPageCache(this IServiceCollection services)
    {
        services.AddSingleton<KeptPages>();
        services.AddHostedService<PageNews>();
    }

    /// <summary>Serves kept pages; first in the pipeline.</summary>
    public static void UseKeptPages(this WebApplication app)
    {
        var pages = app.Services.GetRequiredService<KeptPages>();
        app.Use((context, next) => pages.Find(context) is { } page ? page.WriteAsync(context) : next(context));
    }

    /// <summary>Keeps what Razor pages answer to anonymous visitors; after routing and authentication.</summary>
    public static void UsePageKeeping(this WebApplication app)
    {
        var pages = app.Services.GetRequiredService<KeptPages>();
        app.Use((context, next) => pages.KeepAsync(context, next));
    }

    internal static Shown? ShownBy(HttpContext context) => context.Items[Key] as Shown;

    internal sealed record Shown(IReadOnlyList<string> Tags, IReadOnlyList<string> Query, DateTimeOffset? Until);
}
