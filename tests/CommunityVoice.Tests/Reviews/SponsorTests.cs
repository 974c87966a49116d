using CommunityVoice.Bodies;
using CommunityVoice.People;
using CommunityVoice.Reviews;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Reviews;

/// <summary>Another board stands behind a review, and sees what nobody has discussed (rule R-I28).</summary>
public sealed class SponsorTests : SiteTest
{
    private const string Never = "/manage/reviews/undiscussed?area=rivermead&framework=guide";
    private readonly Person member = A.Person("Helen A");
    private ReviewScene scene = null!;

    private Browser Board => new(Site, member.Id);

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        scene = await ReviewScene.MakeAsync(Site);
        await Site.SaveAsync(member);
        await Site.SaveAsync(A.Membership(member, scene.Said.Area, Capability.Plan, A.Body("The board", BodyKind.StrategyBoard)));
    }

    [Fact]
    public async Task A_board_of_the_area_stands_behind_a_review_and_may_take_its_name_off()
    {
        var browser = Board;
        var page = await browser.FollowAsync(await browser.GetAsync(ReviewScene.Manage), "Who stands behind it");

        var behind = await browser.SubmitAsync(page, button: "Stand behind it");

        behind.Shows("The board stands behind it, and everybody can see that.");
        (await new Browser(Site).GetAsync(ReviewScene.Path)).Shows("Who stands behind it Rivermead Voice The board");
        Assert.True(await Site.AskAsync(db => db.ActivityEntries.AnyAsync(e => e.Verb == "review.sponsored" && e.PersonId == member.Id)));
        await browser.SubmitAsync(behind, button: "Take the name off");
        (await new Browser(Site).GetAsync(ReviewScene.Path)).DoesNotShow("The board");
    }

    [Fact]
    public async Task The_last_that_stands_behind_it_stays_and_nobody_speaks_for_another_body()
    {
        var page = await scene.Editor.GetAsync($"{ReviewScene.Manage}/stand-behind");

        page.Shows("It stays there until another body stands behind the review too.");
        Assert.Empty(page.QuerySelectorAll("main form"));
        Assert.Equal("/account/not-allowed", (await scene.Answerer().SendOnceAsync(HttpMethod.Get, $"{ReviewScene.Manage}/stand-behind")).Headers.Location?.AbsolutePath);
    }

    [Fact]
    public async Task What_nobody_judged_asked_or_voted_on_is_listed_and_leaves_the_list_when_somebody_does()
    {
        var (near, early, open) = (scene.Framework.Items[0], scene.Framework.Items[1], scene.Framework.Items[2]);
        var all = await Board.GetAsync(Never);
        all.Shows("Rivermead: 3 of 3 items never discussed");
        Assert.Equal($"{ReviewScene.Manage}/items/{near.Code}", all.QuerySelector("main .cv-tasks a")!.GetAttribute("href"));

        await scene.JudgeAsync(early, Fitness.Fit, Fitness.Fit, "It opened.");
        (await Board.GetAsync(Never)).DoesNotShow(early.Title);
        await scene.AskAsync();
        var two = await Board.GetAsync(Never);
        two.DoesNotShow(near.Title);
        two.Shows($"Rivermead: 1 of 3 items never discussed {open.Title}");
        await Site.DoAsync<CommunityVoice.Data.CommunityVoiceDb>(async db =>
        {
            var ballot = await db.Ballots.SingleAsync(b => b.Id == scene.Said.Ballot.Id);
            db.Priorities.Add(new Priority(ballot, open.Title, "", 9, PriorityOrigin.FrameworkItem, open.Id));
            await db.SaveChangesAsync();
        });

        (await Board.GetAsync(Never)).Shows("Each item of A guide was looked at in Rivermead.");
    }

    [Fact]
    public async Task What_was_discussed_in_a_part_counts_for_the_whole_but_not_the_other_way_and_a_link_leads_on()
    {
        await scene.JudgeAsync(scene.Framework.Items[0], Fitness.Fit, Fitness.Fit, "It opened.");
        var browser = Board;

        var ward = await browser.GetAsync("/manage/reviews/undiscussed?area=weirside&framework=guide");

        ward.Shows("Weirside: 3 of 3 items never discussed");
        var start = await browser.FollowAsync(ward, "Start a review");
        Assert.Equal(("weirside", "guide"), (start.QuerySelector("[name='Input.Area'] option[selected]")!.GetAttribute("value"), start.QuerySelector("[name='Input.Framework'] option[selected]")!.GetAttribute("value")));
        await browser.SubmitAsync(start, new() { ["Input.Title"] = "Review of Weirside", ["Input.About"] = "One ward." });
        var fields = await scene.JudgementAsync(Fitness.Fit, Fitness.Fit, "Good.");
        fields.Remove("Input.Findings"); // nothing was found in this ward
        await browser.SubmitAsync(await browser.GetAsync("/manage/reviews/review-of-weirside/items/early"), fields);
        (await browser.GetAsync(Never)).Shows("Rivermead: 1 of 3 items never discussed");
        await browser.GetAsync("/manage/reviews/undiscussed?area=elsewhere", HttpStatusCode.NotFound);
        Assert.Equal("/account/not-allowed", (await scene.Answerer().SendOnceAsync(HttpMethod.Get, Never)).Headers.Location?.AbsolutePath);
    }
}
