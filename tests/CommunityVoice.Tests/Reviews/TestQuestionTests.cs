using CommunityVoice.Bodies;
using CommunityVoice.Reviews;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Reviews;

public sealed class TestQuestionTests : SiteTest
{
    private const string Public = ReviewScene.Path + "/questions/1";
    private const string Desk = ReviewScene.Manage + "/questions/1";

    [Fact]
    public async Task A_question_is_public_at_once_and_those_who_are_asked_are_told_by_when()
    {
        var scene = await ReviewScene.MakeAsync(Site);

        await scene.AskAsync();

        (await new Browser(Site).GetAsync(ReviewScene.Path)).Shows($"Waiting for an answer {ReviewScene.Question} To Rivermead Council");
        var page = await new Browser(Site).GetAsync(Public);
        page.Shows("Two people waited until morning.");
        page.Shows("Rivermead Council has not answered yet.");
        page.Shows("Answer due 7 July 2026");
        var letter = Assert.Single(await scene.LettersAsync(scene.Responder.Email!, "test-question-asked"));
        Assert.Contains(ReviewScene.Question, letter.Text, StringComparison.Ordinal);
        (await new Browser(Site).GetAsync($"{ReviewScene.Path}/items/{scene.Framework.Items[0].Code}")).Shows(ReviewScene.Question);
        await new Browser(Site).GetAsync(ReviewScene.Path + "/questions/2", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_answer_needs_evidence_is_public_and_is_rated_with_a_reason_by_those_who_asked()
    {
        var scene = await ReviewScene.MakeAsync(Site);
        await scene.AskAsync();
        var answerer = scene.Answerer();
        (await answerer.GetAsync("/manage/reviews")).Shows(ReviewScene.Question);
        var page = await answerer.GetAsync(Desk);
        Assert.Empty(page.QuerySelectorAll("[value=rate], [value=withdraw]"));
        var refused = await answerer.SubmitAsync(page, new() { ["Input.Answer"] = "Two, and six are needed." }, HttpStatusCode.UnprocessableEntity, "Publish the answer");
        refused.ShowsError("Input.Evidence", "Say what shows it, or by when you will know");

        await answerer.SubmitAsync(refused, new() { ["Input.Evidence"] = "Rota of June, page 2" }, button: "Publish the answer");

        (await new Browser(Site).GetAsync(Public)).Shows("Answered A question to");
        Assert.Single(await scene.LettersAsync(scene.Said.Editor.Email!, "test-question-answered"));
        var rating = await scene.Editor.GetAsync(Desk);
        (await scene.Editor.SubmitAsync(rating, new() { ["Input.Rating"] = "Partly" }, HttpStatusCode.UnprocessableEntity, "Say so in public")).ShowsError("Input.RatingReason", "Say why");
        await scene.Editor.SubmitAsync(rating, new() { ["Input.Rating"] = "Partly", ["Input.RatingReason"] = "It does not say by when." }, button: "Say so in public");

        (await new Browser(Site).GetAsync(Public)).Shows("Rivermead Voice finds it convincing in part: It does not say by when.");
        Assert.Empty((await scene.Editor.GetAsync(Desk)).QuerySelectorAll("[value=rate]"));
        Assert.Equal(
            ["review.answer-rated", "review.question-answered", "review.question-asked"],
            await Site.AskAsync(db => db.ActivityEntries.OrderByDescending(e => e.Id).Take(3).Select(e => e.Verb).ToListAsync()));
    }

    [Fact]
    public async Task Not_known_yet_keeps_the_question_open_until_the_day_it_names()
    {
        var scene = await ReviewScene.MakeAsync(Site);
        await scene.AskAsync();
        var answerer = scene.Answerer();

        var past = Answer("We have not counted them.", 1, 2, 2026);
        (await answerer.SubmitAsync(await answerer.GetAsync(Desk), past, HttpStatusCode.UnprocessableEntity, "Publish the answer")).Shows("Enter a day from today on");
        await answerer.SubmitAsync(await answerer.GetAsync(Desk), Answer("We have not counted them.", 1, 9, 2026), button: "Publish the answer");

        Site.Clock.GoTo(new DateTimeOffset(2026, 8, 31, 9, 0, 0, TimeSpan.Zero));
        (await new Browser(Site).GetAsync(Public)).Shows("Not known yet A question to");
        Site.Clock.GoTo(new DateTimeOffset(2026, 9, 2, 9, 0, 0, TimeSpan.Zero));
        (await new Browser(Site).GetAsync(Public)).Shows("Overdue A question to");
    }

    [Fact]
    public async Task What_is_not_answered_shows_first_and_they_are_reminded_once()
    {
        var scene = await ReviewScene.MakeAsync(Site);
        await scene.AskAsync("Answered in time?");
        await scene.AskAsync("Never answered?");
        var answerer = scene.Answerer();
        await answerer.SubmitAsync(await answerer.GetAsync(Desk), new() { ["Input.Answer"] = "Yes.", ["Input.Evidence"] = "This." }, button: "Publish the answer");

        await RemindAsync(2026, 6, 20);
        Assert.Empty(await scene.LettersAsync(scene.Responder.Email!, "test-question-reminder"));
        await RemindAsync(2026, 7, 1);
        await RemindAsync(2026, 7, 2);
        Assert.Single(await scene.LettersAsync(scene.Responder.Email!, "test-question-reminder"));

        Site.Clock.GoTo(new DateTimeOffset(2026, 7, 8, 9, 0, 0, TimeSpan.Zero));
        var cards = (await new Browser(Site).GetAsync(ReviewScene.Path)).QuerySelectorAll(".cv-card h3").Select(h => h.Words()).Where(h => h.EndsWith('?')).ToList();
        Assert.Equal(["Never answered?", "Answered in time?"], cards);
    }

    [Fact]
    public async Task Whoever_asked_may_withdraw_with_a_reason_that_stays_public()
    {
        var scene = await ReviewScene.MakeAsync(Site);
        await scene.AskAsync();
        var page = await scene.Editor.GetAsync(Desk);
        (await scene.Editor.SubmitAsync(page, expected: HttpStatusCode.UnprocessableEntity, button: "Withdraw it")).ShowsError("Input.WithdrawnReason", "Say why you withdraw it");

        await scene.Editor.SubmitAsync(page, new() { ["Input.WithdrawnReason"] = "The hospital runs the nurses." }, button: "Withdraw it");

        (await new Browser(Site).GetAsync(Public)).Shows("The hospital runs the nurses.");
        Assert.Empty((await scene.Answerer().GetAsync(Desk)).QuerySelectorAll("form [value=answer]"));
    }

    [Fact]
    public async Task Nobody_else_answers_and_nobody_rates_an_answer_of_their_own_body()
    {
        var scene = await ReviewScene.MakeAsync(Site);
        await scene.AskAsync();
        var both = await Site.SaveAsync(A.Person("Bo Th"));
        await Site.DoAsync<CommunityVoice.Data.CommunityVoiceDb>(async db =>
        {
            var voice = await db.Bodies.SingleAsync(b => b.Slug == "rivermead-voice");
            var council = await db.Bodies.SingleAsync(b => b.Slug == "rivermead-council");
            db.Memberships.AddRange(
                new Membership(both.Id, voice, Capability.Publish, "Editor", FakeClock.Start.AddDays(-1)),
                new Membership(both.Id, council, Capability.Respond, "Officer", FakeClock.Start.AddDays(-1)));
            await db.SaveChangesAsync();
        });
        var answerer = scene.Answerer();
        await answerer.SubmitAsync(await answerer.GetAsync(Desk), new() { ["Input.Answer"] = "Yes.", ["Input.Evidence"] = "This." }, button: "Publish the answer");

        Assert.Empty((await scene.Editor.GetAsync(Desk)).QuerySelectorAll("[value=answer]"));
        Assert.Single((await scene.Editor.GetAsync(Desk)).QuerySelectorAll("[value=rate]"));
        var page = await new Browser(Site, both.Id).GetAsync(Desk);
        Assert.Single(page.QuerySelectorAll("[value=answer]"));
        Assert.Empty(page.QuerySelectorAll("[value=rate]"));
        var stranger = await Site.SaveAsync(A.Person("Nobody"));
        Assert.Equal("/account/not-allowed", (await new Browser(Site, stranger.Id).SendOnceAsync(HttpMethod.Get, Desk)).Headers.Location?.AbsolutePath);
    }

    private static Dictionary<string, Microsoft.Extensions.Primitives.StringValues> Answer(string text, int day, int month, int year) => new(StringComparer.Ordinal)
    {
        ["Input.Answer"] = text,
        ["Input.KnownBy.Day"] = $"{day}",
        ["Input.KnownBy.Month"] = $"{month}",
        ["Input.KnownBy.Year"] = $"{year}",
    };

    private async Task RemindAsync(int year, int month, int day)
    {
        Site.Clock.GoTo(new DateTimeOffset(year, month, day, 9, 0, 0, TimeSpan.Zero));
        await Site.DoAsync<QuestionReminders>(r => r.SendDueAsync(default));
    }
}
