using System.Text.Json;
using AngleSharp.Html.Dom;
using CommunityVoice.Bodies;
using CommunityVoice.Tests.Reviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;

namespace CommunityVoice.Tests.OpenData;

/// <summary>In the file of a review: who signed it, who was heard, what was discussed and agreed, and every answer to its questions, as its pages show them.</summary>
public sealed class ReviewPartsTests : SiteTest
{
    private readonly Body circle = A.Body("Carers Circle", BodyKind.CommunityGroup);
    private ReviewScene scene = null!;
    private DataFiles files = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        scene = await ReviewScene.MakeAsync(Site, withEffect: true);
        circle.Grant(scene.Said.Area, Capability.SupportIdeas, "A group", "Agreed locally", FakeClock.Today.AddDays(-9));
        await Site.SaveAsync(circle);
        files = new(Site);
    }

    [Fact]
    public async Task Who_signed_is_there_and_who_was_taken_out_before_there_was_something_to_sign_is_not()
    {
        await AskAsync(scene.Council);
        await scene.Editor.SubmitAsync(await AskAsync(circle), button: "Remove Carers Circle");
        await scene.ConcludeAsync();
        var waiting = Assert.Single((await ReviewAsync()).GetProperty("signatures").EnumerateArray());
        Assert.Equal(("Rivermead Council", "missing", JsonValueKind.String), (Text(waiting, "body"), Text(waiting, "state"), waiting.GetProperty("askedAt").ValueKind));
        var council = scene.Answerer();
        await council.SubmitAsync(await ReviewScene.OpenToSignAsync(council), button: "Sign it for Rivermead Council");

        var review = await ReviewAsync();

        var signed = Assert.Single(review.GetProperty("signatures").EnumerateArray());
        Assert.Equal(("signedThisText", JsonValueKind.String, JsonValueKind.Null), (Text(signed, "state"), signed.GetProperty("signedAt").ValueKind, signed.GetProperty("askedAt").ValueKind));
        (await new Browser(Site).GetAsync(ReviewScene.Path)).Shows("1 of 1 signed.");
        Assert.DoesNotContain("Carers Circle", review.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_heard_has_the_numbers_of_the_page_and_hides_what_it_hides()
    {
        await scene.ConcludeAsync();
        var before = (await ReviewAsync()).GetProperty("heard");
        Assert.Equal((JsonValueKind.Null, 0), (before.GetProperty("byVoice").ValueKind, before.GetProperty("notHeard").GetArrayLength()));
        await scene.TellWhoWasHeardAsync();

        var heard = (await ReviewAsync()).GetProperty("heard");

        var page = await new Browser(Site).GetAsync(ReviewScene.Path);
        var rows = heard.GetProperty("byVoice").GetProperty("rows").EnumerateArray().ToList();
        Assert.Equal(page.QuerySelectorAll("section[aria-labelledby=heard] tbody tr").Select(r => (r.QuerySelector("th")!.Words(), r.QuerySelector(".cv-table__number")!.Words())), rows.Select(r => (Text(r, "label"), Number(r))));
        var hidden = rows.Where(r => r.GetProperty("count").GetProperty("isHidden").GetBoolean()).ToList();
        Assert.NotEmpty(hidden);
        Assert.All(hidden, r => Assert.Equal(JsonValueKind.Null, r.GetProperty("count").GetProperty("number").ValueKind));
        Assert.Equal(["primaryCare"], heard.GetProperty("notHeard").EnumerateArray().Select(v => v.GetString()));
        page.Shows($"Not heard yet: primary care networks and practices. {Text(heard, "notHeardBecause")}");
    }

    [Fact]
    public async Task A_discussion_is_there_with_what_it_ended_in_and_without_what_was_said()
    {
        await scene.Editor.SubmitAsync(await scene.Editor.GetAsync($"{ReviewScene.Manage}/consultations"), new() { ["Chosen"] = $"{scene.Said.Consultation.Id}" });
        var (root, item, ends) = (scene.Said.Comments[0].Id, scene.Framework.Items[0].Code, FakeClock.Today.AddDays(30));
        await scene.Editor.SubmitAsync(await scene.Editor.GetAsync($"{ReviewScene.Manage}/discussions/new"), new()
        {
            ["Input.Item"] = item,
            ["Input.Thread"] = $"{root}",
            ["Input.EndsOn.Day"] = $"{ends.Day}",
            ["Input.EndsOn.Month"] = $"{ends.Month}",
            ["Input.EndsOn.Year"] = $"{ends.Year}",
        });
        var review = await ReviewAsync();
        var open = Assert.Single(review.GetProperty("discussions").EnumerateArray());
        Assert.Equal((item, "open", $"{ends:yyyy-MM-dd}", JsonValueKind.Null), (Text(open, "item"), Text(open, "state"), Text(open, "endsOn"), open.GetProperty("endedAt").ValueKind));
        Assert.DoesNotContain("for neighbour 0.", review.GetRawText(), StringComparison.Ordinal);
        Assert.NotNull((await new Browser(Site).GetAsync(ReviewScene.Path)).QuerySelector($"section[aria-labelledby=discussions] a[href='{Text(open, "path")}']"));
        var thread = await Site.AskAsync(db => db.ItemThreads.Select(t => t.Id).SingleAsync());

        await scene.Editor.SubmitAsync(await scene.Editor.GetAsync($"{ReviewScene.Manage}/discussions/{thread}"), new() { ["Input.NoActionBecause"] = "The road is not ours." });

        var ended = (await ReviewAsync()).GetProperty("discussions")[0];
        Assert.Equal(("endedWithout", "The road is not ours.", 0), (Text(ended, "state"), Text(ended, "noActionBecause"), ended.GetProperty("endedIn").GetArrayLength()));
        (await new Browser(Site).GetAsync(ReviewScene.Path)).Shows("No action, because: The road is not ours.");
    }

    [Fact]
    public async Task An_effect_is_there_with_who_agreed_and_with_its_earlier_texts()
    {
        await ProposeAsync("Nine of ten are seen within a week by April.");
        await ProposeAsync("Nine of ten are seen within a week by June.");
        var council = scene.Answerer();
        await council.SubmitAsync(await ReviewScene.OpenToSignAsync(council), button: "Sign it for Rivermead Council");

        var effects = (await ReviewAsync()).GetProperty("effects").EnumerateArray().ToList();

        Assert.Equal([("Nine of ten are seen within a week by June.", true, true), ("Nine of ten are seen within a week by April.", false, false)], effects.Select(e => (Text(e, "text"), e.GetProperty("isNewest").GetBoolean(), e.GetProperty("isAgreed").GetBoolean())));
        Assert.Equal([("rivermead-voice", "signedThisText"), ("rivermead-council", "missing")], effects[1].GetProperty("parties").EnumerateArray().Select(p => (Text(p, "bodySlug"), Text(p, "state"))));
        var page = await new Browser(Site).GetAsync(Text(effects[0], "path"));
        foreach (var effect in effects) page.Shows(Text(effect, "text"));
    }

    [Fact]
    public async Task Every_answer_to_a_question_is_there_and_at_the_address_of_the_question_too()
    {
        const string path = ReviewScene.Path + "/questions/1";
        await scene.AskAsync();
        await AnswerAsync(new() { ["Input.Answer"] = "We have not counted them.", ["Input.KnownBy.Day"] = "1", ["Input.KnownBy.Month"] = "9", ["Input.KnownBy.Year"] = "2026" });
        await AnswerAsync(new() { ["Input.Answer"] = "Two, and six are needed.", ["Input.Evidence"] = "Rota of June, page 2" });
        await scene.Editor.SubmitAsync(await scene.Editor.GetAsync($"{ReviewScene.Manage}/questions/1"), new() { ["Input.Rating"] = "Partly", ["Input.RatingReason"] = "It does not say by when." }, button: "Say so in public");

        var question = Assert.Single((await ReviewAsync()).GetProperty("questions").EnumerateArray());

        var answers = question.GetProperty("answers").EnumerateArray().ToList();
        Assert.Equal([("Two, and six are needed.", null, "partly"), ("We have not counted them.", "2026-09-01", null)], answers.Select(a => (Text(a, "text"), a.GetProperty("knownBy").GetString(), a.GetProperty("rating").GetString())));
        Assert.Equal(question.GetRawText(), (await files.JsonAsync($"{path}.json")).GetProperty("item").GetRawText());
        var (_, rows) = await files.CsvAsync($"{path}.csv");
        Assert.Equal([("2", "Rota of June, page 2", "It does not say by when."), ("1", "", "")], rows.Select(r => (r["number"], r["evidence"], r["rating_reason"])));
        var page = await new Browser(Site).GetAsync(path);
        foreach (var answer in answers) page.Shows(Text(answer, "text"));
        Assert.NotNull(page.QuerySelector($".cv-data a[href='{path}.csv']"));
        await files.JsonAsync($"{ReviewScene.Path}/questions/2.json", HttpStatusCode.NotFound);
        Assert.Contains($"{path}.csv", await files.TextAsync("/open-data/datapackage.json"), StringComparison.Ordinal);
    }

    private async Task AnswerAsync(Dictionary<string, StringValues> answer)
    {
        var council = scene.Answerer();
        await council.SubmitAsync(await council.GetAsync($"{ReviewScene.Manage}/questions/1"), answer, button: "Publish the answer");
    }

    private async Task<IHtmlDocument> AskAsync(Body body) =>
        await scene.Editor.SubmitAsync(await scene.Editor.GetAsync($"{ReviewScene.Manage}/partners"), new() { ["Body"] = body.Slug });

    private async Task ProposeAsync(string text) => await scene.Editor.SubmitAsync(await scene.Editor.GetAsync($"{ReviewScene.Manage}/items/{scene.Effect.Code}/impact"),
        new() { ["Input.Text"] = text, ["Input.One"] = "rivermead-voice", ["Input.Other"] = "rivermead-council" });

    private async Task<JsonElement> ReviewAsync() => (await files.JsonAsync($"{ReviewScene.Path}.json")).GetProperty("item");

    private static string Number(JsonElement row) => Text(row.GetProperty("count"), "words") + (Text(row, "shareWords") is { Length: > 0 } share ? $" ({share})" : "");

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;
}
