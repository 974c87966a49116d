using CommunityVoice.Tests.Recommendations;

namespace CommunityVoice.Tests.Summaries;

public sealed class BriefTests : SiteTest
{
    [Fact]
    public async Task It_holds_three_findings_three_things_to_answer_and_numbers_with_how_many()
    {
        var scene = await RecommendationScene.MakeAsync(Site);
        var draft = await scene.DraftAsync();
        for (var i = 2; i <= 4; i++)
        {
            await scene.Summary.AddFindingAsync(draft, $"Finding number {i}", scene.Summary.Comments[i].Id);
            await scene.AddAsync(draft, $"Build crossing number {i}");
        }
        await scene.PublishAsync(draft);

        var page = await new Browser(Site).FollowAsync(await new Browser(Site).GetAsync("/summaries/what-we-heard"), "On one page");

        Assert.Equal(3, page.QuerySelectorAll("section[aria-labelledby=reply] li").Length);
        Assert.Equal(3, page.QuerySelectorAll("section[aria-labelledby=found] li").Length);
        page.Shows("And 1 more that waits.");
        page.Shows("And 1 more finding in the report.");
        page.Shows("32 people wrote 32 comments");
        page.Shows("10 people took part");
        page.Shows("Rivermead Council, by");
    }

    [Fact]
    public async Task What_was_answered_needs_no_reply()
    {
        var scene = await RecommendationScene.MakeAsync(Site);
        var id = await scene.SentAsync();
        (await new Browser(Site).GetAsync("/summaries/what-we-heard/brief")).Shows(RecommendationScene.Ask);

        await scene.AnswerAsync(id);

        var page = await new Browser(Site).GetAsync("/summaries/what-we-heard/brief");
        page.Shows("Nothing waits for a reply.");
        page.DoesNotShow(RecommendationScene.Ask);
    }

    [Fact]
    public async Task A_draft_has_no_brief()
    {
        var scene = await SummaryScene.MakeAsync(Site);
        await scene.DraftAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await new Browser(Site).SendAsync(HttpMethod.Get, $"{SummaryScene.Path}/brief")).StatusCode);
    }
}
