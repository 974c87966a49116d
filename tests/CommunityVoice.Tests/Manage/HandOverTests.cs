using AngleSharp.Html.Dom;
using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.People;
using CommunityVoice.Tests.Recommendations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;

namespace CommunityVoice.Tests.Manage;

/// <summary>A council is replaced on a day: until then it answers, from then on whoever follows it does, and nothing has to run in between.</summary>
public sealed class HandOverTests : SiteTest
{
    private static readonly DateOnly Day = FakeClock.Today.AddDays(10);

    [Fact]
    public async Task From_the_day_on_the_other_answers_what_the_first_was_asked_and_history_keeps_the_old_name()
    {
        var scene = await RecommendationScene.MakeAsync(Site);
        var asked = await scene.SentAsync();
        var (_, newcomer) = await HandOverAsync(scene);

        await new Browser(Site, newcomer.Id).GetAsync($"/manage/recommendations/{asked}", HttpStatusCode.Forbidden);
        (await new Browser(Site).GetAsync("/bodies/rivermead-council")).Shows("its work will be done by Mayor’s Office");
        (await new Browser(Site, scene.Responder.Id).GetAsync("/manage/recommendations")).Shows(RecommendationScene.Ask);

        Site.Clock.GoTo(UkTime.StartOf(Day));
        var due = (await scene.LoadAsync(asked)).DueOn;

        (await new Browser(Site, newcomer.Id).GetAsync("/manage/recommendations")).Shows(RecommendationScene.Ask);
        await new Browser(Site, scene.Responder.Id).GetAsync($"/manage/recommendations/{asked}", HttpStatusCode.Forbidden);
        var recommendation = await new Browser(Site).GetAsync($"/recommendations/{asked}");
        recommendation.Shows("Recommendation 1 to Rivermead Council");
        recommendation.Shows("The work of Rivermead Council is now done by Mayor’s Office, which answers in its place.");
        Assert.Equal(due, (await scene.LoadAsync(asked)).DueOn); // the clock goes on as it was
        (await new Browser(Site).GetAsync("/bodies/rivermead-council")).Shows("its work is done by Mayor’s Office");
        var after = await new Browser(Site).GetAsync("/bodies/mayor-s-office");
        after.Shows("it does the work of Rivermead Council");
        after.Shows(RecommendationScene.Ask);
    }

    [Fact]
    public async Task The_people_of_both_are_told_and_those_of_the_first_are_asked_to_go_along()
    {
        var scene = await RecommendationScene.MakeAsync(Site);
        await scene.SentAsync();
        await HandOverAsync(scene);

        Assert.Single(await scene.LettersAsync(scene.Responder.Email!, "hand-over"));
        Assert.Single(await scene.LettersAsync("office@council.example", "hand-over"));
        Assert.Single(await scene.LettersAsync(scene.Responder.Email!, "invitation"));
        var id = await Site.AskAsync(db => db.HandOvers.Select(h => h.Id).SingleAsync());
        var page = await new Browser(Site, scene.Responder.Id).GetAsync($"/manage/hand-overs/{id}");
        page.Shows(RecommendationScene.Ask);
        page.Shows("Ask Bron about the lights.");
        var stranger = await Site.SaveAsync(A.Person("Nobody"));
        await new Browser(Site, stranger.Id).GetAsync($"/manage/hand-overs/{id}", HttpStatusCode.Forbidden);

        var letter = Assert.Single(await scene.LettersAsync(scene.Responder.Email!, "invitation"));
        var link = System.Text.RegularExpressions.Regex.Match(letter.Text, "/account/invitations/[0-9a-f]+", default, TimeSpan.FromSeconds(1)).Value;
        var responder = new Browser(Site, scene.Responder.Id);
        await responder.SubmitAsync(await responder.GetAsync(link), button: "Accept");
        Site.Clock.GoTo(UkTime.StartOf(Day));
        (await new Browser(Site, scene.Responder.Id).GetAsync("/manage/recommendations")).Shows(RecommendationScene.Ask); // for the other body now
    }

    [Fact]
    public async Task Remits_end_and_begin_on_the_day_and_calling_it_off_before_makes_all_as_it_was()
    {
        var scene = await RecommendationScene.MakeAsync(Site);
        var (admin, _) = await HandOverAsync(scene);
        var remits = await Site.AskAsync(db => db.Remits.Where(r => r.Body.Slug == "rivermead-council" || r.Body.Slug == "mayor-s-office").OrderBy(r => r.Id).ToListAsync());
        Assert.Equal([Day, (DateOnly?)null], [remits[0].EndsOn, remits[^1].EndsOn]);
        Assert.Equal((Day, remits[0].Capabilities, remits[0].AreaId), (remits[^1].StartsOn, remits[^1].Capabilities, remits[^1].AreaId));

        var id = await Site.AskAsync(db => db.HandOvers.Select(h => h.Id).SingleAsync());
        var off = await admin.SubmitAsync(await admin.GetAsync($"/manage/hand-overs/{id}"), button: "Call it off");

        off.Shows("The hand-over is called off. Everything stays as it was.");
        Assert.Null(await Site.AskAsync(db => db.Remits.Where(r => r.Body.Slug == "rivermead-council").Select(r => r.EndsOn).SingleAsync()));
        (await new Browser(Site).GetAsync("/bodies/rivermead-council")).DoesNotShow("Mayor’s Office");
        Assert.Equal(["body.handed-over", "body.hand-over-called-off"], await Site.AskAsync(db => db.ActivityEntries.Where(e => e.Verb.StartsWith("body.hand")).OrderBy(e => e.Id).Select(e => e.Verb).ToListAsync()));
    }

