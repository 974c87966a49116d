using CommunityVoice.Areas;
using CommunityVoice.Consultations;
using CommunityVoice.Discussion;

namespace CommunityVoice.Tests.OpenData;

/// <summary>Who took part, in files: as the page shows it once it may, and no more.</summary>
public sealed class TookPartFilesTests : SiteTest
{
    private const string Here = "/consultations/safer-crossings/who-took-part";
    private Consultation consultation = null!;
    private DataFiles files = null!;

    // Of 101 who spoke, sixty are 65 or over, twenty from 16 to 64, ten would rather not say, and eleven left it out.
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        files = new(Site);
        var rivermead = A.Area(population: 1000);
        consultation = await Site.SaveAsync(A.Consultation("Safer crossings", area: rivermead));
        foreach (var (group, people) in new[] { ("persons", 1000), ("0-15", 200), ("16-64", 600), ("65+", 200) }) await Site.SaveAsync(new AreaPopulation(rivermead, "2024", group, people));
        List<object> said = [];
        for (var n = 0; n < 101; n++)
        {
            var person = A.Person($"Person {n}");
            said.AddRange([person, A.Comment(consultation, person)]);
        }
        var answers = Enumerable.Repeat("65-over", 60).Concat(Enumerable.Repeat("16-64", 20)).Concat(Enumerable.Repeat("prefer-not", 10));
        said.AddRange(answers.Select((answer, i) => new EqualityAnswer(consultation.Id, $"key {i}", "age", answer)));
        await Site.SaveAsync(said[0], [.. said.Skip(1)]);
    }

    [Fact]
    public async Task Who_took_part_is_there_as_on_its_page_and_what_is_hidden_there_has_no_number()
    {
        await Site.AssessAsync(consultation.Id, Dataset.Heard);
        await Site.DoAsync<EqualityTables>(t => t.RefreshDueAsync(default));

        var (_, rows) = await files.CsvAsync(Here + ".csv");
        var item = (await files.JsonAsync(Here + ".json")).GetProperty("item");
        var page = await new Browser(Site).GetAsync(Here);

        Assert.Equal(page.QuerySelectorAll("main tbody th").Select(c => c.Words()), rows.Select(r => r["answer"]));
        Assert.Equal(("20", "0.22", "0.6", "true"), Cells("16 to 64"));
        Assert.Equal(("60", "0.67", "0.2", "false"), Cells("65 or over"));
        Assert.Equal(("*", "", "0.2", "false"), Cells("Under 16"));
        var question = Assert.Single(item.GetProperty("questions").EnumerateArray());
        var hidden = question.GetProperty("answers").EnumerateArray().Single(a => a.GetProperty("answer").GetString() == "Under 16");
        Assert.True(hidden.GetProperty("heard").GetProperty("isHidden").GetBoolean());
        Assert.DoesNotContain(question.EnumerateObject(), p => p.Name == "people"); // how many answered is on no page
        Assert.Equal(("age", "10–5", "2024"), (question.GetProperty("code").GetString(), question.GetProperty("profile").GetString(), item.GetProperty("period").GetString()));
        Assert.NotNull(page.QuerySelector($".cv-data a[href='{Here}.csv']"));
        Assert.Contains(Here + ".csv", await files.TextAsync("/open-data/datapackage.json"), StringComparison.Ordinal);

        (string, string, string, string) Cells(string answer) => rows.Single(r => r["answer"] == answer) is var row ? (row["count"], row["share"], row["lives_here"], row["is_little"]) : default;
    }

    [Theory]
    [InlineData(null)]
    [InlineData(false)]
    public async Task Until_somebody_says_that_it_may_be_published_there_is_nothing_of_it(bool? may)
    {
        if (may is { } published) await Site.AssessAsync(consultation.Id, Dataset.Heard, DisclosureRisk.High, published);
        await Site.DoAsync<EqualityTables>(t => t.RefreshDueAsync(default));

        var item = (await files.JsonAsync(Here + ".json")).GetProperty("item");

        Assert.Equal(may is null, item.GetProperty("waits").GetBoolean());
        Assert.Empty(item.GetProperty("questions").EnumerateArray());
        Assert.Empty((await files.CsvAsync(Here + ".csv")).Rows);
        await files.JsonAsync("/consultations/nothing/who-took-part.json", HttpStatusCode.NotFound);
    }
}
