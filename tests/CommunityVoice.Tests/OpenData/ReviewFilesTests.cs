using System.Text.Json;

namespace CommunityVoice.Tests.OpenData;

/// <summary>What a review found and asked, in files: as much as its pages say, and no less where nobody answered.</summary>
public sealed class ReviewFilesTests(DemoSite site) : IClassFixture<DemoSite>
{
    private readonly DataFiles files = new(site);
    private readonly Browser reader = new(site);

    [Fact]
    public async Task The_list_tells_of_every_review_how_much_was_judged_and_answered()
    {
        var (_, rows) = await files.CsvAsync("/reviews.csv");

        Assert.NotEmpty(rows);
        var list = await reader.GetAsync("/reviews");
        foreach (var row in rows)
        {
            list.Shows(row["title"]);
            var (_, judged) = await files.CsvAsync($"{row["path"]}/fitness.csv");
            Assert.Equal(row["items"], $"{judged.Select(j => j["item"]).Distinct(StringComparer.Ordinal).Count()}");
            Assert.Equal(row["judged"], $"{judged.Where(j => j["date"].Length > 0).Select(j => j["item"]).Distinct(StringComparer.Ordinal).Count()}");
            var (_, questions) = await files.CsvAsync($"{row["path"]}.csv");
            Assert.Equal(row["questions"], $"{questions.Count(q => q["state"] != "withdrawn")}");
            Assert.Equal(row["answered"], $"{questions.Count(q => q["state"] == "answered")}");
        }
    }

    [Fact]
    public async Task One_review_is_there_with_every_judgement_and_every_question_as_pages_show_them()
    {
        var path = (await files.CsvAsync("/reviews.csv")).Rows.Select(r => r["path"]).First();
        var whole = (await files.JsonAsync($"{path}.json")).GetProperty("item");

        Assert.Equal((await files.CsvAsync($"{path}/fitness.csv")).Rows.Count(r => r["date"].Length > 0), whole.GetProperty("judgements").GetArrayLength());
        Assert.Equal("*", files.Answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Contains("rel=\"license\"", files.Answer.Headers.GetValues("Link").Single(), StringComparison.Ordinal);
        foreach (var judgement in whole.GetProperty("judgements").EnumerateArray()) (await reader.GetAsync(Text(judgement, "path"))).Shows(Text(judgement, "reason"));
        var questions = whole.GetProperty("questions").EnumerateArray().ToList();
        Assert.Contains(questions, q => Text(q, "state") == "answered");
        Assert.Contains(questions, q => Text(q, "state") != "answered" && q.GetProperty("answeredAt").ValueKind == JsonValueKind.Null); // what is not answered is there too
        foreach (var question in questions)
        {
            var page = await reader.GetAsync(Text(question, "path"));
            page.Shows(Text(question, "text"));
            if (Text(question, "state") == "answered") page.Shows(Text(question, "answer"));
        }
        await files.TextAsync("/reviews/nothing.json", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Meetings_of_a_review_are_there_as_its_page_shows_them()
    {
        var path = (await files.CsvAsync("/reviews.csv")).Rows.Select(r => r["path"]).First();

        var meeting = Assert.Single((await files.JsonAsync($"{path}.json")).GetProperty("item").GetProperty("meetings").EnumerateArray());

        var card = (await reader.GetAsync(path)).QuerySelector("section[aria-labelledby=meetings] .cv-card")!.Words();
        foreach (var name in new[] { "title", "place", "howToJoin", "accessNeeds" }) Assert.Contains(Text(meeting, name), card, StringComparison.Ordinal);
        Assert.False(meeting.GetProperty("isCancelled").GetBoolean());
    }

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;
}
