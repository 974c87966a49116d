using System.Globalization;
using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Decisions;
using CommunityVoice.Recommendations;
using CommunityVoice.Reviews;
using CommunityVoice.Strategies;
using CommunityVoice.Tests.Recommendations;
using CommunityVoice.Tests.Strategies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityVoice.Tests.Areas;

/// <summary>What waits is found in SQL; each thing says the same of itself, by its own dates, records and words.</summary>
public sealed class WaitingStatesTests : SiteTest
{
    private static readonly DateOnly LastDay = new(2026, 7, 7); // twenty working days after the clock's start

    [Theory]
    [InlineData("2026-06-10", "Acknowledged, Clock stopped, Not decided yet, Not known yet, Sent, Waiting for an answer")]
    [InlineData("2026-07-07", "Acknowledged, Clock stopped, Not decided yet, Not known yet, Sent, Waiting for an answer")]
    [InlineData("2026-07-08", "Clock stopped, Not acknowledged in time, Not decided yet, Not known yet, Overdue")]
    [InlineData("2026-10-06", "Clock stopped, Not acknowledged in time, Not decided yet, Overdue, Waiting for an answer")]
    [InlineData("2026-10-07", "Clock stopped, Not acknowledged in time, Not decided yet, Overdue")]
    public async Task The_list_and_each_thing_agree_whether_it_waits_and_how(string day, string words)
    {
        var scene = await RecommendationScene.MakeAsync(Site);
        await RecommendAsync(scene);
        await BringAsync(scene);
        await AskAsync(scene);
        await AssessAsync(scene);

        Site.Clock.GoTo(UkTime.StartOf(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)).AddHours(12));
        var overview = await Site.AskAsync<AreaOverviews, AreaOverview?>(o => o.OfAsync("rivermead", default));

        var listed = overview!.Waiting.Select(w => Line(w.Path, w.State.Word(), w.IsOverdue)).ToList();
        var expected = await Site.AskAsync(db => ByTheirOwnWordAsync(db, UkTime.Today(Site.Clock), Site.Now));
        Assert.Equal(expected.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
        Assert.Equal(expected.Count, overview.WaitingInAll);
        Assert.Equal(words, string.Join(", ", overview.Waiting.Select(w => w.State.Word()).Distinct().Order(StringComparer.Ordinal)));
    }

    // One in each state that it can be in: sent, acknowledged, paused, answered, withdrawn, and paused and started again.
    private async Task RecommendAsync(RecommendationScene scene)
    {
        var draft = await scene.Summary.DraftAsync();
        for (var seconds = 10; seconds < 16; seconds++) await scene.AddAsync(draft, $"Give each crossing a green light of {seconds} seconds");
        await scene.PublishAsync(draft);
        var by = scene.Responder.Id;
        await Site.DoAsync<IServiceProvider>(async services =>
        {
            var db = services.GetRequiredService<CommunityVoiceDb>();
            var asks = await db.Recommendations.WithRecords().OrderBy(r => r.Number).ToListAsync();
            asks[1].Acknowledge(by, Site.Now);
            asks[2].Pause("We find out which crossings.", by, Site.Now);
            asks[3].Answer(new(ResponseKind.NotAccepted, null, null, null, "There is no money."), by, Site.Now);
            asks[4].Withdraw("It was asked twice.", by, Site.Now);
            asks[5].Pause("We find out which crossings.", by, Site.Now);
            await db.SaveChangesAsync();
            Assert.True(asks[5].Resume(services.GetRequiredService<WorkingDays>(), Site.Now));
            await db.SaveChangesAsync();
            Assert.Equal(LastDay, asks[5].DueOn);
        });
    }

    private async Task BringAsync(RecommendationScene scene)
    {
        var committee = await Site.SaveAsync(A.Body("Scrutiny committee", BodyKind.Scrutiny));
        await scene.BringAsync(committee, "They have not answered for months.");
        await scene.SayAsync(await scene.BringAsync(committee, "They do not accept it."));
        await scene.SayAsync(await scene.BringAsync(committee, "They answered something else."), "We asked them to come.");
    }