    [Fact]
    public async Task Two_merge_into_a_new_one_on_a_day()
    {
        var (admin, place) = await AdministratorAsync();
        foreach (var name in new[] { "East Voice", "West Voice" })
        {
            var body = A.Body(name);
            body.Grant(place, Capability.Moderate, "Voice body", "Agreed", FakeClock.Today.AddDays(-100));
            await Site.SaveAsync(body, place);
        }
        var west = await Site.AskAsync(db => db.Bodies.Where(b => b.Slug == "west-voice").Select(b => b.Id).SingleAsync());
        var form = await admin.GetAsync("/manage/bodies/east-voice/hand-over");

        var refused = await admin.SubmitAsync(form, new() { ["Input.NewName"] = "" }, HttpStatusCode.UnprocessableEntity, "Check it");
        Assert.Contains("Choose who takes it over", refused.QuerySelector("[data-error-summary]")!.Words(), StringComparison.Ordinal);
        Assert.Contains("Enter the day", refused.QuerySelector("[data-error-summary]")!.Words(), StringComparison.Ordinal);
        await DecideAsync(admin, refused, new() { ["Input.NewName"] = "Joint Voice", ["Input.TogetherWith"] = $"{west}" });

        Site.Clock.GoTo(UkTime.StartOf(Day));
        var remits = await Site.AskAsync(db => db.Remits.Where(r => r.Body.Slug == "joint-voice").ToListAsync());
        Assert.Equal([Day, Day], remits.Select(r => r.StartsOn));
        var page = await new Browser(Site).GetAsync("/bodies/joint-voice");
        page.Shows("East Voice");
        page.Shows("West Voice");
    }

    [Fact]
    public async Task How_independent_a_body_is_is_public_and_so_is_what_it_was()
    {
        var (admin, place) = await AdministratorAsync();
        var body = A.Body("East Voice");
        body.Grant(place, Capability.Moderate, "Voice body", "Agreed", FakeClock.Today.AddDays(-100));
        await Site.SaveAsync(body, place);
        var form = await admin.GetAsync("/manage/bodies/east-voice/standing");
        var refused = await admin.SubmitAsync(form, new() { ["Input.Kind"] = "WithinCouncil" }, HttpStatusCode.UnprocessableEntity);
        Assert.Contains("Enter who hosts it", refused.QuerySelector("[data-error-summary]")!.Words(), StringComparison.Ordinal);

        var said = await admin.SubmitAsync(await admin.GetAsync("/manage/bodies/east-voice/standing"), new() { ["Input.Kind"] = "Independent" });
        await admin.SubmitAsync(said, new(StringComparer.Ordinal) { ["Input.Kind"] = "WithinCouncil", ["Input.HostedBy"] = "Rivermead Council", ["Input.StartsOn.Day"] = $"{Day.Day}", ["Input.StartsOn.Month"] = $"{Day.Month}", ["Input.StartsOn.Year"] = $"{Day.Year}" });

        (await new Browser(Site).GetAsync("/bodies/east-voice")).Shows("Independent since 9 June 2026");
        Site.Clock.GoTo(UkTime.StartOf(Day));
        (await new Browser(Site).GetAsync("/bodies/east-voice")).Shows("Hosted by Rivermead Council since");
    }

    [Fact]
    public void Duties_go_from_hand_to_hand_and_can_come_back()
    {
        var (first, second) = (new DateOnly(2026, 4, 1), new DateOnly(2028, 4, 1));
        Assert.Equal(1, Successions.HolderOf(1, []));
        Assert.Equal(3, Successions.HolderOf(1, [new(2, 3, second), new(1, 2, first)]));
        Assert.Equal(2, Successions.HolderOf(1, [new(2, 3, first), new(1, 2, second)])); // what it had was handed on before
        Assert.Equal(1, Successions.HolderOf(1, [new(1, 2, first), new(2, 1, second)]));
    }

    private async Task<(Browser Admin, Person Newcomer)> HandOverAsync(RecommendationScene scene)
    {
        var person = await Site.SaveAsync(A.Person("Sam K"));
        await Site.SaveAsync(A.Membership(person, scene.Summary.Area, Capability.Administer), scene.Summary.Area);
        var successor = A.Body("Mayor’s Office", BodyKind.Council);
        var newcomer = A.Person("Nell M");
        await Site.SaveAsync(newcomer);
        await Site.SaveAsync(new Membership(newcomer.Id, successor, Capability.Respond, "Officer", FakeClock.Start));
        var admin = new Browser(Site, person.Id);
        await DecideAsync(admin, await admin.GetAsync("/manage/bodies/rivermead-council/hand-over"), new() { ["Input.To"] = $"{successor.Id}", ["Input.Note"] = "Ask Bron about the lights." });
        return (admin, newcomer);
    }

    private static async Task DecideAsync(Browser admin, IHtmlDocument form, Dictionary<string, StringValues> answers)
    {
        (answers["Input.On.Day"], answers["Input.On.Month"], answers["Input.On.Year"]) = ($"{Day.Day}", $"{Day.Month}", $"{Day.Year}");
        var check = await admin.SubmitAsync(form, answers, button: "Check it");
        check.Shows("Check the hand-over");
        (await admin.SubmitAsync(check, button: "Hand over")).Shows("The hand-over is decided, and the people of both are told.");
    }

    private async Task<(Browser Browser, Area Place)> AdministratorAsync()
    {
        var (place, person) = (A.Area(), A.Person("Sam K"));
        await Site.SaveAsync(person, place);
        await Site.SaveAsync(A.Membership(person, place, Capability.Administer));
        return (new Browser(Site, person.Id), place);
    }
}
