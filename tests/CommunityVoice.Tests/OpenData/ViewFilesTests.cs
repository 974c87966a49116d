using System.Text.Json;
using CommunityVoice.Chains;
using CommunityVoice.Tests.Chains;
using CommunityVoice.Tests.Sharing;
using Microsoft.OpenApi;

namespace CommunityVoice.Tests.OpenData;

/// <summary>Comparisons and threads in files: what their pages say, what is left out there, and no words of comments beside the file of those.</summary>
public sealed class ViewFilesTests : SiteTest
{
    private const string Compared = "/areas/compare.json?a=two-rivers&a=fellside";
    private DataFiles files = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        files = new(Site);
    }

    [Fact]
    public async Task A_comparison_has_the_numbers_of_its_page_and_says_what_is_left_out()
    {
        var scene = await SharingScene.MakeAsync(Site);

        var places = (await files.JsonAsync(Compared)).GetProperty("item").GetProperty("places");

        Assert.Equal([71, 26], places.EnumerateArray().Select(p => p.GetProperty("people").GetInt32()));
        Assert.Equal("fellside", places[0].GetProperty("leftOut").EnumerateArray().Single().GetProperty("partSlug").GetString());
        Assert.Equal(JsonValueKind.Null, places[0].GetProperty("peoplePerThousand").ValueKind);
        Assert.Equal(0.1, places[1].GetProperty("peoplePerThousand").GetDouble());
        var page = await scene.ReadAsync("/areas/compare?a=two-rivers&a=fellside");
        page.Shows("Heard for each 1,000 who live there not all is included 0.1");
        Assert.Equal([Compared, Compared.Replace(".json", ".csv", StringComparison.Ordinal)], page.QuerySelectorAll(".cv-data a[href^='/areas']").Select(a => a.GetAttribute("href")));
        var (_, rows) = await files.CsvAsync("/areas/compare.csv?a=two-rivers&a=fellside");
        Assert.Equal(("71", "fellside"), (Row(rows, "people", "two-rivers")["count"], Row(rows, "people", "two-rivers")["left_out"]));
        Assert.Equal(("26", ""), (Row(rows, "people", "fellside")["count"], Row(rows, "people", "fellside")["left_out"]));
    }

    [Fact]
    public async Task What_is_being_counted_anew_has_no_number()
    {
        var scene = await SharingScene.MakeAsync(Site);
        await scene.AgreedAsync();

        var system = (await files.JsonAsync(Compared)).GetProperty("item").GetProperty("places")[0];

        Assert.True(system.GetProperty("isBeingCounted").GetBoolean());
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (system.GetProperty("people").ValueKind, system.GetProperty("comments").ValueKind));
        var (_, rows) = await files.CsvAsync("/areas/compare.csv?a=two-rivers&a=fellside");
        Assert.Equal("", Row(rows, "people", "two-rivers")["count"]);
    }

    [Fact]
    public async Task Of_one_place_alone_neither_page_nor_file_says_anything()
    {
        await SharingScene.MakeAsync(Site);

        Assert.Equal(0, (await files.JsonAsync("/areas/compare.json?a=fellside&a=fellside&a=nowhere")).GetProperty("item").GetProperty("places").GetArrayLength());
        Assert.Empty((await files.CsvAsync("/areas/compare.csv?a=fellside")).Rows);
        Assert.Null((await new Browser(Site).GetAsync("/areas/compare?a=fellside")).QuerySelector(".cv-data"));
        Assert.Equal(2, (await files.JsonAsync(Compared)).GetProperty("item").GetProperty("places").GetArrayLength()); // kept by what was asked for
    }

    [Fact]
    public async Task A_thread_has_every_step_of_its_page_and_no_words_of_comments()
    {
        var scene = await ChainScene.MakeAsync(Site);
        var path = await scene.PathAsync(ChainKind.Theme);
        var page = await new Browser(Site).GetAsync(path);

        var thread = (await files.JsonAsync($"{path}.json")).GetProperty("item");

        var steps = thread.GetProperty("steps").EnumerateArray().ToList();
        Assert.Equal(page.QuerySelectorAll(".cv-chain--long > li").Length, steps.Count);
        foreach (var step in steps)
        {
            page.Shows(step.GetProperty("name").GetString()!);
            foreach (var link in step.GetProperty("links").EnumerateArray())
            {
                Assert.NotNull(page.QuerySelector($"a[href='{link.GetProperty("path").GetString()}']"));
                if (link.GetProperty("words").GetString() is { } words) page.Shows(words);
            }
        }
        page.Shows("The lights change too fast for neighbour");
        Assert.DoesNotContain("for neighbour", thread.GetRawText(), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector($".cv-data a[href='{path}.json']"));
        Assert.Null(page.QuerySelector($".cv-data a[href='{path}.csv']"));
    }

    [Fact]
    public async Task More_of_a_step_is_where_its_thread_says()
    {
        var scene = await ChainScene.MakeAsync(Site);
        var said = Said(await files.JsonAsync($"{await scene.PathAsync(ChainKind.Theme)}.json"));
        Assert.Equal(10, said.GetProperty("links").GetArrayLength());

        var rest = Said(await files.JsonAsync(said.GetProperty("next").GetString()!));

        Assert.Equal((4, JsonValueKind.Null), (rest.GetProperty("links").GetArrayLength(), rest.GetProperty("next").ValueKind));
        foreach (var wrong in new[] { "/thread/theme/999.json", "/thread/nothing/1.json", "/thread/3/1.json" }) await files.JsonAsync(wrong, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_the_query_asks_for_is_as_the_description_says()
    {
        await SharingScene.MakeAsync(Site);
        var api = OpenApiDocument.Parse(await files.TextAsync("/open-data/openapi.json"), "json").Document!;
        var operation = api.Paths["/areas/compare.json"].Operations![HttpMethod.Get];

        Assert.Equal(["a"], operation.Parameters!.Select(p => p.Name!));
        Assert.Equal(["id", "kind", "page", "show"], api.Paths["/thread/{kind}/{id}.json"].Operations![HttpMethod.Get].Parameters!.Select(p => p.Name!).Order(StringComparer.Ordinal));
        Assert.Empty(SchemaCheck.Faults(operation.Responses!["200"].Content!["application/json"].Schema!, await files.JsonAsync(Compared)));
    }

    private static JsonElement Said(JsonElement thread) => thread.GetProperty("item").GetProperty("steps").EnumerateArray().First(s => s.GetProperty("kind").GetString() == "comment");

    private static IReadOnlyDictionary<string, string> Row(IEnumerable<IReadOnlyDictionary<string, string>> rows, string item, string place) => rows.Single(r => r["item"] == item && r["place"] == place);
}
