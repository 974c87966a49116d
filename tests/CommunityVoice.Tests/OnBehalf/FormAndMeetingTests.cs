using CommunityVoice.Bodies;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.OnBehalf;

public sealed class FormAndMeetingTests : SiteTest
{
    private AnswerScene scene = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        scene = await AnswerScene.MakeAsync(Site);
    }

    [Fact]
    public async Task Each_printed_form_says_what_is_asked_what_happens_with_it_and_has_a_code_of_its_own()
    {
        (await scene.Browser.SubmitAsync(await scene.Browser.GetAsync(AnswerScene.Home + "/forms"), new() { ["Count"] = "101" }, HttpStatusCode.UnprocessableEntity)).ShowsError("Count", "Enter a number from 1 to 100");

        var codes = await scene.FormsAsync(3);

        Assert.Equal(3, codes.Distinct().Count());
        var page = await scene.Browser.GetAsync(AnswerScene.Home + "/forms/1");
        var form = page.QuerySelectorAll("article")[0];
        foreach (var words in new[] { codes[0], "Safer crossings", "What would help?", "Send or bring it to Rivermead Voice", "What happens with it.", "/consultations/safer-crossings", "only count my answer" })
            Assert.Contains(words, form.Words(), StringComparison.Ordinal);
        Assert.NotNull(form.QuerySelector("svg path"));
        (await scene.Browser.GetAsync(AnswerScene.Home + "/forms")).Shows("Printing 1");
        await scene.Browser.GetAsync(AnswerScene.Home + "/forms/2", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_code_finds_its_question_and_way_and_cannot_be_entered_twice_until_it_is_taken_back()
    {
        var code = (await scene.FormsAsync(1))[0];
        var start = await scene.Browser.GetAsync("/manage/answers");
        (await scene.Browser.SubmitAsync(start, new() { ["Code"] = "ZZZZ-ZZZZ" }, HttpStatusCode.UnprocessableEntity)).ShowsError("Code", "No form has this code: check it letter by letter");

        var form = await scene.Browser.SubmitAsync(start, new() { ["Code"] = code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal) });
        form.Shows("Safer crossings");
        Assert.Equal("Paper", form.QuerySelector("[name='Input.Channel'][checked]")!.GetAttribute("value"));
        await scene.Browser.SubmitAsync(form, new() { ["Input.Words"] = "The kerb.", ["Input.Consent"] = "Publish" });

        var twice = await scene.EnterAsync("The kerb again.", code: code, expected: HttpStatusCode.UnprocessableEntity);
        twice.ShowsError("Input.Code", "The form with this code is entered already. Check the code, or take that answer back first");
        Assert.Equal("The kerb again.", twice.QuerySelector("[name='Input.Words']")!.TextContent.Trim());
        (await scene.Browser.GetAsync(AnswerScene.Home)).Shows($"form {code}");

        await scene.Browser.SubmitAsync(await scene.Browser.FollowAsync(await scene.Browser.GetAsync(AnswerScene.Home), "Take back"), new() { ["Input.Reason"] = "Wrong pile." });
        (await scene.EnterAsync("The kerb again.", code: code)).Shows("1 saved in this sitting.");
        Assert.Equal((1, 1), await scene.CountsAsync());
    }

    [Fact]
    public async Task A_code_of_another_question_is_told()
    {
        var code = (await scene.FormsAsync(1))[0];
        await Site.SaveAsync(A.Consultation("Benches", area: scene.Place, askedBy: scene.Body));

        var refused = await scene.Browser.SubmitAsync(await scene.Browser.GetAsync("/manage/consultations/benches/answers/new"),
            new() { ["Input.Code"] = code, ["Input.Words"] = "The kerb.", ["Input.Consent"] = "Publish", ["Input.Channel"] = "Paper" }, HttpStatusCode.UnprocessableEntity);

        Assert.Contains("This code is of a form for another question", refused.QuerySelector("[data-error-summary]")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_meeting_is_one_note_and_its_points_are_comments_that_count_nobody()
    {
        await scene.EnterAsync("The kerb is too high.");
        (await scene.RecordMeetingAsync()).Shows("The meeting is saved.");

        Assert.Equal((3, 1), await scene.CountsAsync());
        var page = await new Browser(Site).GetAsync("/consultations/safer-crossings");
        page.Shows("1 person");
        page.Shows("Said at a meeting of about 25 people");
        page.Shows("About 25 people at Weir Hall");
        page.DoesNotShow("- Cars do not stop.");
        var meeting = await new Browser(Site).FollowAsync(page, "About 25 people at Weir Hall");
        meeting.Shows("Mostly carers");
        meeting.Shows("The lights change too fast.");
        meeting.Shows("As one note, apart from the people and votes");
        await Site.DoAsync<CommunityVoice.Areas.AreaTallies>(t => t.RefreshDueAsync(default));
        var overview = await new Browser(Site).GetAsync("/areas/rivermead");
        overview.Shows("1 person heard");
        overview.Shows("Counted apart: 1 meeting of about 25 people.");
        (await scene.Browser.GetAsync("/moderation/themes/safer-crossings")).Shows("Cars do not stop.");

        var back = await scene.Browser.FollowAsync(await scene.Browser.GetAsync(AnswerScene.Home), "Take back the meeting at Weir Hall");
        (await scene.Browser.SubmitAsync(back, expected: HttpStatusCode.UnprocessableEntity)).ShowsError("Reason", "Say why it is taken back");
        (await scene.Browser.SubmitAsync(back, new() { ["Reason"] = "Entered twice." })).Shows("The meeting is taken back.");
        Assert.Equal((1, 1), await scene.CountsAsync());
        Assert.Equal(["answer.entered", "meeting.recorded", "meeting.taken-back"], await scene.VerbsAsync());
        (await new Browser(Site).GetAsync("/consultations/safer-crossings")).DoesNotShow("Weir Hall");
        Assert.Equal(HttpStatusCode.NotFound, (await new Browser(Site).SendAsync(HttpMethod.Get, new Uri(meeting.Url).AbsolutePath)).StatusCode);
    }

    [Fact]
    public async Task A_meeting_needs_a_number_of_people_and_at_least_one_point()
    {
        (await scene.RecordMeetingAsync(people: "many", expected: HttpStatusCode.UnprocessableEntity)).ShowsError("Input.People", "Enter a number from 1 to 5,000");
        var refused = await scene.RecordMeetingAsync(points: " ", expected: HttpStatusCode.UnprocessableEntity);
        refused.ShowsError("Input.Points", "Enter what was said, one point a line");
        Assert.Equal("Mostly carers", refused.QuerySelector("[name='Input.Groups']")!.TextContent.Trim());
        Assert.Equal(0, await Site.AskAsync(db => db.Meetings.CountAsync()));
    }

    [Fact]
    public async Task A_point_that_shows_who_somebody_is_waits_for_a_moderator_and_the_others_do_not()
    {
        var moderator = A.Person("Mo D");
        await Site.SaveAsync(moderator, A.Membership(moderator, scene.Place, Capability.Moderate));

        var saved = await scene.RecordMeetingAsync(points: "The lights change too fast.\nRing me on 07700 900123 about the kerb.");

        saved.Shows("The meeting is saved. A moderator looks at 1 point first. It seems to hold a phone number.");
        var page = await new Browser(Site).GetAsync("/consultations/safer-crossings");
        page.Shows("The lights change too fast.");
        page.DoesNotShow("about the kerb");
        (await new Browser(Site).FollowAsync(page, "About 25 people at Weir Hall")).DoesNotShow("about the kerb");
        Assert.Equal((1, 0), await scene.CountsAsync());
        var staff = new Browser(Site, moderator.Id);
        var queue = await staff.GetAsync("/moderation");
        queue.Shows("Ring me on 07700 900123 about the kerb.");
        await staff.SubmitAsync(queue, button: "Publish");
        (await new Browser(Site).GetAsync("/consultations/safer-crossings")).Shows("about the kerb");
        Assert.Equal((2, 0), await scene.CountsAsync());
    }

    [Theory]
    [InlineData("Place", "Weir Hall, ring 07700 900123", "It seems to hold a phone number")]
    [InlineData("Groups", "Carers, one with the number 943 476 5919", "It seems to hold an NHS number")]
    [InlineData("Notes", "Write to una@example.org", "It seems to hold an e-mail address")]
    public async Task Details_in_what_everybody_reads_of_a_meeting_are_told_beside_the_box_and_what_was_typed_is_kept(string field, string typed, string found)
    {
        var refused = await (field switch
        {
            "Place" => scene.RecordMeetingAsync(expected: HttpStatusCode.UnprocessableEntity, place: typed),
            "Groups" => scene.RecordMeetingAsync(expected: HttpStatusCode.UnprocessableEntity, groups: typed),
            _ => scene.RecordMeetingAsync(expected: HttpStatusCode.UnprocessableEntity, notes: typed),
        });

        refused.ShowsError($"Input.{field}", $"Everybody can read this. {found}: take it out");
        var box = refused.QuerySelector($"[name='Input.{field}']")!;
        Assert.Equal(typed, box.GetAttribute("value") ?? box.TextContent.Trim());
        Assert.Equal(0, await Site.AskAsync(db => db.Meetings.CountAsync()));
    }
}
