using System.Globalization;
using System.Text.Json;
using AngleSharp.Html.Dom;
using CommunityVoice.Analysis.Ballots.Bundles;

namespace CommunityVoice.Tests.OpenData;

/// <summary>Whoever takes the data away and adds it up comes to every total that the pages show.</summary>
public sealed class TotalsTests(DemoSite site) : IClassFixture<DemoSite>
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");
    private readonly DataFiles files = new(site);
    private readonly Browser reader = new(site);

    [Fact]
    public async Task Comments_and_people_of_each_consultation_are_those_in_its_file()
    {
        var (_, consultations) = await files.CsvAsync("/consultations.csv");
        Assert.True(consultations.Count > 2);
        foreach (var consultation in consultations)
        {
            var (_, rows) = await files.CsvAsync($"{consultation["path"]}/comments.csv");
            var visible = rows.Where(r => r["state"] == "visible").ToList();
            Assert.Equal(consultation["comments"], $"{visible.Count}");
            var authors = visible.Where(r => r["meeting"].Length == 0).Select(r => r["author_number"] is { Length: > 0 } number ? number : r["author"]).Distinct(StringComparer.Ordinal);
            Assert.Equal(consultation["people"], $"{authors.Count() + int.Parse(consultation["people_not_shown"], CultureInfo.InvariantCulture)}");
            Assert.Equal(visible.Count, (await files.ItemsAsync($"{consultation["path"]}/comments.json")).Count(c => c.GetProperty("state").GetString() == "visible"));
            if (visible.Count > 1 && consultation["stage"] != "scheduled") (await reader.GetAsync(consultation["path"])).Shows($"{visible.Count:N0} comments");
            Assert.Equal(visible.Sum(r => int.Parse(r["supports"], CultureInfo.InvariantCulture)), await SupportsAsync(consultation["slug"]));
        }
    }

    [Fact]
    public async Task Every_number_of_a_vote_is_that_of_its_page_and_of_its_public_record()
    {
        var counted = 0;
        foreach (var id in await BallotsAsync())
        {
            var data = (await files.JsonAsync($"/ballots/{id}/results.json")).GetProperty("item");
            var (_, rows) = await files.CsvAsync($"/ballots/{id}/results.csv");
            Assert.Contains("This is advice, not a referendum.", data.GetProperty("notice").GetString(), StringComparison.Ordinal);
            if (data.GetProperty("people").ValueKind == JsonValueKind.Null)
            {
                Assert.Empty(rows);
                Assert.Empty(data.GetProperty("options").EnumerateArray());
                continue;
            }
            counted++;
            Assert.All(rows, r => Assert.Contains("This is advice, not a referendum.", r["notice"], StringComparison.Ordinal));
            var page = await reader.GetAsync($"/ballots/{id}/results");
            page.Shows($"{data.GetProperty("people").GetInt32().ToString("N0", British)} people");
            var everyone = rows.Where(r => r["breakdown"] == "everyone").ToList();
            Assert.Equal($"{data.GetProperty("people")}", everyone.Single(r => r["answer"] == "tookPart")["count"]);
            foreach (var option in data.GetProperty("options").EnumerateArray())
            {
                var lines = everyone.Where(r => r["option_id"] == $"{option.GetProperty("id")}").ToList();
                var isStatement = option.GetProperty("agree").ValueKind == JsonValueKind.Number;
                Assert.Equal(isStatement ? ["agree", "disagree", "pass"] : ["chose"], lines.Select(l => l["answer"]));
                Assert.Equal(option.GetProperty("people").GetInt32(), lines.Sum(l => int.Parse(l["count"], CultureInfo.InvariantCulture)));
                var row = page.QuerySelectorAll("tr").FirstOrDefault(r => r.QuerySelector("th[scope=row]")?.Words().StartsWith(option.GetProperty("title").GetString()!.Trim(), StringComparison.Ordinal) == true);
                if (!isStatement) Assert.Equal(option.GetProperty("people").GetInt32().ToString("N0", British), row!.QuerySelector("td[data-label=People]")!.Words());
            }
            await SameAsRecordAsync(id, data);
        }
        Assert.True(counted > 3);
    }

    [Fact]
    public async Task The_register_counts_as_its_file_does()
    {
        var (_, rows) = await files.CsvAsync("/recommendations.csv");
        var page = (await reader.GetAsync("/recommendations")).QuerySelectorAll(".cv-figures li").Select(l => l.TextContent.Trim()).ToList();
        int Of(params string[] states) => rows.Count(r => states.Contains(r["state"], StringComparer.Ordinal));

        Assert.NotEmpty(rows);
        Assert.Equal([$"{Of("overdue")} overdue", $"{Of("sent", "acknowledged", "paused")} waiting for an answer", $"{Of("answered")} answered", $"{Of("withdrawn")} withdrawn"], page);
        foreach (var row in rows)
        {
            var whole = (await files.JsonAsync($"{row["path"]}.json")).GetProperty("item");
            Assert.Equal(row["answer"], whole.GetProperty("answers").EnumerateArray().LastOrDefault() is { ValueKind: JsonValueKind.Object } last ? last.GetProperty("kind").GetString() : "");
            Assert.Equal(row["state"] == "answered", whole.GetProperty("answers").GetArrayLength() > 0 && whole.GetProperty("withdrawnAt").ValueKind == JsonValueKind.Null);
        }
    }

    [Fact]
    public async Task The_money_of_a_strategy_is_that_of_its_lines()
    {
        var (_, strategies) = await files.CsvAsync("/strategies.csv");
        Assert.NotEmpty(strategies);
        foreach (var strategy in strategies)
        {
            var pence = long.Parse(strategy["pence"], CultureInfo.InvariantCulture);
            var (_, lines) = await files.CsvAsync($"{strategy["path"]}/money.csv");
            var whole = (await files.JsonAsync($"{strategy["path"]}.json")).GetProperty("item");

            Assert.Equal(pence, lines.Sum(l => (long)(decimal.Parse(l["value"], CultureInfo.InvariantCulture) * 100)));
            Assert.Equal(pence, whole.GetProperty("lines").EnumerateArray().Sum(l => l.GetProperty("pence").GetInt64()));
            Assert.Equal(strategy["actions"], $"{whole.GetProperty("actions").GetArrayLength()}");
            (await reader.GetAsync($"{strategy["path"]}/money")).Shows(Money.Words(pence));
        }
    }

    [Fact]
    public async Task A_places_numbers_are_those_of_its_page_and_small_ones_are_in_neither()
    {
        var hidden = 0;
        foreach (var area in await files.ItemsAsync("/areas.json"))
        {
            var path = area.GetProperty("path").GetString()!;
            var page = await reader.GetAsync(path);
            var place = (await files.JsonAsync(path + ".json")).GetProperty("item");
            var heard = place.GetProperty("heard");
            var (_, lines) = await files.CsvAsync(path + ".csv");
            string Line(string section, string item, string measure) => lines.Single(l => l["section"] == section && l["item"] == item && l["measure"] == measure)["count"];

            var (people, comments) = (heard.GetProperty("people").GetInt32(), heard.GetProperty("comments").GetInt32());
            Assert.Equal(people.ToString("N0", British), page.QuerySelector(".cv-figures a[href='#who'] b")!.Words());
            Assert.Equal(comments.ToString("N0", British), page.QuerySelector(".cv-figures a[href='#themes'] b")!.Words());
            Assert.Equal((people, comments), (int.Parse(Line("heard", "Everybody", "people"), CultureInfo.InvariantCulture), int.Parse(Line("heard", "Everybody", "comments"), CultureInfo.InvariantCulture)));
            foreach (var (by, section) in new[] { ("byVoice", "heardByVoice"), ("byArea", "heardByArea"), ("byChannel", "heardByChannel") })
            {
                foreach (var group in heard.GetProperty(by).EnumerateArray())
                {
                    var (label, count) = (group.GetProperty("label").GetString()!, group.GetProperty("count"));
                    Assert.Contains(count.GetProperty("words").GetString()! + (group.GetProperty("shareWords").GetString() is { Length: > 0 } share ? $" ({share})" : ""), Numbers(page, label));
                    var isHidden = count.GetProperty("isHidden").GetBoolean();
                    Assert.Equal(isHidden, count.GetProperty("number").ValueKind == JsonValueKind.Null);
                    Assert.Equal(isHidden ? "*" : $"{count.GetProperty("number")}", Line(section, label, by == "byArea" ? "people" : "turns"));
                    if (isHidden) hidden++;
                    else Assert.True(count.GetProperty("number").GetInt32() is 0 or >= 10, $"{path}: {label} tells {count}");
                }
            }
            var (_, themes) = await files.CsvAsync(path + "/themes.csv");
            foreach (var theme in place.GetProperty("themes").EnumerateArray())
                Assert.Equal($"{theme.GetProperty("comments")}", themes.Single(t => t["path"] == theme.GetProperty("path").GetString())["comments"]);
        }
        Assert.True(hidden > 0, "Nothing was hidden in the demo place.");
    }

    [Fact]
    public async Task What_a_places_page_shows_of_votes_reweighted_agreed_on_and_moved_is_in_its_files()
    {
        var (told, compared) = (0, 0);
        foreach (var area in await files.ItemsAsync("/areas.json"))
        {
            var path = area.GetProperty("path").GetString()!;
            var page = await reader.GetAsync(path);
            var place = (await files.JsonAsync(path + ".json")).GetProperty("item");
            var (_, lines) = await files.CsvAsync(path + ".csv");
            void Same(string css, int inFile, params string[] sections)
            {
                Assert.Equal(page.QuerySelectorAll(css).Length, inFile);
                foreach (var section in sections) Assert.Equal(inFile, lines.Count(l => l["section"] == section));
            }

            var results = place.GetProperty("results").EnumerateArray().ToList();
            var reweighted = results.SelectMany(r => r.GetProperty("priorities").EnumerateArray()).Count(p => p.GetProperty("reweighted").ValueKind == JsonValueKind.Object);
            Assert.Equal(page.QuerySelectorAll(".cv-bars__beside").Count(b => b.Words().StartsWith("Reweighted", StringComparison.Ordinal)), reweighted);
            Assert.Equal(reweighted, lines.Count(l => l["section"] == "reweighted" && l["count"].Length == 0 && l["share"].Length > 0));
            Same("section[aria-labelledby=common-ground] li", results.Sum(r => r.GetProperty("commonGround").GetArrayLength()), "commonGround");
            var changes = place.GetProperty("changes");
            Same("section[aria-labelledby=changes] tbody tr", changes.GetProperty("rounds").EnumerateArray().Sum(r => r.GetProperty("moves").GetArrayLength()), "placeNow", "placeLastTime");
            Assert.Equal(changes.GetProperty("newThemes").GetArrayLength(), lines.Count(l => l["section"] == "newThemes"));
            told += reweighted + results.Sum(r => r.GetProperty("commonGround").GetArrayLength());
            compared += changes.GetProperty("newThemes").GetArrayLength();
        }
        Assert.True(told > 1 && compared > 0);
    }

    private static IEnumerable<string> Numbers(IHtmlDocument page, string row) => page.QuerySelectorAll("#who ~ figure tr, section[aria-labelledby=who] tr")
        .Where(r => r.QuerySelector("th[scope=row]")?.Words() == row).Select(r => r.QuerySelector("td.cv-table__number")!.Words());

    private async Task<List<string>> BallotsAsync() =>
        [.. (await files.AddressesAsync(["/ballots/{id}/results.json"])).Select(a => a.Path.Split('/')[2])];

    private Task<int> SupportsAsync(string slug) =>
        site.AskAsync(db => Task.FromResult(db.Comments.Where(c => c.Consultation.Slug == slug && c.ShownAt != null && c.HeldAt == null && c.WithdrawnAt == null && c.RemovedAt == null).Sum(c => c.Supports)));

    /// <summary>Whoever counts the public record again comes to the numbers of the data.</summary>
    private async Task SameAsRecordAsync(string id, JsonElement data)
    {
        if (data.GetProperty("record") is not { ValueKind: JsonValueKind.Object } record) return;
        var report = BallotVerifier.Verify(new StringReader(await files.TextAsync(record.GetProperty("file").GetString()!)));

        Assert.Null(report.Fault);
        Assert.Equal(record.GetProperty("entries").GetInt64(), report.Entries);
        Assert.Equal(record.GetProperty("fingerprint").GetString(), report.Bundle!.Head);
        foreach (var option in data.GetProperty("options").EnumerateArray())
        {
            var counted = report.Counted!.Count.Of(option.GetProperty("id").GetInt64());
            var isStatement = option.GetProperty("agree").ValueKind == JsonValueKind.Number;
            Assert.Equal(option.GetProperty("people").GetInt32(), isStatement ? counted.Agree + counted.Disagree + counted.Pass : counted.People);
            if (isStatement) Assert.Equal(option.GetProperty("agree").GetInt32(), counted.Agree);
            else Assert.Equal(data.GetProperty("people").GetInt32(), report.Counted.Count.Papers);
            if (option.GetProperty("dots").ValueKind == JsonValueKind.Number) Assert.Equal(option.GetProperty("dots").GetInt32(), counted.Dots);
        }
    }
}
