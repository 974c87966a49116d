using CommunityVoice.Areas;
using CommunityVoice.Bodies;
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
