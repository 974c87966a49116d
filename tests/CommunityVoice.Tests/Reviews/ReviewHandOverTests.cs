using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Reviews;
using CommunityVoice.Tests.Manage;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Reviews;

/// <summary>Whoever took over the work of a body is asked, told and bound in its place.</summary>
public sealed class ReviewHandOverTests : SiteTest
{
    private const string Desk = ReviewScene.Manage + "/questions/1";
    private ReviewScene scene = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        scene = await ReviewScene.MakeAsync(Site);
        await scene.AskAsync();
    }

    [Fact]
    public async Task Whoever_took_it_over_is_reminded_of_a_question()
    {
        var newcomer = await Handed.OverAsync(Site, scene.Council.Slug, Capability.Respond, FakeClock.Today);

        Site.Clock.GoTo(new DateTimeOffset(2026, 7, 1, 9, 0, 0, TimeSpan.Zero));
        await Site.DoAsync<QuestionReminders>(r => r.SendDueAsync(default));

        Assert.Single(await scene.LettersAsync(newcomer.Email!, "test-question-reminder"));
        Assert.Empty(await scene.LettersAsync(scene.Responder.Email!, "test-question-reminder"));
    }

    [Fact]
    public async Task Whoever_took_over_from_those_who_asked_is_told_of_the_answer()
    {
        var newcomer = await Handed.OverAsync(Site, "rivermead-voice", Capability.Publish, FakeClock.Today);

        await AnswerAsync();

        Assert.Single(await scene.LettersAsync(newcomer.Email!, "test-question-answered"));
        Assert.Empty(await scene.LettersAsync(scene.Said.Editor.Email!, "test-question-answered"));
    }

    [Fact]
    public async Task Whoever_took_over_from_a_partner_is_asked_to_sign()
    {
        await scene.Editor.SubmitAsync(await scene.Editor.GetAsync($"{ReviewScene.Manage}/partners"), new() { ["Body"] = scene.Council.Slug });
        var newcomer = await Handed.OverAsync(Site, scene.Council.Slug, Capability.Respond, FakeClock.Today);

        await scene.ConcludeAsync();

        Assert.Single(await scene.LettersAsync(newcomer.Email!, "review-sign-off-asked"));
        Assert.Empty(await scene.LettersAsync(scene.Responder.Email!, "review-sign-off-asked"));
    }

    [Fact]
    public async Task Nobody_rates_an_answer_that_their_body_took_over()
    {
        await AnswerAsync();
        var newcomer = await Handed.OverAsync(Site, scene.Council.Slug, Capability.Respond, FakeClock.Today);
        await Site.DoAsync<CommunityVoiceDb>(async db =>
        {
            var voice = await db.Bodies.SingleAsync(b => b.Slug == "rivermead-voice");
            db.Memberships.Add(new Membership(newcomer.Id, voice, Capability.Publish, "Editor", FakeClock.Start.AddDays(-1)));
            await db.SaveChangesAsync();
        });

        var page = await new Browser(Site, newcomer.Id).GetAsync(Desk);

        Assert.Single(page.QuerySelectorAll("[value=answer]"));
        Assert.Empty(page.QuerySelectorAll("[value=rate]"));
        Assert.Single((await scene.Editor.GetAsync(Desk)).QuerySelectorAll("[value=rate]"));
    }

    [Fact]
    public async Task A_hand_over_lists_the_questions_that_wait()
    {
        var newcomer = await Handed.OverAsync(Site, scene.Council.Slug, Capability.Respond, FakeClock.Today);

        var page = await Handed.PageAsync(Site, newcomer);
        page.Shows("Test questions to answer (1)");
        page.Shows($"{ReviewScene.Question} by 7 July 2026");
        Assert.Single(page.QuerySelectorAll($"main .cv-tasks a[href='{Desk}']"));

        var answerer = new Browser(Site, newcomer.Id);
        await answerer.SubmitAsync(await answerer.GetAsync(Desk), new() { ["Input.Answer"] = "Yes.", ["Input.Evidence"] = "This." }, button: "Publish the answer");
        (await Handed.PageAsync(Site, newcomer)).DoesNotShow("Test questions to answer");
    }

    private async Task AnswerAsync()
    {
        var answerer = scene.Answerer();
        await answerer.SubmitAsync(await answerer.GetAsync(Desk), new() { ["Input.Answer"] = "Yes.", ["Input.Evidence"] = "This." }, button: "Publish the answer");
    }
}
