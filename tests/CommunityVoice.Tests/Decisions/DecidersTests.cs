using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Decisions;
using CommunityVoice.Discussion;
using CommunityVoice.People;
using CommunityVoice.Tests.Manage;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Decisions;

/// <summary>The body that a consultation names decides on it, under whatever name it has now, or whoever does its work.</summary>
public sealed class DecidersTests : SiteTest
{
    private static readonly DateOnly Day = FakeClock.Today.AddDays(10);
    private DecisionScene scene = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        scene = await DecisionScene.MakeAsync(Site);
    }

    [Fact]
    public async Task From_the_day_of_a_hand_over_the_other_decides_and_is_reminded()
    {
        var newcomer = await Handed.OverAsync(Site, scene.Asked.Council.Slug, Capability.Respond, Day);
        var board = await BoardAsync();
        (await scene.Browser.GetAsync(DecisionScene.Desk)).Shows("decided by Rivermead Council");
        await RefusesAsync(newcomer);

        Site.Clock.GoTo(UkTime.StartOf(Day).AddHours(9));

        (await new Browser(Site, newcomer.Id).GetAsync("/manage/decisions")).Shows("Safer crossings");
        (await new Browser(Site, newcomer.Id).GetAsync(DecisionScene.Desk)).Shows("decided by Mayor’s Office");
        await RefusesAsync(scene.Leader);
        await RefusesAsync(board);
        Site.Clock.GoTo(UkTime.StartOf(new(2026, 9, 22)).AddHours(9));
        await Site.DoAsync<DecisionReminders>(r => r.SendDueAsync(default));
        Assert.Equal(newcomer.Email, Assert.Single(await scene.LettersAsync("decision-reminder")).To);
    }

    [Fact]
    public async Task Duties_without_a_remit_there_are_enough_to_decide()
    {
        var (officer, other) = (A.Person("Nell M"), A.Body("County Council", BodyKind.Council));
        await Site.SaveAsync(officer);
        await Site.SaveAsync(A.Membership(officer, A.Area("Elsewhere"), Capability.Respond, other));
        await RefusesAsync(officer);
        await Site.DoAsync<CommunityVoiceDb>(async db =>
        {
            var (from, to) = (await db.Bodies.SingleAsync(b => b.Slug == "rivermead-council"), await db.Bodies.SingleAsync(b => b.Slug == "county-council"));
            db.HandOvers.Add(new HandOver(from, to, FakeClock.Today, movesDuties: true, "", officer.Id, FakeClock.Start));
            await db.SaveChangesAsync();
        });

        var decider = new Browser(Site, officer.Id);
        (await decider.GetAsync("/manage/decisions")).Shows("Safer crossings");
        (await decider.GetAsync(DecisionScene.Desk)).Shows("decided by County Council");
        await RefusesAsync(scene.Leader);

        await scene.Asked.Summary.PublishedAsync();
        await decider.SubmitAsync(await decider.SubmitAsync(await decider.GetAsync(DecisionScene.Desk), DecisionScene.Whole()), button: "Publish the decision");
        Assert.Equal("county-council", await Site.AskAsync(db => db.DecisionRecords.Select(r => r.By.Slug).SingleAsync()));
        (await decider.GetAsync("/manage/decisions")).Shows("Safer crossings");
        (await decider.GetAsync(DecisionScene.Desk)).Shows("decided by County Council"); // to correct it
    }

    [Fact]
    public async Task A_body_that_is_renamed_decides_under_its_new_name_and_no_board_steps_in()
    {
        var board = await BoardAsync();

        await RenameAsync("Rivermead Borough");

        (await scene.Browser.GetAsync(DecisionScene.Desk)).Shows("decided by Rivermead Borough");
        await RefusesAsync(board);
        (await new Browser(Site).GetAsync(DecisionScene.Path)).Shows("Rivermead Borough decides.");
        Assert.Equal("from Rivermead Council to Rivermead Borough", await Site.AskAsync(db => db.ActivityEntries.Where(e => e.Verb == "consultation.decider-renamed").Select(e => e.Detail).SingleAsync()));
    }

    [Fact]
    public async Task Whoever_takes_the_name_that_a_renamed_body_gave_up_has_nothing_to_decide()
    {
        await RenameAsync("Rivermead Borough");
        var (clerk, heir) = (A.Person("Nell M"), new Body("Rivermead Council", "the-new-council", BodyKind.Council));
        await Site.SaveAsync(clerk);
        await Site.SaveAsync(A.Membership(clerk, scene.Asked.Summary.Area, Capability.Respond, heir));

        (await scene.Browser.GetAsync("/manage/decisions")).Shows("Safer crossings");
        (await new Browser(Site, clerk.Id).GetAsync("/manage/decisions")).Shows("Nothing to decide");
        await RefusesAsync(clerk);
    }

    [Fact]
    public async Task A_name_in_other_letters_with_spaces_around_it_is_the_same_name_everywhere()
    {
        await NamedAsync(" RIVERMEAD council ");
        var (board, newcomer) = (await BoardAsync(), await Handed.OverAsync(Site, scene.Asked.Council.Slug, Capability.Respond, Day));

        (await scene.Browser.GetAsync(DecisionScene.Desk)).Shows("decided by Rivermead Council");
        (await scene.Browser.GetAsync("/manage/decisions")).Shows("Safer crossings");
        (await new Browser(Site, board.Id).GetAsync("/manage/decisions")).Shows("Nothing to decide");
        (await Handed.PageAsync(Site, newcomer)).Shows("Decisions to make (1)");
        await RenameAsync("Rivermead Borough");
        Assert.Equal("Rivermead Borough", await Site.AskAsync(db => db.Consultations.Select(c => c.DecisionMaker).SingleAsync()));
        Site.Clock.GoTo(UkTime.StartOf(Day).AddHours(9));
        await NamedAsync("rivermead BOROUGH");
        (await new Browser(Site, newcomer.Id).GetAsync("/manage/decisions")).Shows("Safer crossings");
    }

    [Fact]
    public async Task A_name_that_begins_with_an_accent_is_itself()
    {
        await NamedAsync("Éire Council");
        await Site.DoAsync<CommunityVoiceDb>(db => db.Bodies.Where(b => b.Slug == "rivermead-council").ExecuteUpdateAsync(s => s.SetProperty(b => b.Name, "Éire Council")));

        (await scene.Browser.GetAsync(DecisionScene.Desk)).Shows("decided by Éire Council");
        (await scene.Browser.GetAsync("/manage/decisions")).Shows("Safer crossings");
    }

    [Fact]
    public async Task What_another_body_of_the_same_name_may_decide_keeps_that_name()
    {
        await Site.SaveAsync(new Body("Rivermead Council", "the-other-council", BodyKind.Council));

        await RenameAsync("Rivermead Borough");

        Assert.Equal("Rivermead Council", await Site.AskAsync(db => db.Consultations.Select(c => c.DecisionMaker).SingleAsync()));
    }

    [Fact]
    public async Task What_is_decided_keeps_the_name_it_had_and_whoever_decided_may_still_correct_it()
    {
        var board = await BoardAsync();
        await scene.DecidedAsync();

        await RenameAsync("Rivermead Borough");

        (await scene.Browser.GetAsync("/manage/decisions")).Shows("Safer crossings");
        (await scene.Browser.GetAsync(DecisionScene.Desk)).Shows("decided by Rivermead Borough");
        await RefusesAsync(board);
        (await new Browser(Site, board.Id).GetAsync("/manage/decisions")).Shows("Nothing to decide");
        Assert.Equal("Rivermead Council", await Site.AskAsync(db => db.Consultations.Select(c => c.DecisionMaker).SingleAsync()));
    }

    [Fact]
    public async Task Whoever_decides_now_speaks_officially_and_whoever_did_no_longer_does()
    {
        var newcomer = await Handed.OverAsync(Site, scene.Asked.Council.Slug, Capability.Respond, FakeClock.Today);
        var successor = await Site.AskAsync(db => db.Bodies.Where(b => b.Name == Handed.Successor).Select(b => b.Id).SingleAsync());

        Assert.True(await IsOfficialAsync(newcomer, successor));
        Assert.False(await IsOfficialAsync(scene.Leader, scene.Asked.Council.Id));
    }

    [Fact]
    public async Task A_hand_over_lists_the_decisions_that_are_due()
    {
        var newcomer = await Handed.OverAsync(Site, scene.Asked.Council.Slug, Capability.Respond, Day);

        var page = await Handed.PageAsync(Site, newcomer);

        page.Shows("Decisions to make (1)");
        page.Shows("Safer crossings by 6 October 2026");
        Assert.Single(page.QuerySelectorAll("main .cv-tasks a[href='/manage/decisions/safer-crossings']"));
    }

    private async Task<Person> BoardAsync()
    {
        var member = await Site.SaveAsync(A.Person("Board member"));
        await Site.SaveAsync(A.Membership(member, scene.Asked.Summary.Area, Capability.Plan, A.Body("A board", BodyKind.StrategyBoard)));
        return member;
    }

    private Task NamedAsync(string name) => Site.DoAsync<CommunityVoiceDb>(db => db.Consultations.ExecuteUpdateAsync(s => s.SetProperty(c => c.DecisionMaker, name)));

    private async Task RenameAsync(string name)
    {
        var admin = await Site.SaveAsync(A.Person("Sam K"));
        await Site.SaveAsync(A.Membership(admin, scene.Asked.Summary.Area, Capability.Administer));
        var browser = new Browser(Site, admin.Id);
        (await browser.SubmitAsync(await browser.GetAsync("/manage/bodies/rivermead-council/about"), new() { ["Input.Name"] = name })).Shows("Saved.");
    }

    private Task RefusesAsync(Person person) => new Browser(Site, person.Id).GetAsync(DecisionScene.Desk, HttpStatusCode.Forbidden);

    private async Task<bool> IsOfficialAsync(Person person, long bodyId)
    {
        var said = new NewComment(scene.Asked.Summary.Consultation.Id, "We look into the lights.", null, bodyId);
        return (await Site.AskAsync<Conversation, Posted>(c => c.PostAsync(person.Id, said, default))).Comment!.IsOfficial;
    }
}
