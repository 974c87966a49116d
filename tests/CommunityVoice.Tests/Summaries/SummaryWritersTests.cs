using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.People;
using CommunityVoice.Tests.Manage;
using CommunityVoice.Tests.Recommendations;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Summaries;

/// <summary>A summary and what it asked stay with the body whose it is, and are never left to nobody.</summary>
public sealed class SummaryWritersTests : SiteTest
{
    private readonly Body other = A.Body("Weir Valley Voice");
    private readonly Person ola = A.Person("Ola S");
    private readonly Person kit = A.Person("Kit R");
    private RecommendationScene scene = null!;
    private Browser stranger = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        scene = await RecommendationScene.MakeAsync(Site);
        await Site.SaveAsync(ola, kit);
        other.Grant(scene.Summary.Area, Capability.Publish | Capability.Respond, "Voice", "Agreed locally", FakeClock.Today.AddDays(-365));
        await Site.SaveAsync(A.Membership(ola, scene.Summary.Area, Capability.Publish, other));
        stranger = new Browser(Site, ola.Id);
    }

    [Fact]
    public async Task What_was_asked_is_withdrawn_and_stopped_by_whoever_asked_alone()
    {
        var asked = await scene.SentAsync();

        foreach (var page in new[] { "", "/pause", "/withdraw", "/outcome", "/escalate" }) await stranger.GetAsync($"/manage/recommendations/{asked}{page}", HttpStatusCode.Forbidden);
        (await stranger.GetAsync("/manage/recommendations")).DoesNotShow(RecommendationScene.Ask);
        (await scene.Summary.Browser.GetAsync("/manage/recommendations")).Shows(RecommendationScene.Ask);
        await scene.Summary.Browser.GetAsync($"/manage/recommendations/{asked}/withdraw");
    }

    [Fact]
    public async Task Whoever_writes_it_too_shows_the_draft_to_nobody_and_decides_nothing_that_is_public()
    {
        var draft = await scene.DraftAsync();
        await WritesTooAsync(draft);

        await stranger.GetAsync($"/manage/summaries/{draft}/title");
        foreach (var page in new[] { "/partners", "/fact-checks", "/authors" }) await stranger.GetAsync($"/manage/summaries/{draft}{page}", HttpStatusCode.Forbidden);
        var tasks = await stranger.GetAsync($"/manage/summaries/{draft}");
        tasks.DoesNotShow("Partners who sign");
        tasks.DoesNotShow("Fact-check");
    }

    [Fact]
    public async Task Whoever_agrees_to_write_it_does_not_sign_it_as_well()
    {
        var draft = await scene.DraftAsync();
        await scene.Summary.Browser.SubmitAsync(await scene.Summary.Browser.GetAsync($"/manage/summaries/{draft}/partners"), new() { ["Body"] = $"{other.Id}" });
        await scene.Summary.Browser.SubmitAsync(await scene.Summary.Browser.GetAsync($"/manage/summaries/{draft}/authors"), new() { ["Body"] = $"{other.Id}" });
        var author = await Site.AskAsync(db => db.SummaryAuthors.Select(a => a.Id).SingleAsync());
        Assert.Equal(1, await Site.AskAsync(db => db.SummaryPartners.CountAsync()));

        (await stranger.SubmitAsync(await stranger.GetAsync($"/manage/sign-offs/summaries/{author}"), button: "Agree for Weir Valley Voice")).Shows("Weir Valley Voice writes it too.");

        Assert.Equal(0, await Site.AskAsync(db => db.SummaryPartners.CountAsync()));
    }

    [Fact]
    public async Task Nobody_is_asked_to_judge_what_they_wrote()
    {
        var draft = await scene.DraftAsync();
        await Site.SaveAsync(A.Membership(kit, scene.Summary.Area, Capability.Respond, A.Body("Hill Scrutiny", BodyKind.Scrutiny)));
        await WritesTooAsync(draft);
        await scene.PublishAsync(draft);
        var asked = await Site.AskAsync(db => db.Recommendations.Select(r => r.Id).SingleAsync());

        var bodies = (await scene.Summary.Browser.GetAsync($"/manage/recommendations/{asked}/escalate")).QuerySelectorAll("select option").Select(o => o.TextContent.Trim()).ToList();

        Assert.Contains("Hill Scrutiny", bodies);
        Assert.DoesNotContain("Weir Valley Voice", bodies);
    }

    [Fact]
    public async Task Nor_is_whoever_took_over_the_work_of_those_who_wrote_it()
    {
        var asked = await scene.SentAsync();
        await Site.SaveAsync(A.Membership(kit, scene.Summary.Area, Capability.Respond, A.Body("Hill Scrutiny", BodyKind.Scrutiny)));
        await Site.DoAsync<CommunityVoiceDb>(async db =>
        {
            (await db.Remits.SingleAsync(r => r.Body.Slug == "rivermead-voice")).Change(Capability.Publish | Capability.Respond, "Voice", "Agreed locally", null);
            await db.SaveChangesAsync();
        });
        var newcomer = await Handed.OverAsync(Site, "rivermead-voice", Capability.Publish | Capability.Respond, FakeClock.Today);

        var bodies = (await new Browser(Site, newcomer.Id).GetAsync($"/manage/recommendations/{asked}/escalate")).QuerySelectorAll("select option").Select(o => o.TextContent.Trim()).ToList();

        Assert.Contains("Hill Scrutiny", bodies);
        Assert.DoesNotContain(Handed.Successor, bodies);
    }

    [Fact]
    public async Task Where_its_body_publishes_no_longer_whoever_does_sees_to_it()
    {
        var draft = await scene.DraftAsync();
        await stranger.GetAsync($"/manage/summaries/{draft}", HttpStatusCode.Forbidden);
        await Site.DoAsync<CommunityVoiceDb>(async db =>
        {
            (await db.Remits.SingleAsync(r => r.Body.Slug == "rivermead-voice")).End(FakeClock.Today);
            await db.SaveChangesAsync();
        });

        (await stranger.GetAsync("/manage/summaries")).Shows("What we heard");
        await SummaryScene.PublishAsync(stranger, draft);
        var asked = await Site.AskAsync(db => db.Recommendations.Select(r => r.Id).SingleAsync());
        (await stranger.GetAsync("/manage/recommendations")).Shows(RecommendationScene.Ask);
        await stranger.GetAsync($"/manage/recommendations/{asked}/withdraw");
    }

    private Task WritesTooAsync(long draft) => Site.DoAsync<CommunityVoiceDb>(async db =>
    {
        var summary = await db.Summaries.Include(s => s.Authors).SingleAsync(s => s.Versions.Any(v => v.Id == draft));
        summary.AskToWrite(await db.Bodies.SingleAsync(b => b.Id == other.Id), Site.Now).Sign(ola.Id, Site.Now);
        await db.SaveChangesAsync();
    });
}
