using AngleSharp.Html.Dom;
using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.People;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Areas;

/// <summary>People draw and name their neighbourhood, from wards and from postcodes, and the voice body puts it on the map.</summary>
public sealed class OwnAreaTests : SiteTest
{
    private readonly Area place = A.Area();
    private readonly Area hillgate = A.Area("Hillgate", AreaLevel.Ward, 4000);
    private readonly Area weirside = A.Area("Weirside", AreaLevel.Ward, 3000);
    private Browser asha = null!;
    private Browser moderator = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        hillgate.Draw("""{"type":"Polygon","coordinates":[[[0,0],[0,1],[1,1],[1,0],[0,0]]]}""");
        weirside.Draw("""{"type":"MultiPolygon","coordinates":[[[[1,0],[1,1],[2,1],[2,0],[1,0]]]]}""");
        var (person, grace) = (A.Person(email: "asha@example.org"), A.Person("Grace N"));
        await Site.SaveAsync(person, grace, place, new AreaLink(place, AreaLinkKind.Contains, hillgate), new AreaLink(place, AreaLinkKind.Contains, weirside));
        await Site.SaveAsync(new Postcode("M331AA", weirside.Id, null, null, null, null));
        await Site.SaveAsync(A.Membership(grace, place, Capability.Moderate));
        (asha, moderator) = (new Browser(Site, person.Id), new Browser(Site, grace.Id));
    }

    [Fact]
    public async Task A_few_streets_become_an_area_once_the_voice_body_publishes_them()
    {
        var page = await asha.GetAsync("/areas/new");
        Assert.Equal("#Input_Parts", page.QuerySelector("svg a")!.GetAttribute("href")); // a shape leads to its box
        (await asha.SubmitAsync(page, new() { ["Input.Name"] = "Lock Cottages", ["Input.Postcodes"] = "m33 1aa" })).Shows("Thank you.");
        await new Browser(Site).GetAsync("/areas/lock-cottages", HttpStatusCode.NotFound);

        (await moderator.SubmitAsync(await moderator.GetAsync("/moderation/areas"), button: "Publish Lock Cottages")).Shows("Lock Cottages is on the map.");

        (await new Browser(Site).GetAsync("/areas/lock-cottages")).Shows("Weirside");
        var links = await Site.AskAsync(db => db.AreaLinks.Where(l => l.To.Slug == "lock-cottages" || l.From.Slug == "lock-cottages").OrderBy(l => l.Id).Select(l => new { From = l.From.Slug, l.Kind, To = l.To.Slug }).ToListAsync());
        Assert.Equal([("rivermead", AreaLinkKind.Contains, "lock-cottages"), ("lock-cottages", AreaLinkKind.Overlaps, "weirside")], links.Select(l => (l.From, l.Kind, l.To)));
        Assert.Single((await Site.LettersToAsync("asha@example.org")).FindAll(l => l.Kind == "own-area-published"));
        Assert.Contains("Lock Cottages", (await asha.GetAsync("/account/profile")).Body!.InnerHtml, StringComparison.Ordinal); // it can be chosen
    }

    [Fact]
    public async Task Wards_put_together_keep_their_outlines_and_people()
    {
        await asha.SubmitAsync(await asha.GetAsync("/areas/new"), new() { ["Input.Name"] = "Both sides", ["Input.Parts"] = new(["hillgate", "weirside"]) });
        await moderator.SubmitAsync(await moderator.GetAsync("/moderation/areas"), button: "Publish Both sides");

        var area = await Site.AskAsync(db => db.Areas.SingleAsync(a => a.Slug == "both-sides"));
        Assert.Equal((AreaLevel.Neighbourhood, 7000), (area.Level, area.Population));
        Assert.Equal("""{"type":"MultiPolygon","coordinates":[[[[0,0],[0,1],[1,1],[1,0],[0,0]]],[[[1,0],[1,1],[2,1],[2,0],[1,0]]]]}""", area.Boundary);
    }

    [Fact]
    public async Task In_forty_households_that_people_drew_numbers_are_protected_on_its_page_its_parents_and_in_data()
    {
        await asha.SubmitAsync(await asha.GetAsync("/areas/new"), new() { ["Input.Name"] = "Lock Cottages", ["Input.Postcodes"] = "m33 1aa" });
        await moderator.SubmitAsync(await moderator.GetAsync("/moderation/areas"), button: "Publish Lock Cottages");
        var (small, around) = await Site.AskAsync(async db => (await db.Areas.SingleAsync(a => a.Slug == "lock-cottages"), await db.Areas.SingleAsync(a => a.Slug == "rivermead")));
        Assert.Equal(AreaLevel.Neighbourhood, small.Level);
        // Of forty households twelve residents, three carers and one of primary care speak up; the place around them says much more.
        await SpeakAsync(small.Id, "The lock gate", 12, 3, 1);
        await SpeakAsync(around.Id, "Getting about", 40, 25, 14);
        await Site.DoAsync<AreaTallies>(t => t.RecountAsync(default));
        var reader = new Browser(Site);

        var own = await reader.GetAsync("/areas/lock-cottages");
        var parents = await reader.GetAsync("/areas/rivermead");

        Assert.Equal(("hidden", "hidden"), (Count(own, "Carer"), Count(own, "Primary care")));
        Assert.Equal("about 10", Count(own, "Resident"));
        Assert.Equal("about 50", Count(parents, "Resident"));
        foreach (var voice in new[] { "Carer", "Primary care" })
        {
            // Nobody finds the few by taking what the parent says of the rest from what it says of all.
            var (all, here) = (Count(parents, voice), Count(own, voice));
            Assert.Equal("hidden", here);
            Assert.True(all == "hidden" || all!.StartsWith("about ", StringComparison.Ordinal), $"The parent’s page says exactly {all} of {voice}.");
        }
        var files = new OpenData.DataFiles(Site);
        foreach (var slug in new[] { "lock-cottages", "rivermead" })
        {
            var rows = (await files.JsonAsync($"/areas/{slug}.json")).GetProperty("item").GetProperty("heard").GetProperty("byVoice").EnumerateArray()
                .ToDictionary(g => g.GetProperty("label").GetString()!, g => g.GetProperty("count"));
            Assert.Equal(slug == "lock-cottages" ? "hidden" : Count(parents, "Carer"), rows["Carer"].GetProperty("words").GetString());
            Assert.All(rows.Values, c => Assert.True(c.GetProperty("isHidden").GetBoolean() || c.GetProperty("number").GetInt32() % 5 == 0));
        }
        var (_, lines) = await files.CsvAsync("/areas/lock-cottages.csv");
        Assert.DoesNotContain(lines, l => l.Values.Contains("3", StringComparer.Ordinal) && l.Values.Contains("Carer", StringComparer.Ordinal));

        // One more carer changes nothing that anybody could subtract.
        await SpeakAsync(small.Id, "The lock lights", 0, 1, 0);
        Site.Clock.Advance(TimeSpan.FromMinutes(2));
        await Site.DoAsync<AreaTallies>(t => t.RecountAsync(default));
        Assert.Equal(Counts(own), Counts(await reader.GetAsync("/areas/lock-cottages")));
        Assert.Equal(Counts(parents), Counts(await reader.GetAsync("/areas/rivermead")));
    }

    private Task SpeakAsync(long area, string title, int residents, int carers, int practices) => Site.DoAsync<CommunityVoiceDb>(async db =>
    {
        var consultation = A.Consultation(title, await db.Areas.SingleAsync(a => a.Id == area));
        db.Consultations.Add(consultation);
        await db.SaveChangesAsync();
        foreach (var (voice, people) in new[] { (Voice.Resident, residents), (Voice.Carer, carers), (Voice.PrimaryCare, practices) })
            for (var i = 0; i < people; i++) db.Comments.Add(new Comment(consultation, new Author(null, $"{voice} {i} of {title}", voice), "The gate is shut.", Site.Now));
        await db.SaveChangesAsync();
        await CommentCounts.RecountAsync(db, consultation.Id, default);
    });

    private static string? Count(IHtmlDocument page, string voice) => Counts(page).FirstOrDefault(c => c.Voice == voice).Words;

    private static List<(string Voice, string Words)> Counts(IHtmlDocument page) => [.. page.QuerySelectorAll("tr").Where(r => r.QuerySelector("th[scope=row]") is not null && r.QuerySelector("td.cv-table__number") is not null)
        .Select(r => (r.QuerySelector("th[scope=row]")!.Words(), r.QuerySelector("td.cv-table__number")!.Words().Split(" (")[0]))
        .Where(r => Enum.GetValues<Voice>().Any(v => v.Word() == r.Item1))];

    [Fact]
    public async Task What_is_missing_or_elsewhere_is_said_and_what_was_typed_stays()
    {
        var page = await asha.SubmitAsync(await asha.GetAsync("/areas/new"), new() { ["Input.Postcodes"] = "ZZ1 1ZZ" }, HttpStatusCode.UnprocessableEntity);
        page.ShowsError("Input.Name", "Enter its name");
        page.ShowsError("Input.Postcodes", "ZZ1 1ZZ is not a postcode that we know in Rivermead");
        (await asha.SubmitAsync(page, new() { ["Input.Name"] = "X", ["Input.Postcodes"] = "here" }, HttpStatusCode.UnprocessableEntity)).ShowsError("Input.Postcodes", "“here” does not look like a postcode");
        (await asha.SubmitAsync(page, new() { ["Input.Name"] = "X", ["Input.Postcodes"] = "" }, HttpStatusCode.UnprocessableEntity)).ShowsError("Input.Parts", "Choose the parts it is made of, or enter its postcodes");
    }

    [Fact]
    public async Task What_is_not_published_is_answered_with_a_reason()
    {
        await asha.SubmitAsync(await asha.GetAsync("/areas/new"), new() { ["Input.Name"] = "Rude name", ["Input.Parts"] = "hillgate" });
        var refused = await moderator.SubmitAsync(await moderator.GetAsync("/moderation/areas"), expected: HttpStatusCode.UnprocessableEntity, button: "Do not publish Rude name");
        refused.ShowsError("Because", "Say why you do not publish it");

        await moderator.SubmitAsync(refused, new() { ["Because"] = "The name mocks somebody." }, button: "Do not publish Rude name");

        Assert.Contains("The name mocks somebody.", Assert.Single((await Site.LettersToAsync("asha@example.org")).FindAll(l => l.Kind == "own-area-declined")).Text, StringComparison.Ordinal);
        (await moderator.GetAsync("/moderation/areas")).Shows("None waits.");
        Assert.Equal(["own-area.declined"], await Site.AskAsync(db => db.ActivityEntries.Select(e => e.Verb).ToListAsync()));
    }
}
