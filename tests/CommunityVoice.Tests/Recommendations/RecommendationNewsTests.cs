using System.Globalization;
using CommunityVoice.Bodies;
using CommunityVoice.Follows;
using CommunityVoice.People;
using CommunityVoice.Recommendations;
using CommunityVoice.Tests.Feeds;
using CommunityVoice.Tests.Follows;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Recommendations;

/// <summary>Whoever follows is told when a clock stops or runs again, and what is brought before another body, each once.</summary>
public sealed class RecommendationNewsTests : SiteTest
{
    private const string Feed = "/areas/rivermead/news.atom";
    private const string After = "recommendations after Safer crossings";
    private readonly Person asha = A.Person("Asha B", "asha@example.org");
    private readonly Body committee = A.Body("Scrutiny committee", BodyKind.Scrutiny);
    private RecommendationScene scene = null!;
    private Inbox inbox = null!;
    private long id;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        inbox = new(Site);
        scene = await RecommendationScene.MakeAsync(Site);
        await Site.SaveAsync(asha, committee);
        var draft = await scene.DraftAsync();
        await scene.AddAsync(draft, "Give the station crossing a green light of twelve seconds");
        await scene.PublishAsync(draft);
        id = await Site.AskAsync(db => db.Recommendations.Where(r => r.Ask == RecommendationScene.Ask).Select(r => r.Id).SingleAsync());
    }

    [Theory]
    [InlineData(FollowKind.Place)]
    [InlineData(FollowKind.Recommendation)]
    public async Task A_clock_that_stops_and_runs_again_is_news_with_its_reason(FollowKind kind)
    {
        await FollowAsync(kind);
        await DeskAsync((desk, ask) => desk.PauseAsync(ask, "We find out which crossings.", scene.Summary.Editor.Id, default));
        var first = await NextLetterAsync();
        Assert.Contains($"Clock stopped: {RecommendationScene.Ask}", first, StringComparison.Ordinal);
        Assert.Contains("Days until it runs again do not count. We find out which crossings.", first, StringComparison.Ordinal);

        Site.Clock.Advance(TimeSpan.FromDays(6));
        await DeskAsync((desk, ask) => desk.ResumeAsync(ask, scene.Summary.Editor.Id, default));
        var second = await NextLetterAsync();

        Assert.Contains($"Clock runs again: {RecommendationScene.Ask}", second, StringComparison.Ordinal);
        Assert.Contains("Rivermead Council has until 13 July 2026 to answer.", second, StringComparison.Ordinal); // 9 to 15 June did not count
        Assert.DoesNotContain("Clock stopped", second, StringComparison.Ordinal);
        var feed = await FeedReader.NewsAsync(Site, Feed);
        Assert.Equal([$"Clock runs again: {RecommendationScene.Ask}", $"Clock stopped: {RecommendationScene.Ask}"], feed.Titles().Where(t => t.StartsWith("Clock", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_answer_that_ends_a_pause_is_told_as_an_answer_alone()
    {
        await DeskAsync((desk, ask) => desk.PauseAsync(ask, "We find out which crossings.", scene.Summary.Editor.Id, default));
        await scene.AnswerAsync(id);

        var titles = (await FeedReader.NewsAsync(Site, Feed)).Titles().ToList();

        Assert.Contains($"Answered by Rivermead Council: {RecommendationScene.Ask}", titles);
        Assert.Contains($"Clock stopped: {RecommendationScene.Ask}", titles);
        Assert.DoesNotContain(titles, t => t.StartsWith("Clock runs again", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_the_newest_pause_of_what_still_waits_tells_a_last_day()
    {
        await DeskAsync((desk, ask) => desk.PauseAsync(ask, "We find out which crossings.", scene.Summary.Editor.Id, default));
        Site.Clock.Advance(TimeSpan.FromDays(6));
        await DeskAsync((desk, ask) => desk.ResumeAsync(ask, scene.Summary.Editor.Id, default));
        await DeskAsync((desk, ask) => desk.PauseAsync(ask, "We find out whose lights they are.", scene.Summary.Editor.Id, default));
        Assert.Equal(["Days count again."], await ResumedAsync()); // its day no longer holds
        Site.Clock.Advance(TimeSpan.FromDays(3));
        await DeskAsync((desk, ask) => desk.ResumeAsync(ask, scene.Summary.Editor.Id, default));
        var due = (await scene.LoadAsync(id)).DueOn!.Value.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"));
        Assert.Equal([$"Rivermead Council has until {due} to answer.", "Days count again."], await ResumedAsync());

        await scene.AnswerAsync(id);

        Assert.Equal(["Days count again.", "Days count again."], await ResumedAsync());
    }

    [Theory]
    [InlineData(FollowKind.Place)]
    [InlineData(FollowKind.Consultation)]
    [InlineData(FollowKind.Recommendation)]
    public async Task What_is_brought_before_a_committee_is_news_and_so_is_what_it_says(FollowKind kind)
    {
        await FollowAsync(kind);
        var brought = await scene.BringAsync(committee, "They have not answered for months.");
        var first = await NextLetterAsync();
        Assert.Contains($"Brought before Scrutiny committee: {After}", first, StringComparison.Ordinal);
        Assert.Contains("Scrutiny committee has until 7 July 2026 to say that it has it. They have not answered for months.", first, StringComparison.Ordinal);

        await scene.SayAsync(brought);
        var second = await NextLetterAsync();
        Assert.Contains($"Acknowledged by Scrutiny committee: {After}", second, StringComparison.Ordinal);
        Assert.DoesNotContain("Brought before Scrutiny committee", second, StringComparison.Ordinal);

        await scene.SayAsync(brought, "We asked them to come to our next meeting.");
        var third = await NextLetterAsync();
        Assert.Contains($"Answered by Scrutiny committee: {After}", third, StringComparison.Ordinal);
        Assert.Contains("We asked them to come to our next meeting.", third, StringComparison.Ordinal);
        Assert.DoesNotContain("Acknowledged", third, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_recommendations_brought_at_once_are_one_news_and_an_answer_at_once_is_no_acknowledgement()
    {
        var brought = await scene.BringAsync(committee, "They have not answered for months.");
        await scene.SayAsync(brought, "We asked them to come to our next meeting.");

        var feed = await FeedReader.NewsAsync(Site, Feed);

        Assert.Equal([$"Answered by Scrutiny committee: {After}", $"Brought before Scrutiny committee: {After}"], feed.Titles().Where(t => t.Contains(After, StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal("We asked them to come to our next meeting.", feed.Items.Single(i => i.Title.Text.StartsWith("Answered by Scrutiny", StringComparison.Ordinal)).Words());
    }

    [Fact]
    public async Task Silence_of_the_committee_is_news_after_its_last_day()
    {
        await scene.BringAsync(committee, "They have not answered for months.");

        Site.Clock.GoTo(new DateTimeOffset(2026, 7, 8, 9, 0, 0, TimeSpan.Zero));

        var late = (await FeedReader.NewsAsync(Site, Feed)).Items.Single(i => i.Title.Text == $"Not acknowledged in time: {After}");
        Assert.Equal("Scrutiny committee had until 7 July 2026.", late.Words());
    }

    private async Task<IEnumerable<string>> ResumedAsync() =>
        (await FeedReader.NewsAsync(Site, Feed)).Items.Where(i => i.Title.Text.StartsWith("Clock runs again", StringComparison.Ordinal)).Select(i => i.Words());

    private Task FollowAsync(FollowKind kind) => inbox.FollowAsync(asha, kind, kind switch
    {
        FollowKind.Place => scene.Summary.Area.Id,
        FollowKind.Consultation => scene.Summary.Consultation.Id,
        _ => id,
    }, FollowFrequency.Daily);

    private async Task<string> NextLetterAsync()
    {
        var before = (await inbox.LettersAsync("asha@example.org")).Count;
        await inbox.MorningAsync();
        var letters = await inbox.LettersAsync("asha@example.org");
        Assert.Equal(before + 1, letters.Count);
        return letters[^1].Text;
    }

    private Task DeskAsync(Func<RecommendationDesk, Recommendation, Task> work) =>
        Site.DoAsync<RecommendationDesk>(async desk => await work(desk, (await desk.FindAsync(id, default))!));
}
