using System.Text.Json;
using CommunityVoice.Analysis;
using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Consultations;
using CommunityVoice.People;
using CommunityVoice.Tests.Manage;
using CommunityVoice.Tests.OpenData;
using CommunityVoice.Voting;

namespace CommunityVoice.Tests.Voting;

/// <summary>The more it would matter to somebody, the more is hidden: on the page, in JSON and in CSV (rules R-C3, R-C4 and R-C9).</summary>
public sealed class StricterRulesTests : SiteTest
{
    private Ballot ballot = null!;

    // All twenty carers choose the crossing; nine groups choose the warden.
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        ballot = await Site.SaveAsync(Office.Ballot(new Office(Site).Consultation(), BallotMethod.Pick));
        await CastAsync(0, 25, Voice.Resident);
        await CastAsync(1, 15, Voice.Resident);
        await CastAsync(0, 20, Voice.Carer);
        await CastAsync(2, 9, Voice.CommunityGroup);
        Site.Clock.GoTo(ballot.ClosesAt!.Value);
        await Site.AskAsync<Sealer, int>(s => s.SealDueAsync(default));
        await RefreshAsync();
    }

    [Fact]
    public async Task A_little_sensitive_shows_groups_from_eight_people_on_and_that_all_of_a_group_chose_the_same()
    {
        await AssessAsync(DisclosureRisk.Low);

        Assert.Equal("about 10", await GroupAsync("Community group"));
        Assert.Equal("about 20", await CellAsync("Carer", 0));
        (await PageAsync()).Shows("Protected by the rules “NHS sub-national counts”");
    }

    [Theory]
    [InlineData(DisclosureRisk.Some, "10–5")]
    [InlineData(DisclosureRisk.High, "Strict")]
    public async Task More_sensitive_hides_what_the_default_shows_and_every_form_names_the_rules(DisclosureRisk sensitivity, string profile)
    {
        var note = DisclosureProfile.All.Single(p => p.Name == profile).Note;
        await AssessAsync(sensitivity);

        Assert.Equal("hidden", await GroupAsync("Community group"));
        Assert.Equal("hidden", await CellAsync("Carer", 0));
        Assert.Equal("about 40", await GroupAsync("Resident"));
        var page = await PageAsync();
        page.Shows($"Protected by the rules “{profile}”. {note}");
        page.DoesNotShow("100%");
        Assert.Contains("Community group", page.QuerySelectorAll("p").Select(p => p.Words()).Single(t => t.StartsWith("Too few people to show", StringComparison.Ordinal)), StringComparison.Ordinal);
        var table = await TableAsync();
        Assert.Equal((profile, note), (table.GetProperty("profile").GetString(), table.GetProperty("note").GetString()));
        var (_, rows) = await new DataFiles(Site).CsvAsync($"/ballots/{ballot.Id}/results.csv");
        Assert.All(rows, r => Assert.Equal(r["breakdown"] == "everyone" ? "" : profile, r["profile"]));
        Assert.Equal("*", rows.Single(r => r["group"] == "Carer" && r["option"] == ballot.Priorities[0].Title)["count"]);
        Assert.Contains(rows, r => r["breakdown"] == "voice");
    }

    [Fact]
    public async Task Numbers_that_were_made_by_laxer_rules_are_gone_as_soon_as_the_assessment_is_saved()
    {
        await AssessAsync(DisclosureRisk.Low);
        (await PageAsync()).Shows("100%");

        await Site.AssessAsync(ballot.ConsultationId, Dataset.Breakdowns, DisclosureRisk.High);

        (await PageAsync()).DoesNotShow("100%");
        Assert.Empty((await ResultsAsync()).GetProperty("breakdowns").EnumerateArray());
        Assert.Equal(1, await RefreshAsync());
        (await PageAsync()).Shows("Protected by the rules “Strict”");
        Assert.Equal(0, await RefreshAsync());
    }

    [Fact]
    public async Task Rules_that_are_made_laxer_again_bring_nothing_back_that_could_be_subtracted()
    {
        await AssessAsync(DisclosureRisk.High);
        var strict = (await TableAsync()).GetProperty("groups").GetRawText();

        await AssessAsync(DisclosureRisk.Low);

        Assert.Equal(strict, (await TableAsync()).GetProperty("groups").GetRawText());
        (await PageAsync()).Shows("Protected by the rules “Strict”");
    }

    [Fact]
    public async Task What_is_shown_by_both_rules_was_shown_by_the_first()
    {
        await AssessAsync(DisclosureRisk.Low);
        var first = Shown(await TableAsync());
        await AssessAsync(DisclosureRisk.High);
        var second = Shown(await TableAsync());

        Assert.NotEmpty(second);
        Assert.True(second.Count < first.Count);
        Assert.All(second, cell => Assert.Equal(first[cell.Key], cell.Value));
    }

    [Fact]
    public async Task How_people_showed_who_they_are_is_protected_too()
    {
        await Site.AskAsync(db => Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlRawAsync(db.Database,
            """UPDATE "BallotPapers" SET "Tier" = 'EnteredByStaff' WHERE "Id" IN (SELECT "Id" FROM "BallotPapers" ORDER BY "Id" LIMIT 3)"""));
        await Site.AskAsync(db => Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlRawAsync(db.Database, "UPDATE \"BallotOutcomes\" SET \"Tables\" = '', \"TableCounts\" = '', \"People\" = 0"));
        await RefreshAsync();

        var page = await PageAsync();

        var rows = page.QuerySelectorAll(".cv-table--short tbody tr").Select(r => string.Join(' ', r.Children.Select(c => c.Words()))).ToList();
        Assert.Contains("Filled in a form that staff entered hidden", rows);
        Assert.Contains("Together 69", rows);
        Assert.DoesNotContain(rows, r => r.EndsWith("66", StringComparison.Ordinal) || r.EndsWith(" 3", StringComparison.Ordinal));
        var tiers = (await ResultsAsync()).GetProperty("shownWho").EnumerateArray().ToDictionary(t => t.GetProperty("tier").GetString()!, t => t.GetProperty("people"));
        Assert.Equal(JsonValueKind.Null, tiers["enteredByStaff"].ValueKind);
    }

    private static Dictionary<string, string> Shown(JsonElement table) => table.GetProperty("groups").EnumerateArray()
        .SelectMany(g => g.GetProperty("cells").EnumerateArray().Select(c => (Key: $"{g.GetProperty("label")}/{c.GetProperty("of")}", Words: c.GetProperty("count").GetProperty("words").GetString()!))
            .Append((Key: g.GetProperty("label").GetString()!, Words: g.GetProperty("people").GetProperty("words").GetString()!)))
        .Where(c => c.Words != "hidden").ToDictionary(c => c.Key, c => c.Words);

    private async Task AssessAsync(DisclosureRisk sensitivity)
    {
        await Site.AssessAsync(ballot.ConsultationId, Dataset.Breakdowns, sensitivity);
        await RefreshAsync();
    }

    private Task<int> RefreshAsync() => Site.AskAsync<Outcomes, int>(o => o.RefreshDueAsync(default));

    private Task<AngleSharp.Html.Dom.IHtmlDocument> PageAsync() => new Browser(Site).GetAsync($"/ballots/{ballot.Id}/results?by=voice");

    private async Task<JsonElement> ResultsAsync() => (await new DataFiles(Site).JsonAsync($"/ballots/{ballot.Id}/results.json")).GetProperty("item");

    private async Task<JsonElement> TableAsync() => (await ResultsAsync()).GetProperty("breakdowns").EnumerateArray().Single(t => t.GetProperty("by").GetString() == "voice");

    private async Task<JsonElement> RowAsync(string group) => (await TableAsync()).GetProperty("groups").EnumerateArray().Single(g => g.GetProperty("label").GetString() == group);

    private async Task<string?> GroupAsync(string group) => (await RowAsync(group)).GetProperty("people").GetProperty("words").GetString();

    private async Task<string?> CellAsync(string group, int option) =>
        (await RowAsync(group)).GetProperty("cells").EnumerateArray().Single(c => c.GetProperty("of").GetString() == ballot.Priorities[option].Title).GetProperty("count").GetProperty("words").GetString();

    private async Task CastAsync(int option, int people, Voice voice)
    {
        var who = Enumerable.Range(0, people).Select(_ => new Participant(Guid.NewGuid(), voice)).ToArray();
        await Site.SaveAsync(who[0], who[1..]);
        foreach (var person in who)
            Assert.Equal(CastOutcome.Accepted, (await Site.AskAsync<Casting, CastResult>(c => c.CastAsync(ballot.Id, person.Id, $"{ballot.Priorities[option].Id}", default))).Outcome);
    }
}
