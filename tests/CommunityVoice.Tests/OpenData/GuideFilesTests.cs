using System.Text.Json;
using CommunityVoice.Tests.Sharing;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.OpenData;

/// <summary>What was missing, what shapes health, frameworks, exemplars and comparisons of the demo place: each file says what its page says.</summary>
public sealed class GuideFilesTests(DemoSite site) : IClassFixture<DemoSite>
{
    private readonly DataFiles files = new(site);
    private readonly Browser reader = new(site);

    [Fact]
    public async Task Gaps_are_ranked_as_on_their_page_and_lead_to_stories_without_their_words()
    {
        var page = await reader.GetAsync("/areas/rivermead/gaps");
        var (_, rows) = await files.CsvAsync("/areas/rivermead/gaps.csv");
        var item = (await files.JsonAsync("/areas/rivermead/gaps.json")).GetProperty("item");

        Assert.NotEmpty(rows);
        Assert.Equal(page.QuerySelectorAll("tbody tr").Select(r => r.Words()),
            rows.Take(25).Select(r => $"{r["name"]} {r["stories"]} {r["name_it"]} {r["wait_for_it"]} {(r["blocks"].Length > 0 ? r["blocks"].Replace(";", ", ", StringComparison.Ordinal) : "–")}"));
        Assert.Equal(rows.Select(r => r["name"]), item.GetProperty("gaps").EnumerateArray().Select(g => g.GetProperty("name").GetString()));
        var told = await site.AskAsync(db => db.Comments.Where(c => c.MissingId != null || c.MissingWords != "").Select(c => new { c.Body, c.MissingWords }).ToListAsync());
        foreach (var row in rows)
        {
            var whole = (await files.JsonAsync($"{row["path"]}.json")).GetProperty("item");
            Assert.Equal(row["stories"], $"{whole.GetProperty("stories").GetArrayLength()}");
            var one = await reader.GetAsync(row["path"]);
            foreach (var action in whole.GetProperty("actions").EnumerateArray()) one.Shows(Text(action, "title"));
            Assert.DoesNotContain(told, t => (t.Body.Length > 0 && whole.GetRawText().Contains(t.Body, StringComparison.Ordinal)) || (t.MissingWords.Length > 0 && whole.GetRawText().Contains(t.MissingWords, StringComparison.Ordinal)));
        }
        Assert.DoesNotContain(told, t => t.MissingWords.Length > 0 && item.GetRawText().Contains(t.MissingWords, StringComparison.Ordinal));
        await files.JsonAsync("/areas/rivermead/gaps/999999.json", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_shapes_health_is_there_with_every_theme_and_action_of_its_page()
    {
        var page = await reader.GetAsync("/areas/rivermead/determinants");
        var item = (await files.JsonAsync("/areas/rivermead/determinants.json")).GetProperty("item");

        var paths = item.GetProperty("themes").EnumerateArray().Concat(item.GetProperty("actions").EnumerateArray()).Select(t => Text(t, "path")).ToList();
        Assert.NotEmpty(paths);
        Assert.Equal(page.QuerySelectorAll(".cv-card h3 a").Select(a => a.GetAttribute("href")), paths);
        var (_, rows) = await files.CsvAsync("/areas/rivermead/determinants.csv");
        Assert.Equal(paths, rows.Where(r => r["section"] != "deprivation").Select(r => r["path"]));
        foreach (var determinant in item.GetProperty("determinants").EnumerateArray()) page.Shows(Text(determinant, "name"));
    }

    [Fact]
    public async Task A_framework_has_the_items_of_its_page_and_what_became_of_each()
    {
        foreach (var slug in await site.AskAsync(db => db.Frameworks.Select(f => f.Slug).ToListAsync()))
        {
            var page = await reader.GetAsync($"/frameworks/{slug}");
            var (_, rows) = await files.CsvAsync($"/frameworks/{slug}.csv");
            var item = (await files.JsonAsync($"/frameworks/{slug}.json")).GetProperty("item");

            Assert.NotEmpty(rows);
            Assert.Equal(page.QuerySelectorAll("tbody tr").Select(r => (r.QuerySelector("th")!.Words(), r.QuerySelector("td.cv-table__number")!.Words())), rows.Select(r => (r["title"], r["actions"])));
            foreach (var one in item.GetProperty("items").EnumerateArray())
                foreach (var later in one.GetProperty("takenUpBy").EnumerateArray()) page.Shows(Text(later, "title"));
            if (item.GetProperty("notTakenUp").GetArrayLength() > 0) page.Shows("Not taken up");
            foreach (var other in item.GetProperty("follows").EnumerateArray().Concat(item.GetProperty("followedBy").EnumerateArray())) Assert.NotNull(page.QuerySelector($"a[href='{Text(other, "path")}']"));
        }
        await files.JsonAsync("/frameworks/nothing.json", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Exemplars_stand_in_the_order_of_their_page_with_how_they_were_chosen()
    {
        var page = await reader.GetAsync("/exemplars");
        var (_, rows) = await files.CsvAsync("/exemplars.csv");

        Assert.NotEmpty(rows);
        Assert.Equal(page.QuerySelectorAll("main tbody th").Select(c => c.Words()), rows.Select(r => r["place"]));
        foreach (var row in rows) page.Shows(string.Join(' ', row["method"].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
    }

    [Fact]
    public async Task Two_places_of_the_demo_are_compared_with_the_numbers_of_their_page()
    {
        var slugs = (await files.CsvAsync("/areas.csv")).Rows.Select(r => r["slug"]).Where(s => s != "rivermead").Take(1).Prepend("rivermead").ToList();
        var query = $"?a={slugs[0]}&a={slugs[1]}";
        var page = await reader.GetAsync("/areas/compare" + query);
        var (_, rows) = await files.CsvAsync("/areas/compare.csv" + query);

        var shares = rows.Where(r => r["section"] != "place" && r["count"].Length > 0).ToList();
        Assert.NotEmpty(shares);
        foreach (var row in shares) page.Shows($"{row["count"]} of {row["of"]} {(row["section"] == "theme" ? "comments" : "people")}");
        Assert.Equal(page.QuerySelectorAll(".cv-compared tbody th").Select(c => c.Words()), rows.Where(r => r["section"] != "place" && r["place"] == "rivermead").Select(r => r["item"]));
    }

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;
}

/// <summary>Agreements on sharing in files: as the public register tells of them, and none that nobody was asked to sign.</summary>
public sealed class SharingFilesTests : SiteTest
{
    [Fact]
    public async Task An_agreement_is_there_with_who_signed_and_not_before_somebody_is_asked()
    {
        var scene = await SharingScene.MakeAsync(Site);
        var files = new DataFiles(Site);
        Assert.Empty(await files.ItemsAsync("/sharing-agreements.json"));
        await scene.AskedAsync();

        var asked = Assert.Single(await files.ItemsAsync("/sharing-agreements.json"));
        Assert.Equal("waitingForSignature", asked.GetProperty("state").GetString());
        Assert.Contains(asked.GetProperty("parties").EnumerateArray(), p => p.GetProperty("body").GetString() == scene.Voice.Slug && p.GetProperty("signedAt").ValueKind == JsonValueKind.Null);
        await scene.AgreedAsync();

        var (_, rows) = await files.CsvAsync("/sharing-agreements.csv");
        Assert.Equal(["waitingForSignature", "inForce"], rows.Select(r => r["state"]));
        Assert.Equal((rows[1]["parties"], "two-rivers", scene.Lead.Slug), (rows[1]["signed"], rows[1]["area"], rows[1]["lead"]));
        var page = await new Browser(Site).GetAsync("/sharing-agreements");
        page.Shows(rows[1]["what"]);
        Assert.NotNull(page.QuerySelector(".cv-data a[href='/sharing-agreements.csv']"));
        Assert.Single(await files.ItemsAsync($"/sharing-agreements.json?after={rows[0]["id"]}"));
    }
}
