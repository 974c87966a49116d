using CommunityVoice.Bodies;
using CommunityVoice.Discussion;
using CommunityVoice.Summaries;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Summaries;

public sealed class PublishingTests : SiteTest
{
    private SummaryScene scene = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        scene = await SummaryScene.MakeAsync(Site);
    }

    [Fact]
    public async Task A_new_draft_says_of_each_part_what_it_lacks()
    {
        var tasks = await scene.Browser.SubmitAsync(await scene.Browser.GetAsync("/manage/summaries/start"),
            new() { ["Input.Consultation"] = scene.Consultation.Slug, ["Input.Title"] = "What we heard" });
        tasks.Shows("How we did it, and its limits Incomplete");
        tasks.Shows("Why we did this Completed");
        tasks.Shows("How people felt Optional");

        var check = await scene.Browser.FollowAsync(tasks, "Check and publish");
        var refused = await scene.Browser.SubmitAsync(check, expected: HttpStatusCode.UnprocessableEntity, button: "Publish");

        refused.Shows("Write the section “How we did it, and its limits”");
        refused.Shows("Add at least one finding");
        refused.Shows("Freeze the figures");
        Assert.Equal(HttpStatusCode.NotFound, (await scene.Browser.SendAsync(HttpMethod.Get, SummaryScene.Path)).StatusCode);
    }

    [Fact]
    public async Task A_whole_draft_is_published_at_its_address_for_good()
    {
        var id = await scene.DraftAsync();
        await scene.Browser.SubmitAsync(await scene.CitationPageAsync(id, scene.Comments[0].Id), new() { ["Input.Quote"] = "change too fast" });
        await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"/manage/summaries/{id}/publish"), button: "Publish");

        var reader = new Browser(Site);
        var page = await reader.GetAsync(SummaryScene.Path);
        page.Shows("Words of Summary.");
        page.Shows("1. The lights change too fast");
        page.Shows("32 people wrote 32 comments");
        page.Shows("A crossing");
        Assert.Equal($"/consultations/safer-crossings/comments/{scene.Comments[0].Id}", page.QuerySelector(".cv-quote a")!.GetAttribute("href"));
        Assert.Equal("change too fast", page.QuerySelector(".cv-quote blockquote")!.TextContent);

        var evidence = await reader.FollowAsync(page, "2 comments");
        evidence.Shows("The lights change too fast for neighbour 1.");
        (await reader.GetAsync("/summaries")).Shows("What we heard");
        (await reader.GetAsync($"{SummaryScene.Path}/print")).Shows("The lights change too fast for neighbour 1.");
        Assert.NotNull(await Site.AskAsync(db => db.SearchEntries.SingleOrDefaultAsync(e => e.Kind == "summary" && e.Url == SummaryScene.Path)));
        Assert.True(await Site.AskAsync(db => db.ActivityEntries.AnyAsync(e => e.Verb == "summary.published" && e.PersonId == scene.Editor.Id)));
    }

    [Fact]
    public async Task Whoever_is_quoted_or_cited_gets_one_letter_and_nobody_else_does()
    {
        var id = await scene.DraftAsync();
        await scene.AddFindingAsync(id, "Again", scene.Comments[0].Id);
        await scene.Browser.SubmitAsync(await scene.CitationPageAsync(id, scene.Comments[0].Id), new() { ["Input.Quote"] = "change too fast" });
        await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"/manage/summaries/{id}/publish"), button: "Publish");

        var letter = (await Site.MorningLetterToAsync(scene.People[0].Email!))!;
        Assert.Equal("What we heard: Safer crossings", letter.Subject); // cited twice, told once
        Assert.Contains("quotes your words", letter.Text, StringComparison.Ordinal);
        Assert.Contains(SummaryScene.Path, letter.Text, StringComparison.Ordinal);
        Assert.Contains("your comment among them", (await Site.MorningLetterToAsync(scene.People[1].Email!))!.Text, StringComparison.Ordinal);
        Assert.Null(await Site.MorningLetterToAsync(scene.People[2].Email!));
    }

    [Fact]
    public async Task A_finding_without_a_citation_is_refused()
    {
        var id = await scene.DraftAsync();
        await scene.AddFindingAsync(id, "Nothing behind it");

        var refused = await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"/manage/summaries/{id}/publish"), expected: HttpStatusCode.UnprocessableEntity, button: "Publish");

        refused.Shows("Choose the comments or results that finding 2 rests on");
    }

    [Fact]
    public async Task A_citation_withdrawn_before_publishing_is_refused_and_after_it_shows_that_the_words_are_gone()
    {
        var id = await scene.DraftAsync();
        await scene.Browser.SubmitAsync(await scene.CitationPageAsync(id, scene.Comments[1].Id), new() { ["Input.Quote"] = "neighbour 1" });
        await WithdrawAsync(0);
        var refused = await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"/manage/summaries/{id}/publish"), expected: HttpStatusCode.UnprocessableEntity, button: "Publish");
        refused.Shows($"Comment {scene.Comments[0].Id}, cited by finding 1, was withdrawn: take it out");
        await scene.Browser.SubmitAsync(await scene.CitationPageAsync(id, scene.Comments[0].Id), button: "Take this comment out");
        await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"/manage/summaries/{id}/publish"), button: "Publish");

        await WithdrawAsync(1);

        var page = await new Browser(Site).GetAsync(SummaryScene.Path);
        page.Shows("Whoever said this withdrew their words.");
        page.DoesNotShow("neighbour 1");
        (await new Browser(Site).GetAsync($"{SummaryScene.Path}/findings/1")).DoesNotShow("neighbour 1");
    }

    [Fact]
    public async Task A_quotation_must_stand_in_the_comment_word_for_word()
    {
        var id = await scene.DraftAsync();

        var refused = await scene.Browser.SubmitAsync(await scene.CitationPageAsync(id, scene.Comments[0].Id), new() { ["Input.Quote"] = "change too quickly" }, HttpStatusCode.UnprocessableEntity);

        refused.ShowsError("Input.Quote", "These words do not stand in the comment. Copy them exactly");
    }

    [Fact]
    public async Task A_published_version_never_changes()
    {
        var id = await scene.PublishedAsync();

        (await scene.Browser.GetAsync($"/manage/summaries/{id}/sections/summary")).Shows("It stays as it is.");
        var version = (await Site.AskAsync<SummaryDrafts, SummaryVersion?>(d => d.FindAsync(id, default)))!;
        Assert.Throws<InvalidOperationException>(() => version.Write(SectionKind.Summary, "Something else."));
        Assert.Throws<InvalidOperationException>(() => version.Describe("Another title", null));
        Assert.Throws<InvalidOperationException>(() => version.AddFinding("More", "And more.", null));
        Assert.Throws<InvalidOperationException>(() => version.Remove(version.Findings[0]));
        Assert.Throws<InvalidOperationException>(() => version.Move(version.Findings[0], up: true));
        Assert.Throws<InvalidOperationException>(() => version.Rewrite(version.Findings[0], "Other", "Words", null));
        Assert.Throws<InvalidOperationException>(() => version.Uncite(version.Findings[0].Citations[0]));
        Assert.Throws<InvalidOperationException>(() => version.Quote(version.Findings[0].Citations[0], null));
        Assert.Throws<InvalidOperationException>(() => version.Cite(version.Findings[0], version.Findings[0].Citations[0].Comment!));
        Assert.Throws<InvalidOperationException>(() => version.Publish(scene.Editor.Id, Site.Now));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Site.DoAsync<Figures>(f => f.FreezeAsync(version, Site.Now, default)));
    }

    [Fact]
    public async Task A_correction_is_a_second_version_and_both_can_be_read()
    {
        var id = await scene.PublishedAsync();
        var tasks = await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"/manage/summaries/{id}/correct"), new() { ["Input.Note"] = "The number of crossings was wrong." });
        var second = long.Parse(new Uri(tasks.Url).Segments[^1], System.Globalization.CultureInfo.InvariantCulture);
        await scene.WriteAsync(second, SectionKind.Summary, "Three crossings, not two.");
        (await new Browser(Site).GetAsync(SummaryScene.Path)).Shows("Words of Summary.");
        await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"/manage/summaries/{second}/publish"), button: "Publish");

        var reader = new Browser(Site);
        var newest = await reader.GetAsync(SummaryScene.Path);
        newest.Shows("Three crossings, not two.");
        newest.Shows("Version 2 corrects version 1: The number of crossings was wrong.");
        var first = await reader.FollowAsync(newest, "Read version 1");
        first.Shows("Words of Summary.");
        first.Shows("It was corrected on");
        await reader.FollowAsync(first, "2 comments");
        Assert.Equal(HttpStatusCode.OK, (await reader.SendAsync(HttpMethod.Get, $"{SummaryScene.Path}/v2")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.SendAsync(HttpMethod.Get, $"{SummaryScene.Path}/v3")).StatusCode);
        Assert.Equal(1, await Site.AskAsync(db => db.OwedNews.CountAsync(n => n.PersonId == scene.People[0].Id && n.Kind == "summary-published"))); // a correction tells them no second time
    }

    [Fact]
    public async Task Two_editors_of_one_section_notice_one_another_and_lose_no_words()
    {
        var id = await scene.DraftAsync();
        var address = $"/manage/summaries/{id}/sections/summary";
        var mine = await scene.Browser.GetAsync(address);
        await scene.WriteAsync(id, SectionKind.Summary, "Their words.");
        await scene.WriteAsync(id, SectionKind.Feeling, "Worried.");

        var told = await scene.Browser.SubmitAsync(mine, new() { ["Input.Body"] = "My words." }, HttpStatusCode.UnprocessableEntity);
        told.Shows("Somebody else changed this section while you were writing");
        told.Shows("Their words.");
        Assert.Equal("My words.", told.QuerySelector("textarea")!.TextContent.Trim());

        await scene.Browser.SubmitAsync(told);
        Assert.Contains("My words.", (await scene.Browser.GetAsync(address)).QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_editor_of_another_area_is_refused_everywhere()
    {
        var id = await scene.DraftAsync();
        var stranger = await Site.SaveAsync(A.Person());
        await Site.SaveAsync(A.Membership(stranger, A.Area("Elsewhere"), Capability.Publish));
        var browser = new Browser(Site, stranger.Id);

        foreach (var page in new[] { "", "/title", "/sections/summary", "/findings", "/findings/new", "/figures", "/preview", "/publish", "/correct" })
        {
            var answer = await browser.SendOnceAsync(HttpMethod.Get, $"/manage/summaries/{id}{page}");
            Assert.True(answer.Headers.Location?.ToString().Contains("/account/not-allowed", StringComparison.Ordinal) ?? answer.StatusCode == HttpStatusCode.Forbidden, page);
        }
        (await browser.GetAsync("/manage/summaries")).DoesNotShow("What we heard");
        Assert.DoesNotContain("safer-crossings", (await browser.GetAsync("/manage/summaries/start")).DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Findings_are_moved_and_deleted_and_carry_their_number()
    {
        var id = await scene.DraftAsync();
        await scene.AddFindingAsync(id, "Second", scene.Comments[2].Id);

        var moved = await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"/manage/summaries/{id}/findings"), button: "Move up finding 2");
        Assert.StartsWith("1. Second", moved.QuerySelector(".cv-tasks li")!.Words(), StringComparison.Ordinal);

        var left = await scene.Browser.SubmitAsync(moved, button: "Delete finding 1");
        Assert.Single(left.QuerySelectorAll(".cv-tasks li"));
    }

    [Fact]
    public async Task A_result_can_be_cited()
    {
        var id = await scene.DraftAsync();
        var finding = await Site.AskAsync(db => db.Findings.Where(f => f.VersionId == id).Select(f => f.Id).SingleAsync());

        var page = await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"/manage/summaries/{id}/findings/{finding}/results"), new() { ["Ids"] = $"{scene.Ballot.Priorities[0].Id}" });

        page.Shows("Result: A crossing");
    }

    [Fact]
    public async Task A_comment_knows_where_it_was_used()
    {
        var id = await scene.DraftAsync();
        Assert.Empty(await Site.AskAsync(db => CitedIn.OfAsync(db, scene.Comments[0].Id, default)));
        (await new Browser(Site).GetAsync($"/consultations/safer-crossings/comments/{scene.Comments[0].Id}")).DoesNotShow("What became of it");
        await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"/manage/summaries/{id}/publish"), button: "Publish");

        var use = Assert.Single(await Site.AskAsync(db => CitedIn.OfAsync(db, scene.Comments[0].Id, default)));

        Assert.Equal(("what-we-heard", 1, "The lights change too fast"), (use.Slug, use.Finding, use.Heading));
        Assert.Empty(await Site.AskAsync(db => CitedIn.OfAsync(db, scene.Comments[9].Id, default)));
        var reader = new Browser(Site);
        var summary = await reader.FollowAsync(await reader.GetAsync($"/consultations/safer-crossings/comments/{scene.Comments[0].Id}"), "What we heard, finding 1");
        Assert.NotNull(summary.GetElementById("finding-1"));
    }

    private Task WithdrawAsync(int comment) =>
        Site.AskAsync<Conversation, ChangeOutcome>(c => c.WithdrawAsync(scene.People[comment].Id, scene.Comments[comment].Id, default));
}
