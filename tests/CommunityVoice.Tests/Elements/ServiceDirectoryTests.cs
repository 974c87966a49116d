using System.Text.Json;
using AngleSharp.Html.Dom;
using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Elements;
using CommunityVoice.People;
using CommunityVoice.Tests.OpenData;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Elements;

/// <summary>Services go out and come in as Open Referral UK (rule R-H13). The sample is invented.</summary>
public sealed class ServiceDirectoryTests : SiteTest
{
    private const string Import = "/manage/elements/import";
    private const string Visits = "ac148810-d857-441c-9679-408f346de14b";
    private const string Room = "11111111-2222-4333-8444-555555555555";
    private const string HowToGetIt = "Take it from the directory as it gives it, often at an address that ends in /services";
    private const string Sample = $$"""
        {
          "total_items": 3, "total_pages": 1, "page_number": 1, "size": 3, "first_page": true, "last_page": true, "empty": false,
          "contents": [
            {
              "id": "{{Visits}}", "name": "Night visits", "description": "<p>Somebody comes &amp; stays.</p><ul><li>Free</li></ul>",
              "url": "https://night.example.org/visits", "status": "active", "last_modified": "2026-03-15T10:30:45.123Z",
              "organization": { "id": "d9d5e0f5-d3ce-4f73-9a2f-4dd0ecc6c610", "name": "The night people", "description": "",
                "organization_identifiers": [ { "id": "d4dbcebc-0802-47cb-8651-b937ac4f2f3e", "identifier_scheme": "GB-CHC", "identifier_type": "charity", "identifier": "1164883" } ] },
              "phones": [ { "id": "1554f2e2-a373-45db-a3fa-9fc48a61c15e", "number": "01632 960021" } ]
            },
            { "id": "BUS-7", "name": "Community bus", "description": "Round the villages.", "status": "temporarily closed", "organization": { "id": "2", "name": "Bus volunteers" } },
            { "id": "{{Room}}", "name": "Warm room", "status": "inactive" }
          ]
        }
        """;