    private async Task AskAsync(RecommendationScene scene)
    {
        var (review, council, by, later) = (new Review("Neighbourhood review", "neighbourhood-review", scene.Summary.Area, null, "How fit Rivermead is."), scene.Council, scene.Responder.Id, new DateOnly(2026, 9, 1));
        TestQuestion[] asked = [.. Enumerable.Range(1, 6).Select(n => review.Ask(null, council, $"Question number {n}?", "Somebody waited until morning.", council, by, LastDay, Site.Now))];
        asked[1].Answer("We count them now.", "", later, by, Site.Now);
        asked[2].Answer("Two.", "Rota of June", null, by, Site.Now);
        asked[3].Withdraw("It was asked before.", Site.Now);
        asked[4].Answer("We count them now.", "", later, by, Site.Now);
        asked[4].Answer("Two.", "Rota of June", null, by, Site.Now);
        asked[5].Answer("Two.", "Rota of June", null, by, Site.Now);
        asked[5].Answer("We count them anew.", "", later, by, Site.Now);
        await Site.SaveAsync(review);
    }

    private async Task AssessAsync(RecommendationScene scene)
    {
        var board = await StrategyScene.MakeOnAsync(Site, scene.Summary);
        await board.PublishedAsync();
        await board.AssessAsync("Needs 2026");
        await board.AssessAsync("Needs 2025", n => n.Questions[0].Decide(true, "It is out of date.", n.From, board.Helen.Id, Site.Now));
        await board.AssessAsync("Needs 2024", n => n.TakeBack("It is of another place.", board.Helen.Id, Site.Now));
    }

    private static async Task<List<string>> ByTheirOwnWordAsync(CommunityVoiceDb db, DateOnly today, DateTimeOffset now) =>
    [
        .. (await db.Recommendations.AsNoTracking().WithRecords().ToListAsync()).Select(r => (r.Id, State: r.StateOn(today)))
            .Where(r => r.State is RecommendationState.Sent or RecommendationState.Acknowledged or RecommendationState.Paused or RecommendationState.Overdue)
            .Select(r => Line($"/recommendations/{r.Id}", r.State.Word(), r.State == RecommendationState.Overdue)),
        .. (await db.Consultations.AsNoTracking().ToListAsync()).Where(c => c.ClosesAt <= now)
            .Select(c => DecisionClock.Of(c, today) is { IsDecided: false } clock
                ? Line($"/consultations/{c.Slug}/decision", clock.IsOverdue ? "Overdue" : "Waiting for an answer", clock.IsOverdue) : null).OfType<string>(),
        .. (await db.TestQuestions.AsNoTracking().Include(q => q.Review).Include(q => q.Answers).ToListAsync()).Select(q => (q.Review.Slug, q.Number, State: q.StateOn(today)))
            .Where(q => q.State is QuestionState.Waiting or QuestionState.NotKnownYet or QuestionState.Overdue)
            .Select(q => Line($"/reviews/{q.Slug}/questions/{q.Number}", q.State.Word(), q.State == QuestionState.Overdue)),
        .. (await db.Escalations.AsNoTracking().ToListAsync()).Select(e => (e.Id, State: e.StateOn(today)))
            .Where(e => e.State is EscalationState.Sent or EscalationState.Overdue)
            .Select(e => Line($"/recommendations/escalations/{e.Id}", e.State.Word(), e.State == EscalationState.Overdue)),
        .. (await db.RevisionQuestions.AsNoTracking().Include(q => q.Assessment).Include(q => q.Strategy).ToListAsync()).Where(q => q.IsOpen)
            .Select(q => Line($"/strategies/{q.Strategy.Slug}#needs-{q.AssessmentId}", StrategyWords.RevisionWord(q.Revises), isOverdue: false)),
    ];

    private static string Line(string path, string word, bool isOverdue) => $"{path}: {word}{(isOverdue ? ", overdue" : "")}";
}
