using CommunityVoice.Decisions;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Decisions;

public sealed class DecisionClockTests : SiteTest
{
    private DecisionScene scene = null!;
    private DateTimeOffset closed;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        scene = await DecisionScene.MakeAsync(Site);
        closed = (await Site.AskAsync(db => db.Consultations.SingleAsync())).ClosesAt!.Value; // the end of 14 July 2026: due by 6 October
    }

    [Fact]
    public async Task Everybody_sees_by_when_an_answer_is_due_and_from_day_84_that_it_is_overdue()
    {
        (await new Browser(Site).GetAsync(DecisionScene.Path)).Shows("due by 6 October 2026, in 119 days");
        Site.Clock.GoTo(closed.AddDays(84).AddMinutes(-1));
        (await new Browser(Site).GetAsync(DecisionScene.Path)).DoesNotShow("Overdue");

        Site.Clock.GoTo(closed.AddDays(84));

        (await new Browser(Site).GetAsync(DecisionScene.Path)).Shows("Overdue since 6 October 2026");
        (await new Browser(Site).GetAsync("/consultations/safer-crossings")).Shows("Overdue since 6 October 2026");
        (await new Browser(Site, scene.Leader.Id).GetAsync("/manage/decisions")).Shows("Overdue since 6 October 2026");
    }

    [Fact]
    public async Task Those_who_decide_and_those_who_asked_are_reminded_once_and_told_once()
    {
        var asker = await Site.SaveAsync(A.Person("Ann S"));
        await Site.SaveAsync(A.Membership(asker, scene.Asked.Summary.Area, CommunityVoice.Bodies.Capability.Consult, scene.Asked.Summary.Consultation.AskedBy));
        await RemindAsync(new(2026, 9, 21));
        Assert.Empty(await scene.LettersAsync("decision-reminder"));

        await RemindAsync(new(2026, 9, 22));
        await RemindAsync(new(2026, 9, 23));
        string?[] told = [scene.Asked.Responder.Email, scene.Leader.Email, asker.Email];
        Assert.Equal(told.Order(StringComparer.Ordinal), (await scene.LettersAsync("decision-reminder")).Select(l => l.To).Order(StringComparer.Ordinal));

        await RemindAsync(new(2026, 10, 6));
        Assert.Empty(await scene.LettersAsync("decision-overdue"));
        await RemindAsync(new(2026, 10, 7));
        await RemindAsync(new(2026, 11, 7));
        Assert.Equal(told.Length, (await scene.LettersAsync("decision-overdue")).Count);
        Assert.Contains("was due by 6 October 2026", (await scene.LettersAsync("decision-overdue"))[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_reminded_of_what_is_decided()
    {
        await scene.DecidedAsync();

        await RemindAsync(new(2026, 9, 23));
        await RemindAsync(new(2026, 12, 1));

        Assert.Empty(await scene.LettersAsync("decision-reminder"));
        Assert.Empty(await scene.LettersAsync("decision-overdue"));
    }

    [Fact]
    public async Task A_delay_is_explained_with_a_day_and_stays_beside_the_decision()
    {
        Site.Clock.GoTo(closed.AddDays(90));
        var leader = new Browser(Site, scene.Leader.Id);
        var form = await leader.GetAsync($"{DecisionScene.Desk}/explain");
        var refused = await leader.SubmitAsync(form, new() { ["Input.ExpectedOn.Day"] = "1", ["Input.ExpectedOn.Month"] = "1", ["Input.ExpectedOn.Year"] = "2026" }, HttpStatusCode.UnprocessableEntity);
        refused.ShowsError("Input.Words", "Say why it takes longer");
        refused.ShowsError("Input.ExpectedOn.Day", "The day cannot lie in the past");

        await leader.SubmitAsync(form, new() { ["Input.Words"] = "The cabinet meets in November.", ["Input.ExpectedOn.Day"] = "20", ["Input.ExpectedOn.Month"] = "11", ["Input.ExpectedOn.Year"] = "2026" });

        var page = await new Browser(Site).GetAsync(DecisionScene.Path);
        page.Shows("The cabinet meets in November.");
        page.Shows("expected by 20 November 2026");
        page.Shows("Overdue");
        Assert.True(await Site.AskAsync(db => db.ActivityEntries.AnyAsync(e => e.Verb == "decision.delay-explained" && e.Detail == "The cabinet meets in November.")));
    }

    private async Task RemindAsync(DateOnly day)
    {
        Site.Clock.GoTo(UkTime.StartOf(day).AddHours(9));
        await Site.DoAsync<DecisionReminders>(r => r.SendDueAsync(default));
    }
}
