using AngleSharp.Html.Dom;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Reviews;
using CommunityVoice.Tests.Decisions;
using CommunityVoice.Tests.Recommendations;
using CommunityVoice.Tests.Strategies;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Areas;

/// <summary>What waits for an answer in a place: recommendations, decisions, questions of reviews, what was brought before another body and whether strategies are revised.</summary>
public sealed class WaitingAnswersTests : SiteTest
{
    [Fact]
    public async Task Recommendations_questions_and_decisions_wait_in_one_list_overdue_first_then_by_their_day()
    {
        var scene = await RecommendationScene.MakeAsync(Site);
        var id = await scene.SentAsync(); // due by 7 July 2026
        await AskAsync(scene, new(2026, 7, 20), "How many nurses work at night?");
        var reader = new Browser(Site);
        Assert.Equal(2, Waiting(await reader.GetAsync("/areas/rivermead")).Count); // the consultation is open until 14 July

        Site.Clock.GoTo(new DateTimeOffset(2026, 7, 15, 9, 0, 0, TimeSpan.Zero));
        var page = await reader.GetAsync("/areas/rivermead");

        Assert.Collection(Waiting(page),
            first => Assert.StartsWith($"Overdue Recommendation, was due by 7 July 2026, 8 days overdue {RecommendationScene.Ask} To be answered by Rivermead Council", first, StringComparison.Ordinal),
            second => Assert.StartsWith("Waiting for an answer Question, due by 20 July 2026 How many nurses work at night? To be answered by Rivermead Council", second, StringComparison.Ordinal),
            third => Assert.StartsWith("Waiting for an answer Decision, due by 6 October 2026 Decision on Safer crossings To be answered by Rivermead Council", third, StringComparison.Ordinal));
        page.Shows("3 wait for an answer");
        Assert.Equal([$"/recommendations/{id}", "/reviews/neighbourhood-review/questions/1", DecisionScene.Path],
            page.QuerySelectorAll("section[aria-labelledby=waiting] .cv-card h3 a").Select(a => a.GetAttribute("href")));
        (await reader.FollowAsync(page, "How many nurses work at night?")).Shows("A question to Rivermead Council");
        var brief = await reader.GetAsync("/areas/rivermead/brief");
        brief.Shows("Three things that need a reply");
        brief.Shows("Decision for Rivermead Council, due by 6 October 2026");
        brief.Shows("Recommendation for Rivermead Council, was due by 7 July 2026, 8 days overdue");
    }

    [Fact]
    public async Task A_decision_waits_from_the_close_on_until_it_is_recorded()
    {
        var scene = await DecisionScene.MakeAsync(Site);
        await scene.Asked.Summary.PublishedAsync();
        var reader = new Browser(Site);
        (await reader.GetAsync("/areas/rivermead")).DoesNotShow("Decision on Safer crossings");

        Site.Clock.GoTo(scene.Asked.Summary.Consultation.ClosesAt!.Value.AddDays(84));
        (await reader.GetAsync("/areas/rivermead")).Shows("Overdue Decision, was due by 6 October 2026, 1 day overdue Decision on Safer crossings");
        (await reader.GetAsync("/areas/rivermead/brief")).Shows("One thing that needs a reply");
        await scene.PublishAsync(DecisionScene.Whole());

        (await reader.GetAsync("/areas/rivermead")).DoesNotShow("Decision on Safer crossings");
        (await reader.GetAsync("/areas/rivermead/brief")).Shows("Nothing needs a reply");
    }

    [Fact]
    public async Task Nobody_waits_for_a_decision_on_what_was_held_elsewhere()
    {
        var elsewhere = await Site.SaveAsync(A.Consultation(opens: FakeClock.Today.AddDays(-900), closes: FakeClock.Today.AddDays(-800)));
        await Site.DoAsync<CommunityVoiceDb>(db => db.Consultations.ExecuteUpdateAsync(set => set.SetProperty(c => c.DecisionMaker, Consultation.NobodyHere)));

        (await new Browser(Site).GetAsync($"/areas/{elsewhere.Area.Slug}")).DoesNotShow("Decision on");
        (await new Browser(Site).GetAsync($"/consultations/{elsewhere.Slug}")).DoesNotShow("overdue");
    }

