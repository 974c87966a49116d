using System.Globalization;
using System.Xml.Linq;
using CommunityVoice.Web.Sitemaps;
using CommunityVoice.Web.Wiring;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Pages;

/// <summary>The list of public pages, read as a search engine does.</summary>
public sealed class SitemapTests(DemoSite demo) : SiteTest, IClassFixture<DemoSite>
{
    private static readonly XNamespace Xml = "http://www.sitemaps.org/schemas/sitemap/0.9";

    [Fact]
    public async Task Every_address_opens_a_page_that_may_be_found_and_stands_there_once()
    {
        var addresses = await AddressesAsync(demo, "/sitemap.xml");

        Assert.Distinct(addresses);
        var stranger = new Browser(demo);
        foreach (var address in addresses)
        {
            await stranger.GetAsync(address.PathAndQuery);
            Assert.False(stranger.Answer.Headers.Contains(Robots.Header), $"{address} is in the list and not for search engines");
            Assert.DoesNotContain(Robots.NotToBeAskedFor, p => address.AbsolutePath.StartsWith(p, StringComparison.Ordinal));
            Assert.Equal(address.AbsolutePath, stranger.Answer.RequestMessage!.RequestUri!.AbsolutePath); // no redirect
        }
    }

    [Fact]
    public async Task Each_kind_of_page_is_in_it_and_no_draft_is()
    {
        var paths = (await AddressesAsync(demo, "/sitemap.xml")).ConvertAll(a => a.AbsolutePath);
        foreach (var kind in new[] { "/areas/", "/bodies/", "/consultations/", "/summaries/", "/recommendations/", "/strategies/", "/reviews/", "/frameworks/", "/ballots/", "/ideas/" })
            Assert.Contains(paths, p => p.StartsWith(kind, StringComparison.Ordinal));
        Assert.Contains("/privacy", paths);
        Assert.Contains("/", paths);

        await Site.SaveAsync(A.Consultation("Safer crossings"), A.Consultation("A draft", published: false));
        paths = (await AddressesAsync(Site, "/sitemap.xml")).ConvertAll(a => a.AbsolutePath);
        Assert.Contains("/consultations/safer-crossings", paths);
        Assert.DoesNotContain("/consultations/a-draft", paths);
    }

    [Fact]
    public async Task More_than_a_file_may_hold_come_in_several_under_an_index()
    {
        var place = await Site.SaveAsync(A.Area());
        const int themes = Sitemap.MostInFile + 1;
        await Site.DoAsync<CommunityVoice.Data.CommunityVoiceDb>(db => db.Database.ExecuteSqlAsync($"""
            WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {themes})
            INSERT INTO "Themes" ("AreaId", "Name", "Slug", "About", "IsAboutCapacity") SELECT {place.Id}, 'Theme', 'theme-' || n, '', FALSE FROM numbers
            """));

        var index = await ReadAsync(Site, "/sitemap.xml");

        Assert.Equal(Xml + "sitemapindex", index.Root!.Name);
        var files = index.Root.Elements(Xml + "sitemap").Select(s => new Uri(s.Element(Xml + "loc")!.Value)).ToList();
        Assert.Equal(["/sitemap-themes-1.xml", "/sitemap-themes-2.xml"], files.Select(f => f.AbsolutePath).Where(f => f.Contains("themes", StringComparison.Ordinal)));
        var all = new List<Uri>();
        foreach (var file in files)
        {
            var held = await AddressesAsync(Site, file.AbsolutePath);
            Assert.InRange(held.Count, 1, Sitemap.MostInFile);
            all.AddRange(held);
        }
        Assert.Distinct(all);
        Assert.Equal(themes, all.Count(a => a.AbsolutePath.Contains("/themes/theme-", StringComparison.Ordinal)));
        Assert.Contains(all, a => a.AbsolutePath == "/areas/rivermead");
    }

    [Theory]
    [InlineData("/sitemap-themes-2.xml")]
    [InlineData("/sitemap-nothing-1.xml")]
    [InlineData("/sitemap-themes-0.xml")]
    [InlineData("/sitemap-themes.xml")]
    public async Task A_file_that_is_not_in_the_index_is_not_there(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await new Browser(Site).SendAsync(HttpMethod.Get, path)).StatusCode);

    private static async Task<List<Uri>> AddressesAsync(Site site, string path)
    {
        var set = (await ReadAsync(site, path)).Root!;
        Assert.Equal(Xml + "urlset", set.Name);
        Assert.All(set.Elements(), e => Assert.Equal(Xml + "url", e.Name));
        Assert.All(set.Descendants(Xml + "lastmod"), e => Assert.True(DateTimeOffset.TryParse(e.Value, CultureInfo.InvariantCulture, out var at) && at <= site.Now));
        return [.. set.Elements().Select(e => new Uri(e.Elements().First(x => x.Name == Xml + "loc").Value, UriKind.Absolute))];
    }

    private static async Task<XDocument> ReadAsync(Site site, string path)
    {
        var answer = await new Browser(site).SendAsync(HttpMethod.Get, path);
        Assert.Equal((HttpStatusCode.OK, "application/xml"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        return XDocument.Parse(await answer.Content.ReadAsStringAsync());
    }
}
