using CommunityVoice.Bodies;

namespace CommunityVoice.Tests.Recommendations;

public sealed class RegisterTests : SiteTest
{
    [Fact]
    public async Task An_empty_register_says_where_recommendations_come_from()
    {
        (await new Browser(Site).GetAsync("/recommendations?state=overdue&body=nobody&page=x")).Shows("No recommendations yet");
        Assert.Equal(HttpStatusCode.NotFound, (await new Browser(Site).SendAsync(HttpMethod.Get, "/recommendations/12")).StatusCode);
    }

    [Fact]
    public async Task What_is_overdue_comes_first_and_can_be_filtered_by_state_and_by_body()
    {
        var scene = await RecommendationScene.MakeAsync(Site);
        var draft = await scene.Summary.DraftAsync();
        for (var i = 1; i <= 6; i++) await scene.AddAsync(draft, $"Mend lamp number {i}");
        await scene.PublishAsync(draft);
        var first = await Site.AskAsync(db => Task.FromResult(db.Recommendations.OrderBy(r => r.Number).First().Id));
        await scene.AnswerAsync(first);
        await Site.SaveAsync(A.Body("Another body", BodyKind.Other));
        var reader = new Browser(Site);

        var all = await reader.GetAsync("/recommendations");
        all.Shows("0 overdue");
        all.Shows("5 waiting for an answer");
        all.Shows("1 answered");
        Assert.Equal("Mend lamp number 1", all.QuerySelectorAll(".cv-card h2")[^1].Words());
        Assert.Equal(5, (await reader.GetAsync("/recommendations?state=waiting")).QuerySelectorAll(".cv-card").Length);
        Assert.Single((await reader.GetAsync("/recommendations?state=answered&body=rivermead-council")).QuerySelectorAll(".cv-card"));
        (await reader.GetAsync("/recommendations?state=overdue")).Shows("None of these");
        (await reader.GetAsync("/recommendations?body=rivermead-council")).Shows("What Rivermead Council was asked to do");
        Assert.Empty((await reader.GetAsync("/recommendations?page=2")).QuerySelectorAll(".cv-card"));

        Site.Clock.GoTo(new DateTimeOffset(2026, 7, 8, 9, 0, 0, TimeSpan.Zero));
        var late = await reader.GetAsync("/recommendations");
        late.Shows("5 overdue");
        Assert.StartsWith("Overdue", late.QuerySelector(".cv-card p")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bodies_and_places_show_what_waits_for_an_answer_until_it_came()
    {
        var scene = await RecommendationScene.MakeAsync(Site);
        var id = await scene.SentAsync();
        var reader = new Browser(Site);
        (await reader.GetAsync("/bodies/rivermead-council")).Shows(RecommendationScene.Ask);
        (await reader.GetAsync("/areas/rivermead")).Shows(RecommendationScene.Ask);

        await scene.AnswerAsync(id);

        (await reader.GetAsync("/bodies/rivermead-council")).Shows("Accepted");
        (await reader.GetAsync("/areas/rivermead")).Shows("Nothing waits for an answer.");
    }

    [Fact]
    public async Task A_recommendation_is_found_by_its_words_once_it_is_sent()
    {
        var scene = await RecommendationScene.MakeAsync(Site);
        var draft = await scene.DraftAsync();
        (await new Browser(Site).GetAsync("/search?q=green+light")).DoesNotShow(RecommendationScene.Ask);

        await scene.PublishAsync(draft);

        var found = await new Browser(Site).GetAsync("/search?q=green+light&kind=recommendation");
        found.Shows(RecommendationScene.Ask);
        (await new Browser(Site).FollowAsync(found, RecommendationScene.Ask)).Shows("to Rivermead Council");
    }
}
