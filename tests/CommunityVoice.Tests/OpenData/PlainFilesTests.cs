using CommunityVoice.Themes;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.OpenData;

/// <summary>Files with columns of their own are sent again only when they have changed, as all open data is.</summary>
public sealed class PlainFilesTests : SiteTest
{
    [Fact]
    public async Task A_file_is_sent_again_only_once_it_has_changed()
    {
        const string path = "/areas/rivermead/theme-list.csv";
        var area = await Site.SaveAsync(A.Area());
        using var client = Site.CreateClient();
        using var first = await client.GetAsync(path);
        var etag = first.Headers.ETag!;

        using var again = await AskAsync(client, path, etag.ToString());
        await Site.SaveAsync(new Theme(area, "Benches", "benches"));
        using var changed = await AskAsync(client, path, etag.ToString());

        Assert.False(etag.IsWeak);
        Assert.Equal((HttpStatusCode.NotModified, ""), (again.StatusCode, await again.Content.ReadAsStringAsync()));
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.NotEqual(etag, changed.Headers.ETag);
        Assert.Contains("Benches", await changed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    internal static Task<HttpResponseMessage> AskAsync(HttpClient client, string path, string etag)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("If-None-Match", etag);
        return client.SendAsync(request);
    }
}

/// <summary>Every such file of the demo place.</summary>
public sealed class PlainDemoFilesTests(DemoSite site) : IClassFixture<DemoSite>
{
    [Fact]
    public async Task Each_answers_304_to_its_own_tag_and_names_its_licence_all_the_same()
    {
        var review = await site.AskAsync(db => db.Reviews.OrderBy(r => r.Id).Select(r => r.Slug).FirstAsync());
        var strategy = await site.AskAsync(db => db.StrategyVersions.Where(v => v.PublishedAt != null).OrderBy(v => v.Id).Select(v => v.Strategy.Slug).FirstAsync());
        using var client = site.CreateClient();
        foreach (var path in new[] { "/areas/rivermead/theme-list.csv", "/what-changed.csv", $"/reviews/{review}/fitness.csv", $"/strategies/{strategy}/money.csv" })
        {
            using var first = await client.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, first.StatusCode);
            using var again = await PlainFilesTests.AskAsync(client, path, first.Headers.ETag!.ToString());
            using var other = await PlainFilesTests.AskAsync(client, path, "\"another\"");

            Assert.Equal((path, HttpStatusCode.NotModified), (path, again.StatusCode));
            Assert.Contains("rel=\"license\"", again.Headers.GetValues("Link").Single(), StringComparison.Ordinal);
            Assert.Equal("*", again.Headers.GetValues("Access-Control-Allow-Origin").Single());
            Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        }
    }
}