    private readonly Area rivermead = new("Rivermead", "rivermead", AreaLevel.Place, "E08000099");
    private readonly Area wendale = A.Area("Wendale");
    private readonly Body trust = A.Body("Rivermead Night Trust", BodyKind.CommunityGroup);
    private Person asha = null!;
    private Browser editor = null!;
    private DataFiles files = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        trust.Describe("Rivermead Night Trust", "Company at night.", "https://night.example.org/");
        trust.RegisterAs("GB-CHC-1164883");
        asha = await Site.SaveAsync(A.Person("Asha B"));
        var edie = await Site.SaveAsync(A.Person("Edie T"));
        await Site.SaveAsync(trust, A.Membership(edie, rivermead, Capability.Code), A.Membership(edie, wendale, Capability.Plan));
        (editor, files) = (new Browser(Site, edie.Id), new DataFiles(Site));
    }

    [Fact]
    public async Task What_one_place_hands_out_another_takes_in_and_hands_out_the_same()
    {
        (await BringInAsync(rivermead, Sample)).Shows("Rivermead: 3 services are added, 0 changed.");
        var first = await files.JsonAsync("/areas/rivermead/services.json");
        Assert.Contains("rel=\"license\"", string.Join(' ', files.Answer.Headers.GetValues("Link")), StringComparison.Ordinal);
        (await BringInAsync(wendale, first.GetRawText())).Shows("Wendale: 3 services are added, 0 changed.");
        var second = await files.JsonAsync("/areas/wendale/services.json");

        Assert.Equal((3, 1, 1, true, true, false), (first.GetProperty("total_items").GetInt32(), first.GetProperty("total_pages").GetInt32(), first.GetProperty("page_number").GetInt32(),
            first.GetProperty("first_page").GetBoolean(), first.GetProperty("last_page").GetBoolean(), first.GetProperty("empty").GetBoolean()));
        Assert.Equal(Told(first), Told(second));
        var visits = first.GetProperty("contents")[0];
        Assert.Equal((Visits, "Night visits", "Somebody comes & stays.\nFree", "https://night.example.org/visits", "active"), (Text(visits, "id"), Text(visits, "name"), Text(visits, "description"), Text(visits, "url"), Text(visits, "status")));
        var organization = visits.GetProperty("organization");
        Assert.Equal(("Rivermead Night Trust", "Company at night.", "https://night.example.org/"), (Text(organization, "name"), Text(organization, "description"), Text(organization, "website")));
        var identifier = Assert.Single(organization.GetProperty("organization_identifiers").EnumerateArray());
        Assert.Equal(("GB-CHC", "charity", "1164883"), (Text(identifier, "identifier_scheme"), Text(identifier, "identifier_type"), Text(identifier, "identifier")));
        Assert.Equal("Bus volunteers", Text(first.GetProperty("contents")[1].GetProperty("organization"), "name"));
        Assert.True(Guid.TryParseExact(Text(first.GetProperty("contents")[1], "id"), "D", out _));
        Assert.Equal("inactive", Text(first.GetProperty("contents")[2], "status"));
        Assert.False(first.GetProperty("contents")[2].TryGetProperty("url", out _));
        var area = Assert.Single(visits.GetProperty("service_areas").EnumerateArray());
        Assert.Equal(("Rivermead", "http://statistics.data.gov.uk/id/statistical-geography/E08000099"), (Text(area, "name"), Text(area, "uri")));
    }

    [Fact]
    public async Task A_file_that_was_brought_in_or_handed_out_changes_nothing_when_it_comes_again()
    {
        await BringInAsync(rivermead, Sample);
        var own = await Site.SaveAsync(new Element(rivermead, "Pain nurse", "Who may give strong pain relief."));

        foreach (var text in new[] { Sample, (await files.JsonAsync("/areas/rivermead/services.json")).GetRawText() })
        {
            var again = await LookAsync(rivermead, text);
            Assert.Matches("0 services are new, 0 changed, [34] the same, 0 cannot be taken", again.Words());
            again.DoesNotShow("Bring these services in");
            again.DoesNotShow("Not in this file");
        }
        Assert.Null(await Site.AskAsync(db => db.Elements.Where(e => e.Id == own.Id).Select(e => e.DirectoryId).SingleAsync()));
    }

    [Fact]
    public async Task A_newer_file_changes_by_number_and_deletes_and_ends_nothing()
    {
        await BringInAsync(rivermead, Sample);
        var before = await Site.AskAsync(db => db.Elements.AsNoTracking().OrderBy(e => e.Id).ToListAsync());

        var preview = await LookAsync(rivermead, $$"""[{"id":"{{Visits.ToUpperInvariant()}}","name":"Visits at night","description":"Somebody comes.","status":"inactive","organization":{"name":"Rivermead Night Trust"} }]""");
        preview.Shows("0 services are new, 1 changed, 0 the same, 0 cannot be taken.");
        preview.Shows("Changed. It was called Night visits. What it is for changes. Its web address changes.");
        preview.Shows("No longer active");
        preview.Shows("Not in this file");
        Assert.Equal([$"/manage/elements/{before[0].Id}/end", $"/manage/elements/{before[1].Id}/end"], preview.QuerySelectorAll("form ul a[href$='/end']").Select(a => a.GetAttribute("href")));
        Assert.Equal("Night visits", await Site.AskAsync(db => db.Elements.OrderBy(e => e.Id).Select(e => e.Name).FirstAsync()));
        await editor.SubmitAsync(preview, button: "Bring these services in");

        var after = await Site.AskAsync(db => db.Elements.AsNoTracking().OrderBy(e => e.Id).ToListAsync());
        Assert.Equal(before.Select(e => (e.Id, e.DirectoryId, e.EndedAt)), after.Select(e => (e.Id, e.DirectoryId, e.EndedAt)));
        Assert.Equal(("Visits at night", "Somebody comes.", trust.Id), (after[0].Name, after[0].About, after[0].ProviderId!.Value));
        Assert.Null(after[0].Website);
        Assert.Equal(["element.added", "element.added", "element.added", "element.imported", "element.changed", "element.imported"], await Site.AskAsync(db => db.ActivityEntries.Where(e => e.Subject == "Element" || e.Verb == "element.imported").OrderBy(e => e.Id).Select(e => e.Verb).ToListAsync()));
        Assert.Equal("0 added, 1 changed, 0 the same, 0 not taken", await Site.AskAsync(db => db.ActivityEntries.Where(e => e.Verb == "element.imported").OrderByDescending(e => e.Id).Select(e => e.Detail).FirstAsync()));
    }

    [Fact]
    public async Task What_cannot_be_taken_says_why_and_keeps_nothing_else_back()
    {
        await Site.SaveAsync(new Element(rivermead, "Pain nurse", ""));
        var (name, id, provider) = (new string('n', Element.NameMaxLength + 1), new string('i', Element.DirectoryIdMaxLength + 1), new string('p', Element.ProviderNameMaxLength + 1));
        (string Service, string Why)[] refusals =
        [
            ("""{"id":"a"}""", "It has no name"),
            ("\"a\"", "It has no name"),
            ("""{"name":"Bus"}""", "It has no id, so that a later file could not find it again"),
            ($$"""{"id":"a","name":"{{name}}"}""", "Its name has 121 characters, and a list here takes 120"),
            ($$"""{"id":"{{id}}","name":"Bus"}""", "Its id has 101 characters, and a list here takes 100"),
            ($$"""{"id":"a","name":"Bus","organization":{"name":"{{provider}}"} }""", "The name of who provides it has 201 characters, and a list here takes 200"),
            ("""{"id":"a","name":"Bus","status":"shut"}""", "Its status is “shut”, which is none of active, inactive, defunct, temporarily closed"),
            ("""{"id":"a","name":"Bus","status":"defunct"}""", "It is gone for good: its status is defunct"),
            ("""{"id":"a","name":"Pain nurse"}""", "The list has another of this name. If it is the same, give that one this number in a directory: a"),
            ("""{"id":"fine","name":"Bus"}""", "Another service before it has the same id: fine"),
            ("""{"id":"a","name":"Fine"}""", "Another service of the file has this name"),
        ];
        foreach (var (service, why) in refusals)
        {
            var read = await ReadAsync($$"""[{"id":"fine","name":"Fine"},{{service}}]""");
            Assert.Equal([ServiceChange.Added, ServiceChange.Refused], read.Rows.Select(r => r.Change));
            Assert.Equal(why, Assert.Single(read.Rows[1].Notes));
            Assert.Equal("Fine", Assert.Single(read.Taken).Name);
        }

        var preview = await LookAsync(rivermead, """[{"id":"fine","name":"Fine"},{"id":"a"}]""");
        preview.Shows("1 service is new, 0 changed, 0 the same, 1 cannot be taken.");
        preview.Shows("Number 2 in the file Cannot be taken. It has no name.");
    }

    [Fact]
    public async Task What_is_left_out_of_a_service_is_said()
    {
        var read = await ReadAsync($$"""{"id":"a","name":"Bus","url":"javascript:alert(1)","description":"{{string.Join(' ', Enumerable.Repeat("word", 500))}}","status":"inactive"}""");

        var row = Assert.Single(read.Rows);
        Assert.True(read.IsPart);
        Assert.True(row.IsOff);
        Assert.Null(row.Facts!.Website);
        Assert.EndsWith("word…", row.Facts.About, StringComparison.Ordinal);
        Assert.InRange(row.Facts.About.Length, 1900, Element.AboutMaxLength);
        Assert.Equal(["Its description is shortened to 2,000 of 2,499 characters", "Its web address is left out, because it does not begin with https:// or http://, or is too long", "It is inactive: it is kept, and off the list"], row.Notes);
    }

    [Fact]
    public async Task A_long_description_is_not_cut_in_the_middle_of_a_character()
    {
        var letters = new string('w', Element.AboutMaxLength - 3);

        await BringInAsync(rivermead, $$"""[{"id":"a","name":"Bus","description":"{{letters}}😀{{letters}}"}]""");

        Assert.Equal($"{letters}…", await Site.AskAsync(db => db.Elements.Select(e => e.About).SingleAsync()));
    }

    [Theory]
    [InlineData("", "Choose the file, or paste what is in it")]
    [InlineData("{\"contents\":[\n{\"id\":", "This is no JSON: it breaks off or goes wrong on line 2. " + HowToGetIt)]
    [InlineData("<html></html>", "This is no JSON: it breaks off or goes wrong on line 1. " + HowToGetIt)]
    [InlineData("{\"rows\":[]}", "This is JSON, but there is no list of services in it. " + HowToGetIt)]
    [InlineData("7", "This is JSON, but there is no list of services in it. " + HowToGetIt)]
    [InlineData("[]", "The list in it is empty. Choose another file")]
    [InlineData("[{\"id\":\"a\",\"name\":\"\\ud800\"}]", "There are broken characters in it. " + HowToGetIt)]
    public async Task A_file_that_is_none_says_what_to_do_and_stays_in_the_box(string text, string error)
    {
        var page = await LookAsync(rivermead, text, HttpStatusCode.UnprocessableEntity);

        page.ShowsError("Input.Text", error);
        Assert.Equal(text, page.QuerySelector("[name='Input.Text']")!.TextContent.Trim('\n'));
        Assert.Equal($"{rivermead.Id}", page.QuerySelector("[name='Input.AreaId'] option[selected]")!.GetAttribute("value"));
        Assert.Equal(0, await Site.AskAsync(db => db.Elements.CountAsync()));
    }

    [Fact]
    public async Task A_file_can_be_chosen_and_goes_from_step_to_step_and_a_very_large_one_is_refused()
    {
        using var large = await SendAsync(editor, rivermead, new string(' ', 1_000_001));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, large.StatusCode);
        Assert.Contains("The file is larger than 1 MB. Bring it in page by page", await large.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var answer = await SendAsync(editor, rivermead, Sample);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains("3 services are new, 0 changed", html, StringComparison.Ordinal);
        Assert.Contains("Round the villages.", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_who_keeps_the_list_of_an_area_brings_services_into_it()
    {
        Assert.Equal("/account/not-allowed", (await new Browser(Site, asha.Id).SendOnceAsync(HttpMethod.Get, Import)).Headers.Location?.AbsolutePath);
        var elsewhere = await Site.SaveAsync(A.Person("El S"));
        await Site.SaveAsync(A.Membership(elsewhere, A.Area("Stonebridge"), Capability.Code));

        using var refused = await SendAsync(new Browser(Site, elsewhere.Id), rivermead, Sample, confirm: "yes");
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(0, await Site.AskAsync(db => db.Elements.CountAsync()));
        using var taken = await SendAsync(editor, rivermead, Sample, confirm: "yes");
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        Assert.Equal(3, await Site.AskAsync(db => db.Elements.CountAsync()));
    }

    private Task<ServiceImport> ReadAsync(string text) => Site.AskAsync<ServiceDirectory, ServiceImport>(d => d.ReadAsync(rivermead, text, default));

    private async Task<IHtmlDocument> LookAsync(Area area, string text, HttpStatusCode expected = HttpStatusCode.OK) =>
        await editor.SubmitAsync(await editor.GetAsync(Import), new() { ["Input.AreaId"] = $"{area.Id}", ["Input.Text"] = text }, expected);

    private async Task<IHtmlDocument> BringInAsync(Area area, string text) => await editor.SubmitAsync(await LookAsync(area, text), button: "Bring these services in");

    private static async Task<HttpResponseMessage> SendAsync(Browser browser, Area area, string text, string? confirm = null)
    {
        var form = await browser.GetAsync(Import);
        using var content = new MultipartFormDataContent
        {
            { new StringContent(form.QuerySelector("form[method=post] [name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new StringContent($"{area.Id}"), "Input.AreaId" },
            { new StringContent(text), "File", "services.json" },
        };
        if (confirm is not null) content.Add(new StringContent(confirm), "confirm");
        return await browser.SendOnceAsync(HttpMethod.Post, Import, content);
    }

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;

    // All that a file tells of its services, but for where they are for people.
    private static List<string> Told(JsonElement page) =>
        [.. page.GetProperty("contents").EnumerateArray().Select(s => string.Join('|', s.EnumerateObject().Where(p => p.Name != "service_areas").Select(p => $"{p.Name}={p.Value.GetRawText()}")))];
}
