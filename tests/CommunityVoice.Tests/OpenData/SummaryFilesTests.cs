using System.Text.Json;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Summaries;
using CommunityVoice.Tests.Summaries;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.OpenData;

/// <summary>How a summary was made, in its file: who wrote, signed and checked it, how comments were read, and in which other words it is there.</summary>
public sealed class SummaryFilesTests : SiteTest
{
    private readonly Body council = A.Body("Rivermead Council", BodyKind.Council);
    private readonly Body circle = A.Body("Carers Circle", BodyKind.CommunityGroup);
    private readonly Body young = A.Body("Young Northfield", BodyKind.CommunityGroup);
    private SummaryScene scene = null!;
    private DataFiles files = null!;
    private long draft;

    private string At => $"/manage/summaries/{draft}";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        scene = await SummaryScene.MakeAsync(Site);
        council.WriteTo("office@council.example");
        council.Grant(scene.Area, Capability.Respond, "The council", "By law", FakeClock.Today.AddDays(-9));
        circle.Grant(scene.Area, Capability.SupportIdeas, "A group", "Agreed locally", FakeClock.Today.AddDays(-9));
        var kai = await Site.SaveAsync(A.Person("Kai J"));
        await Site.SaveAsync(council, circle, A.Membership(kai, scene.Area, Capability.Publish, young));
        draft = await scene.DraftAsync();
        files = new(Site);
    }

    [Fact]
    public async Task Who_signed_and_who_did_not_stands_in_the_file_as_on_the_page()
    {
        await AskAsync("partners", council);
        await AskAsync("partners", circle);
        await AskAsync("authors", young);
        await ChangeAsync(async db => (await db.SummaryPartners.Include(p => p.Version).SingleAsync(p => p.Body.Slug == "rivermead-council")).Sign(scene.Editor.Id, Site.Now));
        await scene.PublishAsync(draft);

        var item = await ItemAsync();

        var signed = item.GetProperty("signatures").EnumerateArray().ToList();
        Assert.Equal([("Carers Circle", "missing"), ("Rivermead Council", "signedThisText")], signed.Select(s => (Text(s, "body"), Text(s, "state"))));
        Assert.Equal([JsonValueKind.String, JsonValueKind.Null], signed.Select(s => s.GetProperty("askedAt").ValueKind));
        Assert.Equal([JsonValueKind.Null, JsonValueKind.String], signed.Select(s => s.GetProperty("signedAt").ValueKind));
        var writer = Assert.Single(item.GetProperty("writers").EnumerateArray());
        Assert.Equal(("young-northfield", "missing", JsonValueKind.Null), (Text(writer, "bodySlug"), Text(writer, "standing"), writer.GetProperty("agreedAt").ValueKind));
        var page = await new Browser(Site).GetAsync(SummaryScene.Path);
        page.Shows("1 of 2 partners; missing: Carers Circle");
        page.Shows("Young Northfield Asked on 9 June 2026, has not answered");
        var method = item.GetProperty("method");
        Assert.Equal(("themesByTwo", "notReached", "mixed"), (Text(method.GetProperty("reading"), "code"), Text(method.GetProperty("saturation"), "code"), Text(method.GetProperty("sentiment"), "code")));
        foreach (var fact in method.EnumerateObject()) page.Shows(Text(fact.Value, "words"));

        await ChangeAsync(async db => (await db.SummaryPartners.Include(p => p.Version).SingleAsync(p => p.Body.Slug == "carers-circle")).Decline("The figures are not ours.", scene.Editor.Id, Site.Now));

        var declined = (await ItemAsync()).GetProperty("signatures")[0];
        Assert.Equal(("declined", "The figures are not ours."), (Text(declined, "state"), Text(declined, "reason")));
    }

    [Fact]
    public async Task The_fact_check_says_what_was_decided_and_neither_what_was_written_nor_to_whom_it_went()
    {
        await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"{At}/fact-checks"), new() { ["Input.Body"] = $"{council.Id}", ["Input.Email"] = "" });
        await ChangeAsync(async db =>
        {
            var sent = await db.FactChecks.Include(c => c.Version).Include(c => c.Comments).SingleAsync();
            sent.Say(new FactCheckText("Finding 1", "The draft says three.", "It is two, by the minutes of May."), Site.Now).Decide(FactDecision.Accepted, "We changed three to two.", scene.Editor.Id, Site.Now);
            sent.Say(new FactCheckText("Who we heard from", "Nobody asked us.", "We were not asked."), Site.Now);
        });
        await scene.PublishAsync(draft);

        var item = await ItemAsync();

        var check = Assert.Single(item.GetProperty("factChecks").EnumerateArray());
        Assert.Equal(("Rivermead Council", "2026-06-23"), (Text(check, "body"), Text(check, "lastDay")));
        Assert.Equal([("Finding 1", "accepted", "We changed three to two."), ("Who we heard from", null, null)], check.GetProperty("comments").EnumerateArray().Select(c => (Text(c, "where"), c.GetProperty("decision").GetString(), c.GetProperty("reason").GetString())));
        var page = await new Browser(Site).GetAsync(SummaryScene.Path);
        page.Shows("Finding 1: accepted. We changed three to two.");
        page.Shows("Who we heard from: not decided yet.");
        foreach (var hidden in new[] { "office@council.example", "The draft says three.", "by the minutes", "Nobody asked us." }) Assert.DoesNotContain(hidden, item.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Easy_Read_and_translations_are_there_with_their_words_and_whether_they_are_behind()
    {
        await scene.PublishAsync(draft);
        Assert.Empty((await ItemAsync()).GetProperty("variants").EnumerateArray());
        await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"{At}/variants/cy"), new() { ["Input.Title"] = "Y ffordd", ["Input.Body"] = "Dwy groesfan." });
        await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"{At}/variants/easy-read"), new() { ["Input.Title"] = "Crossing the road", ["Input.Body"] = "Two crossings." });

        var variants = (await ItemAsync()).GetProperty("variants").EnumerateArray().ToList();

        Assert.Equal([("easy-read", "en-GB", "Two crossings."), ("cy", "cy", "Dwy groesfan.")], variants.Select(v => (Text(v, "code"), Text(v, "lang"), Text(v, "text"))));
        Assert.DoesNotContain(variants, v => v.GetProperty("isBehind").GetBoolean());
        foreach (var variant in variants) (await new Browser(Site).GetAsync(Text(variant, "path"))).Shows(Text(variant, "text"));

        await scene.CorrectedAsync(draft, SectionKind.Summary, "Three crossings.");

        var behind = (await ItemAsync()).GetProperty("variants")[0];
        Assert.Equal((true, 1), (behind.GetProperty("isBehind").GetBoolean(), behind.GetProperty("ofVersion").GetInt32()));
        (await new Browser(Site).GetAsync(Text(behind, "path"))).Shows("This is not the newest text");
        Assert.Empty((await files.JsonAsync($"{SummaryScene.Path}/v1.json")).GetProperty("item").GetProperty("variants").EnumerateArray()); // its page leads to none
    }

    private async Task AskAsync(string page, Body body) => await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"{At}/{page}"), new() { ["Body"] = $"{body.Id}" });

    private Task ChangeAsync(Func<CommunityVoiceDb, Task> change) => Site.DoAsync<CommunityVoiceDb>(async db =>
    {
        await change(db);
        await db.SaveChangesAsync();
    });

    private async Task<JsonElement> ItemAsync() => (await files.JsonAsync($"{SummaryScene.Path}.json")).GetProperty("item");

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;
}
