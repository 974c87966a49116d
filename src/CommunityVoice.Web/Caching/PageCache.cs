namespace CommunityVoice.Web.Caching;

/// <summary>
/// Anonymous pages are rendered once and served as compressed bytes until something they show changes.
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
        context.Items[Key] = new Kept([.. tags], [.. query ?? []], until);

    public static void AddPageCache(this IServiceCollection services) => _ = services;

    internal static Kept? KeptFor(HttpContext context) => context.Items[Key] as Kept;

    internal sealed record Kept(IReadOnlyList<string> Tags, IReadOnlyList<string> Query, DateTimeOffset? Until);
}
