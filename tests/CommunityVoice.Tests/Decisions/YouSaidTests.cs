using CommunityVoice.Recommendations;
using CommunityVoice.Tests.Chains;

namespace CommunityVoice.Tests.Decisions;

public sealed class YouSaidTests : SiteTest
{
    private const string Page = "/areas/rivermead/you-said";

    [Fact]
    public async Task A_strip_ties_what_was_said_to_its_answer_and_what_was_done()
    {
        var scene = await ChainScene.MakeAsync(Site, isAnswered: false);
        var reader = new Browser(Site);
        var page = await reader.GetAsync(Page);
        page.Shows("You said The lights change too fast 2 comments in Safer crossings");
        page.Shows("Asked of Rivermead Council No answer yet due by 7 July 2026");
        page.Shows("Slow the lights, £20,000");
        (await reader.GetAsync($"{Page}?answer=noansweryet")).Shows("The lights change too fast");
        (await reader.GetAsync($"{Page}?answer=accepted")).Shows("Nothing was answered like this.");

        await scene.Decided.Asked.AnswerAsync(scene.Recommendation);

        page = await new Browser(Site).GetAsync(Page);
        page.Shows("They answered Rivermead Council Accepted We set the lights to ten seconds.");
        (await new Browser(Site).GetAsync($"{Page}?answer=accepted")).Shows("We set the lights to ten seconds.");
        (await new Browser(Site).GetAsync($"{Page}?answer=noansweryet")).Shows("Nothing was answered like this.");
    }

    [Fact]
    public async Task Answers_of_a_decision_are_strips_with_the_reason_why_not()
    {
        var scene = await DecisionScene.MakeAsync(Site);
        await scene.DecidedAsync();

        var page = await new Browser(Site).GetAsync($"{Page}?answer=notaccepted");
        page.Shows("You said Benches 1 comment in Safer crossings");
        page.Shows("Not accepted Why not: Benches are not part of this budget.");
        page.DoesNotShow("Lights");
        (await new Browser(Site).GetAsync($"{Page}?answer=partly")).Shows("Why only in part: Crossings first; side roads later.");
        (await new Browser(Site).GetAsync("/areas/rivermead")).Shows("You said, we did, and why not");
        Assert.Equal(HttpStatusCode.NotFound, (await new Browser(Site).SendAsync(HttpMethod.Get, "/areas/nowhere/you-said")).StatusCode);
    }

    [Fact]
    public async Task A_place_without_any_says_so_and_one_around_shows_those_within()
    {
        var scene = await DecisionScene.MakeAsync(Site);
        await scene.DecidedAsync();

        (await new Browser(Site).GetAsync("/areas/weirside/you-said")).Shows("Nothing here yet");
    }

    [Fact]
    public async Task What_changed_tells_promised_done_not_done_and_unknown()
    {
        var scene = await ChainScene.MakeAsync(Site);
        var reader = new Browser(Site);
        (await reader.GetAsync("/what-changed")).Shows("Promised");
        (await reader.GetAsync("/what-changed?state=promised&year=2026")).Shows("Accepted, 9 June 2026: We set the lights to ten seconds. By 1 October 2026.");
        (await reader.GetAsync("/what-changed?state=done")).Shows("None of these");

        Site.Clock.GoTo(new DateTimeOffset(2026, 10, 2, 9, 0, 0, TimeSpan.Zero));
        (await new Browser(Site).GetAsync("/what-changed?state=unknown")).Shows("Give each crossing");

        var answerer = new Browser(Site, scene.Decided.Asked.Responder.Id);
        await answerer.SubmitAsync(await answerer.GetAsync($"/manage/recommendations/{scene.Recommendation}/outcome"), new() { ["Input.State"] = "Done", ["Input.Effect"] = "=Everybody crosses in time." });
        var page = await new Browser(Site).GetAsync("/what-changed?state=done");
        page.Shows("Done =Everybody crosses in time. (as of 2 October 2026)");
        var file = await (await new Browser(Site).SendAsync(HttpMethod.Get, "/what-changed.csv?year=2026")).Content.ReadAsStringAsync();
        Assert.StartsWith("id,area,asked_of,ask,answer,answered_on,promised,why_not,by_when,state,effect,as_of\r\n", file, StringComparison.Ordinal);
        Assert.Contains("Rivermead,Rivermead Council,Give each crossing a green light of ten seconds,Accepted,2026-06-09,We set the lights to ten seconds.,,2026-10-01,Done,'=Everybody crosses in time.,2026-10-02", file, StringComparison.Ordinal);
        Assert.DoesNotContain("Give each", await (await new Browser(Site).SendAsync(HttpMethod.Get, "/what-changed.csv?year=2025")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await new Browser(Site).SendAsync(HttpMethod.Get, "/what-changed.csv?year=1")).StatusCode);
    }

    [Theory]
    [InlineData(OutcomeState.Done, ResponseKind.Accepted, 1, ChangeState.Done)]
    [InlineData(OutcomeState.InProgress, ResponseKind.Accepted, -1, ChangeState.Promised)]
    [InlineData(OutcomeState.Unknown, ResponseKind.Partly, 1, ChangeState.Unknown)]
    [InlineData(OutcomeState.NotDone, ResponseKind.Accepted, 1, ChangeState.NotDone)]
    [InlineData(null, ResponseKind.NotAccepted, null, ChangeState.NotDone)]
    [InlineData(null, ResponseKind.Accepted, 0, ChangeState.Promised)]
    [InlineData(null, ResponseKind.Partly, -1, ChangeState.Unknown)]
    public void Silence_after_the_day_of_a_promise_is_unknown_and_never_done(OutcomeState? outcome, ResponseKind answer, int? days, ChangeState expected) =>
        Assert.Equal(expected, WhatChanged.StateOf(outcome, answer, days is { } d ? FakeClock.Today.AddDays(d) : null, FakeClock.Today));
}
