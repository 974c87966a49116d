using AngleSharp.Html.Dom;
using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Discussion;
using CommunityVoice.OnBehalf;
using CommunityVoice.People;
using CommunityVoice.Summaries;
using CommunityVoice.Tests.Summaries;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.OnBehalf;

public sealed class ChannelTotalsTests : SiteTest
{
    private static readonly EntryChannel[] Entered = [.. Enumerable.Repeat(EntryChannel.Paper, 12), .. Enumerable.Repeat(EntryChannel.Phone, 3), EntryChannel.Meeting];

    [Fact]
    public async Task The_ways_add_up_to_the_people_before_protection_and_so_do_voices_with_them()
    {
        var scene = await SceneAsync();

        var heard = await HeardAsync(scene);

        Assert.Equal((48, 48), (heard.People, heard.Comments));
        Assert.Equal(heard.People, heard.ByChannel.Sum(c => c.People));
        Assert.Equal([("On this site", 32), ("On paper", 12), ("By phone", 3), ("In person", 0), ("At a meeting", 1), ("By e-mail", 0), ("By post", 0)], heard.ByChannel.Select(c => (c.Words, c.People)));
        Assert.Equal(heard.People, heard.ByVoice.Sum(v => v.People));
        Assert.Equal(heard.People, heard.ByArea.Sum(a => a.People));
        Assert.Equal((1, 25), (heard.Meetings, heard.AtMeetings));
        Assert.Equal(48, await Site.AskAsync(db => db.Consultations.Select(c => c.People).SingleAsync()) + scene.People.Count); // comments of the scene were saved without counting
    }

    [Fact]
    public async Task Counting_anew_gives_what_was_kept()
    {
        var scene = await SceneAsync();
        await Site.DoAsync<Data.CommunityVoiceDb>(db => CommentCounts.RecountAsync(db, scene.Consultation.Id, default));

        Assert.Equal((49, 48), await Site.AskAsync(async db => await db.Consultations.SingleAsync() is var c ? (c.Comments, c.People) : default));
    }

    [Fact]
    public async Task Small_ways_are_hidden_in_the_overview_on_the_consultation_and_in_a_summary()
    {
        var scene = await SceneAsync();
        await Site.DoAsync<Data.CommunityVoiceDb>(db => CommentCounts.RecountAsync(db, scene.Consultation.Id, default));
        var reader = new Browser(Site);

        await Site.DoAsync<CommunityVoice.Areas.AreaTallies>(t => t.RefreshDueAsync(default));
        var overview = await reader.GetAsync("/areas/rivermead");
        Assert.Equal("hidden", Number(overview, "By phone"));
        Assert.StartsWith("about 30", Number(overview, "On this site"), StringComparison.Ordinal);
        overview.Shows("Counted apart: 1 meeting of about 25 people.");

        await Site.AssessAsync(scene.Consultation.Id, Dataset.Heard);
        await Site.AskAsync<HeardTables, int>(h => h.RefreshDueAsync(default));
        var page = await reader.GetAsync("/consultations/safer-crossings");
        page.Shows("How they told us");
        Assert.DoesNotContain("by phone 3", page.Body!.Words(), StringComparison.OrdinalIgnoreCase);

        await scene.PublishedAsync();
        var summary = await reader.GetAsync(SummaryScene.Path);
        summary.Shows("Who we heard from, by how they told us");
        Assert.Equal("hidden", Number(summary, "By phone"));
        var stored = await Site.AskAsync(db => db.Figures.Where(f => f.Kind == FigureKind.HeardByChannel).Select(f => f.Data).SingleAsync());
        Assert.DoesNotContain(":3", stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_anything_from_outside_nothing_is_told_about_ways()
    {
        await SummaryScene.MakeAsync(Site);
        await Site.DoAsync<CommunityVoice.Areas.AreaTallies>(t => t.RefreshDueAsync(default));

        (await new Browser(Site).GetAsync("/areas/rivermead")).DoesNotShow("how they told us");
    }

    [Fact]
    public async Task What_is_not_to_be_quoted_is_cited_without_its_words()
    {
        var scene = await SceneAsync();
        var said = await Site.AskAsync(db => db.Comments.FirstAsync(c => c.Channel == EntryChannel.Paper));
        var id = await scene.DraftAsync();
        await scene.AddFindingAsync(id, "Kerbs are high");
        var finding = await Site.AskAsync(db => db.Findings.Where(f => f.Heading == "Kerbs are high").Select(f => f.Id).SingleAsync());
        var choose = await scene.Browser.GetAsync($"/manage/summaries/{id}/findings/{finding}/comments?words=kerb");
        await scene.Browser.SubmitAsync(choose, new() { ["Ids"] = $"{said.Id}" }, button: "Add these");
        var page = await scene.CitationPageAsync(id, said.Id);

        (await scene.Browser.SubmitAsync(page, new() { ["Input.Quote"] = "kerb" }, HttpStatusCode.UnprocessableEntity))
            .ShowsError("Input.Quote", "Whoever said this did not agree to be quoted: leave the box empty to cite it without");
    }

    private Task<Heard> HeardAsync(SummaryScene scene)
    {
        var places = new Dictionary<long, AreaLinkRow> { [scene.Weirside.Id] = new("Weirside", "weirside", AreaLevel.Ward) };
        return Site.AskAsync(db => db.Comments.Where(c => c.ConsultationId == scene.Consultation.Id).HeardBy(Site.Now).WhoAsync(places, default));
    }

    private async Task<SummaryScene> SceneAsync()
    {
        var scene = await SummaryScene.MakeAsync(Site);
        var clerk = A.Person("Una Clerk");
        await Site.SaveAsync(clerk, A.Membership(clerk, scene.Area, Capability.EnterOnBehalf));
        foreach (var channel in Entered)
        {
            var said = new NewAnswer(null, "The kerb is too high.", Voice.Resident, scene.Weirside.Id, channel == EntryChannel.Phone ? EntryConsent.CountOnly : EntryConsent.Publish, channel, FakeClock.Today);
            Assert.Equal(AnswerOutcome.Entered, (await Site.AskAsync<Answers, AnswerEntered>(a => a.EnterAsync(scene.Consultation.Id, said, clerk.Id, default))).Outcome);
        }
        await Site.DoAsync<IServiceProvider>(async services =>
        {
            var db = (Data.CommunityVoiceDb)services.GetService(typeof(Data.CommunityVoiceDb))!;
            var consultation = await db.Consultations.SingleAsync();
            var meetings = (Meetings)services.GetService(typeof(Meetings))!;
            await meetings.RecordAsync(consultation, new("Weir Hall", FakeClock.Today, 25, "Carers", ""), ["Lights.", "Cars.", "Kerbs.", "Benches."], clerk.Id, default);
        });
        return scene;
    }

    private static string Number(IHtmlDocument page, string row) =>
        page.QuerySelectorAll("tr").First(r => r.QuerySelector("th[scope=row]")?.Words() == row).QuerySelector("td.cv-table__number")!.Words();
}
