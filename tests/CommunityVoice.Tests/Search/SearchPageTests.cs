using CommunityVoice.Search;

namespace CommunityVoice.Tests.Search;

public sealed class SearchPageTests : SiteTest
{
    [Theory]
    [InlineData("\"unclosed AND (")]
    [InlineData("😀")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("%00 {0}")]
    public async Task Any_question_has_an_answer(string asked)
    {
        var page = await new Browser(Site).GetAsync("/search?q=" + Uri.EscapeDataString(asked));

        page.Shows("Nothing found");
        Assert.Equal(asked, page.QuerySelector("[name=q]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task What_is_found_is_marked_encoded_and_can_be_filtered_and_paged()
    {
        await Site.DoAsync<SearchIndex>(async index =>
        {
            for (var i = 1; i <= 25; i++) await index.PutAsync(SearchKind.Idea, i, $"Idea {i}", "A `<b>zebra</b>` at night", $"/ideas/{i}", Site.Now, default);
            await index.PutAsync(SearchKind.Summary, 1, "A summary", "One zebra", "/summaries/1", Site.Now, default);
        });
        var browser = new Browser(Site);

        var page = await browser.GetAsync("/search?q=zebras");
        page.Shows("26 results");
        Assert.Equal("zebra", page.QuerySelector(".cv-found mark")!.TextContent);
        page.Shows("<b>zebra</b>");
        Assert.Equal(6, (await browser.FollowAsync(page, "Next page")).QuerySelectorAll(".cv-found li").Length);
        Assert.Equal("A summary", Assert.Single((await browser.FollowAsync(page, "Summaries (1)")).QuerySelectorAll(".cv-found h3")).Words());
        await browser.GetAsync("/search?q=zebra&page=99999999999&kind=nonsense");
    }
}
