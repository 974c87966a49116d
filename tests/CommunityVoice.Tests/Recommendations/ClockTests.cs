using CommunityVoice.Recommendations;
using CommunityVoice.Tests.Summaries;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Recommendations;

public sealed class ClockTests : SiteTest
{
    private RecommendationScene scene = null!;
    private long id;

    private string Desk => $"/manage/recommendations/{id}";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        scene = await RecommendationScene.MakeAsync(Site);
        id = await scene.SentAsync(); // on Tuesday 9 June 2026: due on 7 July
    }

    [Fact]
    public async Task It_is_overdue_from_the_day_after_the_last_and_everybody_sees_it()
    {
        Site.Clock.GoTo(new DateTimeOffset(2026, 7, 7, 22, 59, 0, TimeSpan.Zero)); // a minute before midnight in the UK
        (await new Browser(Site).GetAsync("/recommendations")).Shows("0 overdue");

        Site.Clock.Advance(TimeSpan.FromMinutes(2));

        var reader = new Browser(Site);
        (await reader.GetAsync("/recommendations")).Shows("1 overdue");
        (await reader.GetAsync($"/recommendations/{id}")).Shows("Overdue");
        (await reader.GetAsync(SummaryScene.Path)).Shows("0 of 1 recommendation answered, 1 overdue");
        await scene.AnswerAsync(id);
        (await reader.GetAsync("/recommendations")).Shows("0 overdue");
    }

    [Fact]
    public async Task They_are_reminded_once_five_working_days_before_and_told_once_when_it_is_overdue()
    {
        await RemindAsync(2026, 6, 29);
        Assert.Empty(await Reminders("recommendation-reminder"));

        await RemindAsync(2026, 6, 30);
        await RemindAsync(2026, 7, 1);
        Assert.Single(await Reminders("recommendation-reminder"));

        await RemindAsync(2026, 7, 7);
        Assert.Empty(await Reminders("recommendation-overdue"));
        await RemindAsync(2026, 7, 8);
        await RemindAsync(2026, 7, 20);
        Assert.Single(await Reminders("recommendation-overdue"));
        Assert.Single(await Reminders("recommendation-reminder"));
    }

    [Fact]
    public async Task Whoever_has_answered_is_not_reminded()
    {
        await scene.AnswerAsync(id);

        await RemindAsync(2026, 7, 1);
        await RemindAsync(2026, 7, 10);

        Assert.Empty(await Reminders("recommendation-reminder"));
        Assert.Empty(await Reminders("recommendation-overdue"));
    }

    [Fact]
    public async Task A_stopped_clock_needs_a_reason_does_not_run_out_and_moves_the_date()
    {
        Site.Clock.GoTo(new DateTimeOffset(2026, 6, 15, 9, 0, 0, TimeSpan.Zero));
        var editor = new Browser(Site, scene.Summary.Editor.Id);
        (await editor.SubmitAsync(await editor.GetAsync($"{Desk}/pause"), expected: HttpStatusCode.UnprocessableEntity)).ShowsError("Reason", "Say why the clock stops");
        await editor.SubmitAsync(await editor.GetAsync($"{Desk}/pause"), new() { ["Reason"] = "We find out which crossings." });
        (await new Browser(Site).GetAsync($"/recommendations/{id}")).Shows("The clock stands still since 15 June 2026: We find out which crossings.");

        await RemindAsync(2026, 7, 10);
        Assert.Equal(RecommendationState.Paused, scene.StateOf(await scene.LoadAsync(id)));
        Assert.Empty(await Reminders("recommendation-overdue"));

        Site.Clock.GoTo(new DateTimeOffset(2026, 7, 13, 9, 0, 0, TimeSpan.Zero));
        editor = new Browser(Site, scene.Summary.Editor.Id);
        await editor.SubmitAsync(await editor.GetAsync($"{Desk}/pause"));

        var again = await scene.LoadAsync(id);
        Assert.Equal((new DateOnly(2026, 8, 4), RecommendationState.Sent), (again.DueOn, scene.StateOf(again))); // twenty working days were lost
        Assert.True(await Site.AskAsync(db => db.ActivityEntries.AnyAsync(e => e.Verb == "recommendation.clock-stopped" && e.Detail == "We find out which crossings.")));
    }

    [Fact]
    public async Task A_clock_that_has_run_out_is_not_stopped()
    {
        Site.Clock.GoTo(new DateTimeOffset(2026, 7, 8, 9, 0, 0, TimeSpan.Zero));
        var editor = new Browser(Site, scene.Summary.Editor.Id);

        (await editor.GetAsync($"{Desk}/pause")).DoesNotShow("Why does the clock stop?");

        var late = await scene.LoadAsync(id);
        Assert.Throws<InvalidOperationException>(() => late.Pause("Late", scene.Summary.Editor.Id, Site.Now));
    }

    private async Task RemindAsync(int year, int month, int day)
    {
        Site.Clock.GoTo(new DateTimeOffset(year, month, day, 9, 0, 0, TimeSpan.Zero));
        await Site.DoAsync<ResponseReminders>(r => r.SendDueAsync(default));
    }

    private Task<List<CommunityVoice.Notifications.Letter>> Reminders(string kind) => scene.LettersAsync(scene.Responder.Email!, kind);
}
