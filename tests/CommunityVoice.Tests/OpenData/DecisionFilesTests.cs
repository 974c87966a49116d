using System.Text.Json;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Decisions;
using CommunityVoice.Tests.Decisions;
using CommunityVoice.Tests.Recommendations;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.OpenData;

/// <summary>What was decided, and where a recommendation was brought, in files: as their pages show it.</summary>
public sealed class DecisionFilesTests : SiteTest
{
    private DataFiles files = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        files = new(Site);
    }

    [Fact]
    public async Task A_decision_is_in_the_file_of_its_consultation_as_its_page_shows_it()
    {
        var scene = await DecisionScene.MakeAsync(Site);
        await scene.DecidedAsync();

        var decision = await DecisionAsync();

        var record = decision.GetProperty("record");
        Assert.Equal((1, "Rivermead Council", "2026-06-09"), (record.GetProperty("number").GetInt32(), Text(record, "by"), Text(record, "readOn")));
        Assert.Equal([("Lights", "accepted"), ("Benches", "notAccepted"), ("The lights change too fast", "partly")], record.GetProperty("answers").EnumerateArray().Select(a => (Text(a, "name"), Text(a, "kind"))));
        Assert.Equal($"{DecisionScene.Path}?version=1", Text(Assert.Single(decision.GetProperty("versions").EnumerateArray()), "path"));
        var page = await new Browser(Site).GetAsync(DecisionScene.Path);
        foreach (var name in new[] { "decided", "readBy", "equalityChange" }) page.Shows(Text(record, name));
        Assert.NotNull(page.QuerySelector($".cv-facts a[href='{Text(record.GetProperty("restsOn"), "path")}']"));
        foreach (var answer in record.GetProperty("answers").EnumerateArray())
        {
            page.Shows(Text(answer, "reason"));
            Assert.NotNull(page.QuerySelector($".cv-cites a[href='{Text(answer, "thread")}']"));
        }
        var cards = decision.GetProperty("youSaid").EnumerateArray().ToList();
        Assert.Equal(page.QuerySelectorAll(".cv-said").Length, cards.Count);
        foreach (var card in cards) page.Shows($"You said {Text(card, "said")} {card.GetProperty("comments").GetInt32()} comment");
        Assert.NotNull(page.QuerySelector($"a[href='{Text(decision, "allYouSaid")}']"));
    }

    [Fact]
    public async Task Until_there_is_a_decision_the_file_says_when_it_is_due_and_why_it_is_late()
    {
        var scene = await DecisionScene.MakeAsync(Site);
        var before = await DecisionAsync();
        Assert.Equal((JsonValueKind.Null, 0, 0), (before.GetProperty("record").ValueKind, before.GetProperty("delays").GetArrayLength(), before.GetProperty("youSaid").GetArrayLength()));

        await Site.DoAsync<CommunityVoiceDb>(async db =>
        {
            var crossings = await db.Consultations.SingleAsync(c => c.Slug == "safer-crossings");
            var council = await db.Bodies.SingleAsync(b => b.Id == scene.Asked.Council.Id);
            db.DecisionDelays.Add(new DecisionDelay(crossings, council, "The cabinet meets in November.", new DateOnly(2026, 11, 20), scene.Leader.Id, Site.Now));
            await db.SaveChangesAsync();
        });

        var item = (await files.JsonAsync("/consultations/safer-crossings.json")).GetProperty("item");
        var decision = item.GetProperty("decision");
        var closes = DateOnly.FromDateTime(item.GetProperty("consultation").GetProperty("closesOn").GetDateTime());
        Assert.Equal($"{closes.AddDays(DecisionClock.Days):yyyy-MM-dd}", Text(decision, "dueOn"));
        var delay = Assert.Single(decision.GetProperty("delays").EnumerateArray());
        Assert.Equal(("The cabinet meets in November.", "Rivermead Council", "2026-11-20"), (Text(delay, "why"), Text(delay, "from"), Text(delay, "expectedOn")));
    }

    [Fact]
    public async Task A_recommendation_says_where_it_was_brought_and_why_it_is_worded_as_it_is()
    {
        const string because = "The council asked us to put it like this.";
        var scene = await RecommendationScene.MakeAsync(Site);
        var draft = await scene.Summary.DraftAsync();
        await scene.AddAsync(draft, "Consider whether to set the lights to ten seconds", because);
        await scene.PublishAsync(draft);
        var id = await Site.AskAsync(db => db.Recommendations.Select(r => r.Id).SingleAsync());
        var committee = await Site.SaveAsync(A.Body("Scrutiny committee", BodyKind.Scrutiny));
        var brought = await scene.BringAsync(committee, "They have not answered for months.");

        var item = (await files.JsonAsync($"/recommendations/{id}.json")).GetProperty("item");

        Assert.Equal(because, Text(item, "wordedBecause"));
        var sent = Assert.Single(item.GetProperty("escalations").EnumerateArray());
        Assert.Equal(("Scrutiny committee", "They have not answered for months.", "sent", JsonValueKind.Null), (Text(sent, "to"), Text(sent, "reason"), Text(sent, "state"), sent.GetProperty("answer").ValueKind));
        Assert.Equal($"/recommendations/escalations/{brought}", Text(sent, "path"));

        await scene.SayAsync(brought, "We asked them to come to our next meeting.");

        var answered = (await files.JsonAsync($"/recommendations/{id}.json")).GetProperty("item").GetProperty("escalations")[0];
        Assert.Equal(("answered", "We asked them to come to our next meeting."), (Text(answered, "state"), Text(answered, "answer")));
        (await new Browser(Site).GetAsync(Text(answered, "path"))).Shows(Text(answered, "answer"));
    }

    private async Task<JsonElement> DecisionAsync() => (await files.JsonAsync("/consultations/safer-crossings.json")).GetProperty("item").GetProperty("decision");

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;
}
