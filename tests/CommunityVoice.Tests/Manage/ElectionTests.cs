using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Tests.OpenData;
using CommunityVoice.Tests.Summaries;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;

namespace CommunityVoice.Tests.Manage;

/// <summary>Pre-election periods (rule R-A25): a list that staff keep, and a reason for whatever begins in one.</summary>
public sealed class ElectionTests : SiteTest
{
    private const string Publish = "/manage/consultations/safer-crossings/publish";
    private static readonly DateOnly Today = FakeClock.Today;
    private Office office = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        office = new(Site);
    }

    [Theory]
    [InlineData(Capability.Administer)]
    [InlineData(Capability.Consult)]
    [InlineData(Capability.Publish)]
    public async Task Staff_of_a_place_add_change_and_remove_its_periods_and_each_is_recorded(Capability may)
    {
        var staff = await office.StaffAsync(may);
        var empty = await staff.FollowAsync(await staff.GetAsync("/manage"), "Pre-election periods");
        empty.Shows("None yet");

        var list = await staff.SubmitAsync(await staff.FollowAsync(empty, "Add a period"), Period("Council elections", Today.AddDays(20), Today.AddDays(58)));
        list.Shows("The period is saved.");
        list.Shows("Council elections Rivermead 29 June 2026 6 August 2026 Ahead");

        list = await staff.SubmitAsync(await staff.FollowAsync(list, "Change Council elections"), Period("Council elections and a by-election", Today, Today.AddDays(30), isNew: false));
        list.Shows("Council elections and a by-election Rivermead 9 June 2026 9 July 2026 Now");

        var remove = await staff.FollowAsync(await staff.FollowAsync(list, "Change Council elections"), "Remove this period");
        remove.Shows("Council elections and a by-election, 9 June 2026 to 9 July 2026, in Rivermead");
        list = await staff.SubmitAsync(remove, button: "Remove it");
        list.Shows("The period is removed.");
        list.Shows("None yet");

        var entries = await Site.AskAsync(db => db.ActivityEntries.Where(e => e.Verb.StartsWith("election.")).OrderBy(e => e.Id).ToListAsync());
        Assert.Equal(["election.added", "election.changed", "election.removed"], entries.Select(e => e.Verb));
        Assert.Equal("Rivermead: Council elections, 29 June 2026 to 6 August 2026; now Council elections and a by-election, 9 June 2026 to 9 July 2026", entries[1].Detail);
        Assert.All(entries, e => Assert.Equal(("Area", office.Place.Id), (e.Subject, e.SubjectId)));
    }

    [Fact]
    public async Task What_is_wrong_with_a_period_is_said_at_its_field_and_what_was_typed_stays()
    {
        var staff = await office.StaffAsync();
        var form = await staff.GetAsync("/manage/elections/new");

        var nothing = await staff.SubmitAsync(form, expected: HttpStatusCode.UnprocessableEntity);
        nothing.ShowsError("Input.Name", "Enter a name");
        nothing.ShowsError("Input.AreaId", "Choose an area");
        nothing.ShowsError("Input.StartsOn.Day", "Enter the first day");
        nothing.ShowsError("Input.EndsOn.Day", "Enter polling day");

        var reversed = await staff.SubmitAsync(form, Period("Council elections", Today.AddDays(58), Today.AddDays(20)), HttpStatusCode.UnprocessableEntity);
        reversed.ShowsError("Input.EndsOn.Day", "Polling day must be on or after the first day");
        Assert.Equal("Council elections", reversed.QuerySelector("[name='Input.Name']")!.GetAttribute("value"));
        Assert.Equal($"{Today.AddDays(58).Day}", reversed.QuerySelector("[name='Input.StartsOn.Day']")!.GetAttribute("value"));

        var endless = await staff.SubmitAsync(form, Period("Council elections", Today, Today.AddDays(120)), HttpStatusCode.UnprocessableEntity);
        endless.ShowsError("Input.EndsOn.Day", "A period has 120 days at most. Check both days");

        await staff.SubmitAsync(form, Period("Council elections", Today, Today.AddDays(119)));
        var twice = await staff.SubmitAsync(form, Period("Council elections", Today, Today.AddDays(30)), HttpStatusCode.UnprocessableEntity);
        twice.ShowsError("Input.Name", "A period of this name begins there on this day already");
        Assert.Equal(1, await Site.AskAsync(db => db.ElectionPeriods.CountAsync()));
    }

    [Fact]
    public async Task Staff_of_elsewhere_and_those_who_only_moderate_keep_no_period_of_this_place()
    {
        await Site.SaveAsync(office.Place);
        var period = await Site.SaveAsync(new ElectionPeriod(office.Place, "Council elections", Today, Today.AddDays(30)));
        var stranger = await office.StrangerAsync(Capability.Administer);

        (await stranger.GetAsync("/manage/elections")).DoesNotShow("Council elections");
        foreach (var page in new[] { "", "/remove" }) await stranger.GetAsync($"/manage/elections/{period.Id}{page}", HttpStatusCode.Forbidden);
        var form = await stranger.GetAsync("/manage/elections/new");
        Assert.DoesNotContain(form.QuerySelectorAll("option"), o => o.GetAttribute("value") == $"{office.Place.Id}");

        var moderator = await office.StaffAsync(Capability.Moderate);
        foreach (var page in new[] { "", "/new", $"/{period.Id}", $"/{period.Id}/remove" }) await moderator.GetAsync($"/manage/elections{page}", HttpStatusCode.Forbidden);
        (await moderator.GetAsync("/manage")).DoesNotShow("Pre-election periods");
        (await (await office.StaffAsync()).GetAsync("/manage/elections")).Shows("Council elections"); // who may, does see it
    }

    [Fact]
    public async Task Whoever_works_in_a_ward_sees_the_periods_of_the_place_and_cannot_change_them()
    {
        var (ward, person) = (A.Area("Weirside", AreaLevel.Ward), A.Person());
        await Site.SaveAsync(ward, office.Place, person);
        await Site.SaveAsync(new AreaLink(office.Place, AreaLinkKind.Contains, ward), A.Membership(person, ward, Capability.Consult));
        var period = await Site.SaveAsync(new ElectionPeriod(office.Place, "Council elections", Today, Today.AddDays(30)));
        var browser = new Browser(Site, person.Id);

        var list = await browser.GetAsync("/manage/elections");

        list.Shows("Council elections");
        list.Shows("Kept by staff of Rivermead");
        await browser.GetAsync($"/manage/elections/{period.Id}", HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Many_periods_are_shown_page_by_page_the_latest_first()
    {
        var staff = await office.StaffAsync();
        await Site.SaveAsync(office.Place, [.. Enumerable.Range(1, 51).Select(n => new ElectionPeriod(office.Place, $"Election {n}", Today.AddDays(n), Today.AddDays(n + 10)))]);

        var first = await staff.GetAsync("/manage/elections");
        first.Shows("Election 51 ");
        first.DoesNotShow("Election 1 ");
        var next = await staff.FollowAsync(first, "Next");
        Assert.Equal("Election 1", Assert.Single(next.QuerySelectorAll("tbody th")).Words());
    }

    [Fact]
    public async Task A_consultation_that_would_open_in_a_period_needs_a_reason_that_everybody_sees()
    {
        var staff = await DraftAsync(opens: Today.AddDays(10));
        await PeriodAsync(Today.AddDays(5), Today.AddDays(40));
        (await staff.GetAsync("/manage/consultations/safer-crossings")).Shows("It would open in a pre-election period: Council elections, 14 June 2026 to 19 July 2026.");

        var form = await staff.GetAsync(Publish);
        form.Shows("It opens in a pre-election period");
        form.Shows("Council elections, 14 June 2026 to 19 July 2026");
        form.Shows("Consultations that are already open may continue");
        Assert.Equal("/manage/consultations/safer-crossings/edit#Input_OpensOn", form.QuerySelectorAll("main a").Single(a => a.Words() == "Change the opening day").GetAttribute("href"));
        Assert.NotNull((await staff.GetAsync("/manage/consultations/safer-crossings/edit")).GetElementById("Input_OpensOn"));

        var refused = await staff.SubmitAsync(form, new() { ["Input.Reason"] = "  " }, HttpStatusCode.UnprocessableEntity);
        refused.ShowsError("Input.Reason", "Give a reason for opening it in this period, or change the opening day");
        var tooMuch = new string('x', 501);
        var kept = await staff.SubmitAsync(form, new() { ["Input.Reason"] = tooMuch }, HttpStatusCode.UnprocessableEntity);
        kept.ShowsError("Input.Reason", "The reason must be 500 characters or fewer");
        Assert.Equal(tooMuch, kept.QuerySelector("[name='Input.Reason']")!.TextContent.Trim());
        Assert.Null(await Site.AskAsync(db => db.Consultations.Select(c => c.PublishedAt).SingleAsync()));

        var task = await staff.SubmitAsync(kept, new() { ["Input.Reason"] = "A child was hurt here last week." });

        task.Shows("Scheduled.");
        const string Line = "Why before an election (Council elections, 14 June 2026 to 19 July 2026): A child was hurt here last week.";
        task.Shows(Line);
        (await new Browser(Site).GetAsync("/consultations/safer-crossings")).Shows(Line);
        var entry = await Site.AskAsync(db => db.ActivityEntries.SingleAsync(e => e.Verb == "consultation.opens-before-election"));
        Assert.Equal("Council elections, 14 June 2026 to 19 July 2026: A child was hurt here last week.", entry.Detail);
        Assert.NotNull(entry.PersonId);
        var data = (await new DataFiles(Site).JsonAsync("/consultations/safer-crossings.json")).GetProperty("item");
        Assert.Equal("A child was hurt here last week.", data.GetProperty("electionReason").GetString());
        Assert.Equal("Council elections, 14 June 2026 to 19 July 2026", data.GetProperty("electionPeriod").GetString());

        await Site.DoAsync<CommunityVoiceDb>(db => db.ElectionPeriods.ExecuteDeleteAsync()); // the reason stands by itself
        (await new Browser(Site).GetAsync("/consultations/safer-crossings")).Shows(Line);
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)] // the first day
    [InlineData(40, true)] // polling day
    [InlineData(41, false)]
    public async Task The_first_day_and_polling_day_belong_to_the_period(int opens, bool isHeld)
    {
        var staff = await DraftAsync(opens: Today.AddDays(opens));
        await PeriodAsync(Today.AddDays(5), Today.AddDays(40));

        var form = await staff.GetAsync(Publish);

        if (isHeld) form.Shows("It opens in a pre-election period");
        else form.DoesNotShow("pre-election");
        await staff.SubmitAsync(form, expected: isHeld ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.OK);
        Assert.Equal(!isHeld, await Site.AskAsync(db => db.Consultations.Select(c => c.PublishedAt != null).SingleAsync()));
        Assert.Null(await Site.AskAsync(db => db.Consultations.Select(c => c.ElectionReason).SingleAsync()));
    }

    [Fact]
    public async Task What_is_published_after_its_opening_day_opens_today_and_today_counts()
    {
        var staff = await DraftAsync(opens: Today.AddDays(-7)); // the default: it was to open a week ago
        await PeriodAsync(Today.AddDays(-3), Today.AddDays(30));

        (await staff.GetAsync(Publish)).Shows("It opens in a pre-election period");
    }

    [Fact]
    public async Task A_new_opening_day_after_the_period_needs_no_reason()
    {
        var staff = await DraftAsync(opens: Today.AddDays(10));
        await PeriodAsync(Today.AddDays(5), Today.AddDays(40));
        var edit = await staff.FollowAsync(await staff.GetAsync(Publish), "Change the opening day");
        await staff.SubmitAsync(edit, Days(("OpensOn", Today.AddDays(41)), ("ClosesOn", Today.AddDays(90))));

        (await staff.SubmitAsync(await staff.GetAsync(Publish))).Shows("Scheduled.");
        (await new Browser(Site).GetAsync("/consultations/safer-crossings")).DoesNotShow("before an election");
    }

    [Fact]
    public async Task A_period_holds_in_every_area_within_and_in_none_around_or_beside()
    {
        var (ward, other, wide) = (A.Area("Weirside", AreaLevel.Ward), A.Area("Hillgate", AreaLevel.Ward), A.Area("Wendale", AreaLevel.System));
        await Site.SaveAsync(office.Place, ward, other, wide);
        await Site.SaveAsync(new AreaLink(wide, AreaLinkKind.Contains, office.Place), new AreaLink(office.Place, AreaLinkKind.Contains, ward), new AreaLink(office.Place, AreaLinkKind.Contains, other));
        await PeriodAsync(Today, Today.AddDays(30));
        await Site.SaveAsync(new ElectionPeriod(other, "By-election", Today, Today.AddDays(30)));

        Task<List<string>> HoldingAsync(Area area) => Site.AskAsync<ElectionCalendar, List<string>>(async c => [.. (await c.OnAsync(area.Id, Today, default)).Select(p => p.Name)]);
        Assert.Equal(["Council elections"], await HoldingAsync(ward));
        Assert.Equal(["Council elections", "By-election"], await HoldingAsync(other));
        Assert.Equal(["Council elections"], await HoldingAsync(office.Place));
        Assert.Empty(await HoldingAsync(wide));
    }

    [Fact]
    public async Task What_is_open_already_continues_and_nobody_is_warned()
    {
        var staff = await office.StaffAsync();
        var asha = A.Person("Asha B");
        await Site.SaveAsync(office.Consultation(), asha);
        await PeriodAsync(Today.AddDays(-1), Today.AddDays(30));

        (await staff.GetAsync("/manage/consultations/safer-crossings")).DoesNotShow("lection");
        var extend = await staff.GetAsync("/manage/consultations/safer-crossings/extend");
        extend.DoesNotShow("lection");
        var answers = Days(("ClosesOn", Today.AddDays(60)));
        answers["Input.Reason"] = "The library was flooded.";
        (await staff.SubmitAsync(extend, answers)).Shows("More time is given");
        var page = await new Browser(Site).GetAsync("/consultations/safer-crossings");
        page.Shows("Add a comment");
        page.DoesNotShow("lection");
    }

    [Fact]
    public async Task A_summary_published_in_a_period_needs_a_reason_too_and_so_does_its_correction()
    {
        var scene = await SummaryScene.MakeAsync(Site);
        var id = await scene.DraftAsync();
        var period = await Site.SaveAsync(new ElectionPeriod(scene.Area, "Council elections", Today, Today.AddDays(30)));
        var form = await scene.Browser.GetAsync($"/manage/summaries/{id}/publish");
        form.Shows("Today lies in a pre-election period");
        form.Shows("Council elections, 9 June 2026 to 9 July 2026");
        form.Shows("Publish it after 9 July 2026, or give a reason");

        var refused = await scene.Browser.SubmitAsync(form, expected: HttpStatusCode.UnprocessableEntity, button: "Publish");
        refused.ShowsError("Input.Reason", "Give a reason for publishing it in this period, or wait until it is over");
        Assert.Equal(HttpStatusCode.NotFound, (await scene.Browser.SendAsync(HttpMethod.Get, SummaryScene.Path)).StatusCode);
        await scene.Browser.SubmitAsync(refused, new() { ["Input.Reason"] = "The answer is needed before winter." }, button: "Publish");

        var page = await new Browser(Site).GetAsync(SummaryScene.Path);
        page.Shows("Why before an election Council elections, 9 June 2026 to 9 July 2026. The answer is needed before winter.");
        var entry = await Site.AskAsync(db => db.ActivityEntries.SingleAsync(e => e.Verb == "summary.published-before-election"));
        Assert.Equal("Version 1: Council elections, 9 June 2026 to 9 July 2026: The answer is needed before winter.", entry.Detail);
        var data = (await new DataFiles(Site).JsonAsync($"{SummaryScene.Path}.json")).GetProperty("item");
        Assert.Equal("The answer is needed before winter.", data.GetProperty("electionReason").GetString());

        var tasks = await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"/manage/summaries/{id}/correct"), new() { ["Input.Note"] = "A number was wrong." });
        var second = long.Parse(new Uri(tasks.Url).Segments[^1], System.Globalization.CultureInfo.InvariantCulture);
        (await scene.PublishAsync(second, HttpStatusCode.UnprocessableEntity)).ShowsError("Input.Reason", "Give a reason for publishing it in this period, or wait until it is over");

        Site.Clock.GoTo(UkTime.EndOf(period.EndsOn));
        var later = new Browser(Site, scene.Editor.Id);
        (await later.GetAsync($"/manage/summaries/{second}/publish")).DoesNotShow("pre-election");
        await SummaryScene.PublishAsync(later, second);
        (await new Browser(Site).GetAsync(SummaryScene.Path)).DoesNotShow("Why before an election"); // each version has its own
        (await new Browser(Site).GetAsync($"{SummaryScene.Path}/v1")).Shows("The answer is needed before winter.");
    }

    private async Task<Browser> DraftAsync(DateOnly opens)
    {
        var staff = await office.StaffAsync();
        var draft = await Site.SaveAsync(A.Consultation(area: office.Place, askedBy: office.Body, opens: opens, closes: Today.AddDays(100), published: false));
        await Site.SaveAsync(new PlannedGroup(draft, new("Neighbours", null, WhyPlanned.Affected, "By post.", null), Site.Now));
        return staff;
    }

    private Task PeriodAsync(DateOnly starts, DateOnly ends) => Site.SaveAsync(new ElectionPeriod(office.Place, "Council elections", starts, ends));

    private Dictionary<string, StringValues> Period(string name, DateOnly starts, DateOnly ends, bool isNew = true)
    {
        var answers = Days(("StartsOn", starts), ("EndsOn", ends));
        answers["Input.Name"] = name;
        if (isNew) answers["Input.AreaId"] = $"{office.Place.Id}";
        return answers;
    }

    private static Dictionary<string, StringValues> Days(params (string Field, DateOnly Day)[] days) => Office.Answers(
        [.. days.SelectMany(d => new[] { ($"Input.{d.Field}.Day", $"{d.Day.Day}"), ($"Input.{d.Field}.Month", $"{d.Day.Month}"), ($"Input.{d.Field}.Year", $"{d.Day.Year}") })]);
}
