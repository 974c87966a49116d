using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Reviews;
using CommunityVoice.Tests.OnBehalf;
using CommunityVoice.Tests.Strategies;
using Microsoft.EntityFrameworkCore;
using ThreadState = CommunityVoice.Reviews.ThreadState;

namespace CommunityVoice.Tests.Reviews;

/// <summary>A discussion about an item of guidelines ends in actions, or in a reason why there is none (rule R-I26).</summary>
public sealed class ItemThreadTests : SiteTest
{
    [Fact]
    public void It_ends_in_actions_or_in_a_reason_and_never_in_both_or_neither_or_twice()
    {
        var (review, root, by) = (new Review("A review", "a-review", A.Area(), Plan.Framework(), ""), A.Comment(A.Consultation(), A.Person()), Guid.NewGuid());
        var action = new ActionRef(Plan.Strategy(), 3);
        var thread = review.Tie(review.Framework!.Items[0], root, FakeClock.Today.AddDays(2), A.Body(), by, FakeClock.Start);

        Assert.Throws<ArgumentException>(() => thread.End([], " ", by, FakeClock.Start));
        Assert.Throws<ArgumentException>(() => thread.End([action], "It costs too much.", by, FakeClock.Start));
        Assert.Equal((ThreadState.Open, ThreadState.PastItsDay), (thread.StateOn(thread.EndsOn), thread.StateOn(thread.EndsOn.AddDays(1))));

        thread.End([action, action], "", by, FakeClock.Start);

        Assert.Equal(ThreadState.EndedInActions, thread.StateOn(thread.EndsOn.AddDays(1)));
        Assert.Equal(3, Assert.Single(thread.Actions).Action);
        Assert.Throws<InvalidOperationException>(() => thread.End([], "We thought again.", by, FakeClock.Start));
        Assert.Throws<InvalidOperationException>(() => review.Tie(review.Framework.Items[0], root, FakeClock.Today, A.Body(), by, FakeClock.Start));
        Assert.Throws<ArgumentOutOfRangeException>(() => review.Tie(review.Framework.Items[1], root, FakeClock.Today.AddDays(-1), A.Body(), by, FakeClock.Start));
    }

