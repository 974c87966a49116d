using CommunityVoice.Bodies;
using CommunityVoice.Tests.Manage;
using CommunityVoice.Tests.OpenData;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Checklists;

/// <summary>Evidence for checklists: of a consultation (rule R-A15), and of a body in a year (rule R-B16).</summary>
public sealed class ChecklistTests : SiteTest
{
    private const string Page = "/consultations/safer-crossings/checklist";
    private const string Desk = "/manage/consultations/safer-crossings/checklist";
    private Office office = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        office = new(Site);
    }

    [Fact]
    public async Task Evidence_for_each_principle_is_kept_shown_and_exported()
    {
        var staff = await office.StaffAsync();
        await Site.SaveAsync(office.Consultation());
        var reader = new Browser(Site);
        var empty = await reader.FollowAsync(await reader.GetAsync("/consultations/safer-crossings"), "How this keeps to the ten principles of working with people");
        Assert.Equal(10, empty.QuerySelectorAll("main ol > li[id^=item-]").Length);
        empty.Shows("Nothing is shown for this yet.");

        var form = await staff.GetAsync(Desk);
        Assert.Equal(10, form.QuerySelectorAll("main textarea").Length);
        var task = await staff.SubmitAsync(form, new() { ["Input.Items[1].Evidence"] = "Nothing was decided when we asked.", ["Input.Items[1].Link"] = "https://example.org/minutes" });
        task.Shows("The evidence is saved, and everybody can see it.");
        task.Shows("1 of 10 shown");

        var page = await reader.GetAsync(Page);
        page.Shows("Nothing was decided when we asked.");
        Assert.Equal("https://example.org/minutes", page.QuerySelectorAll("main a").Single(a => a.Words().StartsWith("Read more", StringComparison.Ordinal)).GetAttribute("href"));
        var files = new DataFiles(Site);
        var items = (await files.JsonAsync($"{Page}.json")).GetProperty("item").GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(10, items.Count);
        Assert.Equal("Nothing was decided when we asked.", items[1].GetProperty("evidence").GetString());
        Assert.Contains("2,early,It starts early and tells people what came of it,Nothing was decided when we asked.,https://example.org/minutes", await files.TextAsync($"{Page}.csv"), StringComparison.Ordinal);
        Assert.Equal("nhs-10: early", await Site.AskAsync(db => db.ActivityEntries.Where(e => e.Verb == "checklist.answered").Select(e => e.Detail).SingleAsync()));

        await staff.SubmitAsync(await staff.GetAsync(Desk), new() { ["Input.Items[1].Evidence"] = "", ["Input.Items[1].Link"] = "" });
        Assert.Equal(0, await Site.AskAsync(db => db.ChecklistAnswers.CountAsync()));
        (await reader.GetAsync(Page)).DoesNotShow("Nothing was decided when we asked.");
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("//example.org")]
    [InlineData("minutes")]
    public async Task An_address_that_leads_nowhere_is_refused_and_what_was_typed_is_kept(string link)
    {
        var staff = await office.StaffAsync();
        await Site.SaveAsync(office.Consultation());

        var refused = await staff.SubmitAsync(await staff.GetAsync(Desk), new() { ["Input.Items[0].Evidence"] = "The board agreed.", ["Input.Items[0].Link"] = link, ["Input.Items[2].Link"] = "/help" }, HttpStatusCode.UnprocessableEntity);

        refused.ShowsError("Input.Items[0].Link", "Enter an address that begins with https://, or with / for a page of this site");
        refused.ShowsError("Input.Items[2].Evidence", "Say what the address shows");
        Assert.Equal("The board agreed.", refused.QuerySelector("[name='Input.Items[0].Evidence']")!.TextContent.Trim());
        Assert.Equal(0, await Site.AskAsync(db => db.ChecklistAnswers.CountAsync()));
    }

    [Fact]
    public async Task Only_those_who_may_ask_here_give_evidence_and_a_draft_shows_none()
    {
        await Site.SaveAsync(office.Consultation(published: false));
        await (await office.StrangerAsync(Capability.Consult)).GetAsync(Desk, HttpStatusCode.Forbidden);
        await (await office.StaffAsync(Capability.Publish)).GetAsync(Desk, HttpStatusCode.Forbidden);
        await new Browser(Site).GetAsync(Page, HttpStatusCode.NotFound);
        await new DataFiles(Site).JsonAsync($"{Page}.json", HttpStatusCode.NotFound);
        await Site.SaveAsync(A.ListeningSpace(area: office.Place, askedBy: office.Body));
        await (await office.StaffAsync()).GetAsync("/manage/consultations/rivermead-listening-space/checklist", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_body_looks_back_on_each_year_in_public()
    {
        var admin = await office.StaffAsync(Capability.Administer);
        var body = $"/bodies/{office.Body.Slug}";
        (await new Browser(Site).GetAsync(body)).DoesNotShow("How well it does its work");

        var last = await admin.SubmitAsync(await admin.GetAsync($"/manage{body}/quality?year=2025"), new() { ["Input.Items[4].Evidence"] = "We heard from 400 people." });
        last.Shows("It is saved, and everybody can see it.");
        await admin.SubmitAsync(await admin.GetAsync($"/manage{body}/quality"), new() { ["Input.Items[4].Evidence"] = "We heard from 900 people." });

        var reader = new Browser(Site);
        var page = await reader.GetAsync(body);
        page.Shows("How well it does its work: 2026");
        page.Shows("We heard from 900 people.");
        (await reader.FollowAsync(page, "2025")).Shows("We heard from 400 people.");
        var years = (await new DataFiles(Site).JsonAsync($"{body}.json")).GetProperty("item").GetProperty("quality").EnumerateArray().Select(y => y.GetProperty("year").GetInt32());
        Assert.Equal([2026, 2025], years);
        await admin.GetAsync($"/manage{body}/quality?year=1999", HttpStatusCode.NotFound);
        await (await office.StrangerAsync(Capability.Administer)).GetAsync($"/manage{body}/quality", HttpStatusCode.Forbidden);
    }
}
