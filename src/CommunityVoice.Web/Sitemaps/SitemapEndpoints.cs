using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using CommunityVoice.Notifications;
using CommunityVoice.Web.Caching;
using CommunityVoice.Web.Wiring;

namespace CommunityVoice.Web.Sitemaps;

/// <summary>What search engines ask for first: where not to go, and which pages there are.</summary>
public static class SitemapEndpoints
{
    public static void MapSitemap(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/robots.txt", (HttpContext context, SiteAddress site) =>
        {
            context.ShowsPages([]);
            return Results.Text(Rules(site), "text/plain", Encoding.UTF8);
        }).AllowAnonymous().WithMetadata(new KeptLikeAPage());
        routes.MapGet("/sitemap.xml", async (HttpContext context, Sitemap sitemap, CancellationToken ct) => await WriteAsync(context, await sitemap.WholeAsync(ct), ct))
            .AllowAnonymous().WithMetadata(new KeptLikeAPage());
        routes.MapGet("/sitemap-{part}.xml", async (string part, HttpContext context, Sitemap sitemap, CancellationToken ct) =>
        {
            var found = part.Split('-') is [var kind, var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? await sitemap.PartAsync(kind, n, ct) : null;
            if (found is null) context.Response.StatusCode = StatusCodes.Status404NotFound;
            else await WriteAsync(context, found, ct);
        }).AllowAnonymous().WithMetadata(new KeptLikeAPage());
    }

    private static string Rules(SiteAddress site) =>
        $"User-agent: *\n{string.Concat(Robots.NotToBeAskedFor.Select(path => $"Disallow: {path}\n"))}\nSitemap: {site.To("/sitemap.xml")}\n";

    // It is kept for a minute whatever happens in it: a search engine is in no hurry, and reading all of it costs most.
    private static async Task WriteAsync(HttpContext context, XDocument sitemap, CancellationToken ct)
    {
        using var bytes = new MemoryStream();
        await using (var writer = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Async = true }))
        {
            await sitemap.SaveAsync(writer, ct);
        }
        context.ShowsPages([]);
        context.Response.ContentType = "application/xml; charset=utf-8";
        await context.Response.Body.WriteAsync(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), ct);
    }
}