    [Fact]
    public async Task A_question_waits_until_it_is_answered_or_withdrawn()
    {
        var scene = await RecommendationScene.MakeAsync(Site);
        await AskAsync(scene, new(2026, 6, 30), "First?", "Second?", "Third?");
        var reader = new Browser(Site);
        Assert.Equal(3, Waiting(await reader.GetAsync("/areas/rivermead")).Count);

        await ChangeAsync("First?", q => q.Answer("Two.", "Rota of June", null, scene.Responder.Id, Site.Now));
        await ChangeAsync("Second?", q => q.Withdraw("Asked before.", Site.Now));
        await ChangeAsync("Third?", q => q.Answer("We count them now.", "", new DateOnly(2026, 9, 1), scene.Responder.Id, Site.Now));

        Assert.StartsWith("Not known yet Question, due by 1 September 2026 Third?", Assert.Single(Waiting(await reader.GetAsync("/areas/rivermead"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_number_that_wait_is_the_whole_number_although_twenty_are_listed()
    {
        var scene = await RecommendationScene.MakeAsync(Site);
        await AskAsync(scene, new(2026, 6, 30), [.. Enumerable.Range(1, 23).Select(n => $"Question number {n}?")]);
        var reader = new Browser(Site);

        var page = await reader.GetAsync("/areas/rivermead");

        page.Shows("23 wait for an answer");
        page.Shows("3 more wait for an answer.");
        Assert.Equal(20, Waiting(page).Count);
        (await reader.GetAsync("/areas/rivermead/brief")).Shows("20 more wait.");
    }

    [Fact]
    public async Task What_waits_elsewhere_is_not_shown_and_what_waits_within_is()
    {
        var scene = await RecommendationScene.MakeAsync(Site);
        var elsewhere = await Site.SaveAsync(A.Area("Fellside"));
        var closed = (Opens: FakeClock.Today.AddDays(-60), Closes: FakeClock.Today.AddDays(-10));
        await Site.SaveAsync(A.Consultation("Benches by the weir", scene.Summary.Weirside, opens: closed.Opens, closes: closed.Closes));
        await Site.SaveAsync(A.Consultation("Buses at night", elsewhere, opens: closed.Opens, closes: closed.Closes));

        var page = await new Browser(Site).GetAsync("/areas/rivermead");

        Assert.Contains("Decision on Benches by the weir", Assert.Single(Waiting(page)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_brought_before_a_committee_waits_until_it_says_that_it_has_it()
    {
        var scene = await RecommendationScene.MakeAsync(Site);
        await scene.SentAsync();
        var brought = await scene.BringAsync(await Site.SaveAsync(A.Body("Scrutiny committee", BodyKind.Scrutiny)), "They have not answered for months.");
        var reader = new Browser(Site);
        var page = await reader.GetAsync("/areas/rivermead");
        page.Shows("2 wait for an answer");
        Assert.Equal("Sent Brought before another body, due by 7 July 2026 Recommendations after Safer crossings To be acknowledged by Scrutiny committee, from Rivermead Voice", Waiting(page)[1]);
        (await reader.FollowAsync(page, "Recommendations after Safer crossings")).Shows("They have not answered for months.");

        Site.Clock.GoTo(new DateTimeOffset(2026, 7, 8, 9, 0, 0, TimeSpan.Zero));
        Assert.StartsWith("Not acknowledged in time Brought before another body, was due by 7 July 2026, 1 day overdue", Waiting(await reader.GetAsync("/areas/rivermead"))[1], StringComparison.Ordinal);
        (await reader.GetAsync("/areas/rivermead/brief")).Shows("Brought before Scrutiny committee, was due by 7 July 2026, 1 day overdue");
        await scene.SayAsync(brought);

        var after = await reader.GetAsync("/areas/rivermead");
        after.Shows("1 waits for an answer");
        Assert.Contains(RecommendationScene.Ask, Assert.Single(Waiting(after)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whether_a_strategy_is_revised_waits_behind_what_has_a_last_day_until_it_is_decided()
    {
        var scene = await RecommendationScene.MakeAsync(Site);
        await scene.SentAsync();
        var board = await StrategyScene.MakeOnAsync(Site, scene.Summary);
        await board.PublishedAsync();
        await board.AssessAsync("Needs 2026");
        var reader = new Browser(Site);

        var page = await reader.GetAsync("/areas/rivermead");

        page.Shows("2 wait for an answer");
        Assert.Equal("Not decided yet Decision, open since 9 June 2026 Whether to revise Closer to home To be answered by The board, from Needs 2026", Waiting(page)[1]);
        Assert.NotNull(page.QuerySelector($"section[aria-labelledby=waiting] .cv-card h3 a[href='{StrategyScene.Path}#needs-1']"));
        (await reader.GetAsync("/areas/rivermead/brief")).Shows("Decision for The board, open since 9 June 2026");
        await Site.DoAsync<CommunityVoiceDb>(async db =>
        {
            var question = await db.RevisionQuestions.Include(q => q.Assessment).Include(q => q.Strategy).ThenInclude(s => s.By).SingleAsync();
            question.Decide(false, "The plan has it already.", question.Strategy.By, board.Helen.Id, Site.Now);
            await db.SaveChangesAsync();
        });

        (await reader.GetAsync("/areas/rivermead")).Shows("1 waits for an answer");
    }

    private async Task AskAsync(RecommendationScene scene, DateOnly dueOn, params string[] texts)
    {
        var review = new Review("Neighbourhood review", "neighbourhood-review", scene.Summary.Area, null, "How fit Rivermead is.");
        foreach (var text in texts) review.Ask(null, scene.Council, text, "Somebody waited until morning.", scene.Council, scene.Responder.Id, dueOn, Site.Now);
        await Site.SaveAsync(review);
    }

    private Task ChangeAsync(string text, Action<TestQuestion> change) => Site.DoAsync<CommunityVoiceDb>(async db =>
    {
        change(await db.TestQuestions.Include(q => q.Answers).SingleAsync(q => q.Text == text));
        await db.SaveChangesAsync();
    });

    private static List<string> Waiting(IHtmlDocument page) => [.. page.QuerySelectorAll("section[aria-labelledby=waiting] .cv-card").Select(c => c.Words())];
}
