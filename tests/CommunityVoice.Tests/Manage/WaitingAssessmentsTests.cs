using AngleSharp.Html.Dom;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.People;
using CommunityVoice.Tests.OpenData;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Manage;

/// <summary>Who was heard and the file of comments are released only once somebody has assessed them, and staff see what waits (rule R-C14).</summary>
public sealed class WaitingAssessmentsTests : SiteTest
{
    private Office office = null!;
    private Consultation consultation = null!;
    private DataFiles files = null!;

    private string Here => $"/consultations/{consultation.Slug}";
    private string Disclosure => $"/manage/consultations/{consultation.Slug}/disclosure";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        (office, files) = (new(Site), new(Site));
        consultation = await Site.SaveAsync(office.Consultation());
        await Site.DoAsync<CommunityVoiceDb>(async db =>
        {
            var here = await db.Consultations.SingleAsync();
            for (var i = 0; i < 30; i++) db.Comments.Add(new Comment(here, new Author(null, $"Person {i}", Voice.Resident), $"Number {i}", Site.Now));
            await db.SaveChangesAsync();
            await CommentCounts.RecountAsync(db, here.Id, default);
        });
        await Site.AskAsync<HeardTables, int>(h => h.RefreshDueAsync(default));
    }

    [Fact]
    public async Task Before_that_page_and_data_say_that_it_waits_and_tell_nothing()
    {
        var page = await new Browser(Site).GetAsync(Here);

        page.Shows("30 people. In which voices is told once somebody has looked at");
        page.DoesNotShow("resident about 30");
        var data = (await files.JsonAsync(Here + ".json")).GetProperty("item");
        Assert.Empty(data.GetProperty("heardFrom").EnumerateArray());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, data.GetProperty("comments").ValueKind);
        foreach (var file in new[] { "/comments.json", "/comments.csv" })
        {
            var problem = await files.JsonAsync(Here + file, HttpStatusCode.NotFound);
            Assert.Equal("Not published yet", problem.GetProperty("title").GetString());
            Assert.DoesNotContain("Number 7", problem.GetRawText(), StringComparison.Ordinal);
        }
        Assert.DoesNotContain($"{Here}/comments.csv", await files.TextAsync("/open-data/datapackage.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_find_what_waits_assess_it_together_and_it_is_released()
    {
        var tom = await office.StaffAsync(Capability.Publish | Capability.Consult);
        Assert.Equal(["Who was heard, by voice and way; The file of all comments"], Waits(await tom.FollowAsync(await tom.GetAsync("/manage"), "What waits to be looked at")));
        (await tom.GetAsync($"/manage/consultations/{consultation.Slug}")).Shows("Not assessed The page says how many people were heard");

        var form = await tom.FollowAsync(await tom.GetAsync("/manage/disclosure"), consultation.Title);
        (await tom.SubmitAsync(form, Answers([]), HttpStatusCode.UnprocessableEntity)).ShowsError("Input.Datasets", "Choose what you looked at");
        var saved = await tom.SubmitAsync(form, Answers(["Heard", "Comments"]));

        saved.Shows("Saved. Who was heard, by voice and way; The file of all comments: they are shown.");
        Assert.Empty(Waits(await tom.GetAsync("/manage/disclosure")));
        (await new Browser(Site).GetAsync(Here)).Shows("30 people: resident about 30.");
        Assert.Equal(30, (await files.ItemsAsync(Here + "/comments.json")).Count);
        Assert.Contains($"{Here}/comments.csv", await files.TextAsync("/open-data/datapackage.json"), StringComparison.Ordinal);
        Assert.Equal(2, await Site.AskAsync(db => db.ActivityEntries.CountAsync(e => e.Verb == "consultation.disclosure-assessed")));
    }

    [Fact]
    public async Task What_may_not_be_shown_is_withdrawn_at_once_and_no_longer_waits()
    {
        await Site.AssessAsync(consultation.Id, Dataset.Comments);
        await Site.AssessAsync(consultation.Id, Dataset.Heard);
        (await new Browser(Site).GetAsync(Here)).Shows("resident about 30");
        Assert.Equal(30, (await files.ItemsAsync(Here + "/comments.json")).Count);
        var tom = await office.StaffAsync(Capability.Publish);

        await tom.SubmitAsync(await tom.GetAsync(Disclosure), Answers(["Heard", "Comments"], may: "false"));

        (await new Browser(Site).GetAsync(Here)).DoesNotShow("resident about 30");
        (await new Browser(Site).GetAsync(Here)).DoesNotShow("is told once somebody");
        await files.JsonAsync(Here + "/comments.json", HttpStatusCode.NotFound);
        Assert.Empty(Waits(await tom.GetAsync("/manage/disclosure")));
    }

    [Fact]
    public async Task Stricter_rules_hold_for_who_was_heard()
    {
        await Site.AssessAsync(consultation.Id, Dataset.Heard, DisclosureRisk.High);
        (await new Browser(Site).GetAsync(Here)).DoesNotShow("resident about"); // made by laxer rules
        Assert.Equal(1, await Site.AskAsync<HeardTables, int>(h => h.RefreshDueAsync(default)));

        var about = (await files.JsonAsync(Here + ".json")).GetProperty("item").GetProperty("heardFromAbout");

        Assert.Equal("Strict", about.GetProperty("profile").GetString());
        Assert.Equal(0, await Site.AskAsync<HeardTables, int>(h => h.RefreshDueAsync(default)));
    }

    [Fact]
    public async Task Staff_of_elsewhere_see_nothing_of_it_and_whoever_may_not_publish_is_refused()
    {
        Assert.Empty(Waits(await (await office.StrangerAsync(Capability.Publish)).GetAsync("/manage/disclosure")));
        await (await office.StaffAsync(Capability.Consult)).GetAsync("/manage/disclosure", HttpStatusCode.Forbidden);
        (await (await office.StaffAsync(Capability.Consult)).GetAsync("/manage")).DoesNotShow("What waits to be looked at");
    }

    [Fact]
    public async Task A_listening_space_has_no_votes_to_assess()
    {
        var space = await Site.SaveAsync(A.ListeningSpace(area: office.Place));
        var tom = await office.StaffAsync(Capability.Publish);

        var form = await tom.GetAsync($"/manage/consultations/{space.Slug}/disclosure");

        Assert.Equal(["Heard", "Comments"], form.QuerySelectorAll("input[name='Input.Datasets']").Select(i => i.GetAttribute("value")));
    }

    private static IEnumerable<string> Waits(IHtmlDocument page) => page.QuerySelectorAll("main tbody td").Select(c => c.Words());

    private static Dictionary<string, Microsoft.Extensions.Primitives.StringValues> Answers(string[] datasets, string may = "true")
    {
        var answers = Office.Answers(("Input.Population", "96400"), ("Input.Sensitivity", "Low"), ("Input.Linkability", "Some"), ("Input.Reasons", "Large neighbourhoods."), ("Input.MayBePublished", may));
        answers["Input.Datasets"] = datasets;
        return answers;
    }
}
