using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Follows;
using CommunityVoice.People;
using CommunityVoice.Tests.Feeds;
using CommunityVoice.Tests.Follows;
using CommunityVoice.Tests.OpenData;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;

namespace CommunityVoice.Tests.Consultations;

/// <summary>Meetings to come: written by staff, seen by everybody, in calendars, feeds and letters, moved and called off (rule R-H9).</summary>
public sealed class PublicEventTests : SiteTest
{
    private const string Desk = "/manage/consultations/safer-crossings/events";
    private readonly Area place = A.Area();
    private readonly Body body = A.Body();
    private readonly Person asha = A.Person("Asha B", "asha@example.org");
    private Consultation consultation = null!;
    private Browser staff = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        consultation = A.Consultation(area: place, askedBy: body);
        await Site.SaveAsync(consultation, asha);
        staff = await StaffAsync();
    }

    [Fact]
    public async Task A_meeting_is_added_and_stands_on_the_page_with_where_how_and_access()
    {
        var empty = await staff.FollowAsync(await staff.GetAsync("/manage/consultations/safer-crossings"), "Change meetings to come");
        empty.Shows("None yet");

        var list = await AddAsync();

        list.Shows("The meeting is public, and whoever follows is told.");
        list.Shows($"Walk round the crossings {When(10)} Weir Hall, and online To come");
        var page = await new Browser(Site).GetAsync("/consultations/safer-crossings");
        page.Shows($"Walk round the crossings {When(10)} Weir Hall Join online: Walk round the crossings Ring 01632 960001. Access: Step-free way in.");
        Assert.Equal("https://meet.example.org/walk", page.QuerySelector("#meetings ~ ul a")!.GetAttribute("href"));
        Assert.Equal($"Walk round the crossings: {When(10)}", await Site.AskAsync(db => db.ActivityEntries.Where(e => e.Verb == "event.added").Select(e => e.Detail).SingleAsync()));
        var data = (await new DataFiles(Site).JsonAsync("/consultations/safer-crossings.json")).GetProperty("item").GetProperty("events")[0];
        Assert.Equal(("Walk round the crossings", "Step-free way in."), (data.GetProperty("title").GetString(), data.GetProperty("accessNeeds").GetString()));
    }

    [Fact]
    public async Task What_is_missing_or_wrong_is_said_at_its_field_and_stays_as_typed()
    {
        var form = await staff.GetAsync($"{Desk}/new");
        var nothing = await staff.SubmitAsync(form, new() { ["Input.Title"] = "" }, HttpStatusCode.UnprocessableEntity);
        nothing.ShowsError("Input.Title", "Enter what it is");
        nothing.ShowsError("Input.Begins", "Enter when it begins");
        nothing.ShowsError("Input.Place", "Enter where it is, or an address to join online");
        nothing.ShowsError("Input.AccessNeeds", "Say what is there for access, and how to ask for more");

        var answers = Answers(10, "half past", "25:00");
        answers["Input.JoinLink"] = "http://meet.example.org";
        var wrong = await staff.SubmitAsync(nothing, answers, HttpStatusCode.UnprocessableEntity);
        wrong.ShowsError("Input.Begins", "When it begins must be a time of day such as 18:30 or 6.30pm");
        wrong.ShowsError("Input.Ends", "When it ends must be a time of day such as 18:30 or 6.30pm");
        wrong.ShowsError("Input.JoinLink", "Enter a whole address that begins with https://");
        Assert.Equal("half past", wrong.QuerySelector("[name='Input.Begins']")!.GetAttribute("value"));

        var past = await staff.SubmitAsync(wrong, Answers(-1, "8pm", "6.30 pm"), HttpStatusCode.UnprocessableEntity);
        past.ShowsError("Input.Ends", "It must end after it begins, on the same day");
        Assert.Contains("It must be still to come", past.QuerySelector("[data-error-summary]")!.Words(), StringComparison.Ordinal);
        Assert.Equal(0, await Site.AskAsync(db => db.PublicEvents.CountAsync()));
    }

    [Theory]
    [InlineData("6.30pm", "8 pm")]
    [InlineData("18:30", "20.00")]
    [InlineData("6:30 PM", "20:00")]
    public async Task Times_are_taken_as_people_write_them(string begins, string ends)
    {
        await staff.SubmitAsync(await staff.GetAsync($"{Desk}/new"), Answers(10, begins, ends));

        Assert.EndsWith("18:30 to 20:00", (await Site.AskAsync(db => db.PublicEvents.SingleAsync())).When, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calendars_hold_its_hours_take_its_changes_and_drop_it_when_it_is_cancelled()
    {
        await AddAsync();
        var before = await EventAsync();
        await ChangeAsync(12);
        var moved = await EventAsync("/areas/rivermead/dates.ics");
        await CancelAsync("The hall was flooded. We look for another day.");
        var cancelled = await EventAsync();

        Assert.Equal((before.Uid, before.Uid), (moved.Uid, cancelled.Uid));
        Assert.True(before.Sequence < moved.Sequence && moved.Sequence < cancelled.Sequence);
        Assert.Equal((UkTime.At(Day(10), new(18, 30)).UtcDateTime, UkTime.At(Day(10), new(20, 0)).UtcDateTime), (before.Start!.AsUtc, before.End!.AsUtc));
        Assert.Equal(UkTime.At(Day(12), new(18, 30)).UtcDateTime, moved.Start!.AsUtc);
        Assert.Equal(("CONFIRMED", "CONFIRMED", "CANCELLED"), (before.Status, moved.Status, cancelled.Status));
        Assert.Equal("Weir Hall, and online", before.Location);
        Assert.Equal((TransparencyType.Opaque, TransparencyType.Transparent), (before.Transparency, cancelled.Transparency));
        Assert.Contains("Step-free way in.", before.Description, StringComparison.Ordinal);
        Assert.Contains("The hall was flooded.", cancelled.Description, StringComparison.Ordinal);
        Assert.Equal("Cancelled: Walk round the crossings", cancelled.Summary);
    }

    [Fact]
    public async Task News_tell_that_it_was_added_moved_and_cancelled_in_feeds_of_consultation_and_place()
    {
        await AddAsync();
        Assert.Contains("Meeting: Walk round the crossings", await TitlesAsync());
        await staff.SubmitAsync(await staff.FollowAsync(await staff.GetAsync(Desk), "Change Walk round the crossings"), new() { ["Input.AccessNeeds"] = "Step-free way in, and a hearing loop." });
        Assert.DoesNotContain("New time or place: Walk round the crossings", await TitlesAsync()); // only what people must know is news

        Site.Clock.Advance(TimeSpan.FromMinutes(5));
        staff = await StaffAsync();
        await ChangeAsync(12);
        var feed = await FeedReader.NewsAsync(Site, "/consultations/safer-crossings/news.atom");
        Assert.Equal("New time or place: Walk round the crossings", feed.Items.First().Title.Text);
        Assert.StartsWith($"Now {When(12)}. Weir Hall, and online.", feed.Items.First().Words(), StringComparison.Ordinal);

        await CancelAsync("The hall was flooded.");
        var titles = await TitlesAsync("/areas/rivermead/news.atom");
        Assert.Contains("Cancelled: Walk round the crossings", titles);
        Assert.DoesNotContain("Meeting: Walk round the crossings", titles); // nobody is called to what is off
        var page = await new Browser(Site).GetAsync("/consultations/safer-crossings");
        page.Shows("Walk round the crossings Cancelled");
        page.Shows("The hall was flooded.");
        page.DoesNotShow("Join online");
    }

    [Fact]
    public async Task Whoever_follows_is_told_by_letter_once_each()
    {
        var inbox = new Inbox(Site);
        await inbox.FollowAsync(asha, FollowKind.Place, place.Id, FollowFrequency.Daily);
        Site.Clock.Advance(TimeSpan.FromMinutes(1));
        staff = await StaffAsync();
        await AddAsync();
        Assert.Equal(1, await inbox.MorningAsync());
        Assert.Equal("Meeting: Walk round the crossings", (await inbox.LettersAsync("asha@example.org"))[^1].Subject);

        staff = await StaffAsync();
        await CancelAsync("The hall was flooded.");
        Assert.Equal(1, await inbox.MorningAsync());
        var letter = (await inbox.LettersAsync("asha@example.org"))[^1];
        Assert.Equal("Cancelled: Walk round the crossings", letter.Subject);
        Assert.Contains("The hall was flooded.", letter.Text, StringComparison.Ordinal);
        Assert.Equal(0, await inbox.MorningAsync());
    }

    [Fact]
    public async Task Of_two_who_change_it_at_once_the_second_is_told_and_keeps_the_words()
    {
        await AddAsync();
        var (first, second) = (await FormAsync(), await FormAsync());
        await staff.SubmitAsync(first, new() { ["Input.Place"] = "The library" });

        var refused = await staff.SubmitAsync(second, new() { ["Input.Place"] = "The school" }, HttpStatusCode.UnprocessableEntity);

        Assert.Contains("Somebody else changed this", refused.QuerySelector("[data-error-summary]")!.Words(), StringComparison.Ordinal);
        Assert.Equal("The school", refused.QuerySelector("[name='Input.Place']")!.GetAttribute("value"));
        Assert.Equal("The library", await Site.AskAsync(db => db.PublicEvents.Select(e => e.Place).SingleAsync()));
    }

    [Fact]
    public async Task What_is_over_or_cancelled_is_no_longer_changed_and_what_is_over_leaves_the_page()
    {
        await AddAsync();
        var id = await Site.AskAsync(db => db.PublicEvents.Select(e => e.Id).SingleAsync());
        var form = await staff.GetAsync($"{Desk}/{id}/cancel");
        (await staff.SubmitAsync(form, new() { ["Reason"] = "" }, HttpStatusCode.UnprocessableEntity)).ShowsError("Reason", "Say why it is cancelled");

        Site.Clock.Advance(TimeSpan.FromDays(11));
        staff = await StaffAsync();
        foreach (var path in new[] { $"{Desk}/{id}", $"{Desk}/{id}/cancel" }) await staff.GetAsync(path, HttpStatusCode.NotFound);
        (await staff.GetAsync(Desk)).Shows("Over");
        (await new Browser(Site).GetAsync("/consultations/safer-crossings")).DoesNotShow("Meetings to come");
    }

    [Fact]
    public async Task A_meeting_of_a_draft_is_told_nobody_and_can_be_taken_out()
    {
        await Site.SaveAsync(A.Consultation("A draft", place, body, published: false));
        await staff.SubmitAsync(await staff.GetAsync("/manage/consultations/a-draft/events/new"), Answers(10));
        Assert.DoesNotContain("Meeting: Walk round the crossings", await TitlesAsync("/areas/rivermead/news.atom"));

        var list = await staff.SubmitAsync(await staff.FollowAsync(await staff.GetAsync("/manage/consultations/a-draft/events"), "cancel Walk round the crossings"), new() { ["Reason"] = "A mistake." });

        list.Shows("None yet");
        Assert.Equal(0, await Site.AskAsync(db => db.PublicEvents.CountAsync()));
    }

    [Fact]
    public async Task Staff_of_elsewhere_are_refused()
    {
        await AddAsync();
        var id = await Site.AskAsync(db => db.PublicEvents.Select(e => e.Id).SingleAsync());
        var (elsewhere, person) = (A.Area("Elsewhere"), A.Person());
        await Site.SaveAsync(elsewhere, person);
        await Site.SaveAsync(A.Membership(person, elsewhere, Capability.Consult));

        foreach (var path in new[] { Desk, $"{Desk}/new", $"{Desk}/{id}", $"{Desk}/{id}/cancel" })
            await new Browser(Site, person.Id).GetAsync(path, HttpStatusCode.Forbidden);
    }

    private static DateOnly Day(int days) => FakeClock.Today.AddDays(days);

    private static string When(int days) => FormattableString.Invariant($"{Day(days):dddd d MMMM yyyy}, 18:30 to 20:00");

    private static Dictionary<string, StringValues> Answers(int days, string begins = "18:30", string ends = "8pm") => new(StringComparer.Ordinal)
    {
        ["Input.Title"] = "Walk round the crossings",
        ["Input.Day.Day"] = $"{Day(days).Day}",
        ["Input.Day.Month"] = $"{Day(days).Month}",
        ["Input.Day.Year"] = $"{Day(days).Year}",
        ["Input.Begins"] = begins,
        ["Input.Ends"] = ends,
        ["Input.Place"] = "Weir Hall",
        ["Input.JoinLink"] = "https://meet.example.org/walk",
        ["Input.HowToJoin"] = "Ring 01632 960001.",
        ["Input.AccessNeeds"] = "Step-free way in.",
    };

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> AddAsync() => await staff.SubmitAsync(await staff.GetAsync($"{Desk}/new"), Answers(10));

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> FormAsync() => await staff.FollowAsync(await staff.GetAsync(Desk), "Change Walk round the crossings");

    private async Task ChangeAsync(int days) => await staff.SubmitAsync(await FormAsync(), new()
    {
        ["Input.Day.Day"] = $"{Day(days).Day}",
        ["Input.Day.Month"] = $"{Day(days).Month}",
        ["Input.Day.Year"] = $"{Day(days).Year}",
    });

    private async Task CancelAsync(string reason) =>
        (await staff.SubmitAsync(await staff.FollowAsync(await staff.GetAsync(Desk), "cancel Walk round the crossings"), new() { ["Reason"] = reason })).Shows("The meeting is cancelled.");

    private async Task<CalendarEvent> EventAsync(string path = "/consultations/safer-crossings/dates.ics") =>
        (await FeedReader.DatesAsync(Site, path)).Events.Single(e => e.Uid!.StartsWith("event-", StringComparison.Ordinal));

    private async Task<List<string>> TitlesAsync(string path = "/consultations/safer-crossings/news.atom") => [.. (await FeedReader.NewsAsync(Site, path)).Titles()];

    private async Task<Browser> StaffAsync()
    {
        var person = A.Person("Tom W");
        await Site.SaveAsync(person, place, body);
        await Site.SaveAsync(A.Membership(person, place, Capability.Consult, body));
        return new(Site, person.Id);
    }
}
