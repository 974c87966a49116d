using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.People;
using CommunityVoice.Tests.Manage;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Voting;

/// <summary>Who sees true counts of small groups (rule R-C13), and what must be assessed before tables of groups are published (rule R-C14).</summary>
public sealed class SmallNumbersTests : SiteTest
{
    private Office office = null!;
    private Ballot ballot = null!;

    private string Counts => $"/manage/ballots/{ballot.Id}/counts";
    private string Disclosure => $"/manage/consultations/{ballot.Consultation.Slug}/disclosure";
    private string ByVoice => $"/ballots/{ballot.Id}/results?by=voice";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        office = new(Site);
    }

    [Theory]
    [InlineData(BallotMethod.Pick)]
    [InlineData(BallotMethod.AgreeDisagreePass)]
    public async Task True_counts_are_shown_for_a_purpose_that_is_recorded_and_behind_a_warning(BallotMethod method)
    {
        await VoteAsync(method);
        var tom = await office.StaffAsync(Capability.SeeTrueCounts);

        var asked = await tom.GetAsync(Counts);
        asked.Shows("These numbers are not protected");
        Assert.Null(asked.QuerySelector("main table"));
        (await tom.SubmitAsync(asked, expected: HttpStatusCode.UnprocessableEntity)).ShowsError("Purpose", "Say what you need them for");
        Assert.Empty(await PurposesAsync());
        var shown = await tom.SubmitAsync(asked, new() { ["Purpose"] = "To check whether carers were heard." });

        shown.Shows("These numbers are not protected");
        Assert.Equal(["3", "3", "0", "0"], Row(shown, "Primary care"));
        Assert.Equal(["40", "40", "0", "0"], Row(shown, "Resident"));
        Assert.Equal(["To check whether carers were heard."], await PurposesAsync());
        Assert.True(tom.Answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Whoever_may_not_see_true_counts_gets_the_protected_view_and_leaves_no_opening()
    {
        await VoteAsync(BallotMethod.Pick);
        await AssessAsync(true);
        foreach (var browser in new[] { await office.StaffAsync(Capability.Moderate), await office.StrangerAsync(Capability.SeeTrueCounts), await ResidentAsync() })
        {
            var page = await browser.GetAsync(Counts);

            page.Shows("Too few people to show: ");
            page.DoesNotShow("not protected");
        }
        Assert.Empty(await PurposesAsync());
        (await (await office.StaffAsync(Capability.SeeTrueCounts)).GetAsync("/manage/ballots/999/counts", HttpStatusCode.NotFound)).Shows("not found");
    }

    [Fact]
    public async Task With_fewer_than_ten_people_nobody_sees_numbers_by_group()
    {
        await VoteAsync(BallotMethod.Pick, residents: 4);
        var tom = await office.StaffAsync(Capability.SeeTrueCounts);

        (await tom.SubmitAsync(await tom.GetAsync(Counts), new() { ["Purpose"] = "To look." })).Shows("Fewer than 10 people");
    }

    [Fact]
    public async Task Breakdowns_are_published_only_once_they_were_assessed_and_the_newest_assessment_holds()
    {
        await VoteAsync(BallotMethod.Pick);
        var anybody = new Browser(Site);
        (await anybody.GetAsync(ByVoice)).Shows("Results by voice, by neighbourhood and by way of taking part are shown once somebody has looked");
        (await anybody.GetAsync(ByVoice)).DoesNotShow("Too few people to show");
        var tom = await office.StaffAsync(Capability.Publish);

        var form = await tom.GetAsync(Disclosure);
        var refused = await tom.SubmitAsync(form, new() { ["Input.Population"] = "0", ["Input.Reasons"] = "Kept" }, HttpStatusCode.UnprocessableEntity);
        refused.ShowsError("Input.Population", "Enter a whole number from 1");
        refused.ShowsError("Input.MayBePublished", "Choose whether they may be shown");
        refused.ShowsError("Input.Sensitivity", "Choose how much it would matter");
        Assert.Equal("Kept", refused.QuerySelector("textarea")!.TextContent.Trim());
        await tom.SubmitAsync(form, Answers("true"));

        (await anybody.GetAsync(ByVoice)).Shows("Too few people to show: ");
        (await tom.SubmitAsync(await tom.GetAsync(Disclosure), Answers("false"))).Shows("are not shown");
        (await anybody.GetAsync(ByVoice)).DoesNotShow("Too few people to show");
        (await anybody.GetAsync(ByVoice)).Shows("43 people");
        Assert.Equal(2, (await tom.GetAsync(Disclosure)).QuerySelectorAll("tbody tr").Length);
        Assert.Equal(2, await Site.AskAsync(db => db.ActivityEntries.CountAsync(e => e.Verb == "consultation.disclosure-assessed")));
    }

    [Fact]
    public async Task Only_who_may_publish_in_the_area_assesses()
    {
        await VoteAsync(BallotMethod.Pick);
        foreach (var browser in new[] { await office.StrangerAsync(Capability.Publish), await office.StaffAsync(Capability.Consult) }) await browser.GetAsync(Disclosure, HttpStatusCode.Forbidden);
        await (await office.StaffAsync(Capability.Publish)).GetAsync("/manage/consultations/no-such/disclosure", HttpStatusCode.NotFound);
    }

    private static IEnumerable<string> Row(AngleSharp.Html.Dom.IHtmlDocument page, string group) =>
        page.QuerySelectorAll("main tbody tr").First(r => r.QuerySelector("th")!.TextContent == group).QuerySelectorAll("td").Select(c => c.TextContent);

    private static Dictionary<string, Microsoft.Extensions.Primitives.StringValues> Answers(string may) => Office.Answers(
        ("Input.Datasets", "Breakdowns"), ("Input.Population", "96400"), ("Input.Sensitivity", "Low"), ("Input.Linkability", "Some"), ("Input.Reasons", "Large neighbourhoods."), ("Input.MayBePublished", may));

    private Task<List<string?>> PurposesAsync() => Site.AskAsync(db => db.ActivityEntries.Where(e => e.Verb == "ballot.true-counts-opened").Select(e => e.Detail).ToListAsync());

    private async Task<Browser> ResidentAsync() => new(Site, (await Site.SaveAsync(A.Person())).Id, secondFactor: false);

    private async Task AssessAsync(bool may)
    {
        var by = await Site.SaveAsync(A.Person());
        await Site.SaveAsync(new DisclosureAssessment(ballot.ConsultationId, Dataset.Breakdowns, new(96_400, DisclosureRisk.Low, DisclosureRisk.Low, "Large neighbourhoods."), may, by.Id, Site.Now));
    }

    // Residents choose the first, and three of primary care too: few enough to be hidden.
    private async Task VoteAsync(BallotMethod method, int residents = 40)
    {
        ballot = await Site.SaveAsync(Office.Ballot(office.Consultation(), method));
        var people = Enumerable.Range(0, residents + 3).Select(i => new Participant(Guid.NewGuid(), i < residents ? Voice.Resident : Voice.PrimaryCare)).ToArray();
        await Site.SaveAsync(people[0], people[1..]);
        foreach (var person in people)
        {
            if (ballot.HasMarks) await Site.AskAsync<Marking, CastResult>(m => m.MarkAsync(ballot.Id, person.Id, ballot.Priorities[0].Id, 1, default));
            else await Site.AskAsync<Casting, CastResult>(c => c.CastAsync(ballot.Id, person.Id, $"{ballot.Priorities[0].Id}", default));
        }
        Site.Clock.GoTo(ballot.ClosesAt!.Value);
        await Site.AskAsync<Sealer, int>(s => s.SealDueAsync(default));
        await Site.AskAsync<Outcomes, int>(o => o.RefreshDueAsync(default));
    }
}
