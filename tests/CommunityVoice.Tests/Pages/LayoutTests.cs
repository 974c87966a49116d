using System.Text.RegularExpressions;
using CommunityVoice.Bodies;

namespace CommunityVoice.Tests.Pages;

/// <summary>What stands round every page, and the files it asks for.</summary>
public sealed partial class LayoutTests : SiteTest
{
    [Fact]
    public async Task A_page_for_nobody_in_particular_holds_no_token_and_sets_no_cookie()
    {
        var browser = new Browser(Site);
        var page = await browser.GetAsync("/privacy");
        Assert.Empty(browser.Cookies.Names);
        Assert.Null(page.QuerySelector("input[type=hidden], [data-signed-in]"));
        Assert.Equal("/account/sign-in", page.QuerySelector(".cv-nav li:last-child a")!.GetAttribute("href"));
        Assert.Equal("#main", page.QuerySelector("body > a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Whoever_is_signed_in_sees_their_name_and_only_staff_see_staff_links()
    {
        var area = await Site.SaveAsync(A.Area());
        var asha = await Site.SaveAsync(A.Person("Asha B"));
        var mina = await Site.SaveAsync(A.Person("Mina"));
        await Site.SaveAsync(A.Membership(mina, area, Capability.Moderate));

        var hers = await new Browser(Site, asha.Id).GetAsync("/privacy");
        Assert.Equal("Your account: Asha B", hers.QuerySelector(".cv-nav a[href='/account']")!.TextContent);
        Assert.True(hers.Body!.HasAttribute("data-signed-in"));
        Assert.Null(hers.QuerySelector(".cv-staff"));
        Assert.NotNull((await new Browser(Site, mina.Id).GetAsync("/privacy")).QuerySelector(".cv-staff a[href='/moderation']"));
    }

    [Fact]
    public async Task Every_file_a_page_asks_for_is_there_under_a_name_that_never_changes()
    {
        var browser = new Browser(Site);
        var page = await browser.GetAsync("/privacy");
        var files = page.QuerySelectorAll("link[rel=stylesheet], link[rel=icon], script[src]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!).ToList();
        Assert.Equal(3, files.Count);
        var style = await (await browser.SendAsync(HttpMethod.Get, files.Single(f => f.EndsWith(".css", StringComparison.Ordinal)))).Content.ReadAsStringAsync();
        // Of two names for a font the first holds its hash; the browser takes the second only where the first is not found.
        files.AddRange(Fonts().Matches(style).Select(m => "/" + m.Groups["first"].Value));
        Assert.Equal(5, files.Count);
        foreach (var file in files)
        {
            using var answer = await browser.SendAsync(HttpMethod.Get, file);
            Assert.True(answer.IsSuccessStatusCode, $"{file} answers {(int)answer.StatusCode}");
            Assert.Matches(@"\.[a-z0-9]{10}\.\w+$", file); // only a published site lets them be kept; its names are the same
        }
    }

    [Theory]
    [InlineData("/status/404", HttpStatusCode.NotFound, "Page not found")]
    [InlineData("/status/403", HttpStatusCode.Forbidden, "You cannot see this page")]
    [InlineData("/status/429", HttpStatusCode.TooManyRequests, "Too many at once")]
    [InlineData("/status/503", HttpStatusCode.ServiceUnavailable, "Sorry, the service is unavailable")]
    [InlineData("/error", HttpStatusCode.OK, "Sorry, there is a problem with the service")]
    public async Task What_went_wrong_is_said_in_words_with_a_number_to_give(string path, HttpStatusCode status, string words)
    {
        var page = await new Browser(Site).GetAsync(path, status);
        Assert.Equal(words, page.QuerySelector("h1")!.TextContent);
        Assert.NotEmpty(page.QuerySelector("main code")!.TextContent);
    }

    [GeneratedRegex(@"src:url\(\.\./(?<first>fonts/[^)]+)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Fonts();
}
