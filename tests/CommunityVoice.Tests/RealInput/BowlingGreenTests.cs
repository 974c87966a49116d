using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Summaries;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;

namespace CommunityVoice.Tests.RealInput;

/// <summary>The main job on real input: a real place, a real conversation in it, coded, summed up and published through the pages.</summary>
public sealed class BowlingGreenTests : SiteTest
{
    [SharedDataFact]
    public async Task What_two_thousand_people_said_is_coded_summed_up_and_read_on_the_overview()
    {
        var data = Repository.SharedData!;
        await Site.DoAsync<CommunityVoiceDb>(db => new AreaImport(db, Site.Clock).RunAsync(AreaFiles.Read(Path.Combine(data, "place-trafford")), new Silent(), default));
        var totals = await Site.AskAsync<PolisImport, PolisTotals>(import => import.ImportAsync(
            PolisFolder.Read(Path.Combine(data, "polis", "american-assembly.bowling-green")), new PolisOptions(Slug: "bowling-green", Area: "trafford"), _ => { }, default));
        Assert.Equal((2031, 896, 225_524), (totals.People, totals.Comments, totals.Votes));
        var editor = await EditorAsync();

        // Coded: everything that mentions traffic, in one go.
        await editor.SubmitAsync(await editor.GetAsync("/moderation/themes/add/trafford"), new() { ["Input.Name"] = "Getting about" });
        var theme = await Site.AskAsync(db => db.Themes.SingleAsync());
        var about = await Site.AskAsync(db => db.Comments.Where(c => c.ShownAt != null && c.RemovedAt == null && c.Body.Contains("traffic")).OrderByDescending(c => c.Id).Take(10).Select(c => c.Id).ToListAsync());
        var found = await editor.GetAsync("/moderation/themes/bowling-green?q=traffic");
        var offered = found.QuerySelectorAll("input[name='Input.Ids']").Select(i => i.GetAttribute("value")!).Where(i => about.Contains(long.Parse(i, null))).ToArray();
        Assert.True(offered.Length >= 5, $"{offered.Length} comments on traffic are offered.");
        await editor.SubmitAsync(found, new() { ["Input.Ids"] = offered, ["Input.Themes"] = $"{theme.Id}" }, button: "Give");

        // Written, frozen and published.
        var page = await editor.SubmitAsync(await editor.GetAsync("/manage/summaries/start"), new() { ["Input.Consultation"] = "bowling-green", ["Input.Title"] = "What a town said" });
        var id = new Uri(page.Url).Segments[^1];
        foreach (var section in SectionTemplate.All.Where(s => s.IsRequired))
            await editor.SubmitAsync(await editor.GetAsync($"/manage/summaries/{id}/sections/{section.Kind.ToString().ToLowerInvariant()}"), new() { ["Input.Body"] = $"Words on {section.Kind}." });
        await editor.SubmitAsync(await editor.GetAsync($"/manage/summaries/{id}/title"), new() { ["Input.ResponseDueOn.Day"] = "1", ["Input.ResponseDueOn.Month"] = "9", ["Input.ResponseDueOn.Year"] = "2026" });
        await editor.SubmitAsync(await editor.GetAsync($"/manage/summaries/{id}/method"), new() { ["Input.Reading"] = "GivenThemes", ["Input.Saturation"] = "CannotTell", ["Input.Sentiment"] = "CannotTell" });
        var choose = await editor.SubmitAsync(await editor.GetAsync($"/manage/summaries/{id}/findings/new"), new() { ["Input.Heading"] = "Traffic stands in the way", ["Input.Body"] = "Many said so." });
        var chosen = choose.QuerySelectorAll("input[name='Ids']").Take(3).Select(i => i.GetAttribute("value")!).ToArray();
        await editor.SubmitAsync(choose, new() { ["Ids"] = new StringValues(chosen) }, button: "Add these");
        await editor.SubmitAsync(await editor.GetAsync($"/manage/summaries/{id}/figures"));
        await editor.SubmitAsync(await editor.GetAsync($"/manage/summaries/{id}/publish"), button: "Publish");

        var reader = new Browser(Site);
        var summary = await reader.GetAsync("/summaries/what-a-town-said");
        summary.Shows("Traffic stands in the way");
        (await reader.FollowAsync(summary, "3 comments")).Shows("Traffic stands in the way");
        await Site.DoAsync<AreaTallies>(tallies => tallies.RefreshDueAsync(default));
        var overview = await reader.GetAsync("/areas/trafford");
        overview.Shows("241,025 people live");
        overview.Shows("What a town said");
        overview.Shows("Getting about");
        (await reader.GetAsync("/areas/trafford/themes/getting-about")).Shows($"{offered.Length} comments");
    }

    private async Task<Browser> EditorAsync()
    {
        var person = A.Person("Tom W");
        await Site.SaveAsync(person);
        var (body, place) = await Site.AskAsync(async db => (await db.Consultations.Select(c => c.AskedBy.Slug).SingleAsync(), await db.Areas.Where(a => a.Slug == "trafford").Select(a => a.Id).SingleAsync()));
        await Site.DoAsync<CommunityVoiceDb>(async db =>
        {
            var all = Capability.Code | Capability.Publish | Capability.Moderate;
            var asking = await db.Bodies.Include(b => b.Remits).SingleAsync(b => b.Slug == body);
            asking.Grant(await db.Areas.SingleAsync(a => a.Id == place), all, "Voice body", "For this test", FakeClock.Today.AddDays(-1));
            db.Memberships.Add(new Membership(person.Id, asking, all, "Editor", FakeClock.Start.AddDays(-1)));
            await db.SaveChangesAsync();
        });
        return new Browser(Site, person.Id);
    }

    private sealed class Silent : IProgress<string>
    {
        public void Report(string value)
        {
            // Nobody reads along in a test.
        }
    }
}
