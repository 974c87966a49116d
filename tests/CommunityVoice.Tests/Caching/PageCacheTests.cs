using System.IO.Compression;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Caching;

public sealed class PageCacheTests : SiteTest
{
    [Fact]
    public async Task A_page_is_served_again_as_the_same_packed_bytes()
    {
        var (first, etag) = await FetchAsync("/areas", "br");
        var (second, again) = await FetchAsync("/areas", "br");

        Assert.Equal(first, second);
        Assert.Equal(etag, again);
        using var unpacked = new StreamReader(new BrotliStream(new MemoryStream(first), CompressionMode.Decompress));
        Assert.Contains("<h1>Areas</h1>", await unpacked.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_rendered_before_a_commit_is_never_served_after_it()
    {
        var browser = new Browser(Site);
        (await browser.GetAsync("/areas")).DoesNotShow("Rivermead");

        await Site.SaveAsync(A.Area());
        (await browser.GetAsync("/areas")).Shows("Rivermead");

        await Site.DoAsync<CommunityVoiceDb>(async db =>
        {
            db.Areas.Single().Rename("Weirside");
            await db.SaveChangesAsync();
        });
        (await browser.GetAsync("/areas")).Shows("Weirside");
    }

    [Fact]
    public async Task A_change_that_is_rolled_back_changes_no_page()
    {
        var versions = new PageVersions();
        var before = versions.Count;
        Assert.True(versions.UnchangedSince(before, [PageTag.Site]));
        versions.Raise([PageTag.Consultation(17)]);
        Assert.True(versions.UnchangedSince(before, [PageTag.Site, PageTag.Consultation(18)]));
        Assert.False(versions.UnchangedSince(before, [PageTag.Site, PageTag.Consultation(17)]));

        var (_, etag) = await FetchAsync("/areas", "br");
        await Assert.ThrowsAsync<InvalidOperationException>(() => Site.DoAsync<CommunityVoiceDb>(db => db.TransactAsync(async () =>
        {
            db.Areas.Add(A.Area());
            await db.SaveChangesAsync();
            throw new InvalidOperationException("The rest did not work.");
        }, default)));
        var (_, again) = await FetchAsync("/areas", "br");
        Assert.Equal(etag, again);
    }

    [Fact]
    public async Task A_visitor_who_has_the_page_is_told_that_it_is_unchanged()
    {
        var (_, etag) = await FetchAsync("/areas", "br");
        using var client = Site.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/areas");
        request.Headers.Add("Accept-Encoding", "br");
        request.Headers.Add("If-None-Match", etag);

        using var answer = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
    }

    [Fact]
    public async Task Somebody_signed_in_never_sees_or_makes_a_kept_page()
    {
        var person = await Site.SaveAsync(A.Person("Asha B"));
        var signedIn = new Browser(Site, person.Id);
        Assert.Contains("Asha B", (await signedIn.GetAsync("/areas")).Body!.TextContent, StringComparison.Ordinal);
        Assert.True(signedIn.Answer.Headers.CacheControl!.NoStore);

        var stranger = await new Browser(Site).GetAsync("/areas");

        Assert.DoesNotContain("Asha B", stranger.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_about_a_postcode_is_not_kept()
    {
        var browser = new Browser(Site);
        await browser.GetAsync("/areas/find");
        Assert.True(browser.Answer.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("/areas.json", "page=7")]
    [InlineData("/areas.json", "a=rivermead&show=comment")]
    [InlineData("/areas.csv", "utm_source=elsewhere")]
    [InlineData("/areas/compare.json", "page=7")]
    public async Task A_key_that_a_file_does_not_read_makes_no_second_copy(string path, string foreign)
    {
        await Site.SaveAsync(A.Area());
        var (_, first) = await FetchAsync(path, "br");
        // What goes past the site's own saving is seen only by what is written anew.
        await Site.AskAsync(db => db.Areas.ExecuteUpdateAsync(set => set.SetProperty(a => a.Name, "Weirside")));

        Assert.Equal(first, (await FetchAsync($"{path}?{foreign}", "br")).Etag);
    }

    [Fact]
    public async Task Two_values_of_one_key_are_not_one_value_with_a_comma()
    {
        await Site.SaveAsync(A.Area());
        await Site.SaveAsync(A.Area("Fellside"));
        var (_, one) = await FetchAsync("/areas/compare?a=fellside,rivermead", "br");

        Assert.NotEqual(one, (await FetchAsync("/areas/compare?a=fellside&a=rivermead", "br")).Etag);
        (await new Browser(Site).GetAsync("/areas/compare?a=fellside&a=rivermead")).Shows("Fellside");
    }

    [Fact]
    public async Task A_copy_names_itself_by_what_it_reads()
    {
        await Site.SaveAsync(A.Area());

        var text = await (await new Browser(Site).SendAsync(HttpMethod.Get, "/areas.json?page=7&limit=5")).Content.ReadAsStringAsync();

        Assert.Contains("/areas.json?limit=5\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("page=7", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kept_page_is_rendered_anew_after_a_minute_and_at_midnight()
    {
        var (_, first) = await FetchAsync("/", "br");
        await Site.SaveAsync(A.Consultation("Opens tomorrow", opens: FakeClock.Today.AddDays(1)));
        (await new Browser(Site).GetAsync("/")).DoesNotShow("Opens tomorrow");

        Site.Clock.Advance(TimeSpan.FromDays(1));

        (await new Browser(Site).GetAsync("/")).Shows("Opens tomorrow");
        Assert.NotEqual(first, (await FetchAsync("/", "br")).Etag);
    }

    private async Task<(byte[] Bytes, string Etag)> FetchAsync(string path, string encoding)
    {
        using var client = Site.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept-Encoding", encoding);
        using var answer = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal([encoding], answer.Content.Headers.ContentEncoding);
        return (await answer.Content.ReadAsByteArrayAsync(), answer.Headers.ETag!.ToString());
    }
}
