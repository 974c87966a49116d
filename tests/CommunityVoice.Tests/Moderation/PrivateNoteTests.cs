using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Discussion;
using CommunityVoice.Moderation;
using CommunityVoice.People;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Moderation;

public sealed class PrivateNoteTests : SiteTest
{
    private const string Here = "/consultations/safer-crossings";
    private readonly Area rivermead = A.Area();
    private Person asha = null!;
    private Person moderator = null!;
    private Consultation consultation = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        asha = await Site.SaveAsync(A.Person("Asha B", "asha@example.org"));
        moderator = await Site.SaveAsync(A.Person("Mo D"));
        await Site.SaveAsync(A.Membership(moderator, rivermead, Capability.Moderate));
        consultation = await Site.SaveAsync(A.Consultation("Safer crossings", area: rivermead));
    }

    [Fact]
    public async Task A_complaint_is_shown_where_to_turn_before_it_is_saved_and_can_be_posted_anyway()
    {
        var browser = new Browser(Site, asha.Id);

        var check = await WriteAsync(browser, "I made a complaint and heard nothing.");
        check.Shows("Somebody else may be able to help you more");
        check.Shows("If you want to complain");
        check.DoesNotShow("a moderator reads it first");
        Assert.Equal(0, await Site.AskAsync(db => db.Comments.CountAsync()));
        Assert.Equal("I made a complaint and heard nothing.", (await browser.SubmitAsync(check, button: "Change it")).QuerySelector("textarea")!.TextContent);

        await browser.SubmitAsync(check, button: "Publish");
        (await new Browser(Site).GetAsync(Here)).Shows("I made a complaint and heard nothing.");
    }

    [Fact]
    public async Task What_has_no_such_words_is_not_bothered()
    {
        var check = await WriteAsync(new Browser(Site, asha.Id), "The lights change too fast.");

        check.DoesNotShow("Somebody else may be able to help you");
        Assert.DoesNotContain(check.QuerySelectorAll("button"), b => b.TextContent.Contains("in private", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Harm_that_is_posted_anyway_waits_for_a_moderator_also_when_it_is_added_later()
    {
        var browser = new Browser(Site, asha.Id);
        var check = await WriteAsync(browser, "My neighbour's son steals from her.");
        check.Shows("a moderator reads it first");
        await browser.SubmitAsync(check, button: "Publish");
        await browser.SubmitAsync(await WriteAsync(browser, "All is well."), button: "Publish");
        var second = await Site.AskAsync(db => db.Comments.SingleAsync(c => c.Body == "All is well."));
        await browser.SubmitAsync(await browser.GetAsync($"{Here}/comments/{second.Id}/edit"), new() { ["Input.Body"] = "All is well, but her carer hits her." });

        (await new Browser(Site).GetAsync(Here)).Shows("0 comments");
        Assert.All(await Site.AskAsync(db => db.Comments.AsNoTracking().ToListAsync()), c => Assert.Contains("danger", c.HeldBecause, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sent_in_private_it_is_no_comment_and_only_moderators_of_the_area_read_and_answer_it()
    {
        var browser = new Browser(Site, asha.Id);
        var form = await browser.SubmitAsync(await WriteAsync(browser, "I made a complaint about my results."), button: "Send it in private instead");
        Assert.Equal("I made a complaint about my results.", form.QuerySelector("textarea")!.TextContent);
        var sent = await browser.SubmitAsync(form, button: "Send it in private");

        sent.Shows("It went to the moderators of Rivermead and to nobody else.");
        var note = await Site.AskAsync(db => db.PrivateNotes.SingleAsync());
        Assert.Equal(0, await Site.AskAsync(db => db.Comments.CountAsync()));
        Assert.Equal((0, 0), await Site.AskAsync(db => db.Consultations.Select(c => new { c.Comments, c.People }).SingleAsync()) is var counts ? (counts.Comments, counts.People) : default);
        Assert.DoesNotContain("complaint", (await Site.LettersToAsync("asha@example.org")).Single(l => l.Kind == "private-note-received").Text, StringComparison.Ordinal);

        await new Browser(Site, (await Site.SaveAsync(A.Person("Ben"))).Id).GetAsync($"/account/notes/{note.Id}", HttpStatusCode.NotFound);
        var elsewhere = await Site.SaveAsync(A.Person("El S"));
        await Site.SaveAsync(A.Membership(elsewhere, A.Area("Stonebridge"), Capability.Moderate));
        (await new Browser(Site, elsewhere.Id).GetAsync("/moderation/notes")).Shows("Nobody has sent one.");
        await new Browser(Site, elsewhere.Id).GetAsync($"/moderation/notes/{note.Id}", HttpStatusCode.NotFound);

        var mo = new Browser(Site, moderator.Id);
        var page = await mo.FollowAsync(await mo.GetAsync("/moderation/notes"), "Asha B, from Safer crossings");
        (await mo.SubmitAsync(page, new() { ["Answer"] = " " }, HttpStatusCode.UnprocessableEntity)).ShowsError("Answer", "Enter your answer");
        (await mo.SubmitAsync(page, new() { ["Answer"] = "Ring us on Monday." })).Shows("Asha B has your answer.");
        (await browser.GetAsync($"/account/notes/{note.Id}")).Shows("Ring us on Monday.");
        Assert.DoesNotContain("Monday", (await Site.LettersToAsync("asha@example.org")).Single(l => l.Kind == "private-note-answered").Text, StringComparison.Ordinal);
        Assert.Single(await Site.AskAsync(db => db.ActivityEntries.Where(e => e.Verb == "private-note.answered").ToListAsync()));
    }

    [Fact]
    public async Task Whoever_has_no_account_confirms_an_address_first()
    {
        var browser = new Browser(Site);
        var form = await browser.GetAsync(Here + "/private");
        (await browser.SubmitAsync(form, new() { ["Input.Body"] = "" }, HttpStatusCode.UnprocessableEntity)).ShowsError("Input.Body", "Enter what you want to tell us");

        var ask = await browser.SubmitAsync(form, new() { ["Input.Body"] = "Only for you" });
        (await browser.SubmitAsync(ask, new() { ["Input.Email"] = "jo@example.org" })).Shows("Check your e-mail");

        Assert.Equal(0, await Site.AskAsync(db => db.PrivateNotes.CountAsync()));
        var address = await Site.AskAsync<IDraftReceiver, string>(r => r.PublishAsync(asha.Id, new Draft("safer-crossings", null, "Only for you", "") { IsPrivate = true }, default));
        (await new Browser(Site, asha.Id).GetAsync(address)).Shows("Only for you");
        Assert.Equal(0, await Site.AskAsync(db => db.Comments.CountAsync()));
    }

    [Fact]
    public async Task Whoever_answers_after_a_colleague_sees_both_answers_and_loses_nothing()
    {
        var colleague = await Site.SaveAsync(A.Person("Grace N"));
        await Site.SaveAsync(A.Membership(colleague, rivermead, Capability.Moderate));
        var note = await Site.SaveAsync(new PrivateNote(consultation, asha.Id, "Only for you", Site.Now));
        var browser = new Browser(Site, moderator.Id);
        var form = await browser.GetAsync($"/moderation/notes/{note.Id}");
        await Site.AskAsync<PrivateNotes, NoteAnswered>(n => n.AnswerAsync(note.Id, "The first answer.", colleague.Id, default));

        var told = await browser.SubmitAsync(form, new() { ["Answer"] = "The second answer." }, HttpStatusCode.UnprocessableEntity);

        told.Shows("Their answer was sent and yours was not");
        told.Shows("The first answer.");
        told.Shows("The second answer.");
        Assert.Equal("The first answer.", await Site.AskAsync(db => db.PrivateNotes.Select(n => n.Answer).SingleAsync()));
    }

    [Fact]
    public async Task Of_two_answers_in_one_moment_the_first_stands()
    {
        var note = await Site.SaveAsync(new PrivateNote(consultation, asha.Id, "Only for you", Site.Now));

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => Site.AskAsync(async db =>
        {
            var read = await db.PrivateNotes.SingleAsync();
            await Site.AskAsync<PrivateNotes, NoteAnswered>(n => n.AnswerAsync(note.Id, "The first answer.", moderator.Id, default));
            read.Reply("The second answer.", moderator.Id, Site.Now);
            return await db.SaveChangesAsync();
        }));

        Assert.Equal("The first answer.", await Site.AskAsync(db => db.PrivateNotes.Select(n => n.Answer).SingleAsync()));
    }

    [Fact]
    public async Task A_note_goes_a_year_after_its_answer_and_with_the_account()
    {
        var mine = await Site.SaveAsync(new PrivateNote(consultation, asha.Id, "Old", Site.Now));
        await Site.AskAsync<PrivateNotes, NoteAnswered>(n => n.AnswerAsync(mine.Id, "Thank you.", moderator.Id, default));
        await Site.SaveAsync(new PrivateNote(consultation, asha.Id, "Still waits", Site.Now));
        Site.Clock.Advance(PrivateNote.KeptFor);

        Assert.Equal(1, await Site.AskAsync<PrivateNotes, int>(n => n.ForgetOldAsync(default)));
        Assert.Equal("Still waits", await Site.AskAsync(db => db.PrivateNotes.Select(n => n.Body).SingleAsync()));
        await Site.AskAsync<Leaving, bool>(async leaving =>
        {
            await leaving.LeaveAsync(await Site.AskAsync(db => db.People.SingleAsync(p => p.Id == asha.Id)), default);
            return true;
        });
        Assert.Empty(await Site.AskAsync(db => db.PrivateNotes.ToListAsync()));
    }

    [Fact]
    public async Task A_story_about_somebody_who_does_not_agree_goes_in_private_or_without_them()
    {
        var browser = new Browser(Site, asha.Id);

        var page = await browser.SubmitAsync(await browser.GetAsync(Here + "/comment"), new() { ["Input.Body"] = "My sister waited nine hours.", ["Input.AboutOther"] = nameof(ThirdParty.DoesNotAgree) }, HttpStatusCode.UnprocessableEntity);

        page.ShowsError("Input.AboutOther", "Ask them first, take them out of what you write, or send it to us in private");
        Assert.True(page.QuerySelector("[name='Input.AboutOther']")!.Closest("details")!.HasAttribute("open"));
        var form = await browser.SubmitAsync(page, button: "Send it in private instead");
        Assert.Equal("My sister waited nine hours.", form.QuerySelector("textarea")!.TextContent);
    }

    [Fact]
    public async Task A_story_about_somebody_else_has_its_names_pointed_out_and_waits_where_they_stay()
    {
        var browser = new Browser(Site, asha.Id);
        var check = await WriteAsync(browser, "I sat with Joan Barker all night.", ThirdParty.CannotBeAsked);
        check.Shows("It seems to hold names: Joan Barker.");
        await browser.SubmitAsync(check, button: "Publish");
        await browser.SubmitAsync(await WriteAsync(browser, "My father waited all night.", ThirdParty.Agrees), button: "Publish");

        (await new Browser(Site).GetAsync(Here)).Shows("1 comment");
        var queue = await new Browser(Site, moderator.Id).GetAsync("/moderation");
        queue.Shows("the writer says they cannot be asked. It seems to hold names: Joan Barker.");
        queue.DoesNotShow("My father");
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> WriteAsync(Browser browser, string body, ThirdParty? about = null)
    {
        var answers = new Dictionary<string, Microsoft.Extensions.Primitives.StringValues>(StringComparer.Ordinal) { ["Input.Body"] = body };
        if (about is { } other) answers["Input.AboutOther"] = $"{other}";
        return await browser.SubmitAsync(await browser.GetAsync(Here + "/comment"), answers);
    }
}
