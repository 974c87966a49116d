using System.IO.Compression;
using CommunityVoice.Bodies;
using CommunityVoice.People;
using CommunityVoice.Tests.Manage;
using CommunityVoice.Tests.OnBehalf;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Recommendations;

public sealed class EscalationTests : SiteTest
{
    private readonly Person clerk = A.Person("Clerk Y");
    private readonly Body committee = A.Body("Scrutiny committee", BodyKind.Scrutiny);
    private RecommendationScene scene = null!;
    private long id;

    [Fact]
    public async Task Recommendations_are_brought_before_a_committee_in_public_with_a_reason_and_a_clock()
    {
        await MakeAsync();
        var editor = scene.Summary.Browser;
        var form = await editor.GetAsync($"/manage/recommendations/{id}/escalate");
        var refused = await editor.SubmitAsync(form, new() { ["Input.To"] = "", ["Input.Reason"] = "" }, HttpStatusCode.UnprocessableEntity);
        refused.ShowsError("Input.To", "Choose before whom you bring it");
        refused.ShowsError("Input.Reason", "Say why you bring it before them");

        await SendAsync();

        var reader = new Browser(Site);
        (await reader.GetAsync($"/recommendations/{id}")).Shows("Brought before Scrutiny committee on 9 June 2026. Sent");
        var page = await reader.GetAsync("/recommendations/escalations/1");
        page.Shows("They have not answered for months.");
        page.Shows("To be acknowledged by 7 July 2026");
        page.Shows(RecommendationScene.Ask);
        Assert.Single(await scene.LettersAsync(clerk.Email!, "escalation-sent"));
        Assert.Equal("escalation.sent", await Site.AskAsync(db => db.ActivityEntries.OrderByDescending(e => e.Id).Select(e => e.Verb).FirstAsync()));
        await reader.GetAsync("/recommendations/escalations/2", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_committee_says_that_it_has_it_and_what_comes_of_it()
    {
        await MakeAsync();
        await SendAsync();
        var reader = new Browser(Site);
        var staff = new Browser(Site, clerk.Id);
        (await staff.GetAsync("/manage/recommendations")).Shows("Brought before a committee");

        await staff.SubmitAsync(await staff.GetAsync("/manage/recommendations/escalations/1"), button: "We have it");
        (await reader.GetAsync("/recommendations/escalations/1")).Shows("Acknowledged After");
        var form = await staff.GetAsync("/manage/recommendations/escalations/1");
        (await staff.SubmitAsync(form, expected: HttpStatusCode.UnprocessableEntity, button: "Publish the answer")).ShowsError("Answer", "Say what comes of it");
        await staff.SubmitAsync(form, new() { ["Answer"] = "We asked them to come to our next meeting." }, button: "Publish the answer");

        (await reader.GetAsync("/recommendations/escalations/1")).Shows("We asked them to come to our next meeting.");
        (await reader.GetAsync($"/recommendations/{id}")).Shows("Scrutiny committee says what comes of it.");
        Assert.Single(await scene.LettersAsync(scene.Summary.Editor.Email!, "escalation-answered"));
        Assert.Empty((await staff.GetAsync("/manage/recommendations/escalations/1")).QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task Silence_shows_after_the_last_day()
    {
        await MakeAsync();
        await SendAsync();

        Site.Clock.GoTo(new DateTimeOffset(2026, 7, 8, 9, 0, 0, TimeSpan.Zero));

        (await new Browser(Site).GetAsync("/recommendations/escalations/1")).Shows("Not acknowledged in time");
    }

    [Fact]
    public async Task The_file_holds_the_report_its_evidence_every_answer_and_what_is_overdue()
    {
        await MakeAsync();
        await SendAsync();
        Site.Clock.GoTo(new DateTimeOffset(2026, 7, 8, 9, 0, 0, TimeSpan.Zero));

        var files = await FilesAsync();

        Assert.Equal(["about.txt", "evidence.csv", "overdue.csv", "recommendations.csv", "report.md"], files.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("# What we heard", files["report.md"], StringComparison.Ordinal);
        Assert.Contains("## How we did it, and its limits", files["report.md"], StringComparison.Ordinal);
        Assert.Contains(RecommendationScene.Ask, files["recommendations.csv"], StringComparison.Ordinal);
        Assert.Contains("Overdue", files["overdue.csv"], StringComparison.Ordinal);
        Assert.Contains("for neighbour", files["evidence.csv"], StringComparison.Ordinal);
        foreach (var (name, text) in files.Where(f => f.Key != "about.txt")) Assert.Contains($"{Hashes.Sha256(text)}  {name}", files["about.txt"], StringComparison.Ordinal);

        await scene.AnswerAsync(id);
        files = await FilesAsync();
        Assert.Contains("We set the lights to ten seconds.", files["recommendations.csv"], StringComparison.Ordinal);
        Assert.DoesNotContain(RecommendationScene.Ask, files["overdue.csv"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_longer_shown_is_not_in_the_file()
    {
        await MakeAsync();
        await SendAsync();
        await Site.DoAsync<CommunityVoice.Data.CommunityVoiceDb>(async db =>
        {
            foreach (var comment in await db.Comments.Where(c => db.Citations.Any(x => x.CommentId == c.Id)).ToListAsync()) comment.Withdraw(Site.Now);
            await db.SaveChangesAsync();
        });

        var evidence = (await FilesAsync())["evidence.csv"];

        Assert.DoesNotContain("for neighbour", evidence, StringComparison.Ordinal);
        Assert.Contains("No longer shown", evidence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_did_not_want_to_be_quoted_is_linked_in_the_file_without_their_words()
    {
        await MakeAsync();
        await SendAsync();
        var comment = scene.Summary.Comments[0].Id;
        await Site.NotToBeQuotedAsync(comment);

        var evidence = (await FilesAsync())["evidence.csv"];

        Assert.DoesNotContain("for neighbour 0.", evidence, StringComparison.Ordinal);
        Assert.Contains("for neighbour 1.", evidence, StringComparison.Ordinal);
        Assert.Contains(Unquoted.Told, evidence.Split('\n').Single(l => l.Contains($"/comments/{comment},", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_those_who_asked_bring_it_and_only_the_committee_answers()
    {
        await MakeAsync();
        Assert.Equal("/account/not-allowed", (await new Browser(Site, clerk.Id).SendOnceAsync(HttpMethod.Get, $"/manage/recommendations/{id}/escalate")).Headers.Location?.AbsolutePath);
        await SendAsync();

        Assert.Equal("/account/not-allowed", (await scene.Answerer.SendOnceAsync(HttpMethod.Get, "/manage/recommendations/escalations/1")).Headers.Location?.AbsolutePath);
        Assert.Empty((await scene.Summary.Browser.GetAsync("/manage/recommendations/escalations/1")).QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task What_comes_of_it_is_told_to_whoever_took_over_from_those_who_brought_it()
    {
        await MakeAsync();
        await SendAsync();
        var newcomer = await Handed.OverAsync(Site, "rivermead-voice", Capability.Publish, FakeClock.Today);
        var staff = new Browser(Site, clerk.Id);

        await staff.SubmitAsync(await staff.GetAsync("/manage/recommendations/escalations/1"), new() { ["Answer"] = "We asked them to come." }, button: "Publish the answer");

        Assert.Single(await scene.LettersAsync(newcomer.Email!, "escalation-answered"));
        Assert.Empty(await scene.LettersAsync(scene.Summary.Editor.Email!, "escalation-answered"));
    }

    [Fact]
    public async Task A_hand_over_lists_what_was_brought_before_a_body_and_what_it_brought_before_others()
    {
        await MakeAsync();
        await SendAsync();
        var clerks = await Handed.OverAsync(Site, committee.Slug, Capability.Respond, FakeClock.Today);
        var before = await Handed.PageAsync(Site, clerks);
        var editors = await Handed.OverAsync(Site, "rivermead-voice", Capability.Publish, FakeClock.Today, "Weirside Voice");
        var brought = await Handed.PageAsync(Site, editors);

        before.Shows("Recommendations brought before it (1)");
        before.Shows("Safer crossings by 7 July 2026");
        Assert.Single(before.QuerySelectorAll("main .cv-tasks a[href='/manage/recommendations/escalations/1']"));
        brought.Shows("Recommendations of its summaries brought before others (1)");
        brought.Shows("Safer crossings, before Scrutiny committee");
        Assert.Single(brought.QuerySelectorAll("main .cv-tasks a[href='/recommendations/escalations/1']"));
    }

    private async Task MakeAsync()
    {
        scene = await RecommendationScene.MakeAsync(Site);
        await Site.SaveAsync(clerk);
        await Site.SaveAsync(A.Membership(clerk, scene.Summary.Area, Capability.Respond, committee));
        id = await scene.SentAsync();
    }

    private async Task SendAsync()
    {
        var editor = scene.Summary.Browser;
        await editor.SubmitAsync(await editor.GetAsync($"/manage/recommendations/{id}/escalate"), new()
        {
            ["Input.To"] = committee.Slug,
            ["Input.Reason"] = "They have not answered for months.",
        });
    }

    private async Task<Dictionary<string, string>> FilesAsync()
    {
        var answer = await new Browser(Site).SendAsync(HttpMethod.Get, "/recommendations/escalations/1/bundle.zip");
        Assert.Equal("application/zip", answer.Content.Headers.ContentType?.MediaType);
        await using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync(), ZipArchiveMode.Read);
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync(), Encoding.UTF8);
            files[entry.FullName] = await reader.ReadToEndAsync();
        }
        return files;
    }
}
