using System.Text.Json;
using AngleSharp.Html.Dom;
using CommunityVoice.Analysis;
using CommunityVoice.Bundles;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.OnBehalf;
using CommunityVoice.People;
using CommunityVoice.Tests.OnBehalf;
using CommunityVoice.Tests.OpenData;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Discussion;

/// <summary>Who was heard in a consultation, read from its page and its data twice by somebody who subtracts (rule R-C8).</summary>
public sealed class HeardFromTests : SiteTest
{
    private const string Here = "/consultations/safer-crossings";
    private AnswerScene scene = null!;
    private int said;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        scene = await AnswerScene.MakeAsync(Site);
        await SayAsync(Voice.Resident, 10);
        await SayAsync(Voice.Carer, 30);
        await SayAsync(Voice.CommunityGroup, 8);
        for (var i = 0; i < 12; i++) await OnPaperAsync();
        await Site.AssessAsync(scene.Consultation.Id, Dataset.Heard);
    }

    [Fact]
    public void Counts_that_followed_each_person_at_once_would_tell_who_came()
    {
        static Dictionary<string, string> Shown(int residents) => Disclosure.Protect([("resident", residents), ("carer", 30), ("community group", 8)], residents + 38)
            .Rows.ToDictionary(r => r.Label, r => r.Count.Words);

        Assert.Equal(["resident"], Subtract(Shown(22), Shown(23)));
    }

    [Fact]
    public async Task Whoever_keeps_page_and_data_of_before_does_not_learn_in_what_voice_or_way_one_more_person_came()
    {
        await RefreshAsync();
        var (was, wasPage) = (await DataAsync(), await PageAsync());
        Assert.Equal("60 people: resident about 20, carer about 30, community group about 10.", wasPage.Voices);
        Assert.Equal("on this site about 50, on paper about 10.", wasPage.Ways);

        await OnPaperAsync(); // the 23rd resident and the 13th on paper: both would be rounded up
        foreach (var later in new[] { TimeSpan.FromMinutes(11), TimeSpan.FromHours(25) })
        {
            Site.Clock.Advance(later);
            await RefreshAsync();
            var (now, page) = (await DataAsync(), await PageAsync());

            Assert.Equal(61, now.GetProperty("consultation").GetProperty("people").GetInt32());
            Assert.Empty(Subtract(Rows(was, "heardFrom"), Rows(now, "heardFrom")));
            Assert.Empty(Subtract(Rows(was, "heardByWay"), Rows(now, "heardByWay")));
            Assert.Equal("61 people. When there were 60: resident about 20, carer about 30, community group about 10.", page.Voices);
            Assert.Equal("When there were 60: on this site about 50, on paper about 10.", page.Ways);
        }
    }

    [Fact]
    public async Task Once_enough_people_came_the_numbers_are_renewed_and_say_as_of_when()
    {
        await RefreshAsync();
        await OnPaperAsync();
        await SayAsync(Voice.Carer, 15);
        Assert.Equal(0, await RefreshAsync()); // counted a moment ago
        Site.Clock.Advance(HeardTables.Rest);
        Assert.Equal(1, await RefreshAsync());

        var now = await DataAsync();

        Assert.Equal("about 45", Rows(now, "heardFrom")["Carer"]);
        Assert.Equal("about 65", Rows(now, "heardByWay")["On this site"]);
        var about = now.GetProperty("heardFromAbout");
        Assert.Equal((76, DisclosureProfile.SubNational.Name), (about.GetProperty("people").GetInt32(), about.GetProperty("profile").GetString()));
        Assert.Equal(Site.Now, about.GetProperty("at").GetDateTimeOffset());
        Assert.Equal(0, await RefreshAsync());
    }

    [Fact]
    public async Task True_counts_are_in_no_page_and_no_file()
    {
        await OnPaperAsync();
        await RefreshAsync();

        Assert.Contains("23", await Site.AskAsync(db => db.HeardTables.Select(t => t.Kept).SingleAsync()), StringComparison.Ordinal);
        Assert.DoesNotContain("23", (await PageAsync()).Voices, StringComparison.Ordinal);
        Assert.DoesNotContain("23", (await DataAsync()).GetProperty("heardFrom").GetRawText(), StringComparison.Ordinal);
        Assert.Contains(PlaceCarriages.All, c => c.Entity == typeof(HeardTable) && c.Travels); // the guard remembers wherever the place goes
    }

    private static List<string> Subtract(Dictionary<string, string> was, Dictionary<string, string> now) =>
        [.. was.Keys.Union(now.Keys).Where(k => was.GetValueOrDefault(k) != now.GetValueOrDefault(k))];

    private static Dictionary<string, string> Rows(JsonElement data, string name) =>
        data.GetProperty(name).EnumerateArray().ToDictionary(r => r.GetProperty("label").GetString()!, r => r.GetProperty("count").GetProperty("words").GetString()!);

    private async Task<(string Voices, string? Ways)> PageAsync()
    {
        var page = await new Browser(Site).GetAsync(Here);
        return (Fact(page, "Heard so far")!.Replace(" How we count", "", StringComparison.Ordinal), Fact(page, "How they told us"));
    }

    private static string? Fact(IHtmlDocument page, string name) => page.QuerySelectorAll(".cv-facts dt").FirstOrDefault(d => d.Words() == name)?.NextElementSibling!.Words();

    private async Task<JsonElement> DataAsync() => (await new DataFiles(Site).JsonAsync(Here + ".json")).GetProperty("item");

    private Task<int> RefreshAsync() => Site.AskAsync<HeardTables, int>(h => h.RefreshDueAsync(default));

    private Task SayAsync(Voice voice, int people) => Site.DoAsync<CommunityVoiceDb>(async db =>
    {
        var consultation = await db.Consultations.SingleAsync();
        for (var i = 0; i < people; i++) db.Comments.Add(new Comment(consultation, new Author(null, $"Person {said++}", voice), "The lights change too fast.", Site.Now));
        await db.SaveChangesAsync();
        await CommentCounts.RecountAsync(db, consultation.Id, default);
    });

    private async Task OnPaperAsync() => Assert.Equal(AnswerOutcome.Entered, (await Site.AskAsync<Answers, AnswerEntered>(a => a.EnterAsync(
        scene.Consultation.Id, new NewAnswer(null, "The kerb is too high.", Voice.Resident, null, EntryConsent.Publish, EntryChannel.Paper, FakeClock.Today), scene.Clerk.Id, default))).Outcome);
}
