using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Discussion;
using CommunityVoice.People;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Areas;

/// <summary>Areas end on a day and others take their place; what was there stays what it was.</summary>
public sealed class SuccessionTests : SiteTest
{
    private readonly Area place = A.Area();
    private readonly Area hillgate = A.Area("Hillgate", AreaLevel.Ward, 4000);
    private readonly Area weirside = A.Area("Weirside", AreaLevel.Ward, 3000);
    private readonly Body body = A.Body();
    private readonly Person tom = A.Person("Tom W");
    private readonly Person asha = A.Person("Asha B", "asha@example.org");
    private Browser staff = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await Site.SaveAsync(tom, asha, place, new AreaLink(place, AreaLinkKind.Contains, hillgate), new AreaLink(place, AreaLinkKind.Contains, weirside));
        await Site.SaveAsync(A.Membership(tom, place, Capability.Consult | Capability.Administer, body));
        staff = new Browser(Site, tom.Id);
    }

    [Fact]
    public async Task Two_areas_merge_on_a_day_before_on_and_after_it()
    {
        var space = await Site.SaveAsync(A.ListeningSpace("Hillgate talks", hillgate, body));
        var running = await Site.SaveAsync(A.Consultation(area: hillgate, askedBy: body));
        await Site.SaveAsync(A.Comment(space, asha), A.Comment(running, asha));
        await Site.DoAsync<AreaTallies>(t => t.RecountAsync(default));
        var counted = await CountsAsync();
        (await EndAsync("hillgate", FakeClock.Today.AddDays(20), new() { ["Input.NewNames"] = "Hill and Weir" })).Shows("The end of Hillgate is set.");
        await EndAsync("weirside", FakeClock.Today.AddDays(20), new() { ["Input.Successors"] = "Hill and Weir" });

        // Before: all goes on, and says what is to come.
        var before = await new Browser(Site).GetAsync("/areas/hillgate");
        before.Shows("Hillgate ends on 29 June 2026. Its place will be taken by Hill and Weir.");
        (await new Browser(Site).GetAsync("/areas/hill-and-weir")).Shows("Hill and Weir begins on 29 June 2026. Takes the place of Hillgate on 29 June 2026. Takes the place of Weirside on 29 June 2026.");
        (await new Browser(Site).GetAsync("/areas")).DoesNotShow("Hill and Weir");
        Assert.Equal(["Hillgate", "Rivermead", "Weirside"], await OfferedAsync());

        // On the day, without anything having run.
        Site.Clock.Advance(TimeSpan.FromDays(20));
        await Site.DoAsync<AreaTallies>(t => t.RecountAsync(default));
        var old = await new Browser(Site).GetAsync("/areas/hillgate");
        old.Shows("Hillgate ended on 29 June 2026. Its place was taken by Hill and Weir. What was asked and said here stays here to be read.");
        (await new Browser(Site).FollowAsync(old, "Hill and Weir")).Shows("Took the place of Weirside on 29 June 2026.");
        (await new Browser(Site).GetAsync("/areas")).Shows("No longer Hillgate until 29 June 2026 Weirside until 29 June 2026");
        Assert.Equal(["Hill and Weir", "Rivermead"], await OfferedAsync());
        Assert.Equal(counted, (await CountsAsync()).Where(c => c.Key != "hill-and-weir").ToDictionary());

        // After: what ran goes on to its end, nothing new begins.
        Site.Clock.Advance(TimeSpan.FromDays(3));
        var browser = new Browser(Site, asha.Id);
        (await browser.GetAsync("/consultations/hillgate-talks/comment")).Shows("Hillgate ended on 29 June 2026, so nothing new begins there. Its place was taken by Hill and Weir.");
        Assert.Equal(PostOutcome.AreaEnded, (await Site.AskAsync<Conversation, Posted>(c => c.PostAsync(asha.Id, new(space.Id, "The weir gate sticks."), default))).Outcome);
        Assert.Equal(PostOutcome.Posted, (await Site.AskAsync<Conversation, Posted>(c => c.PostAsync(asha.Id, new(running.Id, "The weir gate sticks."), default))).Outcome);
        (await new Browser(Site).GetAsync("/consultations/hillgate-talks")).Shows("Nothing new is added here Hillgate ended on 29 June 2026.");
        Assert.True(await Site.AskAsync<Permissions, bool>(p => p.AllowAsync(tom.Id, Capability.Consult, hillgate.Id, default))); // remits reach what they reached
        Assert.True(await Site.AskAsync<Permissions, bool>(async p => await p.AllowAsync(tom.Id, Capability.Consult, await IdAsync("hill-and-weir"), default)));
        Assert.Equal(["area.ended", "area.ended"], await Site.AskAsync(db => db.ActivityEntries.Where(e => e.Subject == "Area").Select(e => e.Verb).ToListAsync()));
    }

    [Fact]
    public async Task Nothing_new_begins_in_an_area_that_ended_while_somebody_wrote()
    {
        var form = await staff.GetAsync("/manage/consultations/new");
        var browser = new Browser(Site, asha.Id);
        var idea = await browser.GetAsync("/ideas/new");
        await Site.SaveAsync(A.Consultation("A draft", hillgate, body, opens: FakeClock.Today.AddDays(30), closes: FakeClock.Today.AddDays(90), published: false));
        await EndAsync("hillgate", FakeClock.Today, new() { ["Input.Successors"] = "Weirside" });

        var refused = await staff.SubmitAsync(form, new() { ["Input.Title"] = "Slower cars", ["Input.AreaId"] = $"{hillgate.Id}", ["Input.BodyId"] = $"{body.Id}" }, HttpStatusCode.UnprocessableEntity);
        refused.ShowsError("Input.AreaId", "Hillgate ended on 9 June 2026, so nothing new begins there. Its place was taken by Weirside");
        Assert.Equal("Slower cars", refused.QuerySelector("[name='Input.Title']")!.GetAttribute("value"));
        (await browser.SubmitAsync(idea, new() { ["Input.Title"] = "A bench", ["Input.Body"] = "By the weir.", ["Input.Area"] = "hillgate" }, HttpStatusCode.UnprocessableEntity))
            .ShowsError("Input.Area", "Hillgate ended on 9 June 2026, so nothing new begins there. Its place was taken by Weirside");
        (await staff.GetAsync("/manage/consultations/a-draft/publish")).Shows("Hillgate ended on 9 June 2026");
    }

    [Fact]
    public async Task An_end_to_come_is_called_off_and_what_was_made_for_it_never_begins()
    {
        await EndAsync("hillgate", FakeClock.Today.AddDays(5), new() { ["Input.NewNames"] = "Upper Hill\nLower Hill" }); // a split
        (await staff.SubmitAsync(await staff.GetAsync("/manage/areas/hillgate/end"), button: "Call it off")).Shows("Hillgate goes on as it was.");

        Site.Clock.Advance(TimeSpan.FromDays(6));
        (await new Browser(Site).GetAsync("/areas/hillgate")).DoesNotShow("Its place");
        (await new Browser(Site).GetAsync("/areas/upper-hill")).Shows("Upper Hill was to begin on 14 June 2026. That was called off.");
        Assert.Equal(["Hillgate", "Rivermead", "Weirside"], await OfferedAsync());
        Assert.Equal(0, await Site.AskAsync(db => db.AreaLinks.CountAsync(l => l.Kind == AreaLinkKind.Succeeds)));
    }

    [Fact]
    public async Task What_takes_the_place_contains_what_lay_within_and_counts_it_while_the_old_counts_stay()
    {
        var west = A.Area("West", AreaLevel.Locality);
        await Site.SaveAsync(new AreaLink(place, AreaLinkKind.Contains, west), new AreaLink(place, AreaLinkKind.Contains, A.Area("East", AreaLevel.Locality)), new AreaLink(west, AreaLinkKind.Contains, hillgate));
        await Site.SaveAsync(A.Comment(await Site.SaveAsync(A.Consultation(area: hillgate, askedBy: body)), asha));
        await Site.DoAsync<AreaTallies>(t => t.RecountAsync(default));
        await EndAsync("west", FakeClock.Today, new() { ["Input.NewNames"] = "Both sides" });
        await Site.DoAsync<AreaTallies>(t => t.RecountAsync(default));

        var counts = await CountsAsync();
        Assert.Equal((1, 1, 1), (counts["west"], counts["both-sides"], counts["rivermead"]));
        (await new Browser(Site).GetAsync("/areas/both-sides")).Shows("Contains Hillgate");
    }

    [Fact]
    public async Task Bad_input_says_what_to_do_and_keeps_what_was_typed()
    {
        var page = await EndAsync("hillgate", FakeClock.Today.AddDays(-1), new() { ["Input.NewNames"] = "weirside" }, HttpStatusCode.UnprocessableEntity);
        page.ShowsError("Input.On.Day", "Enter today or a later day: something may have begun there since");
        page.ShowsError("Input.NewNames", "weirside is in the list above. Choose it there");
        Assert.Equal("weirside", page.QuerySelector("[name='Input.NewNames']")!.TextContent.Trim());
        (await EndAsync("hillgate", FakeClock.Today, [], HttpStatusCode.UnprocessableEntity)).ShowsError("Input.Because", "Say why it ends, or what takes its place");
        await new Browser(Site, asha.Id).GetAsync("/manage/areas/hillgate/end", HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_former_name_is_shown_until_its_day_and_a_slip_of_the_pen_is_not()
    {
        await staff.SubmitAsync(await staff.GetAsync("/manage/areas/hillgate"), new() { ["Name"] = "Hilgate Rise", ["Address"] = "hillgate", ["Since.Day"] = "1", ["Since.Month"] = "4", ["Since.Year"] = "2026" });
        await staff.SubmitAsync(await staff.GetAsync("/manage/areas/hillgate"), new() { ["Name"] = "Hillgate Rise", ["Address"] = "hillgate", ["Since.Day"] = "", ["Since.Month"] = "", ["Since.Year"] = "" });
        var later = await staff.SubmitAsync(await staff.GetAsync("/manage/areas/hillgate"), new() { ["Name"] = "Other", ["Address"] = "hillgate", ["Since.Day"] = "1", ["Since.Month"] = "4", ["Since.Year"] = "2027" }, HttpStatusCode.UnprocessableEntity);

        later.ShowsError("Since.Day", "Enter today or an earlier day: rename it when the day has come");
        var shown = await new Browser(Site).GetAsync("/areas/hillgate");
        shown.Shows("Called Hillgate until 1 April 2026.");
        shown.DoesNotShow("Called Hilgate Rise");
    }

    [Fact]
    public async Task Whoever_drew_a_neighbourhood_is_told_that_it_is_renamed_and_that_it_ends()
    {
        var own = new OwnArea("Lock Cottages", "", place, [], ["QV41AA"], asha.Id, Site.Now);
        var area = A.Area("Lock Cottages", AreaLevel.Neighbourhood);
        own.Publish(area, Site.Now);
        await Site.SaveAsync(own, new AreaLink(place, AreaLinkKind.Contains, area));
        await staff.SubmitAsync(await staff.GetAsync("/manage/areas/lock-cottages"), new() { ["Name"] = "Lockside", ["Address"] = "lock-cottages" });
        await EndAsync("lock-cottages", FakeClock.Today, new() { ["Input.Because"] = "Nobody lives there any more." });

        var told = (await Site.LettersToAsync("asha@example.org")).FindAll(l => l.Kind == "own-area-changed");
        Assert.Equal(2, told.Count);
        Assert.Contains(told, l => l.Text.Contains("It is called Lockside now.", StringComparison.Ordinal));
        Assert.Contains(told, l => l.Text.Contains("It ends on 9 June 2026. The reason: Nobody lives there any more.", StringComparison.Ordinal));
    }

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> EndAsync(string slug, DateOnly on, Dictionary<string, string> answers, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var form = await staff.GetAsync($"/manage/areas/{slug}/end");
        var filled = new Dictionary<string, Microsoft.Extensions.Primitives.StringValues>(StringComparer.Ordinal) { ["Input.On.Day"] = $"{on.Day}", ["Input.On.Month"] = $"{on.Month}", ["Input.On.Year"] = $"{on.Year}" };
        foreach (var (field, answer) in answers) filled[field] = field == "Input.Successors" ? $"{await Site.AskAsync(db => db.Areas.Where(a => a.Name == answer).Select(a => a.Id).SingleAsync())}" : answer;
        return await staff.SubmitAsync(form, filled, expected);
    }

    private async Task<List<string>> OfferedAsync() =>
        [.. (await new Browser(Site, tom.Id).GetAsync("/manage/consultations/new")).QuerySelectorAll("[name='Input.AreaId'] option").Select(o => o.TextContent.Trim()).Where(o => o is "Hillgate" or "Weirside" or "Hill and Weir" or "Rivermead" or "Upper Hill")];

    private Task<Dictionary<string, int>> CountsAsync() => Site.AskAsync(db => db.AreaTallies.Include(t => t.Area).ToDictionaryAsync(t => t.Area.Slug, t => t.Comments));

    private Task<long> IdAsync(string slug) => Site.AskAsync(db => db.Areas.Where(a => a.Slug == slug).Select(a => a.Id).SingleAsync());
}