    [Fact]
    public async Task The_words_of_somebody_who_did_not_want_to_be_quoted_are_no_title()
    {
        var scene = await ReviewScene.MakeAsync(Site);
        await scene.Editor.SubmitAsync(await scene.Editor.GetAsync($"{ReviewScene.Manage}/consultations"), new() { ["Chosen"] = $"{scene.Said.Consultation.Id}" });
        var (root, item, ends) = (scene.Said.Comments[0].Id, scene.Framework.Items[0].Code, FakeClock.Today.AddDays(30));
        await Site.NotToBeQuotedAsync(root);
        await scene.Editor.SubmitAsync(await scene.Editor.GetAsync($"{ReviewScene.Manage}/discussions/new"), new()
        {
            ["Input.Item"] = item,
            ["Input.Thread"] = $"{root}",
            ["Input.EndsOn.Day"] = $"{ends.Day}",
            ["Input.EndsOn.Month"] = $"{ends.Month}",
            ["Input.EndsOn.Year"] = $"{ends.Year}",
        });

        var page = await new Browser(Site).GetAsync($"{ReviewScene.Path}/items/{item}");

        page.Shows("A discussion whose first comment is not to be quoted");
        page.DoesNotShow("for neighbour 0.");
        var thread = await Site.AskAsync(db => db.ItemThreads.Select(t => t.Id).SingleAsync());
        await scene.Editor.SubmitAsync(await scene.Editor.GetAsync($"{ReviewScene.Manage}/discussions/{thread}"), new() { ["Input.NoActionBecause"] = "The road is not ours." });
        var told = Assert.Single(await Site.AskAsync(db => db.OwedNews.Where(n => n.Kind == "discussion-ended").ToListAsync()));
        Assert.Contains("(the first comment is not to be quoted)", told.Fields, StringComparison.Ordinal);
        Assert.DoesNotContain("for neighbour 0.", told.Fields, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_past_its_day_stands_first_and_its_end_is_public_and_told_to_those_who_took_part()
    {
        var scene = await ReviewScene.MakeAsync(Site);
        await PlanAsync();
        await scene.Editor.SubmitAsync(await scene.Editor.GetAsync($"{ReviewScene.Manage}/consultations"), new() { ["Chosen"] = $"{scene.Said.Consultation.Id}" });
        var (first, second, item) = (scene.Said.Comments[0], scene.Said.Comments[1], scene.Framework.Items[0]);
        var form = await scene.Editor.GetAsync($"{ReviewScene.Manage}/discussions/new");
        (await scene.Editor.SubmitAsync(form, new() { ["Input.EndsOn.Year"] = "2020" }, HttpStatusCode.UnprocessableEntity)).ShowsError("Input.Thread", "Choose a discussion");
        await TieAsync(first.Id, days: 30);
        await TieAsync(second.Id, days: 1);
        (await scene.Editor.SubmitAsync(form, Tied(first.Id, 30), HttpStatusCode.UnprocessableEntity)).ShowsError("Input.Thread", "This discussion is tied to that item already");

        Site.Clock.Advance(TimeSpan.FromDays(3));
        var editor = new Browser(Site, scene.Said.Editor.Id);
        var page = await new Browser(Site).GetAsync($"{ReviewScene.Path}/items/{item.Code}");
        var states = page.QuerySelectorAll("section[aria-labelledby=discussed] .cv-card").Select(c => c.Words()).ToList();
        Assert.StartsWith("Past its day", states[0], StringComparison.Ordinal);
        Assert.StartsWith("Open", states[1], StringComparison.Ordinal);

        var (one, two) = await Site.AskAsync(async db => (await db.ItemThreads.SingleAsync(t => t.RootId == first.Id), await db.ItemThreads.SingleAsync(t => t.RootId == second.Id)));
        var end = await editor.GetAsync($"{ReviewScene.Manage}/discussions/{two.Id}");
        (await editor.SubmitAsync(end, expected: HttpStatusCode.UnprocessableEntity)).ShowsError("Input.Actions", "Choose the actions that it ended in, or say why there is none");
        var action = await Site.AskAsync(db => db.StrategyActions.Where(a => a.Number == 1).Select(a => a.Id).SingleAsync());
        var both = await editor.SubmitAsync(end, new() { ["Input.Actions"] = $"{action}", ["Input.NoActionBecause"] = "It costs too much." }, HttpStatusCode.UnprocessableEntity);
        both.ShowsError("Input.NoActionBecause", "You chose actions: leave the reason for no action empty, or choose no action");
        Assert.Equal("It costs too much.", both.QuerySelector("textarea")!.TextContent.Trim());
        await editor.SubmitAsync(both, new() { ["Input.NoActionBecause"] = "" });
        await editor.SubmitAsync(await editor.GetAsync($"{ReviewScene.Manage}/discussions/{one.Id}"), new() { ["Input.NoActionBecause"] = "The road is not ours." });

        (await new Browser(Site).GetAsync($"/consultations/safer-crossings/comments/{second.Id}")).Shows("It ended in: Do Workforce");
        (await new Browser(Site).GetAsync(ReviewScene.Path)).Shows("No action, because: The road is not ours.");
        Assert.Equal(["review.discussion-tied", "review.discussion-tied", "review.discussion-ended", "review.discussion-ended"], await Site.AskAsync(db => db.ActivityEntries.Where(e => e.Verb.StartsWith("review.discussion")).OrderBy(e => e.Id).Select(e => e.Verb).ToListAsync()));
        Assert.Equal([first.AuthorId!.Value, second.AuthorId!.Value], (await Site.AskAsync(db => db.OwedNews.Where(n => n.Kind == "discussion-ended").Select(n => n.PersonId).ToListAsync())).OrderBy(p => p != first.AuthorId));
        var stranger = await Site.SaveAsync(A.Person("Stranger"));
        Assert.Equal("/account/not-allowed", (await new Browser(Site, stranger.Id).SendOnceAsync(HttpMethod.Get, $"{ReviewScene.Manage}/discussions")).Headers.Location?.AbsolutePath);

        Task PlanAsync() => Site.DoAsync<CommunityVoiceDb>(async db =>
        {
            var strategy = Plan.Strategy(await db.Areas.SingleAsync(a => a.Slug == "rivermead"), A.Body("The board", BodyKind.StrategyBoard), await db.Frameworks.Include(f => f.Items).SingleAsync(f => f.Slug == "guide"));
            Plan.Whole(strategy).Publish(Guid.NewGuid(), Site.Now);
            db.Strategies.Add(strategy);
            await db.SaveChangesAsync();
        });
        async Task TieAsync(long thread, int days) => (await scene.Editor.SubmitAsync(form, Tied(thread, days))).Shows("Everybody can see that this discussion has to end in something.");
        Dictionary<string, Microsoft.Extensions.Primitives.StringValues> Tied(long thread, int days) => new()
        {
            ["Input.Item"] = item.Code,
            ["Input.Thread"] = $"{thread}",
            ["Input.EndsOn.Day"] = $"{FakeClock.Today.AddDays(days).Day}",
            ["Input.EndsOn.Month"] = $"{FakeClock.Today.AddDays(days).Month}",
            ["Input.EndsOn.Year"] = $"{FakeClock.Today.AddDays(days).Year}",
        };
    }
}
