using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Strategies;
using CommunityVoice.Tests.Strategies;
using CommunityVoice.Web.OpenData;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;

namespace CommunityVoice.Tests.OpenData;

/// <summary>Grants as 360Giving data (rule R-H12): what the standard requires is there, and ids stay from version to version.</summary>
public sealed class GrantFilesTests : SiteTest
{
    private const string Path = StrategyScene.Path + "/grants";
    private readonly Body night = A.Body("Rivermead Night Nursing", BodyKind.CommunityGroup);
    private readonly Body council = A.Body("Rivermead Council", BodyKind.Council);
    private StrategyScene scene = null!;
    private DataFiles files = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        (scene, files) = (await StrategyScene.MakeAsync(Site), new(Site));
        night.RegisterAs("GB-CHC-1164883");
        await Site.SaveAsync(night, council);
        await Site.DoAsync<CommunityVoiceDb>(db => db.Areas.Where(a => a.Slug == "rivermead").ExecuteUpdateAsync(s => s.SetProperty(a => a.Code, "E08000009")));
    }

    [Fact]
    public async Task Each_grant_has_what_the_standard_requires()
    {
        await PublishAsync();

        var package = await files.JsonAsync($"{Path}.json");

        Assert.Equal(("1.1", "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"), (package.GetProperty("version").GetString(), package.GetProperty("license").GetString()));
        Assert.Contains(DataAbouts.Disclosure.Note, package.GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.EndsWith($"{Path}.json", package.GetProperty("downloadURL").GetString(), StringComparison.Ordinal);
        Assert.True(package.GetProperty("publisher").GetProperty("name").GetString()!.Length > 0);
        var grants = package.GetProperty("grants").EnumerateArray().ToList();
        Assert.Equal(["360G-CommunityVoice-closer-to-home-1", "360G-CommunityVoice-closer-to-home-2", "360G-CommunityVoice-closer-to-home-3"], grants.Select(Id)); // line 4 goes to a trust
        Assert.All(grants, IsRight);
        var grant = grants[2];
        Assert.Equal(1234.56m, grant.GetProperty("amountAwarded").GetDecimal());
        Assert.Equal("2026-06-09", grant.GetProperty("awardDate").GetString());
        Assert.Equal(("2027-04-01", "2028-03-31"), (grant.GetProperty("plannedDates")[0].GetProperty("startDate").GetString(), grant.GetProperty("plannedDates")[0].GetProperty("endDate").GetString()));
        Assert.Equal(("GB-CHC-1164883", night.Name), Organisation(grant, "recipientOrganization"));
        Assert.Equal(($"360G-CommunityVoice-ORG:{council.Id}", council.Name), Organisation(grant, "fundingOrganization"));
        Assert.Matches("^360G-CommunityVoice-ORG:name-night-nursing-[0-9a-f]{8}$", Organisation(grants[0], "recipientOrganization").Id);
        Assert.Matches("^360G-CommunityVoice-ORG:name-shared-budget-[0-9a-f]{8}$", Organisation(grants[0], "fundingOrganization").Id);
        Assert.Equal(("Night Nursing", "Shared budget"), (Organisation(grants[0], "recipientOrganization").Name, Organisation(grants[0], "fundingOrganization").Name));
        Assert.Equal(("closer-to-home", "Closer to home"), (grant.GetProperty("grantProgramme")[0].GetProperty("code").GetString(), grant.GetProperty("grantProgramme")[0].GetProperty("title").GetString()));
        Assert.Equal("E08000009", grant.GetProperty("beneficiaryLocation")[0].GetProperty("geoCode").GetString());
    }

    [Fact]
    public async Task Ids_and_award_dates_stay_over_versions_and_only_what_is_published_is_told()
    {
        var published = await PublishAsync();
        var before = (await files.JsonAsync($"{Path}.json")).GetProperty("grants").EnumerateArray().ToList();
        Site.Clock.Advance(TimeSpan.FromDays(2));
        scene.SignInAgain();
        var second = await scene.RevisedAsync(published);
        await scene.AddLineAsync(second, "Tea", "50", null);
        Assert.Equal(before.Select(Id), (await files.JsonAsync($"{Path}.json")).GetProperty("grants").EnumerateArray().Select(Id));
        await scene.PublishAsync(second);

        var after = (await files.JsonAsync($"{Path}.json")).GetProperty("grants").EnumerateArray().ToList();

        Assert.Equal([.. before.Select(Id), "360G-CommunityVoice-closer-to-home-5"], after.Select(Id));
        Assert.Distinct(after.Select(Id));
        Assert.Equal(["2026-06-09", "2026-06-09", "2026-06-09", "2026-06-11"], after.Select(g => g.GetProperty("awardDate").GetString()));
        Assert.All(after, g => Assert.StartsWith("2026-06-11", g.GetProperty("dateModified").GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_spreadsheet_has_the_titles_of_the_standard_and_the_same_grants()
    {
        await PublishAsync();

        var (header, rows) = await files.CsvAsync($"{Path}.csv");

        foreach (var title in new[] { "Identifier", "Title", "Description", "Currency", "Amount Awarded", "Award Date", "Recipient Org:Identifier", "Recipient Org:Name", "Funding Org:Identifier", "Funding Org:Name" })
            Assert.Contains(title, header);
        Assert.Equal(["20000", "1000.5", "1234.56"], rows.Select(r => decimal.Parse(r["Amount Awarded"], CultureInfo.InvariantCulture).ToString("0.##", CultureInfo.InvariantCulture)));
        Assert.Equal((await files.JsonAsync($"{Path}.json")).GetProperty("grants").EnumerateArray().Select(Id), rows.Select(r => r["Identifier"]));
    }

    [Fact]
    public async Task Its_page_leads_to_it_and_it_is_kept_like_other_files()
    {
        await PublishAsync();

        var page = await new Browser(Site).GetAsync(StrategyScene.Path);
        foreach (var end in new[] { ".json", ".csv" }) Assert.NotNull(page.QuerySelector($".cv-data a[href='{Path}{end}']"));
        (await new Browser(Site).GetAsync("/open-data")).Shows("360Giving Data Standard");
        await files.JsonAsync($"{Path}.json");
        Assert.Contains("rel=\"license\"", files.Answer.Headers.GetValues("Link").Single(), StringComparison.Ordinal);
        using var client = Site.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Path}.json");
        request.Headers.TryAddWithoutValidation("If-None-Match", files.Answer.Headers.ETag!.ToString());
        using var again = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Fact]
    public async Task Without_grants_the_list_is_empty_and_without_a_strategy_there_is_no_file()
    {
        var across = new Strategy(A.Area("Fellside"), A.Body("Another board", BodyKind.StrategyBoard), scene.Framework, "across");
        var version = Plan.Whole(across);
        foreach (var line in version.Lines) version.Rewrite(line, Plan.Line(500_00, line.Action, kind: "nhs-trust"));
        version.Publish(scene.Helen.Id, Site.Now);
        await Site.SaveAsync(across);

        Assert.Equal(0, (await files.JsonAsync("/strategies/across/grants.json")).GetProperty("grants").GetArrayLength());
        Assert.Empty((await files.CsvAsync("/strategies/across/grants.csv")).Rows);
        await files.JsonAsync("/strategies/nothing/grants.json", HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("rivermead2026", true)]
    [InlineData(null, true)]
    [InlineData("river-mead", false)]
    [InlineData("river mead", false)]
    public void A_prefix_has_letters_and_digits_only(string? prefix, bool isRight)
    {
        var options = new OpenDataOptions { GrantsPrefix = prefix };

        Assert.Equal(isRight, Validator.TryValidateObject(options, new(options), null, validateAllProperties: true));
    }

    [Theory]
    [InlineData("Our Voice, Rivermead!", "OurVoiceRivermead")]
    [InlineData("声", "CommunityVoice")]
    public void A_site_without_a_prefix_takes_the_letters_of_its_name(string name, string prefix) => Assert.Equal(prefix, GrantIds.PrefixOf(name));

    [Fact]
    public async Task The_id_of_an_organisation_stays_when_its_address_moves()
    {
        await PublishAsync();
        await Site.DoAsync<CommunityVoiceDb>(db => db.Bodies.Where(b => b.Id == council.Id).ExecuteUpdateAsync(s => s.SetProperty(b => b.Slug, "council-of-rivermead")));

        var grant = (await files.JsonAsync($"{Path}.json")).GetProperty("grants")[2];

        Assert.Equal($"360G-CommunityVoice-ORG:{council.Id}", Organisation(grant, "fundingOrganization").Id);
    }

    [Fact]
    public void Names_of_nobody_here_make_ids_of_their_own()
    {
        var ids = new GrantIds("Here");

        Assert.Equal(ids.Of(null, "Night Nursing"), ids.Of(null, " night nursing"));
        Assert.NotEqual(ids.Of(null, "声"), ids.Of(null, "学校"));
        Assert.NotEqual(ids.Of(null, "Café"), ids.Of(null, "Cafe"));
        Assert.NotEqual(ids.Of(A.Body("Night Nursing"), "Night Nursing"), ids.Of(null, "Night Nursing"));
    }

    [Fact]
    public void A_long_title_is_shorter_than_the_standard_asks_and_ends_in_a_whole_character()
    {
        var letters = new string('a', GrantData.TitleLength - 3);

        Assert.InRange(TitleOf(new string('a', BudgetLine.TitleMaxLength)).Length, 100, GrantData.TitleLength - 1);
        Assert.Equal($"{letters}…", TitleOf($"{letters}😀 and more"));
    }

    private static string TitleOf(string title)
    {
        var version = Plan.Whole();
        version.Rewrite(version.Lines[0], Plan.Line(500_00, version.Lines[0].Action) with { Title = title });
        version.Publish(Guid.NewGuid(), FakeClock.Start);

        return GrantData.Of(version.Lines[0], FakeClock.Today, new("Here"), path => path).Title;
    }

    // A draft with two lines for a group by its name, one for a group of the site, and one for a trust.
    private async Task<string> PublishAsync()
    {
        var draft = await scene.DraftAsync();
        var line = StrategyScene.Line("Nurses at night", "1,234.56");
        (line["Input.Source"], line["Input.Recipient"]) = (council.Name, night.Name);
        await AddAsync(draft, line);
        var trust = StrategyScene.Line("Beds", "700");
        trust["Input.RecipientKind"] = "nhs-trust";
        await AddAsync(draft, trust);
        await scene.PublishAsync(draft);
        return draft;
    }

    private async Task AddAsync(string draft, Dictionary<string, StringValues> line) => await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"{draft}/lines/new"), line);

    // What the standard's schema requires of a grant, and that nothing in it is empty.
    private static void IsRight(JsonElement grant)
    {
        foreach (var text in new[] { "id", "title", "description", "currency", "awardDate" }) Assert.NotEmpty(grant.GetProperty(text).GetString()!);
        Assert.StartsWith("360G-", Id(grant), StringComparison.Ordinal);
        Assert.Equal("GBP", grant.GetProperty("currency").GetString());
        Assert.Equal(JsonValueKind.Number, grant.GetProperty("amountAwarded").ValueKind);
        Assert.True(grant.GetProperty("title").GetString()!.Length < 140);
        Assert.True(DateOnly.TryParseExact(grant.GetProperty("awardDate").GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
        foreach (var side in new[] { "recipientOrganization", "fundingOrganization" })
        {
            Assert.Equal(1, grant.GetProperty(side).GetArrayLength());
            var (id, name) = Organisation(grant, side);
            Assert.Matches("^(360G-[A-Za-z0-9]+-ORG:[a-z0-9-]+|GB-[A-Z]+-[A-Z0-9]+)$", id);
            Assert.NotEmpty(name);
        }
        foreach (var address in new[] { "url", "dataSource" }) Assert.True(Uri.TryCreate(grant.GetProperty(address).GetString(), UriKind.Absolute, out _));
        Assert.True(DateTimeOffset.TryParse(grant.GetProperty("dateModified").GetString(), CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
    }

    private static string Id(JsonElement grant) => grant.GetProperty("id").GetString()!;

    private static (string Id, string Name) Organisation(JsonElement grant, string side) => (Id(grant.GetProperty(side)[0]), grant.GetProperty(side)[0].GetProperty("name").GetString()!);
}
