using CommunityVoice.Tests.Feeds;
using Ical.Net.CalendarComponents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;

namespace CommunityVoice.Tests.Reviews;

/// <summary>Meetings of a review are on its page and in calendars, and are moved and called off (rule R-I30).</summary>
public sealed class ReviewMeetingTests : SiteTest
{
    private const string Desk = ReviewScene.Manage + "/meetings";
    private ReviewScene scene = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        scene = await ReviewScene.MakeAsync(Site);
    }

    [Fact]
    public async Task A_meeting_stands_on_the_page_of_the_review_for_everybody()
    {
        (await new Browser(Site).GetAsync(ReviewScene.Path)).Shows("No meeting is arranged.");
        (await scene.Editor.GetAsync(Desk)).Shows("None yet");

        (await AddAsync()).Shows("The meeting is public.");

        var page = await new Browser(Site).GetAsync(ReviewScene.Path);
        page.Shows("Weir Hall Join online: The review in public Ring 01632 960001. Access: Step-free way in.");
        page.Shows("18:30 to 20:00");
        Assert.Equal("https://meet.example.org/review", page.QuerySelector("section[aria-labelledby=meetings] .cv-card a")!.GetAttribute("href"));
        Assert.True(await Site.AskAsync(db => db.ActivityEntries.AnyAsync(e => e.Verb == "review.meeting-added")));
    }

    [Fact]
    public async Task Calendars_of_the_review_and_of_its_area_hold_it_and_take_changes()
    {
        await AddAsync();
        var (own, area) = (await EventAsync(), await EventAsync("/areas/rivermead/dates.ics"));
        Assert.Equal((own.Uid, own.Start!.AsUtc), (area.Uid, area.Start!.AsUtc));
        Assert.Equal("Weir Hall, and online", own.Location);

        await scene.Editor.SubmitAsync(await scene.Editor.FollowAsync(await scene.Editor.GetAsync(Desk), "Change The review in public"), new() { ["Input.Place"] = "Old Town library" });
        var moved = await EventAsync();
        var cancel = await scene.Editor.FollowAsync(await scene.Editor.GetAsync(Desk), "cancel The review in public");
        (await scene.Editor.SubmitAsync(cancel, expected: HttpStatusCode.UnprocessableEntity)).ShowsError("Reason", "Say why it is cancelled");
        (await scene.Editor.SubmitAsync(cancel, new() { ["Reason"] = "The hall was flooded." })).Shows("Cancelled The hall was flooded.");
        var cancelled = await EventAsync();

        Assert.Equal("Old Town library, and online", moved.Location);
        Assert.True(own.Sequence < moved.Sequence && moved.Sequence < cancelled.Sequence);
        Assert.Equal(("CONFIRMED", "CANCELLED"), (moved.Status, cancelled.Status));
        (await new Browser(Site).GetAsync(ReviewScene.Path)).Shows("The hall was flooded.");
    }

    [Fact]
    public async Task What_is_missing_is_said_and_two_who_change_one_notice()
    {
        var refused = await scene.Editor.SubmitAsync(await scene.Editor.GetAsync($"{Desk}/new"), new() { ["Input.Title"] = "The review in public" }, HttpStatusCode.UnprocessableEntity);
        refused.ShowsError("Input.Begins", "Enter when it begins");
        refused.ShowsError("Input.AccessNeeds", "Say what is there for access, and how to ask for more");
        await AddAsync();
        var first = await scene.Editor.FollowAsync(await scene.Editor.GetAsync(Desk), "Change The review in public");
        var second = await scene.Editor.FollowAsync(await scene.Editor.GetAsync(Desk), "Change The review in public");
        await scene.Editor.SubmitAsync(first, new() { ["Input.Place"] = "Old Town library" });

        var late = await scene.Editor.SubmitAsync(second, new() { ["Input.Place"] = "The kitchen" }, HttpStatusCode.UnprocessableEntity);

        late.Shows("Somebody else changed this in the same moment.");
        Assert.Equal("The kitchen", late.QuerySelector("[name='Input.Place']")!.GetAttribute("value"));
        (await scene.Editor.SubmitAsync(late)).Shows("The meeting is changed.");
        (await new Browser(Site).GetAsync(ReviewScene.Path)).Shows("The kitchen");
        Assert.Equal(HttpStatusCode.NotFound, (await new Browser(Site).SendAsync(HttpMethod.Get, "/reviews/nothing/dates.ics")).StatusCode);
    }

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> AddAsync()
    {
        var day = FakeClock.Today.AddDays(10);
        return await scene.Editor.SubmitAsync(await scene.Editor.GetAsync($"{Desk}/new"), new Dictionary<string, StringValues>(StringComparer.Ordinal)
        {
            ["Input.Title"] = "The review in public",
            ["Input.Day.Day"] = $"{day.Day}",
            ["Input.Day.Month"] = $"{day.Month}",
            ["Input.Day.Year"] = $"{day.Year}",
            ["Input.Begins"] = "18:30",
            ["Input.Ends"] = "8pm",
            ["Input.Place"] = "Weir Hall",
            ["Input.JoinLink"] = "https://meet.example.org/review",
            ["Input.HowToJoin"] = "Ring 01632 960001.",
            ["Input.AccessNeeds"] = "Step-free way in.",
        });
    }

    private async Task<CalendarEvent> EventAsync(string path = ReviewScene.Path + "/dates.ics") =>
        (await FeedReader.DatesAsync(Site, path)).Events.Single(e => e.Uid!.StartsWith("review-meeting-", StringComparison.Ordinal));
}
