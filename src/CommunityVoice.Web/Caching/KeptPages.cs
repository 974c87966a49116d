using CommunityVoice.Data;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Caching.Memory;

namespace CommunityVoice.Web.Caching;

/// <summary>
/// The pages kept for anonymous visitors, by path, the query keys the page reads, and packing. One is served while nothing
/// it shows has changed, at most a minute on one machine (an import beside the running site shows by then), and never past
/// a date boundary it shows or midnight in the UK.
/// </summary>
internal sealed class KeptPages(PageVersions versions, TimeProvider clock, IHostEnvironment environment) : IDisposable
{
    private const int MostBytes = 64 * 1024 * 1024;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private readonly MemoryCache pages = new(new MemoryCacheOptions { SizeLimit = MostBytes });
    private readonly string sessionCookie = CookieNames.Of(CookieNames.Session, environment);

    /// <summary>The page to serve, if there is one for this request that still holds.</summary>
    public KeptPage? Find(HttpContext context)
    {
        if (!IsAnonymousRead(context)) return null;
        var path = context.Request.Path.Value ?? "";
        // The keys a page reads are known once it was rendered; most read none.
        if (!pages.TryGetValue(path, out IReadOnlyList<string>? query)) return null;
        return pages.TryGetValue(KeyOf(context, path, query!, PackingOf(context)), out KeptPage? page) && StillHolds(page!) ? page : null;
    }

    public async Task KeepAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata is not { } about || (about.GetMetadata<PageActionDescriptor>() is null && about.GetMetadata<KeptLikeAPage>() is null))
        {
            await next(context);
            return;
        }
        // Whatever is not kept for everybody is kept by nobody: it may hold a token or somebody's name.
        context.Response.Headers.CacheControl = "no-store";
        if (!IsAnonymousRead(context) || context.User.Identity?.IsAuthenticated == true)
        {
            await next(context);
            return;
        }

        var since = versions.Count;
        var body = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var rendered = new MemoryStream();
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(rendered));
        try
        {
            await next(context);
        }
        finally
        {
            context.Features.Set(body);
        }
        if (PageCache.ShownBy(context) is { } shown && context.Response.StatusCode == StatusCodes.Status200OK && !context.Response.Headers.ContainsKey("Set-Cookie"))
        {
            await Keep(context, rendered.ToArray(), shown, since).WriteAsync(context);
        }
        else
        {
            rendered.Position = 0;
            await rendered.CopyToAsync(context.Response.Body, context.RequestAborted);
        }
    }

    public void Dispose() => pages.Dispose();

    private KeptPage Keep(HttpContext context, byte[] rendered, PageCache.Shown shown, long since)
    {
        var path = context.Request.Path.Value ?? "";
        var packing = PackingOf(context);
        var page = new KeptPage(rendered, context.Response.ContentType ?? "text/html; charset=utf-8", packing, since, shown.Tags, Until(shown), !environment.IsDevelopment(), context.Response.Headers);
        pages.Set(path, shown.Query, new MemoryCacheEntryOptions { Size = 200 });
        pages.Set(KeyOf(context, path, shown.Query, packing), page, new MemoryCacheEntryOptions { Size = page.Size + 500 });
        return page;
    }

    private DateTimeOffset Until(PageCache.Shown shown)
    {
        var now = clock.GetUtcNow();
        var until = UkTime.EndOf(UkTime.Day(now));
        if (now + Longest < until) until = now + Longest;
        return shown.Until > now && shown.Until < until ? shown.Until.Value : until;
    }

    private bool StillHolds(KeptPage page) => versions.UnchangedSince(page.Since, page.Tags) && clock.GetUtcNow() < page.Until;

    private bool IsAnonymousRead(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)) return false;
        return request.Headers.Cookie.Count == 0 || !request.Cookies.Keys.Any(name => name.StartsWith(sessionCookie, StringComparison.Ordinal));
    }

    private static Packing PackingOf(HttpContext context)
    {
        var accepted = context.Request.Headers.AcceptEncoding.ToString();
        return accepted.Contains("br", StringComparison.Ordinal) ? Packing.Brotli
            : accepted.Contains("gzip", StringComparison.Ordinal) ? Packing.Gzip
            : Packing.None;
    }

    // A key may come more than once: what joins its values stands in none of them.
    private static (string Path, string Query, Packing Packing) KeyOf(HttpContext context, string path, IReadOnlyList<string> query, Packing packing)
    {
        var asked = context.Request.Query;
        return (path, string.Join('&', query.Where(asked.ContainsKey).Select(key => $"{key}={string.Join(',', asked[key].Select(v => Uri.EscapeDataString(v ?? "")))}")), packing);
    }
}
