using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.OnBehalf;
using CommunityVoice.People;
using CommunityVoice.Summaries;
using CommunityVoice.Tests.OpenData;
using CommunityVoice.Voting;

namespace CommunityVoice.Tests.Reviews;

/// <summary>Who was heard in a review, by voice and by how they told us: added up from what its consultations publish.</summary>
public sealed class HeardByWayTests : SiteTest
{
    private static readonly EntryChannel[] Entered = [.. Enumerable.Repeat(EntryChannel.Paper, 12), .. Enumerable.Repeat(EntryChannel.Phone, 3), EntryChannel.Meeting];

    [Fact]
    public async Task Ways_are_told_once_a_consultation_publishes_them_and_few_stay_hidden()
    {
        var scene = await ReviewScene.MakeAsync(Site);
        await EnterAsync(scene);
        await scene.Editor.SubmitAsync(await scene.Editor.GetAsync($"{ReviewScene.Manage}/consultations"), new() { ["Chosen"] = $"{scene.Said.Consultation.Id}" });
        var reader = new Browser(Site);
        await Site.AskAsync<HeardTables, int>(h => h.RefreshDueAsync(default));
        Assert.Null(Figure(await reader.GetAsync(ReviewScene.Path)));
        Assert.Equal(JsonValueKind.Null, (await FileAsync()).ValueKind);

        await Site.AssessAsync(scene.Said.Consultation.Id, Dataset.Heard);
        await Site.AskAsync<HeardTables, int>(h => h.RefreshDueAsync(default));

        var told = Figure(await reader.GetAsync(ReviewScene.Path))!.QuerySelectorAll("tbody tr")
            .ToDictionary(r => r.QuerySelector("th")!.Words(), r => r.QuerySelector("td.cv-table__number")!.Words(), StringComparer.Ordinal);
        Assert.Equal(told.Keys, (await FileAsync()).GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("label").GetString()));
        Assert.Equal(("hidden", "hidden"), (told["By phone"], told["At a meeting"]));
        Assert.StartsWith("about 30", told["On this site"], StringComparison.Ordinal);
        Assert.StartsWith("about 10", told["On paper"], StringComparison.Ordinal);

        await Site.AssessAsync(scene.Said.Consultation.Id, Dataset.Heard, DisclosureRisk.Low, may: false);
        Assert.Null(Figure(await reader.GetAsync(ReviewScene.Path)));
        Assert.Equal(JsonValueKind.Null, (await FileAsync()).ValueKind);
    }

    [Fact]
    public void Of_several_consultations_what_each_shows_is_added_up_and_what_one_hides_is_not_in_it()
    {
        var figure = HeardFigures.ByChannel([Table(60, ("On this site", "about 40"), ("On paper", "about 15"), ("By phone", "hidden")), Table(45, ("On this site", "about 35"), ("On paper", "hidden"), ("By phone", "0"))], 3)!;

        Assert.Equal([("On this site", "about 75"), ("On paper", "at least about 15"), ("By phone", "hidden")], figure.Rows.Select(r => (r.Label, r.Words)));
        Assert.Equal([true, false, false], figure.Rows.Select(r => r.Share is not null && r.ShareWords.Length > 0)); // of a part that is hidden nobody knows the share
        Assert.StartsWith("This tells of 2 of 3 consultations", figure.Takeaway, StringComparison.Ordinal);
        Assert.Null(HeardFigures.ByChannel([], 3));
    }

    [Fact]
    public void A_voice_counts_as_not_heard_only_where_every_table_shows_that_nobody_spoke_in_it()
    {
        var figure = HeardFigures.ByVoice(
            [Table(40, ("voice not said", "0"), ("Resident", "about 30"), ("Carer", "hidden"), ("Primary care", "0")), Table(25, ("voice not said", "about 10"), ("Resident", "about 15"), ("Carer", "0"), ("Primary care", "0"))], 3)!;

        Assert.Equal(("about 45", "hidden", "0", "about 10"), (Words("Resident"), Words("Carer"), Words("Primary care"), Words("Not said")));
        Assert.Contains("Primary care", figure.NotHeard);
        Assert.DoesNotContain("Carer", figure.NotHeard);
        Assert.Equal("This tells of 2 of 3 consultations: in the others it cannot be told yet.", figure.Takeaway);
        Assert.Null(HeardFigures.ByVoice([], 3));

        string Words(string label) => figure.Rows.Single(r => r.Label == label).Words;
    }

    private static PublishedTable Table(int people, params (string Label, string People)[] rows) =>
        new("channel", FakeClock.Start, people, "NHS sub-national counts", "Small numbers are hidden.", [""], [.. rows.Select(r => new TableRow(r.Label, r.People, [new TableCell(r.People)]))]);

    private static IElement? Figure(IHtmlDocument page) =>
        page.QuerySelectorAll("section[aria-labelledby=heard] figure").SingleOrDefault(f => f.QuerySelector("figcaption")!.Words() == "Who was heard, by how they told us");

    private async Task<JsonElement> FileAsync() => (await new DataFiles(Site).JsonAsync($"{ReviewScene.Path}.json")).GetProperty("item").GetProperty("heard").GetProperty("byWay");

    private async Task EnterAsync(ReviewScene scene)
    {
        var (clerk, consultation) = (A.Person("Una Clerk"), scene.Said.Consultation);
        await Site.SaveAsync(clerk, A.Membership(clerk, scene.Said.Area, Capability.EnterOnBehalf));
        foreach (var channel in Entered)
        {
            var said = new NewAnswer(null, "The kerb is too high.", Voice.Resident, scene.Said.Weirside.Id, EntryConsent.Publish, channel, FakeClock.Today);
            Assert.Equal(AnswerOutcome.Entered, (await Site.AskAsync<Answers, AnswerEntered>(a => a.EnterAsync(consultation.Id, said, clerk.Id, default))).Outcome);
        }
        await Site.DoAsync<CommunityVoiceDb>(db => CommentCounts.RecountAsync(db, consultation.Id, default));
    }
}
