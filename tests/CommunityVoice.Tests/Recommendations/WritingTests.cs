using CommunityVoice.Recommendations;
using CommunityVoice.Summaries;
using CommunityVoice.Tests.Summaries;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Recommendations;

public sealed class WritingTests : SiteTest
{
    private RecommendationScene scene = null!;

    private Browser Editor => scene.Summary.Browser;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        scene = await RecommendationScene.MakeAsync(Site);
    }

    [Fact]
    public async Task A_recommendation_says_what_it_lacks_and_keeps_what_was_typed()
    {
        var draft = await scene.Summary.DraftAsync();

        var refused = await Editor.SubmitAsync(await scene.FormAsync(draft), new() { ["Input.Measure"] = "The times are published." }, HttpStatusCode.UnprocessableEntity);

        refused.ShowsError("Input.Ask", "Enter what should be done");
        refused.ShowsError("Input.Addressee", "Choose who is asked");
        refused.ShowsError("Input.Findings", "Choose at least one finding");
        refused.ShowsError("Input.Rationale", "Say why");
        Assert.Equal("The times are published.", refused.QuerySelector("[name='Input.Measure']")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_vague_ask_is_warned_about_and_can_stand_for_a_reason_that_is_public()
    {
        var draft = await scene.Summary.DraftAsync();

        var warned = await Editor.SubmitAsync(await scene.FormAsync(draft), await scene.FieldsAsync(draft, "Consider longer green lights"), HttpStatusCode.UnprocessableEntity);
        Assert.Contains("asks for nothing that can be seen", warned.QuerySelector("[data-error-summary]")!.Words(), StringComparison.Ordinal);
        await Editor.SubmitAsync(warned, new() { ["Input.WarningReason"] = "People said it in these words." });

        await scene.PublishAsync(draft);
        var id = await Site.AskAsync(db => db.Recommendations.Select(r => r.Id).SingleAsync());
        (await new Browser(Site).GetAsync($"/recommendations/{id}")).Shows("Why it is worded like this: People said it in these words.");
    }

    [Fact]
    public async Task Only_bodies_that_may_answer_here_can_be_asked()
    {
        var draft = await scene.Summary.DraftAsync();
        await Site.SaveAsync(A.Body("No remit at all"));

        var form = await scene.FormAsync(draft);

        Assert.Equal(["Choose an organisation", "Rivermead Council"], form.QuerySelectorAll("[name='Input.Addressee'] option").Select(o => o.TextContent.Trim()));
    }

    [Fact]
    public async Task Publishing_sends_it_and_starts_its_clock()
    {
        var draft = await scene.DraftAsync();
        (await Editor.GetAsync($"/manage/summaries/{draft}/publish")).Shows("1 recommendation is sent: to Rivermead Council. An answer is due by 7 July 2026.");
        Assert.Equal(HttpStatusCode.NotFound, (await new Browser(Site).SendAsync(HttpMethod.Get, "/recommendations/1")).StatusCode);

        await scene.PublishAsync(draft);

        var sent = await scene.LoadAsync(await Site.AskAsync(db => db.Recommendations.Select(r => r.Id).SingleAsync()));
        Assert.Equal((1, new DateOnly(2026, 7, 7), RecommendationState.Sent), (sent.Number, sent.DueOn, scene.StateOf(sent)));
        var letter = Assert.Single(await scene.LettersAsync(scene.Responder.Email!, "recommendation-sent"));
        Assert.Contains(RecommendationScene.Ask, letter.Text, StringComparison.Ordinal);
        Assert.Contains("7 July 2026", letter.Subject, StringComparison.Ordinal);
        Assert.Contains($"/manage/recommendations/{sent.Id}", letter.Text, StringComparison.Ordinal);
        Assert.Single(await scene.LettersAsync("office@council.example", "recommendation-sent"));
        Assert.Empty(await scene.LettersAsync(scene.Colleague.Email!, "recommendation-sent"));
        Assert.True(await Site.AskAsync(db => db.ActivityEntries.AnyAsync(e => e.Verb == "recommendation.sent" && e.SubjectId == sent.Id && e.PersonId == scene.Summary.Editor.Id)));
        var page = await new Browser(Site).GetAsync(SummaryScene.Path);
        page.Shows("Led to recommendation 1 to Rivermead Council");
        page.Shows("0 of 1 recommendation answered");
    }

    [Fact]
    public async Task What_was_sent_never_changes()
    {
        var id = await scene.SentAsync();
        var draft = await Site.AskAsync(db => db.SummaryVersions.Select(v => v.Id).SingleAsync());

        (await Editor.GetAsync($"/manage/summaries/{draft}/recommendations/write/{id}")).Shows("It stays as it is.");
        var version = (await Site.AskAsync<SummaryDrafts, SummaryVersion?>(d => d.FindAsync(draft, default)))!;
        var text = new RecommendationText("Another", scene.Council, "Why", "How", version.Findings);
        Assert.Throws<InvalidOperationException>(() => version.Recommendations[0].Rewrite(text));
        Assert.Throws<InvalidOperationException>(() => version.Remove(version.Recommendations[0]));
        Assert.Throws<InvalidOperationException>(() => version.Recommend(text));
    }

    [Fact]
    public async Task A_draft_is_changed_and_deleted_and_two_editors_notice_one_another()
    {
        var draft = await scene.DraftAsync();
        var id = await Site.AskAsync(db => db.Recommendations.Select(r => r.Id).SingleAsync());
        var address = $"/manage/summaries/{draft}/recommendations/write/{id}";
        var mine = await Editor.GetAsync(address);
        await Editor.SubmitAsync(await Editor.GetAsync(address), new() { ["Input.Ask"] = "Their ask" });

        var told = await Editor.SubmitAsync(mine, new() { ["Input.Ask"] = "My ask" }, HttpStatusCode.UnprocessableEntity);
        told.Shows("Somebody else changed this recommendation to “Their ask”");
        await Editor.SubmitAsync(told);
        var list = await Editor.GetAsync($"/manage/summaries/{draft}/recommendations");
        list.Shows("My ask");

        (await Editor.SubmitAsync(list, button: "Delete recommendation 1")).Shows("None yet.");
    }

    [Fact]
    public async Task One_that_lost_its_finding_keeps_the_summary_from_being_published()
    {
        var draft = await scene.DraftAsync();
        await scene.Summary.AddFindingAsync(draft, "Another", scene.Summary.Comments[2].Id);
        await Editor.SubmitAsync(await Editor.GetAsync($"/manage/summaries/{draft}/findings"), button: "Delete finding 1");

        var refused = await Editor.SubmitAsync(await Editor.GetAsync($"/manage/summaries/{draft}/publish"), expected: HttpStatusCode.UnprocessableEntity, button: "Publish");

        refused.Shows("Choose the findings that recommendation 1 rests on");
    }

    [Fact]
    public async Task No_date_is_set_in_a_year_whose_holidays_are_not_known()
    {
        Site.Clock.GoTo(new DateTimeOffset(2030, 12, 10, 9, 0, 0, TimeSpan.Zero));
        var browser = new Browser(Site, scene.Summary.Editor.Id);
        var draft = await scene.DraftAsync();

        var refused = await browser.SubmitAsync(await browser.GetAsync($"/manage/summaries/{draft}/publish"), expected: HttpStatusCode.UnprocessableEntity, button: "Publish");

        refused.Shows("The bank holidays after 2030 are not known here");
        Assert.True((await Site.AskAsync(db => db.SummaryVersions.SingleAsync())).IsDraft);
    }

    [Fact]
    public async Task A_correction_keeps_what_was_sent_and_numbers_go_on()
    {
        await scene.SentAsync();
        var first = await Site.AskAsync(db => db.SummaryVersions.Select(v => v.Id).SingleAsync());
        var tasks = await Editor.SubmitAsync(await Editor.GetAsync($"/manage/summaries/{first}/correct"), new() { ["Input.Note"] = "One more thing." });
        var second = long.Parse(new Uri(tasks.Url).Segments[^1], System.Globalization.CultureInfo.InvariantCulture);
        (await Editor.GetAsync($"/manage/summaries/{second}/recommendations")).Shows(RecommendationScene.Ask);
        await scene.AddAsync(second, "Mend the lamp at the school gate");
        await scene.PublishAsync(second);

        Assert.Equal([1, 2], await Site.AskAsync(db => db.Recommendations.OrderBy(r => r.Number).Select(r => r.Number!.Value).ToListAsync()));
        (await new Browser(Site).GetAsync(SummaryScene.Path)).Shows("0 of 2 recommendations answered");
        (await new Browser(Site).GetAsync($"{SummaryScene.Path}/v1")).DoesNotShow("Mend the lamp");
    }
}
