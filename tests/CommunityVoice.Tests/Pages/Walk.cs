using AngleSharp.Html.Dom;

namespace CommunityVoice.Tests.Pages;

/// <summary>One walk over the site by every link there is, as a stranger or in a role: the routes it reached and what was broken on the way.</summary>
public sealed class Walk(DemoSite site, string role)
{
    /// <summary>Pages of one route are much alike: so many of each are enough.</summary>
    private const int MostOfOneRoute = 4;

    private readonly Dictionary<string, int> routes = new(StringComparer.Ordinal);
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private Browser browser = null!;

    public IReadOnlyCollection<string> Routes => routes.Keys;

    public List<string> Broken { get; } = [];

    public async Task<Walk> TakeAsync(IEnumerable<string> from)
    {
        browser = role.Length == 0 ? new Browser(site) : new Browser(site, await site.PersonAsync(role));
        var waiting = new Queue<(string Path, string From)>(from.Select(path => (path, "nowhere")));
        while (waiting.TryDequeue(out var next))
        {
            var path = next.Path.Split('#')[0];
            if (!seen.Add(path)) continue;
            try
            {
                foreach (var link in await VisitAsync(path)) waiting.Enqueue((link, path));
            }
            catch (Exception e)
            {
                Broken.Add($"{e.Message} (linked from {next.From})");
            }
        }
        return this;
    }

    /// <summary>Opens the page, or follows where it leads, and answers the addresses it links to.</summary>
    private async Task<List<string>> VisitAsync(string path)
    {
        if (site.RouteOf(path) is not { } route)
        {
            var file = await browser.SendAsync(HttpMethod.Get, path);
            Assert.True(file.IsSuccessStatusCode, $"{path} answered {(int)file.StatusCode}");
            return [];
        }
        routes[route] = routes.GetValueOrDefault(route) + 1;
        if (routes[route] > MostOfOneRoute) return [];
        var page = await browser.GetAsync(path);
        if (role.Length == 0 && browser.Answer.Headers.CacheControl?.NoStore != true)
        {
            Assert.True(page.QuerySelector("[name=__RequestVerificationToken]") is null, $"{path} is kept for everybody and holds a token");
            Assert.False(browser.Answer.Headers.Contains("Set-Cookie"), $"{path} is kept for everybody and sets a cookie");
        }
        foreach (var link in page.QuerySelectorAll("a[href^='#']").Select(a => a.GetAttribute("href")![1..]).Where(id => id.Length > 0 && page.GetElementById(id) is null))
        {
            Broken.Add($"{path} links to #{link}, which is not on it");
        }
        return [.. Addresses(page).Where(href => href is not null && href.StartsWith("https://localhost/", StringComparison.Ordinal))
            .Select(href => href!["https://localhost".Length..])];
    }

    private static IEnumerable<string?> Addresses(IHtmlDocument page) =>
        page.QuerySelectorAll("a[href]").OfType<IHtmlAnchorElement>().Select(a => a.Href)
            .Concat(page.QuerySelectorAll("link[href]").OfType<IHtmlLinkElement>().Select(l => l.Href))
            .Concat(page.Forms.Where(f => f.Method == "get").Select(f => f.Action));
}
