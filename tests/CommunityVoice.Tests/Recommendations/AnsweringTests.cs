using CommunityVoice.Bodies;
using CommunityVoice.Recommendations;
using CommunityVoice.Tests.Summaries;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Recommendations;

public sealed class AnsweringTests : SiteTest
{
    private RecommendationScene scene = null!;
    private long id;

    private string Desk => $"/manage/recommendations/{id}";
    private string Public => $"/recommendations/{id}";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        scene = await RecommendationScene.MakeAsync(Site);
        id = await scene.SentAsync();
    }

    [Fact]
    public async Task Whoever_is_asked_says_that_they_have_it()
    {
        (await scene.Answerer.GetAsync("/manage/recommendations")).Shows(RecommendationScene.Ask);

        (await scene.Answerer.SubmitAsync(await scene.Answerer.GetAsync(Desk), button: "We have it")).Shows("Acknowledged");

        (await new Browser(Site).GetAsync(Public)).Shows("Rivermead Council says that it has it.");
        Assert.True(await Site.AskAsync(db => db.ActivityEntries.AnyAsync(e => e.Verb == "recommendation.acknowledged" && e.SubjectId == id && e.PersonId == scene.Responder.Id)));
    }

    [Theory]
    [InlineData("", "Input.Kind", "Choose whether you accept it")]
    [InlineData("Accepted", "Input.Action", "Say what you will do")]
    [InlineData("Accepted", "Input.OwnerRole", "Enter the role that answers for it")]
    [InlineData("Accepted", "Input.ByWhen.Day", "Enter the day by which it will be done")]
    [InlineData("Partly", "Input.Reason", "Say why you accept it only in part")]
    [InlineData("Partly", "Input.Action", "Say what you will do")]
    [InlineData("NotAccepted", "Input.Reason", "Say why you do not accept it")]
    public async Task An_answer_that_lacks_something_says_so_and_is_not_published(string kind, string field, string message)
    {
        var form = await scene.Answerer.GetAsync($"{Desk}/answer");

        var refused = await scene.Answerer.SubmitAsync(form, kind.Length == 0 ? [] : new() { ["Input.Kind"] = kind }, HttpStatusCode.UnprocessableEntity);

        refused.ShowsError(field, message);
        Assert.Empty((await scene.LoadAsync(id)).Responses);
    }

    [Fact]
    public async Task What_was_typed_is_kept_when_something_is_missing_and_when_it_is_changed_after_a_look()
    {
        var fields = RecommendationScene.Accepted("Ten seconds,\nfrom October.");
        var refused = await scene.Answerer.SubmitAsync(await scene.Answerer.GetAsync($"{Desk}/answer"), new(fields) { ["Input.OwnerRole"] = "" }, HttpStatusCode.UnprocessableEntity);
        Assert.Equal("Ten seconds,\nfrom October.", refused.QuerySelector("[name='Input.Action']")!.TextContent.Trim().ReplaceLineEndings("\n"));

        var check = await scene.Answerer.SubmitAsync(refused, new() { ["Input.OwnerRole"] = "Head of highways" });
        check.Shows("This is how everybody will see it.");
        var again = await scene.Answerer.SubmitAsync(check, button: "Change it");

        Assert.Equal("Head of highways", again.QuerySelector("[name='Input.OwnerRole']")!.GetAttribute("value"));
        Assert.Equal("10", again.QuerySelector("[name='Input.ByWhen.Month']")!.GetAttribute("value"));
        Assert.Empty((await scene.LoadAsync(id)).Responses);
    }

    [Fact]
    public async Task An_answer_is_public_at_once_and_those_who_asked_and_were_heard_are_told()
    {
        var reader = new Browser(Site);
        (await reader.GetAsync(Public)).Shows("Rivermead Council has not answered yet.");

        await scene.AnswerAsync(id);

        var page = await reader.GetAsync(Public);
        page.Shows("We set the lights to ten seconds.");
        page.Shows("Head of highways");
        page.Shows("1 October 2026");
        (await reader.GetAsync(SummaryScene.Path)).Shows("1 of 1 recommendation answered");
        Assert.Equal(RecommendationState.Answered, scene.StateOf(await scene.LoadAsync(id)));
        Assert.Single(await scene.LettersAsync(scene.Summary.Editor.Email!, "recommendation-answered"));
        Assert.DoesNotContain(await Site.LettersToAsync(scene.Summary.People[0].Email!), l => l.Text.Contains("We set the lights", StringComparison.Ordinal)); // not at once
        var heard = (await Site.MorningLetterToAsync(scene.Summary.People[0].Email!))!;
        Assert.Equal("What we heard: Safer crossings, and 1 more", heard.Subject);
        Assert.Contains("What you said was used, and this was answered: Safer crossings", heard.Text, StringComparison.Ordinal);
        Assert.Contains("We set the lights to ten seconds.", heard.Text, StringComparison.Ordinal);
        Assert.Null(await Site.MorningLetterToAsync(scene.Summary.People[5].Email!)); // cited by no finding
        Assert.True(await Site.AskAsync(db => db.ActivityEntries.AnyAsync(e => e.Verb == "recommendation.answered" && e.SubjectId == id)));
    }

    [Fact]
    public async Task A_correction_stands_beside_the_first_answer()
    {
        await scene.AnswerAsync(id);
        Site.Clock.Advance(TimeSpan.FromDays(3));
        await scene.AnswerAsync(id, "Eight seconds, not ten.");

        var page = await new Browser(Site).GetAsync(Public);
        page.Shows("We set the lights to ten seconds.");
        page.Shows("Eight seconds, not ten.");
        page.Shows("Correction 1, 12 June 2026");
        Assert.Equal(1, await Site.AskAsync(db => db.OwedNews.CountAsync(n => n.PersonId == scene.Summary.People[0].Id && n.Kind == "recommendation-heard")));
        Assert.Equal(2, (await scene.LettersAsync(scene.Summary.Editor.Email!, "recommendation-answered")).Count);
    }

    [Fact]
    public async Task Nobody_else_answers_for_them()
    {
        var stranger = await Site.SaveAsync(A.Person());
        await Site.SaveAsync(A.Membership(stranger, scene.Summary.Area, Capability.Respond)); // of another body over the same area
        foreach (var (person, secondFactor) in new[] { (stranger, true), (scene.Colleague, true), (scene.Responder, false) })
        {
            foreach (var page in new[] { "", "/answer", "/outcome", "/pause", "/withdraw" }) await IsRefusedAsync(new Browser(Site, person.Id, secondFactor), Desk + page);
        }
        await IsRefusedAsync(scene.Summary.Browser, $"{Desk}/answer"); // whoever asked does not answer
        await IsRefusedAsync(scene.Answerer, $"{Desk}/pause"); // and whoever is asked does not stop the clock
        await IsRefusedAsync(scene.Answerer, $"{Desk}/withdraw");
    }

    [Fact]
    public async Task An_organisation_that_may_publish_here_too_does_not_stop_the_clock_of_what_it_was_asked()
    {
        await Site.SaveAsync(A.Membership(scene.Responder, scene.Summary.Area, Capability.Publish, scene.Council));

        await IsRefusedAsync(scene.Answerer, $"{Desk}/pause");
        await IsRefusedAsync(scene.Answerer, $"{Desk}/withdraw");
        await scene.Answerer.GetAsync($"{Desk}/answer");
    }

    [Fact]
    public async Task An_outcome_is_dated_and_says_who_reports_it()
    {
        await scene.AnswerAsync(id);
        Site.Clock.Advance(TimeSpan.FromDays(40));
        var answerer = new Browser(Site, scene.Responder.Id);
        var refused = await answerer.SubmitAsync(await answerer.GetAsync($"{Desk}/outcome"), new() { ["Input.On.Year"] = "2027" }, HttpStatusCode.UnprocessableEntity);
        refused.ShowsError("Input.State", "Choose how it stands");
        refused.ShowsError("Input.Effect", "Say what people notice of it");
        refused.ShowsError("Input.On.Day", "The day cannot lie ahead");
        await answerer.SubmitAsync(refused, new() { ["Input.State"] = "InProgress", ["Input.Effect"] = "Three crossings of five.", ["Input.On.Year"] = "2026" });
        var editor = new Browser(Site, scene.Summary.Editor.Id);
        await editor.SubmitAsync(await editor.GetAsync($"{Desk}/outcome"), new() { ["Input.State"] = "Unknown", ["Input.Effect"] = "Nobody we asked has noticed." });

        var page = await new Browser(Site).GetAsync(Public);
        page.Shows("In progress as of 19 July 2026, says Rivermead Council");
        page.Shows("Unknown as of 19 July 2026, says Rivermead Voice");
    }

    [Fact]
    public async Task One_that_is_withdrawn_stays_public_with_the_reason_and_takes_no_answer()
    {
        var editor = scene.Summary.Browser;
        (await editor.SubmitAsync(await editor.GetAsync($"{Desk}/withdraw"), expected: HttpStatusCode.UnprocessableEntity)).ShowsError("Reason", "Say why it is withdrawn");
        await editor.SubmitAsync(await editor.GetAsync($"{Desk}/withdraw"), new() { ["Reason"] = "The lights belong to the county." });

        (await new Browser(Site).GetAsync(Public)).Shows("withdrawn on 9 June 2026: The lights belong to the county.");
        (await scene.Answerer.GetAsync($"{Desk}/answer")).Shows("Withdrawn: The lights belong to the county.");
        var withdrawn = await scene.LoadAsync(id);
        Assert.Throws<InvalidOperationException>(() => withdrawn.Answer(new(ResponseKind.NotAccepted, null, null, null, "No."), scene.Responder.Id, Site.Now));
    }

    [Fact]
    public async Task Who_answered_is_forgotten_with_their_account_and_the_answer_stays()
    {
        await scene.AnswerAsync(id);
        await Site.DoAsync<CommunityVoice.People.Leaving>(async leaving =>
        {
            var person = await Site.AskAsync(db => db.People.SingleAsync(p => p.Id == scene.Responder.Id));
            await leaving.LeaveAsync(person, default);
        });

        var answered = await scene.LoadAsync(id);
        Assert.Null(Assert.Single(answered.Responses).ById);
        Assert.Null(answered.AcknowledgedById);
        (await new Browser(Site).GetAsync(Public)).Shows("We set the lights to ten seconds.");
    }

    private static async Task IsRefusedAsync(Browser browser, string path)
    {
        var answer = await browser.SendOnceAsync(HttpMethod.Get, path);
        Assert.True(answer.Headers.Location?.ToString().Contains("/account/not-allowed", StringComparison.Ordinal) ?? answer.StatusCode == HttpStatusCode.Forbidden, $"{path} answered {(int)answer.StatusCode}");
    }
}
