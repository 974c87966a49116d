using CommunityVoice.Bodies;
using CommunityVoice.OnBehalf;
using CommunityVoice.People;
using CommunityVoice.Tests.OnBehalf;
using CommunityVoice.Themes;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Themes;

/// <summary>Many comments in nearly the same words: all counted and kept, one viewpoint (rule R-E6).</summary>
public sealed class NearCopyTests : SiteTest
{
    private ThemeScene scene = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        scene = await ThemeScene.MakeAsync(Site);
    }

    [Fact]
    public async Task Six_hundred_copies_are_six_hundred_comments_and_one_viewpoint()
    {
        var comments = await scene.SaidAsync([.. Enumerable.Range(0, 600).Select(_ => ThemeScene.Letter), "I would rather have a night nurse than another clinic, thank you very much."]);
        var theme = await scene.ThemeAsync("The clinic");
        await scene.CompareAsync();
        await scene.CodeAsync(theme, [.. comments]);

        var page = await new Browser(Site).GetAsync("/areas/rivermead/themes/the-clinic");
        page.Shows("601 comments about this in Rivermead, 2 viewpoints.");
        page.Shows("600 people sent nearly the same words: counted 600 times, shown as one viewpoint.");
        Assert.Equal(2, page.QuerySelectorAll(".comment").Length);
        (await new Browser(Site).GetAsync("/consultations/safer-crossings")).Shows("600 comments were sent in nearly the same words as others: all are counted, shown as 1 viewpoint.");
        (await new Browser(Site).GetAsync("/areas/rivermead/themes")).Shows("601 2");

        var all = await new Browser(Site).FollowAsync(page, "Read all that are in the words of Person 0");
        all.Shows("Counted 600 times, shown as one viewpoint");
        var reached = new HashSet<string?>(StringComparer.Ordinal);
        for (var next = all; ;)
        {
            reached.UnionWith(next.QuerySelectorAll(".comment__by a").Select(a => a.GetAttribute("href")));
            if (next.QuerySelector("a[rel=next]") is not { } link) break;
            next = await new Browser(Site).GetAsync(link.GetAttribute("href")!);
        }
        Assert.Equal(600, reached.Count);
    }

    [Fact]
    public async Task The_list_of_such_texts_shows_each_once_and_says_when_there_is_none()
    {
        (await new Browser(Site).GetAsync("/consultations/safer-crossings/same-words")).Shows("None here");
        await scene.SaidAsync(ThemeScene.Letter, ThemeScene.Letter.ToUpperInvariant(), ThemeScene.Letter + " Thank you.");
        await scene.CompareAsync();

        var page = await new Browser(Site).GetAsync("/consultations/safer-crossings/same-words");

        page.Shows("3 people sent nearly the same words");
        Assert.Single(page.QuerySelectorAll("blockquote"));
        await new Browser(Site).FollowAsync(page, "3 people sent nearly the same words");
        await new Browser(Site).GetAsync("/consultations/safer-crossings/same-words/999999", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Answers_that_were_entered_for_somebody_are_a_person_each()
    {
        var clerk = A.Person("Una Clerk");
        await Site.SaveAsync(clerk, A.Membership(clerk, scene.Rivermead, Capability.EnterOnBehalf));
        foreach (var text in new[] { ThemeScene.Letter, ThemeScene.Letter + " Thank you.", ThemeScene.Letter + " Please." })
        {
            var answer = new NewAnswer(null, text, Voice.Resident, null, EntryConsent.Publish, EntryChannel.Post, FakeClock.Today);
            Assert.Equal(AnswerOutcome.Entered, (await Site.AskAsync<Answers, AnswerEntered>(a => a.EnterAsync(scene.Consultation.Id, answer, clerk.Id, default))).Outcome);
        }
        await scene.CompareAsync();

        (await new Browser(Site).GetAsync("/consultations/safer-crossings/same-words")).Shows("3 people sent nearly the same words");
    }

    [Theory]
    [InlineData(1, "nobody asked us. Thank you.")]
    [InlineData(2, "Nobody who sent it wanted to be quoted.")]
    public async Task Who_did_not_want_to_be_quoted_does_not_speak_for_the_others(int unquoted, string shown)
    {
        var comments = await scene.SaidAsync(ThemeScene.Letter, ThemeScene.Letter + " Thank you.");
        await Site.NotToBeQuotedAsync([.. comments.Take(unquoted).Select(c => c.Id)]);
        await scene.CompareAsync();

        var page = await new Browser(Site).GetAsync("/consultations/safer-crossings/same-words");

        page.Shows("2 people sent nearly the same words");
        page.Shows(shown);
    }

    [Fact]
    public async Task One_that_is_taken_away_is_counted_no_more_and_the_others_stay_together()
    {
        var comments = await scene.SaidAsync(ThemeScene.Letter, ThemeScene.Letter, ThemeScene.Letter);
        await scene.CompareAsync();
        await Site.DoAsync<Data.CommunityVoiceDb>(async db =>
        {
            (await db.Comments.SingleAsync(c => c.Id == comments[0].Id)).Remove("civil", Site.Now);
            await db.SaveChangesAsync();
        });

        (await new Browser(Site).GetAsync("/consultations/safer-crossings/same-words")).Shows("2 people sent nearly the same words");
        await scene.CompareAsync();

        Assert.Equal([(comments[1].Id, comments[1].Id), (comments[2].Id, comments[1].Id)],
            (await Site.AskAsync(db => db.NearCopies.OrderBy(n => n.CommentId).ToListAsync())).Select(n => (n.CommentId, n.FirstId)));
        await new Browser(Site).GetAsync($"/consultations/safer-crossings/same-words/{comments[0].Id}", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Comparing_again_what_has_not_changed_does_nothing()
    {
        await scene.SaidAsync(ThemeScene.Letter, ThemeScene.Letter);

        Assert.Equal(1, await Site.AskAsync<Comparing, int>(c => c.CompareDueAsync(CancellationToken.None)));
        Assert.Equal(0, await Site.AskAsync<Comparing, int>(c => c.CompareDueAsync(CancellationToken.None)));
        await scene.SaidAsync(ThemeScene.Letter);
        Assert.Equal(1, await Site.AskAsync<Comparing, int>(c => c.CompareDueAsync(CancellationToken.None)));
        Assert.Equal(3, await Site.AskAsync(db => db.NearCopies.CountAsync()));
    }

    [Fact]
    public async Task One_action_in_the_list_codes_all_of_them()
    {
        var comments = await scene.SaidAsync(ThemeScene.Letter, ThemeScene.Letter, ThemeScene.Letter, "Something else entirely");
        var theme = await scene.ThemeAsync("The clinic");
        await scene.CompareAsync();
        var page = await scene.Browser.GetAsync("/moderation/themes/safer-crossings");
        page.Shows("3 in nearly the same words");

        var done = await scene.Browser.SubmitAsync(page, new() { ["Input.Ids"] = $"{comments[1].Id}", ["Input.Themes"] = $"{theme.Id}", ["Input.WithCopies"] = "true" }, button: "Give");

        done.Shows("Done: 3 changes.");
    }

    [Fact]
    public async Task A_theme_that_one_person_spoke_of_is_listed_with_their_words()
    {
        var comments = await scene.SaidAsync("The **bench** by the weir is gone, and my mother needs it.");
        await scene.CodeAsync(await scene.ThemeAsync("Benches"), comments[0]);

        var page = await new Browser(Site).FollowAsync(await new Browser(Site).GetAsync("/areas/rivermead"), "All themes, those heard from few too");

        page.Shows("Heard from few");
        page.Shows("Benches 1 comment");
        page.Shows("The bench by the weir is gone, and my mother needs it.");
        Assert.EndsWith($"/comments/{comments[0].Id}", page.QuerySelector(".cv-quote a")!.GetAttribute("href"), StringComparison.Ordinal);
    }
}
