using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Discussion;
using CommunityVoice.People;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Consultations;

public sealed class CommentFormTests : SiteTest
{
    private const string Here = "/consultations/safer-crossings";
    private Consultation consultation = null!;
    private Person asha = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        consultation = await Site.SaveAsync(A.Consultation("Safer crossings"));
        asha = await Site.SaveAsync(A.Person("Asha B"));
    }

    [Fact]
    public async Task Somebody_signed_in_writes_looks_and_publishes()
    {
        var browser = new Browser(Site, asha.Id);
        var form = await browser.FollowAsync(await browser.GetAsync(Here), "Add a comment");

        var preview = await browser.SubmitAsync(form, new() { ["Input.Body"] = "The lights change **too fast**.\n\nFor my mother." });
        Assert.Equal("too fast", preview.QuerySelector(".cv-preview strong")!.TextContent);
        var page = await browser.SubmitAsync(preview, button: "Publish");

        page.Shows("The lights change too fast.");
        (await new Browser(Site).GetAsync(Here)).Shows("1 comment");
    }

    [Fact]
    public async Task An_answer_hangs_below_what_it_answers()
    {
        var first = await PostAsync(asha, "First");
        var browser = new Browser(Site, asha.Id);

        var form = await browser.FollowAsync(await browser.GetAsync(Here), "Reply to Asha B");
        var page = await browser.SubmitAsync(await browser.SubmitAsync(form, new() { ["Input.Body"] = "Second" }), button: "Publish");

        Assert.Equal("Second", page.QuerySelector($"#comment-{first.Id} .comment .comment__body")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_stranger_gives_a_name_and_an_address_last_and_the_words_wait_for_them()
    {
        var browser = new Browser(Site);
        var form = await browser.GetAsync(Here + "/comment");

        var preview = await browser.SubmitAsync(form, new() { ["Input.Body"] = "From the bus stop", ["Input.Name"] = "Jo" });
        preview.Shows("Shown as Jo");
        var again = await browser.SubmitAsync(preview, button: "Change it");
        Assert.Equal("From the bus stop", again.QuerySelector("textarea")!.TextContent);
        var code = await browser.SubmitAsync(preview, new() { ["Input.Email"] = "jo@example.org" });

        code.Shows("Check your e-mail");
        Assert.Equal(0, await Site.AskAsync(db => db.Comments.CountAsync()));
        Assert.Single(await Site.LettersToAsync("jo@example.org"));
    }

    [Fact]
    public async Task A_draft_is_published_for_whoever_completes_the_sign_in()
    {
        var address = await Site.AskAsync<IDraftReceiver, string>(r => r.PublishAsync(asha.Id, new Draft("safer-crossings", null, "From a draft", "Asha"), default));

        (await new Browser(Site).GetAsync(address)).Shows("From a draft");
    }

    [Theory]
    [InlineData("", "Enter your comment")]
    [InlineData("   ", "Enter your comment")]
    [InlineData("Her number is 999 012 3454", "Take out the NHS number 999 012 3454: it shows who somebody is")]
    public async Task What_is_not_right_says_what_to_do_and_keeps_the_words(string body, string message)
    {
        var browser = new Browser(Site, asha.Id);

        var page = await browser.SubmitAsync(await browser.GetAsync(Here + "/comment"), new() { ["Input.Body"] = body }, HttpStatusCode.UnprocessableEntity);

        page.ShowsError("Input.Body", message);
    }

    [Fact]
    public async Task Other_personal_details_are_pointed_out_and_the_choice_is_theirs()
    {
        var browser = new Browser(Site, asha.Id);

        var preview = await browser.SubmitAsync(await browser.GetAsync(Here + "/comment"), new() { ["Input.Body"] = "I live at M33 5DL" });

        preview.Shows("a postcode: M33 5DL");
        (await browser.SubmitAsync(preview, button: "Publish")).Shows("I live at M33 5DL");
    }

    [Fact]
    public async Task Names_of_staff_and_exact_times_are_pointed_out_and_never_held()
    {
        var browser = new Browser(Site, asha.Id);

        var preview = await browser.SubmitAsync(await browser.GetAsync(Here + "/comment"), new() { ["Input.Body"] = "Dr Smith and nurse Jane were short with me on 3 March 2026 at 14:37." });

        preview.Shows("somebody’s name: Dr Smith");
        preview.Shows("somebody’s name: nurse Jane");
        preview.Shows("an exact day or time: 3 March 2026 at 14:37");
        preview.Shows("Where few people work");
        await browser.SubmitAsync(preview, button: "Publish");
        (await new Browser(Site).GetAsync(Here)).Shows("Dr Smith and nurse Jane were short with me");
        Assert.Null(await Site.AskAsync(db => db.Comments.Select(c => c.HeldAt).SingleAsync()));
    }

    [Fact]
    public async Task What_names_nobody_is_not_bothered()
    {
        var browser = new Browser(Site, asha.Id);

        var preview = await browser.SubmitAsync(await browser.GetAsync(Here + "/comment"), new() { ["Input.Body"] = "The nurse was kind. Phones open at 8am in March." });

        preview.DoesNotShow("Is it all right to show this?");
    }

    [Fact]
    public async Task Ten_in_ten_minutes_are_enough_and_the_words_stay()
    {
        for (var i = 0; i < Conversation.MostAtOnce; i++) await PostAsync(asha, $"Number {i}");
        var browser = new Browser(Site, asha.Id);

        var preview = await browser.SubmitAsync(await browser.GetAsync(Here + "/comment"), new() { ["Input.Body"] = "One more" });
        var page = await browser.SubmitAsync(preview, expected: HttpStatusCode.UnprocessableEntity, button: "Publish");

        Assert.Equal("One more", page.QuerySelector("textarea")!.TextContent);
        page.Shows("Wait a little");
    }

    [Fact]
    public async Task A_member_may_speak_for_their_group_and_its_voice_is_marked_as_checked()
    {
        var group = A.Body("Night Nursing", BodyKind.CommunityGroup);
        await Site.SaveAsync(new Membership(asha.Id, group, Capability.None, "Chair", Site.Now));
        var browser = new Browser(Site, asha.Id);

        var form = await browser.GetAsync(Here + "/comment");
        var preview = await browser.SubmitAsync(form, new() { ["Input.Body"] = "We cover three", ["Input.SpeaksFor"] = $"{group.Id}" });
        var page = await browser.SubmitAsync(preview, button: "Publish");

        Assert.Equal("Night Nursing", page.QuerySelector(".comment__by b")!.Words());
        Assert.Equal("Community group ✓, checked", page.QuerySelector(".comment__by .cv-voice")!.Words());
    }

    [Fact]
    public async Task Ones_own_comment_can_be_changed_for_a_while_and_taken_back_at_any_time()
    {
        var comment = await PostAsync(asha, "Fisrt");
        var (own, other) = (new Browser(Site, asha.Id), new Browser(Site, (await Site.SaveAsync(A.Person("Ben"))).Id));
        await other.GetAsync($"{Here}/comments/{comment.Id}/edit", HttpStatusCode.NotFound);

        var page = await own.SubmitAsync(await own.GetAsync($"{Here}/comments/{comment.Id}/edit"), new() { ["Input.Body"] = "First" });
        page.Shows("First");
        page.Shows("edited");
        Site.Clock.Advance(Comment.EditWindow);
        (await own.GetAsync($"{Here}/comments/{comment.Id}/edit")).Shows("Comments can be changed for 15 minutes");

        page = await own.SubmitAsync(await own.GetAsync($"{Here}/comments/{comment.Id}/withdraw"), button: "Take it back");
        page.Shows("0 comments");
        page.Shows("The author took this comment back.");
    }

    [Fact]
    public async Task Support_is_given_and_taken_back_on_a_page_of_its_own()
    {
        var comment = await PostAsync(asha, "Lights");
        var browser = new Browser(Site, (await Site.SaveAsync(A.Person("Ben"))).Id);

        var page = await browser.SubmitAsync(await browser.GetAsync($"{Here}/comments/{comment.Id}/support"), button: "Support it");
        Assert.Equal(("1", "true"), (page.QuerySelector("[data-support-count]")!.TextContent, page.QuerySelector("[data-support-count]")!.GetAttribute("data-supported")));
        Assert.Equal("(1)", (await new Browser(Site).GetAsync(Here)).QuerySelector("a.support b")!.TextContent);
        page = await browser.SubmitAsync(page, button: "Take back your support");
        Assert.Equal("0", page.QuerySelector("[data-support-count]")!.TextContent);
    }

    private async Task<Comment> PostAsync(Person person, string body) =>
        (await Site.AskAsync<Conversation, Posted>(c => c.PostAsync(person.Id, new(consultation.Id, body), default))).Comment!;
}
