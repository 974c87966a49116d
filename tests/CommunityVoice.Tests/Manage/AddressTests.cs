using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Discussion;
using CommunityVoice.People;
using CommunityVoice.Search;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Manage;

/// <summary>Consultations, organisations and areas are given other addresses, and every old one leads on.</summary>
public sealed class AddressTests : SiteTest
{
    private readonly Area place = A.Area();
    private readonly Body body = A.Body();
    private readonly Person asha = A.Person("Asha B");
    private Browser staff = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var tom = A.Person("Tom W");
        await Site.SaveAsync(A.Consultation(area: place, askedBy: body), tom, asha);
        await Site.SaveAsync(A.Membership(tom, place, Capability.Consult | Capability.Administer, body));
        staff = new Browser(Site, tom.Id);
    }

    [Fact]
    public async Task A_consultation_moves_and_everything_below_its_old_address_leads_on_for_good()
    {
        var consultation = await Site.AskAsync(db => db.Consultations.Select(c => c.Id).SingleAsync());
        var id = (await Site.AskAsync<Conversation, Posted>(c => c.PostAsync(asha.Id, new(consultation, "Zebra stripes at the weir."), default))).Comment!.Id;
        await Site.AssessAsync(consultation, Dataset.Comments);
        var task = await MoveAsync("crossings-2026");

        task.Shows("The address is changed. The old one leads to it.");
        await LeadsAsync("/consultations/safer-crossings", "/consultations/crossings-2026");
        await LeadsAsync("/consultations/safer-crossings?sort=oldest", "/consultations/crossings-2026?sort=oldest");
        await LeadsAsync($"/consultations/safer-crossings/comments/{id}", $"/consultations/crossings-2026/comments/{id}");
        await LeadsAsync($"/consultations/safer-crossings/comments/{id}/report", $"/consultations/crossings-2026/comments/{id}/report");
        await LeadsAsync("/consultations/safer-crossings.json", "/consultations/crossings-2026.json");
        await LeadsAsync("/consultations/safer-crossings/comments.csv", "/consultations/crossings-2026/comments.csv");
        await LeadsAsync("/manage/consultations/safer-crossings/edit", "/manage/consultations/crossings-2026/edit", staff);
        Assert.Equal(["/consultations/crossings-2026", $"/consultations/crossings-2026/comments/{id}"],
            await Site.AskAsync(db => db.SearchEntries.Where(e => e.Kind == SearchKind.Comment || e.Kind == SearchKind.Consultation).OrderBy(e => e.Url).Select(e => e.Url).ToListAsync()));
        Assert.Equal("from safer-crossings to crossings-2026", await Site.AskAsync(db => db.ActivityEntries.Where(e => e.Verb == "consultation.address-changed").Select(e => e.Detail).SingleAsync()));
    }

    [Fact]
    public async Task Words_sent_to_an_old_address_arrive()
    {
        var browser = new Browser(Site, asha.Id);
        var form = await browser.GetAsync("/consultations/safer-crossings/comment");
        await MoveAsync("crossings-2026");
        var sent = Form.Find(form, new() { ["Input.Body"] = "The lights change too fast." }, null);

        var answer = await browser.SendOnceAsync(sent.Method, sent.Address, sent.Content);

        Assert.Equal((HttpStatusCode.PermanentRedirect, "/consultations/crossings-2026/comment/preview"), (answer.StatusCode, answer.Headers.Location!.OriginalString)); // sent again whole, as 308 asks
    }

    [Fact]
    public async Task What_was_written_before_signing_in_is_published_although_the_address_changed()
    {
        await MoveAsync("crossings-2026");

        var path = await Site.AskAsync<IDraftReceiver, string>(d => d.PublishAsync(asha.Id, new Draft("safer-crossings", null, "The lights change too fast.", "Asha B"), default));

        Assert.StartsWith("/consultations/crossings-2026/comments/", path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Enter the end of the address")]
    [InlineData("Safer Crossings", "Use small letters a to z, digits and single hyphens, such as safer-crossings-2026")]
    [InlineData("a--b", "Use small letters a to z, digits and single hyphens, such as safer-crossings-2026")]
    [InlineData("new", "This site has a page of its own at that address. Choose another")]
    [InlineData("the-weir", "Another consultation has, or had, this address. Choose another")]
    [InlineData("the-old-weir", "Another consultation has, or had, this address. Choose another")]
    public async Task What_cannot_be_an_address_is_said_and_stays_as_typed(string typed, string message)
    {
        var other = await Site.SaveAsync(A.Consultation("The weir", place));
        await Site.SaveAsync(new FormerSlug(FormerSlug.OfConsultation, "the-old-weir", other.Id));

        var refused = await MoveAsync(typed, HttpStatusCode.UnprocessableEntity);

        refused.ShowsError("Address", message);
        Assert.Equal(typed, refused.QuerySelector("[name=Address]")!.GetAttribute("value") ?? "");
        await new Browser(Site).GetAsync("/consultations/safer-crossings");
    }

    [Fact]
    public async Task Going_back_is_possible_and_goes_round_in_no_circle()
    {
        await MoveAsync("crossings-2026");
        await MoveAsync("safer-crossings", from: "crossings-2026");

        await LeadsAsync("/consultations/crossings-2026", "/consultations/safer-crossings");
        Assert.Equal("crossings-2026", await Site.AskAsync(db => db.FormerSlugs.Select(f => f.Slug).SingleAsync()));
        await new Browser(Site).GetAsync("/consultations/safer-crossings");
    }

    [Fact]
    public async Task A_new_consultation_of_the_same_title_does_not_take_an_address_that_leads_on()
    {
        await MoveAsync("crossings-2026");
        await staff.SubmitAsync(await staff.GetAsync("/manage/consultations/new"), new() { ["Input.Title"] = "Safer crossings", ["Input.AreaId"] = $"{place.Id}", ["Input.BodyId"] = $"{body.Id}" });

        Assert.Contains("safer-crossings-2", await Site.AskAsync(db => db.Consultations.Select(c => c.Slug).ToListAsync()));
        await LeadsAsync("/consultations/safer-crossings", "/consultations/crossings-2026");
    }

    [Fact]
    public async Task The_old_address_of_a_draft_leads_nowhere_and_can_be_used_again()
    {
        await Site.SaveAsync(A.Consultation("A draft", place, body, published: false));
        await MoveAsync("a-better-draft", from: "a-draft");

        await new Browser(Site).GetAsync("/consultations/a-draft", HttpStatusCode.NotFound);
        Assert.Equal(0, await Site.AskAsync(db => db.FormerSlugs.CountAsync()));
        (await MoveAsync("a-draft")).Shows("The address is changed.");
    }

    [Fact]
    public async Task Staff_of_elsewhere_change_no_address()
    {
        var (elsewhere, person) = (A.Area("Elsewhere"), A.Person());
        await Site.SaveAsync(elsewhere, person);
        await Site.SaveAsync(A.Membership(person, elsewhere, Capability.Consult | Capability.Administer));
        var stranger = new Browser(Site, person.Id);

        foreach (var path in new[] { "/manage/consultations/safer-crossings/address", "/manage/bodies/rivermead-voice/about", "/manage/areas/rivermead" })
            await stranger.GetAsync(path, HttpStatusCode.Forbidden);
        (await stranger.GetAsync("/manage/areas")).DoesNotShow("Rivermead");
    }

    [Fact]
    public async Task An_organisation_is_renamed_moves_and_is_found_in_a_register()
    {
        var form = await staff.FollowAsync(await staff.GetAsync("/manage/bodies/rivermead-voice"), "Name and address");
        var refused = await staff.SubmitAsync(form, new() { ["Input.Name"] = "", ["Input.OrganisationId"] = "GB-CHC-12", ["Input.Website"] = "weirside", ["Input.Address"] = "Weir!" }, HttpStatusCode.UnprocessableEntity);
        refused.ShowsError("Input.Name", "Enter the name");
        refused.ShowsError("Input.OrganisationId", "Check the number: a charity number of England and Wales has 6 or 7 digits, such as GB-CHC-1164883");
        refused.ShowsError("Input.Website", "Enter a whole address such as https://www.example.org");
        refused.ShowsError("Input.Address", "Use small letters a to z, digits and single hyphens, such as safer-crossings-2026");
        Assert.Equal("GB-CHC-12", refused.QuerySelector("[name='Input.OrganisationId']")!.GetAttribute("value"));

        var saved = await staff.SubmitAsync(refused, new()
        {
            ["Input.Name"] = "Weirside Voice",
            ["Input.About"] = "We listen.",
            ["Input.Website"] = "https://voice.example.org",
            ["Input.OrganisationId"] = "gb-chc-1164883",
            ["Input.Address"] = "weirside-voice",
        });

        saved.Shows("Saved.");
        await LeadsAsync("/bodies/rivermead-voice", "/bodies/weirside-voice");
        await LeadsAsync("/bodies/rivermead-voice.json", "/bodies/weirside-voice.json");
        await LeadsAsync("/manage/bodies/rivermead-voice/people", "/manage/bodies/weirside-voice/people", staff);
        var page = await new Browser(Site).GetAsync("/bodies/weirside-voice");
        page.Shows("In the register as GB-CHC-1164883");
        Assert.Equal("https://voice.example.org", page.QuerySelector("main li a")!.GetAttribute("href"));
        Assert.Equal(["body.address-changed", "body.described"], await Site.AskAsync(db => db.ActivityEntries.Where(e => e.Subject == "Body").Select(e => e.Verb).OrderBy(v => v).ToListAsync()));
        var taken = await staff.SubmitAsync(await staff.GetAsync("/manage/bodies/new"), new() { ["Input.Name"] = "Rivermead Voice", ["Input.Kind"] = "CommunityGroup" }, HttpStatusCode.UnprocessableEntity);
        taken.ShowsError("Input.Name", "There is, or was, an organisation of that name already. Open it from the list, or add what tells them apart");
    }

    [Fact]
    public async Task An_area_is_renamed_and_moves_and_neighbourhoods_made_of_it_still_are()
    {
        await Site.SaveAsync(new OwnArea("Our streets", "", place, [place], [], asha.Id, Site.Now));
        var form = await staff.FollowAsync(await staff.FollowAsync(await staff.GetAsync("/manage"), "Areas"), "Rivermead");

        var list = await staff.SubmitAsync(form, new() { ["Name"] = "Rivermead and Weir", ["Address"] = "rivermead-and-weir" });

        list.Shows("Rivermead and Weir is saved.");
        await LeadsAsync("/areas/rivermead", "/areas/rivermead-and-weir");
        await LeadsAsync("/areas/rivermead/themes.json", "/areas/rivermead-and-weir/themes.json");
        await LeadsAsync("/areas/rivermead/news.atom", "/areas/rivermead-and-weir/news.atom");
        Assert.Equal("rivermead-and-weir", await Site.AskAsync(db => db.OwnAreas.Select(o => o.Parts).SingleAsync()));
        Assert.Equal(["area.address-changed", "area.renamed"], await Site.AskAsync(db => db.ActivityEntries.Where(e => e.Subject == "Area").Select(e => e.Verb).OrderBy(v => v).ToListAsync()));
    }

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> MoveAsync(string to, HttpStatusCode expected = HttpStatusCode.OK, string from = "safer-crossings") =>
        await staff.SubmitAsync(await staff.GetAsync($"/manage/consultations/{from}/address"), new() { ["Address"] = to }, expected);

    /// <summary>Permanently, and what it leads to is there.</summary>
    private async Task LeadsAsync(string from, string to, Browser? browser = null)
    {
        browser ??= new Browser(Site);
        var answer = await browser.SendOnceAsync(HttpMethod.Get, from);
        Assert.Equal((HttpStatusCode.MovedPermanently, to), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        Assert.Equal(HttpStatusCode.OK, (await browser.SendAsync(HttpMethod.Get, from)).StatusCode);
    }
}
