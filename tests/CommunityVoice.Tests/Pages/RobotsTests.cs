using CommunityVoice.Bodies;
using CommunityVoice.Web.Wiring;

namespace CommunityVoice.Tests.Pages;

/// <summary>What search engines are told to leave out: in a header, and in the head of the page.</summary>
public sealed class RobotsTests : SiteTest
{
    [Theory]
    [InlineData("/account/sign-in")]
    [InlineData("/account")]
    [InlineData("/account/profile")]
    [InlineData("/manage")]
    [InlineData("/manage/consultations")]
    [InlineData("/moderation")]
    [InlineData("/search?q=lights")]
    [InlineData("/follow?what=consultation&id=1")]
    [InlineData("/consultations/safer-crossings/comment")]
    [InlineData("/consultations/safer-crossings/comments/1")]
    [InlineData("/consultations/safer-crossings/comments/1/report")]
    [InlineData("/consultations/safer-crossings/comments/1.json")]
    [InlineData("/thread/comment/1")]
    public async Task Pages_of_one_person_of_staff_and_forms_are_left_out(string path)
    {
        var browser = await VisitorAsync();

        for (var again = 0; again < 2; again++) // rendered, and as it was kept
        {
            var answer = await browser.SendAsync(HttpMethod.Get, path);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("noindex", Header(answer));
        }
        if (!path.EndsWith(".json", StringComparison.Ordinal))
            Assert.Equal("noindex", (await browser.GetAsync(path)).QuerySelector("meta[name=robots]")!.GetAttribute("content"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/privacy")]
    [InlineData("/consultations")]
    [InlineData("/consultations/safer-crossings")]
    [InlineData("/areas/rivermead")]
    [InlineData("/open-data")]
    public async Task What_is_for_everybody_may_be_found(string path)
    {
        await VisitorAsync();
        var stranger = new Browser(Site);

        var page = await stranger.GetAsync(path);

        Assert.Null(Header(stranger.Answer));
        Assert.Null(page.QuerySelector("meta[name=robots]"));
    }

    [Theory]
    [InlineData("/demo/sign-in/resident")] // answers only in Development
    [InlineData("/status/404")]
    [InlineData("/nowhere-at-all")]
    public async Task What_is_not_there_is_left_out_too(string path)
    {
        var answer = await new Browser(Site).SendAsync(HttpMethod.Get, path);

        Assert.Equal((HttpStatusCode.NotFound, "noindex"), (answer.StatusCode, Header(answer)));
    }

    [Fact]
    public async Task A_draft_is_left_out_until_it_is_published()
    {
        var (place, body, staff) = (A.Area(), A.Body(), A.Person());
        await Site.SaveAsync(A.Consultation(area: place, askedBy: body, published: false), staff);
        await Site.SaveAsync(A.Membership(staff, place, Capability.Consult, body));
        var browser = new Browser(Site, staff.Id);

        var preview = await browser.GetAsync("/consultations/safer-crossings");

        preview.Shows("This is a preview");
        Assert.Equal("noindex", Header(browser.Answer));
        Assert.NotNull(preview.QuerySelector("meta[name=robots][content=noindex]"));
    }

    [Fact]
    public async Task Robots_are_told_where_not_to_go_and_where_the_list_of_pages_is()
    {
        var answer = await new Browser(Site).SendAsync(HttpMethod.Get, "/robots.txt");
        var lines = (await answer.Content.ReadAsStringAsync()).Split('\n');

        Assert.Equal("text/plain", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("User-agent: *", lines[0]);
        foreach (var path in new[] { "/account/", "/manage", "/moderation" }) Assert.Contains($"Disallow: {path}", lines);
        Assert.Contains("Sitemap: https://localhost/sitemap.xml", lines);
        Assert.DoesNotContain("Disallow: /", lines);
    }

    private static string? Header(HttpResponseMessage answer) => answer.Headers.TryGetValues(Robots.Header, out var values) ? values.Single() : null;

    /// <summary>Somebody who may do much, where there is a consultation with one comment.</summary>
    private async Task<Browser> VisitorAsync()
    {
        var (place, staff) = (A.Area(), A.Person());
        var consultation = A.Consultation(area: place);
        await Site.SaveAsync(consultation, staff);
        await Site.SaveAsync(A.Membership(staff, place, Capability.Consult | Capability.Moderate), A.Comment(consultation, staff));
        return new Browser(Site, staff.Id);
    }
}
