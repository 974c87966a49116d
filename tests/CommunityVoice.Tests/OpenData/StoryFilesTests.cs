using System.Text.Json;
using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Tests.OnBehalf;

namespace CommunityVoice.Tests.OpenData;

/// <summary>What places and organisations were before, and what takes their place, in files: as their pages tell it.</summary>
public sealed class StoryFilesTests : SiteTest
{
    private DataFiles files = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        files = new(Site);
    }

    [Fact]
    public async Task A_place_says_what_it_was_called_what_it_took_the_place_of_and_what_takes_its_own()
    {
        var (hillgate, rise) = (A.Area("Hillgate", AreaLevel.Ward), A.Area("Hill and Weir", AreaLevel.Ward));
        hillgate.Rename("Hillgate Rise", new(2026, 4, 1));
        hillgate.End(FakeClock.Today, "The wards were drawn anew.");
        await Site.SaveAsync(new AreaLink(rise, AreaLinkKind.Succeeds, hillgate, FakeClock.Today), [.. hillgate.FormerNames]);

        var (old, now) = (await StoryAsync("hillgate"), await StoryAsync("hill-and-weir"));

        var name = Assert.Single(old.GetProperty("calledBefore").EnumerateArray());
        Assert.Equal(("Hillgate", "2026-04-01"), (name.GetProperty("name").GetString(), name.GetProperty("until").GetString()));
        Assert.Equal(("2026-06-09", "The wards were drawn anew."), (old.GetProperty("endsOn").GetString(), old.GetProperty("endsBecause").GetString()));
        Assert.Equal(["hill-and-weir 2026-06-09"], Heirs(old, "placeTakenBy"));
        Assert.Equal(["hillgate 2026-06-09"], Heirs(now, "tookThePlaceOf"));
        Assert.Empty(now.GetProperty("placeTakenBy").EnumerateArray());
        await Site.DoAsync<AreaTallies>(t => t.RecountAsync(default));
        (await new Browser(Site).GetAsync("/areas/hillgate")).Shows("Its place was taken by Hill and Weir. The reason: The wards were drawn anew.");
    }

    [Fact]
    public async Task Meetings_of_a_place_are_counted_together_and_apart_as_on_its_page()
    {
        var scene = await AnswerScene.MakeAsync(Site);
        await scene.RecordMeetingAsync();
        await Site.DoAsync<AreaTallies>(t => t.RecountAsync(default));
        Assert.Equal(JsonValueKind.Null, (await PlaceAsync("rivermead")).GetProperty("meetings").ValueKind);
        (await new Browser(Site).GetAsync("/areas/rivermead")).DoesNotShow("Counted apart");
        await Site.SaveAsync(A.Comment(scene.Consultation, await Site.SaveAsync(A.Person())));
        await Site.DoAsync<AreaTallies>(t => t.RecountAsync(default));

        var meetings = (await PlaceAsync("rivermead")).GetProperty("meetings");
        var (_, rows) = await files.CsvAsync("/areas/rivermead.csv");

        (await new Browser(Site).GetAsync("/areas/rivermead")).Shows("Counted apart: 1 meeting of about 25 people.");
        Assert.Equal((1, 25), (meetings.GetProperty("meetings").GetInt32(), meetings.GetProperty("people").GetInt32()));
        Assert.Equal([("meetings", "1"), ("people", "25")], rows.Where(r => r["section"] == "meetings").Select(r => (r["measure"], r["count"])));
    }

    [Fact]
    public async Task An_organisation_says_how_independent_it_was_and_whose_work_went_where()
    {
        var (from, to, other, by) = (A.Body("Old Voice"), A.Body("New Voice"), A.Body("Some Charity"), A.Person());
        await Site.SaveAsync(from, to, other, by);
        var today = FakeClock.Today;
        var calledOff = new HandOver(from, other, today.AddDays(5), movesDuties: false, "", by.Id, Site.Now);
        calledOff.CallOff(today, Site.Now);
        await Site.SaveAsync(new HandOver(from, to, today, movesDuties: true, "Only you two should know.", by.Id, Site.Now), calledOff,
            new BodyStanding(from, StandingKind.WithinCouncil, "Rivermead Council", today.AddDays(-400), "By contract 7.", null, Site.Now),
            new BodyStanding(from, StandingKind.Independent, null, today.AddDays(-3), "", null, Site.Now),
            new BodyStanding(to, StandingKind.Independent, null, today.AddDays(3), "", null, Site.Now));

        var (old, now) = (await BodyAsync("old-voice"), await BodyAsync("new-voice"));
        var (_, rows) = await files.CsvAsync("/bodies.csv");

        Assert.Equal([("Independent", $"{today.AddDays(-3):yyyy-MM-dd}", ""), ("Hosted by Rivermead Council", $"{today.AddDays(-400):yyyy-MM-dd}", "By contract 7.")],
            old.GetProperty("standings").EnumerateArray().Select(s => (s.GetProperty("standing").GetString()!, s.GetProperty("startsOn").GetString()!, s.GetProperty("note").GetString()!)));
        var handed = Assert.Single(old.GetProperty("handedOver").EnumerateArray());
        Assert.Equal(("new-voice", "2026-06-09", true), (handed.GetProperty("body").GetString(), handed.GetProperty("on").GetString(), handed.GetProperty("isAll").GetBoolean()));
        Assert.Equal("old-voice", Assert.Single(now.GetProperty("tookOver").EnumerateArray()).GetProperty("body").GetString());
        Assert.Empty(now.GetProperty("standings").EnumerateArray()); // what has not begun stands on no page alone
        Assert.DoesNotContain("Only you two", old.GetRawText() + now.GetRawText(), StringComparison.Ordinal);
        var row = rows.Single(r => r["slug"] == "old-voice");
        Assert.Equal(($"{today.AddDays(-3):yyyy-MM-dd} Independent;{today.AddDays(-400):yyyy-MM-dd} Hosted by Rivermead Council", "", "new-voice 2026-06-09"), (row["standings"], row["took_over"], row["handed_over"]));
        (await new Browser(Site).GetAsync("/bodies/old-voice")).Shows("By contract 7.");
    }

    private async Task<JsonElement> PlaceAsync(string slug) => (await files.JsonAsync($"/areas/{slug}.json")).GetProperty("item");

    private async Task<JsonElement> StoryAsync(string slug) => (await PlaceAsync(slug)).GetProperty("story");

    private async Task<JsonElement> BodyAsync(string slug) => (await files.JsonAsync($"/bodies/{slug}.json")).GetProperty("item");

    private static IEnumerable<string> Heirs(JsonElement story, string name) => story.GetProperty(name).EnumerateArray().Select(a => $"{a.GetProperty("slug")} {a.GetProperty("on")}");
}
