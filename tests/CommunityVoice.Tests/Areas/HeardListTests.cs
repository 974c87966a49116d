using AngleSharp.Html.Dom;
using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.OnBehalf;
using CommunityVoice.People;
using CommunityVoice.Tests.Summaries;
using CommunityVoice.Voting;
using CommunityVoice.Web.Pages.Areas;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityVoice.Tests.Areas;

/// <summary>A row of a place's tables of who was heard leads to what they said, unless it is hidden or a list would pick people out.</summary>
public sealed class HeardListTests : SiteTest
{
    private const string None = "No list here";
    private SummaryScene scene = null!;
    private Person clerk = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        scene = await SummaryScene.MakeAsync(Site);
        clerk = A.Person("Una Clerk");
        await Site.SaveAsync(clerk, A.Membership(clerk, scene.Area, Capability.EnterOnBehalf));
    }

    [Fact]
    public async Task Each_voice_that_is_shown_leads_to_what_it_said_and_a_hidden_one_or_nobody_leads_nowhere()
    {
        var overview = await OverviewAsync();
        var rows = Rows(overview, "By voice");
        Assert.Contains(rows, r => r.Number == "hidden");
        Assert.All(rows, r => Assert.Equal(r.Number.StartsWith("about", StringComparison.Ordinal), r.Href is not null));

        var residents = await new Browser(Site).FollowAsync(overview, "Resident");

        Assert.EndsWith("/areas/rivermead/heard/voices/resident", residents.Url, StringComparison.Ordinal);
        Assert.Equal(20, residents.QuerySelectorAll("main li.comment").Length);
        residents.Shows("The lights change too fast for neighbour 19.");
        residents.DoesNotShow("neighbour 20."); // of a group
        Assert.Equal("/areas/rivermead", new Uri((await new Browser(Site).FollowAsync(residents, "Who was heard in Rivermead")).Url).AbsolutePath);
    }

    [Theory]
    [InlineData("voices/carer")] // hidden
    [InlineData("voices/primary-care")] // nobody
    [InlineData("ways/on-the-site")] // of whom no table tells, since there are no others
    public async Task A_group_that_no_table_shows_has_no_list_even_for_whoever_types_its_address(string group)
    {
        await OverviewAsync();

        var page = await new Browser(Site).GetAsync($"/areas/rivermead/heard/{group}");

        page.Shows(None);
        page.Shows("There is no list of what this group said, so that nobody is picked out.");
        Assert.Empty(page.QuerySelectorAll("main .thread"));
    }

    [Fact]
    public async Task A_way_leads_to_what_was_told_in_it_page_by_page()
    {
        await EnterAsync(12, EntryChannel.Paper, EntryConsent.Publish);
        var overview = await OverviewAsync();
        var reader = new Browser(Site);

        var paper = await reader.FollowAsync(overview, "On paper");
        var first = await reader.FollowAsync(overview, "On this site");
        var second = await reader.FollowAsync(first, "Older comments");

        Assert.Equal(12, paper.QuerySelectorAll("main li.comment").Length);
        paper.Shows("Somebody on paper");
        Assert.Equal((HeardModel.PageSize, 32 - HeardModel.PageSize), (first.QuerySelectorAll("main li.comment").Length, second.QuerySelectorAll("main li.comment").Length));
        Assert.Equal(first.Url, (await reader.FollowAsync(second, "Newest")).Url);
    }

    [Fact]
    public async Task The_points_of_meetings_are_a_list_of_their_own_and_in_no_other()
    {
        await EnterAsync(12, EntryChannel.Paper, EntryConsent.Publish);
        await Site.DoAsync<IServiceProvider>(async services => await services.GetRequiredService<Meetings>().RecordAsync(
            await services.GetRequiredService<CommunityVoiceDb>().Consultations.SingleAsync(), new("Weir Hall", FakeClock.Today, 25, "Carers", ""), ["Lights.", "Cars."], clerk.Id, default));
        var overview = await OverviewAsync();
        var reader = new Browser(Site);

        var points = await reader.FollowAsync(overview, "Their points");

        Assert.Equal(["Cars.", "Lights."], points.QuerySelectorAll("main .comment__body").Select(c => c.Words()).Order(StringComparer.Ordinal));
        (await reader.FollowAsync(overview, "On paper")).DoesNotShow("Cars.");
        (await reader.GetAsync("/areas/rivermead/heard/voices/not-said")).Shows(None);
    }

    [Fact]
    public async Task Where_hardly_anything_of_a_group_can_be_read_there_is_no_list()
    {
        await EnterAsync(12, EntryChannel.Phone, EntryConsent.CountOnly);
        await EnterAsync(7, EntryChannel.Phone, EntryConsent.Publish);

        var phone = await new Browser(Site).FollowAsync(await OverviewAsync(), "By phone");

        phone.Shows(None);
        Assert.Empty(phone.QuerySelectorAll("main li.comment"));
        await EnterAsync(1, EntryChannel.Phone, EntryConsent.Publish);
        Assert.Equal(8, (await new Browser(Site).GetAsync("/areas/rivermead/heard/ways/phone")).QuerySelectorAll("main li.comment").Length);
    }

    [Fact]
    public async Task What_is_not_public_and_what_the_body_that_asks_said_is_not_there()
    {
        await Site.DoAsync<CommunityVoiceDb>(async db =>
        {
            (await db.Comments.SingleAsync(c => c.Id == scene.Comments[0].Id)).Remove("advert", FakeClock.Start);
            (await db.Comments.SingleAsync(c => c.Id == scene.Comments[1].Id)).Withdraw(FakeClock.Start);
            var asks = await db.Consultations.SingleAsync(c => c.Id == scene.Consultation.Id);
            db.Comments.Add(new Comment(asks, A.Author(scene.People[2]) with { IsOfficial = true }, "We thank you all.", FakeClock.Start));
            await db.SaveChangesAsync();
        });

        var residents = await new Browser(Site).FollowAsync(await OverviewAsync(), "Resident");

        Assert.Equal(18, residents.QuerySelectorAll("main li.comment").Length);
        residents.DoesNotShow("neighbour 0.");
        residents.DoesNotShow("We thank you all.");
    }

    [Fact]
    public async Task An_address_of_no_group_or_of_no_place_leads_nowhere()
    {
        await OverviewAsync();
        var reader = new Browser(Site);
        foreach (var path in new[] { "rivermead/heard/voices/nobody", "rivermead/heard/voices/paper", "rivermead/heard/ages/resident", "nowhere/heard/voices/resident" })
            await reader.GetAsync($"/areas/{path}", HttpStatusCode.NotFound);
    }

    private async Task<IHtmlDocument> OverviewAsync()
    {
        await Site.DoAsync<AreaTallies>(t => t.RefreshDueAsync(default));
        return await new Browser(Site).GetAsync("/areas/rivermead");
    }

    private async Task EnterAsync(int answers, EntryChannel way, EntryConsent consent)
    {
        for (var n = 0; n < answers; n++)
        {
            var said = new NewAnswer(null, "The kerb is too high.", Voice.Resident, scene.Weirside.Id, consent, way, FakeClock.Today);
            Assert.Equal(AnswerOutcome.Entered, (await Site.AskAsync<Answers, AnswerEntered>(a => a.EnterAsync(scene.Consultation.Id, said, clerk.Id, default))).Outcome);
        }
    }

    private static List<(string Number, string? Href)> Rows(IHtmlDocument page, string table) =>
        [.. page.QuerySelectorAll("figure").Single(f => f.QuerySelector("figcaption")?.Words() == table).QuerySelectorAll("tbody tr").Select(r => (r.QuerySelector("td.cv-table__number")!.Words(), r.QuerySelector("th a")?.GetAttribute("href")))];
}
