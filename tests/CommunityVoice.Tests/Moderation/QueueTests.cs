using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Discussion;
using CommunityVoice.Moderation;
using CommunityVoice.People;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Moderation;

public sealed class QueueTests : SiteTest
{
    private readonly Area rivermead = A.Area();
    private readonly Body voice = A.Body();
    private Consultation consultation = null!;
    private Person asha = null!;
    private Person moderator = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        asha = await Site.SaveAsync(A.Person("Asha B", "asha@example.org"));
        moderator = await Site.SaveAsync(A.Person("Mo D"));
        await Site.SaveAsync(A.Membership(moderator, rivermead, Capability.Moderate, voice));
        consultation = await Site.SaveAsync(A.Consultation(area: rivermead));
    }

    [Fact]
    public async Task What_waits_longest_comes_first_with_its_age_and_its_reasons()
    {
        var reported = await CommentAsync("Reported first");
        var held = await Site.SaveAsync(Held("Held second", Site.Now.AddHours(-1)));
        await ReportAsync(reported, FlagReason.Hate, at: Site.Now.AddDays(-3));
        await CommentAsync("Nobody minds this");

        var page = await new Browser(Site, moderator.Id).GetAsync("/moderation");

        Assert.Equal("2 waiting for a moderator", page.QuerySelector("h1")!.Words());
        var items = page.QuerySelectorAll(".cv-queue__item").Select(i => i.Words()).ToList();
        Assert.Equal(2, items.Count);
        Assert.Contains("Reported first", items[0], StringComparison.Ordinal);
        Assert.Contains("Waiting for 3 days", items[0], StringComparison.Ordinal);
        Assert.Contains("It attacks people for who they are", items[0], StringComparison.Ordinal);
        Assert.Contains("Held second", items[1], StringComparison.Ordinal);
        Assert.Contains("Waiting for 1 hour", items[1], StringComparison.Ordinal);
        Assert.Contains(held.HeldBecause!, items[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_queue_is_paged_by_key()
    {
        for (var i = 0; i < 13; i++) await Site.SaveAsync(Held($"Number {i}", Site.Now.AddMinutes(-100 + (i / 2))));
        var browser = new Browser(Site, moderator.Id);

        var first = await browser.GetAsync("/moderation");
        var second = await browser.FollowAsync(first, "Next page");

        Assert.Equal(ModerationQueue.PageSize, first.QuerySelectorAll(".cv-queue__item").Length);
        Assert.Equal(3, second.QuerySelectorAll(".cv-queue__item").Length);
        Assert.Contains("Number 12", second.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Removing_leaves_its_place_lowers_the_count_and_writes_to_author_and_reporter()
    {
        var comment = await CommentAsync("Buy my lights at lights.example");
        await ReportAsync(comment, FlagReason.Spam, email: "ben@example.org");
        await RecountAsync();
        var browser = new Browser(Site, moderator.Id);

        var done = await browser.SubmitAsync(
            await browser.GetAsync("/moderation"), new() { ["Input.Rule"] = "no-adverts", ["Input.Reason"] = "It sells something." }, button: "Remove it");

        Assert.Contains("You removed the comment by Asha B. Rule 8: No adverts.", done.Words(), StringComparison.Ordinal);
        Assert.Contains("Nothing waits", done.QuerySelector("h1")!.Words(), StringComparison.Ordinal);
        var now = await Site.AskAsync(db => db.Comments.Include(c => c.Consultation).SingleAsync());
        Assert.Equal(("no-adverts", false, 0), (now.RemovedRule, now.IsVisible, now.Consultation.Comments));
        var letter = Assert.Single(await Site.LettersToAsync("asha@example.org"));
        Assert.Contains("Rule 8: No adverts", letter.Text, StringComparison.Ordinal);
        Assert.Contains("It sells something.", letter.Text, StringComparison.Ordinal);
        Assert.Contains("We removed the comment.", Assert.Single(await Site.LettersToAsync("ben@example.org")).Text, StringComparison.Ordinal);
        Assert.Equal("comment.removed", (await Site.AskAsync(db => db.ActivityEntries.OrderBy(e => e.Id).LastAsync())).Verb);
    }

    [Fact]
    public async Task Leaving_it_settles_the_reports_and_the_receipt_says_so_and_a_new_decision_undoes()
    {
        var comment = await CommentAsync("Perfectly fine");
        var receipt = await ReportAsync(comment, FlagReason.OffTopic);
        await RecountAsync();
        var browser = new Browser(Site, moderator.Id);

        var done = await browser.SubmitAsync(await browser.GetAsync("/moderation"), button: "Leave it as it is");
        Assert.Contains("The comment stays.", (await new Browser(Site).GetAsync($"/reports/{receipt}")).Words(), StringComparison.Ordinal);
        Assert.Empty(await Site.LettersToAsync("asha@example.org"));

        var again = await browser.FollowAsync(done, "Look again or decide anew");
        await browser.SubmitAsync(again, new() { ["Input.Rule"] = "civil", ["Input.Reason"] = "It insults." }, button: "Remove it");
        Site.Clock.Advance(TimeSpan.FromMinutes(1));
        await browser.SubmitAsync(await browser.GetAsync($"/moderation/{comment.Id}"), button: "Publish it");

        Assert.True((await Site.AskAsync(db => db.Comments.SingleAsync())).IsVisible);
        Assert.Equal(1, (await Site.AskAsync(db => db.Consultations.SingleAsync())).Comments);
        Assert.Equal([DecisionOutcome.Published, DecisionOutcome.Removed, DecisionOutcome.Published],
            await Site.AskAsync(db => db.Decisions.OrderBy(d => d.Number).Select(d => d.Outcome).ToListAsync()));
        Assert.Equal(["comment-removed"], (await Site.LettersToAsync("asha@example.org")).Select(l => l.Kind)); // at once: she can challenge it
        Assert.Equal("We have checked your comment on Safer crossings", (await Site.MorningLetterToAsync("asha@example.org"))!.Subject);
    }

    [Fact]
    public async Task Removing_needs_a_rule_and_a_reason_and_keeps_what_was_entered()
    {
        var comment = await Site.SaveAsync(Held("Held", Site.Now));
        var browser = new Browser(Site, moderator.Id);

        var page = await browser.SubmitAsync(await browser.GetAsync($"/moderation/{comment.Id}"),
            new() { ["Input.Reason"] = "Because." }, HttpStatusCode.UnprocessableEntity, "Remove it");
        page.ShowsError("Input.Rule", "Choose the house rule it breaks");
        Assert.Equal("Because.", page.QuerySelector("[name='Input.Reason']")!.TextContent.Trim());

        page = await browser.SubmitAsync(await browser.GetAsync($"/moderation/{comment.Id}"),
            new() { ["Input.Rule"] = "civil" }, HttpStatusCode.UnprocessableEntity, "Ask for a change");
        page.ShowsError("Input.Reason", "Say why, so that the author understands");
    }

    [Fact]
    public async Task Asking_for_a_change_hides_it_until_the_author_has_changed_it_and_then_it_comes_back_to_the_queue()
    {
        var comment = await CommentAsync("Nurse Jane was late");
        await ReportAsync(comment, FlagReason.NamesStaff);
        var browser = new Browser(Site, moderator.Id);
        var done = await browser.SubmitAsync(await browser.GetAsync("/moderation"), new() { ["Input.Reason"] = "Leave out the name." }, button: "Ask for a change");
        Assert.Contains("Rule 4", done.Words(), StringComparison.Ordinal);
        Assert.Equal("comment-edit-asked", Assert.Single(await Site.LettersToAsync("asha@example.org")).Kind);
        Assert.False((await Site.AskAsync(db => db.Comments.SingleAsync())).IsVisible);

        await Site.DoAsync<Data.CommunityVoiceDb>(async db =>
        {
            (await db.Comments.SingleAsync()).EditAsAsked("A nurse was late", Site.Now);
            await db.SaveChangesAsync();
        });
        var queue = await browser.GetAsync("/moderation");
        Assert.Contains("The author changed it as asked", queue.Words(), StringComparison.Ordinal);
        await browser.SubmitAsync(queue, button: "Publish it");

        Assert.True((await Site.AskAsync(db => db.Comments.SingleAsync())).IsVisible);
    }

    [Fact]
    public async Task The_second_of_two_moderators_is_told_and_nothing_they_wrote_is_lost()
    {
        var colleague = await Site.SaveAsync(A.Person("Ola K"));
        await Site.SaveAsync(A.Membership(colleague, rivermead, Capability.Moderate, voice));
        var comment = await CommentAsync("Something");
        await ReportAsync(comment, FlagReason.Abuse);
        var (first, second) = (new Browser(Site, moderator.Id), new Browser(Site, colleague.Id));
        var (firstPage, secondPage) = (await first.GetAsync("/moderation"), await second.GetAsync("/moderation"));

        await first.SubmitAsync(firstPage, button: "Leave it as it is");
        var told = await second.SubmitAsync(secondPage, new() { ["Input.Rule"] = "civil", ["Input.Reason"] = "It calls names." }, HttpStatusCode.UnprocessableEntity, "Remove it");

        Assert.Contains("Mo D decided on this while you had it open: published", told.Words(), StringComparison.Ordinal);
        Assert.Contains("It calls names.", told.QuerySelector("[name='Input.Reason']")!.TextContent, StringComparison.Ordinal);
        Assert.True((await Site.AskAsync(db => db.Comments.SingleAsync())).IsVisible);
        await second.SubmitAsync(told, button: "Remove it");
        Assert.False((await Site.AskAsync(db => db.Comments.SingleAsync())).IsVisible);
    }

    [Fact]
    public async Task Of_two_decisions_in_the_same_instant_one_counts()
    {
        var colleague = await Site.SaveAsync(A.Person("Ola K"));
        await Site.SaveAsync(A.Membership(colleague, rivermead, Capability.Moderate, voice));
        var comment = await CommentAsync("Something");
        var verdict = new Verdict(DecisionOutcome.Removed, "civil", "It insults.", "0.0");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Site.AskAsync<Deciding, DecidingOutcome>(async d =>
            (await d.DecideAsync(comment.Id, verdict, i % 2 == 0 ? moderator.Id : colleague.Id, CancellationToken.None)).Outcome)));

        Assert.Single(outcomes, o => o == DecidingOutcome.Decided);
        Assert.Equal(1, await Site.AskAsync(db => db.Decisions.CountAsync()));
    }

    [Fact]
    public async Task A_change_by_the_author_in_between_makes_the_moderator_look_again()
    {
        var comment = await CommentAsync("Something");
        var browser = new Browser(Site, moderator.Id);
        var page = await browser.GetAsync($"/moderation/{comment.Id}");
        await Site.DoAsync<Data.CommunityVoiceDb>(async db =>
        {
            (await db.Comments.SingleAsync()).Edit("Something else", FakeClock.Start.AddMinutes(-50));
            await db.SaveChangesAsync();
        });

        var told = await browser.SubmitAsync(page, new() { ["Input.Rule"] = "civil", ["Input.Reason"] = "x" }, HttpStatusCode.UnprocessableEntity, "Remove it");

        Assert.Contains("The author changed this comment while you had it open", told.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_decides_on_their_own_comment_or_on_one_of_their_own_body()
    {
        var own = await Site.SaveAsync(A.Comment(consultation, moderator, "My own words"));
        var bodys = await Site.SaveAsync(new Comment(consultation, new Author(asha.Id, "Asha B", Voice.PublicService, SpeaksForId: voice.Id), "We speak for the body", Site.Now));
        await ReportAsync(own, FlagReason.OffTopic);
        await ReportAsync(bodys, FlagReason.OffTopic);
        var browser = new Browser(Site, moderator.Id);

        var queue = await browser.GetAsync("/moderation");
        Assert.Contains("You wrote this, so somebody else must decide.", queue.Words(), StringComparison.Ordinal);
        Assert.Contains("It speaks for a body you belong to", queue.Words(), StringComparison.Ordinal);
        Assert.Empty(queue.QuerySelectorAll("main form[method=post]"));

        var other = await CommentAsync("Somebody else's");
        foreach (var id in new[] { own.Id, bodys.Id })
        {
            var page = await browser.GetAsync($"/moderation/{other.Id}");
            var fields = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["__RequestVerificationToken"] = page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!,
                ["Input.Outcome"] = "Published",
                ["Input.Seen"] = "0.0",
            };
            var answer = await browser.SendOnceAsync(HttpMethod.Post, $"/moderation/{id}", new FormUrlEncodedContent(fields));
            Assert.Equal("/account/not-allowed", answer.Headers.Location?.AbsolutePath);
        }
        Assert.Equal(0, await Site.AskAsync(db => db.Decisions.CountAsync()));
    }

    [Fact]
    public async Task A_moderator_of_another_area_sees_and_decides_nothing_here()
    {
        var stranger = await Site.SaveAsync(A.Person("Elsewhere"));
        await Site.SaveAsync(A.Membership(stranger, A.Area("Hillgate"), Capability.Moderate));
        var comment = await CommentAsync("Here");
        await ReportAsync(comment, FlagReason.Abuse);
        var browser = new Browser(Site, stranger.Id);

        Assert.Contains("Nothing waits", (await browser.GetAsync("/moderation")).QuerySelector("h1")!.Words(), StringComparison.Ordinal);
        Assert.Equal("/account/not-allowed", (await browser.SendOnceAsync(HttpMethod.Get, $"/moderation/{comment.Id}")).Headers.Location?.AbsolutePath);
    }

    [Fact]
    public async Task Without_the_capability_or_the_second_factor_the_queue_stays_closed()
    {
        Assert.Equal("/account/sign-in", (await new Browser(Site).SendOnceAsync(HttpMethod.Get, "/moderation")).Headers.Location?.AbsolutePath);
        Assert.Equal("/account/not-allowed", (await new Browser(Site, asha.Id).SendOnceAsync(HttpMethod.Get, "/moderation")).Headers.Location?.AbsolutePath);
        Assert.Equal("/account/not-allowed", (await new Browser(Site, moderator.Id, secondFactor: false).SendOnceAsync(HttpMethod.Get, "/moderation")).Headers.Location?.AbsolutePath);
        await new Browser(Site, moderator.Id).GetAsync("/moderation");
    }

    private async Task<Comment> CommentAsync(string body) => await Site.SaveAsync(A.Comment(consultation, asha, body));

    [Fact]
    public async Task Anybody_can_read_how_much_was_decided_and_how_long_it_took()
    {
        var comment = await CommentAsync("Buy this");
        await ReportAsync(comment, FlagReason.Spam);
        Site.Clock.Advance(TimeSpan.FromHours(3));
        var browser = new Browser(Site, moderator.Id);
        await browser.SubmitAsync(await browser.GetAsync("/moderation"), new() { ["Input.Reason"] = "It sells." }, button: "Remove it");

        var page = await new Browser(Site).GetAsync("/how-we-moderate/numbers");

        page.Shows("Half of what waited was decided within 3 hours.");
        page.Shows("1 report");
        page.Shows("Rule 8: No adverts 1");
    }

    private Task RecountAsync() => Site.DoAsync<Data.CommunityVoiceDb>(db => CommentCounts.RecountAsync(db, consultation.Id, CancellationToken.None));

    private Comment Held(string body, DateTimeOffset at)
    {
        var comment = A.Comment(consultation, asha, body);
        comment.Hold("It seems to hold a phone number.", at);
        return comment;
    }

    private async Task<string> ReportAsync(Comment comment, FlagReason reason, string? email = null, DateTimeOffset? at = null)
    {
        if (at is { } then) Site.Clock.GoTo(then);
        var reported = await Site.AskAsync<Reporting, Reported>(r => r.ReportAsync(comment.Id, reason, null, new(null, null, $"{Guid.NewGuid()}", "x"), CancellationToken.None));
        if (at is not null) Site.Clock.GoTo(FakeClock.Start);
        if (email is not null)
        {
            await Site.DoAsync<Data.CommunityVoiceDb>(async db =>
            {
                (await db.Flags.SingleAsync(f => f.Receipt == reported.Receipt)).Change(reason, null, email);
                await db.SaveChangesAsync();
            });
        }
        return reported.Receipt;
    }
}
