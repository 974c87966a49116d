using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.People;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.OnBehalf;

public sealed class EnterAnswerTests : SiteTest
{
    private AnswerScene scene = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        scene = await AnswerScene.MakeAsync(Site);
    }

    [Theory]
    [InlineData(EntryChannel.Paper, "Said on paper")]
    [InlineData(EntryChannel.Phone, "Said by phone")]
    [InlineData(EntryChannel.InPerson, "Said in person")]
    [InlineData(EntryChannel.Email, "Said by e-mail")]
    [InlineData(EntryChannel.Post, "Said by post")]
    public async Task An_answer_is_shown_as_said_in_its_way_and_entered_by_the_body_never_under_a_name(EntryChannel channel, string shown)
    {
        await scene.EnterAsync("The kerb is too high.", channel, voice: "Carer");

        var page = await new Browser(Site).GetAsync("/consultations/safer-crossings");
        var comment = Assert.Single(page.QuerySelectorAll(".comment"));
        Assert.StartsWith($"{shown} Carer entered by Rivermead Voice on", comment.QuerySelector(".comment__by")!.Words(), StringComparison.Ordinal);
        page.DoesNotShow("Una Clerk");
        page.Shows("1 person");
        Assert.Equal((1, 1), await scene.CountsAsync());
        Assert.Equal(["answer.entered"], await scene.VerbsAsync());
        (await new Browser(Site).GetAsync("/search?q=kerb")).Shows("The kerb is too high.");
    }

    [Fact]
    public async Task The_next_form_is_empty_with_the_cursor_in_its_first_box_and_what_repeats_filled_in()
    {
        var next = await scene.EnterAsync("The kerb is too high.", EntryChannel.Phone, voice: "Carer");
        next.Shows("1 saved in this sitting.");
        Assert.Equal("Input.Code", next.QuerySelector("[autofocus]")!.GetAttribute("name"));
        Assert.Equal(("", ""), (next.QuerySelector("[name='Input.Words']")!.TextContent.Trim(), next.QuerySelector("[name='Input.Code']")!.GetAttribute("value") ?? ""));
        Assert.Null(next.QuerySelector("[name='Input.Consent'][checked]"));

        var third = await scene.Browser.SubmitAsync(next, new() { ["Input.Words"] = "A bench by the stop.", ["Input.Consent"] = "Publish" });

        third.Shows("2 saved in this sitting.");
        Assert.Equal([(EntryChannel.Phone, Voice.Carer), (EntryChannel.Phone, Voice.Carer)],
            (await Site.AskAsync(db => db.Comments.OrderBy(c => c.Id).ToListAsync())).ConvertAll(c => (c.Channel!.Value, c.Voice)));
    }

    [Fact]
    public async Task The_areas_to_choose_from_are_all_within_it_but_those_that_people_drew()
    {
        var (locality, team, drawn) = (A.Area("Rivermead North", AreaLevel.Locality), A.Area("Weir team", AreaLevel.NeighbourhoodTeam), A.Area("Mill Row", AreaLevel.Neighbourhood));
        await Site.SaveAsync(locality, team, drawn, new AreaLink(scene.Place, AreaLinkKind.Contains, locality), new AreaLink(scene.Place, AreaLinkKind.Contains, team), new AreaLink(scene.Ward, AreaLinkKind.Contains, drawn));

        var page = await scene.Browser.GetAsync(AnswerScene.Home + "/new");

        Assert.Equal(["Rivermead", "Rivermead North", "Weir team", "Weirside"], page.QuerySelectorAll("[name='Input.AreaId'] option[value]:not([value=''])").Select(o => o.Words()));
    }

    [Fact]
    public async Task What_was_typed_is_kept_when_something_is_missing()
    {
        var refused = await scene.Browser.SubmitAsync(await scene.Browser.GetAsync(AnswerScene.Home + "/new"), new() { ["Input.Words"] = "Half a form.", ["Input.Voice"] = "Resident", ["Input.AreaId"] = $"{scene.Ward.Id}" }, HttpStatusCode.UnprocessableEntity);

        foreach (var message in new[] { "Choose what they agreed to", "Choose how it came" })
            Assert.Contains(message, refused.QuerySelector("[data-error-summary]")!.Words(), StringComparison.Ordinal);
        Assert.Equal("Half a form.", refused.QuerySelector("[name='Input.Words']")!.TextContent.Trim());
        Assert.NotNull(refused.QuerySelector($"option[value='{scene.Ward.Id}'][selected]"));
        Assert.NotNull(refused.QuerySelector("option[value='Resident'][selected]"));
        (await scene.EnterAsync(" ", expected: HttpStatusCode.UnprocessableEntity)).ShowsError("Input.Words", "Enter what was said");
        Assert.Equal((0, 0), await scene.CountsAsync());
    }

    [Fact]
    public async Task What_may_only_be_counted_is_nowhere_in_public_and_is_counted_and_grouped_by_staff()
    {
        await scene.EnterAsync("Zebrafinch words that stay inside.", consent: "CountOnly");
        var comment = await Site.AskAsync(db => db.Comments.SingleAsync());
        Assert.Equal((0, 1), await scene.CountsAsync());
        var reader = new Browser(Site);

        foreach (var path in new[] { "/consultations/safer-crossings", "/search?q=zebrafinch", "/areas/rivermead", "/areas/rivermead/news.atom", "/consultations/safer-crossings/news.atom", "/" })
        {
            var answer = await reader.SendAsync(HttpMethod.Get, path);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.DoesNotContain("zebrafinch words", await answer.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
        }
        foreach (var path in new[] { "", "/report" })
            Assert.Equal(HttpStatusCode.NotFound, (await reader.SendAsync(HttpMethod.Get, $"/consultations/safer-crossings/comments/{comment.Id}{path}")).StatusCode);
        (await reader.GetAsync("/consultations/safer-crossings")).Shows("1 person");
        await Site.DoAsync<CommunityVoice.Areas.AreaTallies>(t => t.RefreshDueAsync(default));
        (await reader.GetAsync("/areas/rivermead")).Shows("1 person heard");

        var coding = await scene.Browser.GetAsync("/moderation/themes/safer-crossings");
        coding.Shows("Zebrafinch words that stay inside.");
        coding.Shows("Not public: only count it");
        (await scene.Browser.SubmitAsync(coding, new() { ["Input.Ids"] = $"{comment.Id}", ["Input.NewTheme"] = "Kerbs" }, button: "Give")).Shows("1 of 1 comments have a theme");
        var theme = await reader.GetAsync("/areas/rivermead/themes/kerbs");
        theme.Shows("1 more answer counts without being shown");
        theme.DoesNotShow("Zebrafinch");
    }

    [Fact]
    public async Task Details_that_show_who_somebody_is_wait_for_a_moderator()
    {
        var next = await scene.EnterAsync("Ring me on 07700 900123 about the kerb.");

        next.Shows("a moderator looks at it first");
        (await new Browser(Site).GetAsync("/consultations/safer-crossings")).DoesNotShow("about the kerb");
        (await scene.Browser.GetAsync(AnswerScene.Home)).Shows("A moderator looks at it first");
        Assert.Equal((0, 0), await scene.CountsAsync());
    }

    [Fact]
    public async Task An_answer_taken_back_stops_counting_with_a_reason_and_its_words_go_when_asked()
    {
        await scene.EnterAsync("The kerb is too high.");
        await scene.EnterAsync("Counted kerb.", consent: "CountOnly");
        Assert.Equal((1, 2), await scene.CountsAsync());

        foreach (var erase in new[] { false, true })
        {
            var list = await scene.Browser.GetAsync(AnswerScene.Home);
            var form = await scene.Browser.FollowAsync(list, "Take back");
            (await scene.Browser.SubmitAsync(form, expected: HttpStatusCode.UnprocessableEntity)).ShowsError("Input.Reason", "Say why it is taken back");
            var answers = new Dictionary<string, Microsoft.Extensions.Primitives.StringValues> { ["Input.Reason"] = "They asked." };
            if (erase) answers["Input.Erase"] = "true";
            (await scene.Browser.SubmitAsync(form, answers)).Shows("Taken back: They asked.");
        }

        Assert.Equal((0, 0), await scene.CountsAsync());
        Assert.Equal(["", "Counted kerb."], await Site.AskAsync(db => db.Comments.OrderBy(c => c.Body).Select(c => c.Body).ToListAsync()));
        Assert.Equal(["answer.entered", "answer.entered", "answer.taken-back", "answer.erased"], await scene.VerbsAsync());
        var page = await new Browser(Site).GetAsync("/consultations/safer-crossings");
        page.Shows("Those who entered this comment took it back.");
        page.DoesNotShow("The kerb is too high.");
        (await new Browser(Site).GetAsync("/search?q=kerb")).DoesNotShow("The kerb");
        await scene.Browser.GetAsync($"{AnswerScene.Home}/{await Site.AskAsync(db => db.Comments.Select(c => c.Id).FirstAsync())}/take-back", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_came_in_time_may_be_typed_after_the_close_and_what_came_late_not()
    {
        Site.Clock.Advance(TimeSpan.FromDays(36));
        scene.Browser.GetType(); // the session of that browser is over
        var later = new Browser(Site, scene.Clerk.Id);
        var form = await later.GetAsync(AnswerScene.Home + "/new");
        var answers = new Dictionary<string, Microsoft.Extensions.Primitives.StringValues> { ["Input.Words"] = "The kerb.", ["Input.Consent"] = "Publish", ["Input.Channel"] = "Post" };

        var refused = await later.SubmitAsync(form, answers, HttpStatusCode.UnprocessableEntity);
        Assert.Contains("It has to have come while the question was open", refused.QuerySelector("[data-error-summary]")!.Words(), StringComparison.Ordinal);
        (answers["Input.ReceivedOn.Day"], answers["Input.ReceivedOn.Month"], answers["Input.ReceivedOn.Year"]) = ($"{FakeClock.Today.Day}", $"{FakeClock.Today.Month}", $"{FakeClock.Today.Year}");
        (await later.SubmitAsync(refused, answers)).Shows("1 saved in this sitting.");
    }

    [Fact]
    public async Task Whoever_may_not_enter_for_others_here_opens_none_of_its_pages()
    {
        await scene.EnterAsync("The kerb is too high.");
        await scene.RecordMeetingAsync();
        var (comment, meeting) = await Site.AskAsync(async db => (await db.EnteredAnswers.Select(a => a.CommentId).SingleAsync(), await db.Meetings.Select(m => m.Id).SingleAsync()));
        await scene.FormsAsync(1);
        var office = new Manage.Office(Site);
        var other = A.Person();
        await Site.SaveAsync(other, A.Membership(other, scene.Place, Capability.Consult | Capability.Publish));

        foreach (var browser in new[] { await office.StrangerAsync(Capability.EnterOnBehalf), new Browser(Site, other.Id) })
        {
            foreach (var page in new[] { "", "/new", "/forms", "/forms/1", "/meetings/new", $"/{comment}/take-back", $"/meetings/{meeting}/take-back" })
                await browser.GetAsync(AnswerScene.Home + page, HttpStatusCode.Forbidden);
        }
        (await (await office.StrangerAsync(Capability.EnterOnBehalf)).GetAsync("/manage/answers")).Shows("No consultations yet");
    }

    [Fact]
    public async Task Who_entered_an_answer_finds_it_in_their_data_and_is_named_nowhere_once_they_leave()
    {
        await scene.EnterAsync("The kerb is too high.");
        var held = await Site.AskAsync<PersonalData, string>(async data => string.Join(',', (await data.OfAsync(scene.Clerk, default)).Keys));
        Assert.Contains("EnteredAnswer", held, StringComparison.Ordinal);

        await Site.DoAsync<IServiceProvider>(async services =>
        {
            var db = (Data.CommunityVoiceDb)services.GetService(typeof(Data.CommunityVoiceDb))!;
            await ((Leaving)services.GetService(typeof(Leaving))!).LeaveAsync(await db.People.SingleAsync(p => p.Id == scene.Clerk.Id), default);
        });

        Assert.Null(await Site.AskAsync(db => db.EnteredAnswers.Select(a => a.EnteredById).SingleAsync()));
        Assert.Equal((1, 1), await scene.CountsAsync());
        (await new Browser(Site).GetAsync("/consultations/safer-crossings")).Shows("entered by Rivermead Voice");
    }
}
