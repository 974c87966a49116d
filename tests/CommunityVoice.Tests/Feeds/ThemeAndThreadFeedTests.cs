using CommunityVoice.Discussion;
using CommunityVoice.Tests.Recommendations;
using CommunityVoice.Tests.Strategies;
using CommunityVoice.Tests.Themes;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Feeds;

/// <summary>Feeds tell what letters tell: of recommendations and strategies too, of a theme and of a thread.</summary>
public sealed class ThemeAndThreadFeedTests : SiteTest
{
    private const string Here = "/consultations/safer-crossings/comments";

    [Fact]
    public async Task A_place_and_a_consultation_tell_what_was_recommended_and_answered()
    {
        var scene = await RecommendationScene.MakeAsync(Site);
        var id = await scene.SentAsync();
        Site.Clock.Advance(TimeSpan.FromMinutes(5));
        await scene.AnswerAsync(id);

        foreach (var path in new[] { "/areas/rivermead/news.atom", $"/consultations/{scene.Summary.Consultation.Slug}/news.atom" })
        {
            var feed = await FeedReader.NewsAsync(Site, path);
            Assert.Equal($"Answered by Rivermead Council: {RecommendationScene.Ask}", feed.Items.First().Title.Text);
            Assert.Contains($"Recommended to Rivermead Council: {RecommendationScene.Ask}", feed.Titles());
            Assert.Contains("Published: What we heard", feed.Titles());
            Assert.Equal(feed.Items.Select(i => i.LastUpdatedTime).OrderDescending(), feed.Items.Select(i => i.LastUpdatedTime));
            Assert.Equal($"https://localhost/recommendations/{id}", feed.Items.First().Links.Single().Uri.AbsoluteUri);
        }
    }

    [Fact]
    public async Task A_place_tells_of_its_strategies()
    {
        var scene = await StrategyScene.MakeAsync(Site);
        await scene.PublishedAsync();

        Assert.Contains("Published: Closer to home", (await FeedReader.NewsAsync(Site, "/areas/rivermead/news.atom")).Titles());
    }

    [Fact]
    public async Task A_theme_tells_of_the_consultations_in_which_people_spoke_of_it_alone()
    {
        var scene = await ThemeScene.MakeAsync(Site);
        var theme = await scene.ThemeAsync("Lights");
        await Site.SaveAsync(A.Consultation("Something else", scene.Rivermead));
        Assert.Empty((await FeedReader.NewsAsync(Site, "/areas/rivermead/themes/lights/news.atom")).Items);
        await scene.CodeAsync(theme, await scene.SaidAsync("The lights change too fast.") is [var comment] ? comment : null!);

        var feed = await FeedReader.NewsAsync(Site, "/areas/rivermead/themes/lights/news.atom");

        Assert.Equal(["Open: Safer crossings"], feed.Titles());
        Assert.Equal("Lights in Rivermead: news", feed.Title.Text);
        var page = await new Browser(Site).GetAsync("/areas/rivermead/themes/lights");
        Assert.Equal("/areas/rivermead/themes/lights/news.atom", page.QuerySelector("link[rel=alternate][type='application/atom+xml']")!.GetAttribute("href"));
        Assert.NotNull(page.QuerySelector("main a[href='/areas/rivermead/themes/lights/news.atom']"));
        Assert.Equal(HttpStatusCode.NotFound, (await new Browser(Site).SendAsync(HttpMethod.Get, "/areas/rivermead/themes/nothing/news.atom")).StatusCode);
    }

    [Fact]
    public async Task A_thread_tells_who_answers_whom_and_what_was_changed()
    {
        var (first, answer, deeper) = await TalkAsync();

        var feed = await FeedReader.NewsAsync(Site, $"{Here}/{answer.Id}/news.atom");

        Assert.Equal($"https://localhost{Here}/{first.Id}/news.atom", feed.Id); // one thread is one feed, whoever asks for it
        Assert.Equal(["Answer by Cai D", "Answer by Ben C", "Comment by Asha B"], feed.Titles());
        var entries = feed.Items.ToDictionary(i => i.Title.Text);
        Assert.Null(entries["Comment by Asha B"].Answers());
        Assert.Equal((entries["Comment by Asha B"].Id, $"https://localhost{Here}/{first.Id}"), entries["Answer by Ben C"].Answers());
        Assert.Equal(entries["Answer by Ben C"].Id, entries["Answer by Cai D"].Answers()!.Value.Id);
        Assert.Equal("Ben C", entries["Answer by Ben C"].Authors.Single().Name);
        Assert.Contains("<strong>ten</strong> seconds", entries["Answer by Cai D"].Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("<script", entries["Answer by Cai D"].Words(), StringComparison.Ordinal);

        var page = await new Browser(Site).GetAsync($"{Here}/{deeper.Id}");
        Assert.Equal($"{Here}/{deeper.Id}/news.atom", page.QuerySelector("link[rel=alternate][type='application/atom+xml']")!.GetAttribute("href"));
    }

    [Fact]
    public async Task What_is_gone_is_told_as_gone_under_the_same_name()
    {
        var (first, answer, _) = await TalkAsync();
        var before = (await FeedReader.NewsAsync(Site, $"{Here}/{first.Id}/news.atom")).Items.Single(i => i.Title.Text == "Answer by Ben C");
        Site.Clock.Advance(TimeSpan.FromHours(1));
        await Site.AskAsync(async db =>
        {
            (await db.Comments.SingleAsync(c => c.Id == answer.Id)).Withdraw(Site.Now);
            return await db.SaveChangesAsync();
        });

        var after = (await FeedReader.NewsAsync(Site, $"{Here}/{first.Id}/news.atom")).Items.First();

        Assert.Equal((before.Id, "A comment that is gone", "It was taken back."), (after.Id, after.Title.Text, after.Words()));
        Assert.True(after.LastUpdatedTime > before.LastUpdatedTime);
        Assert.Empty(after.Authors);
    }

    [Fact]
    public async Task What_nobody_has_seen_yet_has_no_feed()
    {
        var (first, _, _) = await TalkAsync();
        var held = await Site.SaveAsync(A.Comment(first.Consultation, await Site.SaveAsync(A.Person())));
        await Site.AskAsync(db => db.Comments.Where(c => c.Id == held.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.ShownAt, (DateTimeOffset?)null)));

        foreach (var path in new[] { $"{Here}/{held.Id}/news.atom", $"{Here}/999/news.atom", $"/consultations/nothing/comments/{first.Id}/news.atom" })
            Assert.Equal(HttpStatusCode.NotFound, (await new Browser(Site).SendAsync(HttpMethod.Get, path)).StatusCode);
    }

    private async Task<(Comment First, Comment Answer, Comment Deeper)> TalkAsync()
    {
        var (asha, ben, cai) = (A.Person("Asha B"), A.Person("Ben C"), A.Person("Cai D"));
        var consultation = await Site.SaveAsync(A.Consultation(), asha, ben, cai);
        var first = await Site.SaveAsync(A.Comment(consultation, asha));
        var answer = await Site.SaveAsync(first.Reply(A.Author(ben), "So it is.", Site.Now.AddMinutes(-20)));
        var deeper = await Site.SaveAsync(answer.Reply(A.Author(cai), "It needs **ten** seconds. <script>alert(1)</script>", Site.Now.AddMinutes(-10)));
        return (first, answer, deeper);
    }
}
