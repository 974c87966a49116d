using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Strategies;
using CommunityVoice.Tests.Manage;
using CommunityVoice.Tests.OpenData;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityVoice.Tests.Strategies;

/// <summary>A council writes a strategy together with its board once it agreed.</summary>
public sealed class CoAuthorTests : SiteTest
{
    private StrategyScene scene = null!;
    private Browser officer = null!;
    private string draft = "";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        scene = await StrategyScene.MakeAsync(Site);
        var bronwen = A.Person("Bronwen P", "bronwen@example.org");
        await Site.SaveAsync(bronwen);
        await Site.SaveAsync(A.Membership(bronwen, scene.Said.Area, Capability.Plan, A.Body("Rivermead Council", BodyKind.Council)));
        officer = new Browser(Site, bronwen.Id);
        draft = await scene.DraftAsync();
    }

    [Fact]
    public async Task Whoever_is_asked_and_agrees_writes_too_and_both_names_stand_on_it()
    {
        await officer.GetAsync($"{draft}/about", HttpStatusCode.Forbidden);
        var authors = await scene.Browser.GetAsync($"{draft}/authors");
        (await scene.Browser.SubmitAsync(authors, new() { ["Body"] = "" }, HttpStatusCode.UnprocessableEntity)).ShowsError("Body", "Choose an organisation");
        var council = await Site.AskAsync(db => db.Bodies.Where(b => b.Slug == "rivermead-council").Select(b => b.Id).SingleAsync());
        (await scene.Browser.SubmitAsync(authors, new() { ["Body"] = $"{council}" })).Shows("Rivermead Council Asked");
        Assert.Single(await Site.LettersToAsync("bronwen@example.org"), l => l.Kind == "co-author-asked");
        await officer.GetAsync($"{draft}/about", HttpStatusCode.Forbidden); // asked is not agreed

        var asked = await officer.FollowAsync(await officer.GetAsync("/manage/sign-offs"), "Closer to home");
        (await officer.SubmitAsync(asked, button: "Agree for Rivermead Council")).Shows("Rivermead Council writes it too.");

        await officer.SubmitAsync(await officer.GetAsync($"{draft}/about"), new() { ["Input.Title"] = "Closer to home", ["Input.About"] = "Written by both." });
        (await officer.GetAsync("/manage/strategies")).Shows("Closer to home");
        (await officer.GetAsync($"{draft}/preview")).Shows("The board, with Rivermead Council");
        (await officer.GetAsync($"{draft}/publish")).Shows("The board publishes it.");
        await officer.GetAsync($"{draft}/authors", HttpStatusCode.Forbidden);
        Assert.Equal(["strategy.author-asked", "strategy.author-agreed"], await Site.AskAsync(db => db.ActivityEntries.Where(e => e.Verb.StartsWith("strategy.author")).OrderBy(e => e.Id).Select(e => e.Verb).ToListAsync()));
    }

    [Fact]
    public async Task Both_names_are_on_the_published_page_and_in_open_data()
    {
        await AskAsync();
        await officer.SubmitAsync(await officer.FollowAsync(await officer.GetAsync("/manage/sign-offs"), "Closer to home"), button: "Agree for Rivermead Council");
        await scene.PublishAsync(draft);

        (await new Browser(Site).GetAsync(StrategyScene.Path)).Shows("The board, with Rivermead Council");
        var item = Assert.Single((await new DataFiles(Site).JsonAsync("/strategies.json")).GetProperty("items").EnumerateArray());
        Assert.Equal(["rivermead-council"], item.GetProperty("coAuthors").EnumerateArray().Select(a => a.GetString()));
        Assert.Contains(",rivermead-council,", await (await new Browser(Site).SendAsync(HttpMethod.Get, "/strategies.csv")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_declines_says_why_and_does_not_write()
    {
        await AskAsync();
        var asked = await officer.FollowAsync(await officer.GetAsync("/manage/sign-offs"), "Closer to home");
        (await officer.SubmitAsync(asked, button: "Say that we do not", expected: HttpStatusCode.UnprocessableEntity)).ShowsError("Reason", "Say why you do not write it too");
        (await officer.SubmitAsync(asked, new() { ["Reason"] = "We write our own." }, button: "Say that we do not")).Shows("You said: We write our own.");

        await officer.GetAsync($"{draft}/about", HttpStatusCode.Forbidden);
        (await scene.Browser.GetAsync($"{draft}/authors")).Shows("We write our own. Declined");
        (await scene.Browser.GetAsync($"{draft}/preview")).DoesNotShow("with Rivermead Council");
    }

    [Fact]
    public async Task Whoever_leaves_stays_named_on_what_it_wrote_and_writes_no_more()
    {
        await AskAsync();
        await officer.SubmitAsync(await officer.FollowAsync(await officer.GetAsync("/manage/sign-offs"), "Closer to home"), button: "Agree for Rivermead Council");
        await scene.PublishAsync(draft);
        Site.Clock.Advance(TimeSpan.FromMinutes(1));
        var page = await officer.FollowAsync(await officer.GetAsync("/manage/sign-offs"), "Closer to home");
        (await officer.SubmitAsync(page, button: "Say that we write it no longer", expected: HttpStatusCode.UnprocessableEntity)).ShowsError("Reason", "Say why you write it no longer");
        (await officer.SubmitAsync(page, new() { ["Reason"] = "We merge." }, button: "Say that we write it no longer")).Shows("You said: We merge.");

        await officer.GetAsync(draft, HttpStatusCode.Forbidden);
        (await officer.GetAsync("/manage/strategies")).DoesNotShow("Closer to home");
        var published = await new Browser(Site).GetAsync(StrategyScene.Path);
        published.Shows("The board, with Rivermead Council");
        published.Shows("We merge.");
        (await scene.Browser.GetAsync($"{draft}/authors")).Shows("We merge. Left");
    }

    [Fact]
    public async Task Whoever_left_is_asked_again_and_both_times_stay_named()
    {
        await AskAsync();
        await officer.SubmitAsync(await officer.FollowAsync(await officer.GetAsync("/manage/sign-offs"), "Closer to home"), button: "Agree for Rivermead Council");
        await officer.SubmitAsync(await officer.FollowAsync(await officer.GetAsync("/manage/sign-offs"), "Closer to home"), new() { ["Reason"] = "We merge." }, button: "Say that we write it no longer");

        await AskAsync();
        (await scene.Browser.GetAsync($"{draft}/authors")).Shows("Rivermead Council Asked again on 9 June 2026. Asked");
        Assert.Equal(2, (await Site.LettersToAsync("bronwen@example.org")).Count(l => l.Kind == "co-author-asked"));
        await officer.GetAsync(draft, HttpStatusCode.Forbidden);
        await officer.SubmitAsync(await officer.FollowAsync(await officer.GetAsync("/manage/sign-offs"), "Closer to home"), button: "Agree for Rivermead Council");
        await officer.GetAsync(draft);
        await scene.PublishAsync(draft);

        var page = await new Browser(Site).GetAsync(StrategyScene.Path);
        page.Shows("The board, with Rivermead Council");
        page.Shows("Left Rivermead Council, on 9 June 2026: We merge. Asked again on 9 June 2026, and agreed.");
    }

    [Fact]
    public async Task Those_who_hold_the_duties_of_a_body_are_told_and_only_they_are_offered()
    {
        var newcomer = await Handed.OverAsync(Site, "rivermead-council", Capability.Plan, FakeClock.Today);
        var offered = (await scene.Browser.GetAsync($"{draft}/authors")).QuerySelectorAll("option").Select(o => o.TextContent).ToList();
        Assert.Contains(Handed.Successor, offered);
        Assert.DoesNotContain("Rivermead Council", offered);

        await Site.DoAsync<IServiceProvider>(async services =>
        {
            var db = services.GetRequiredService<CommunityVoiceDb>();
            var version = await db.StrategyVersions.Include(v => v.Strategy).ThenInclude(s => s.By).Include(v => v.Strategy).ThenInclude(s => s.Authors).SingleAsync();
            Assert.True(await services.GetRequiredService<CoAuthoring>().AskAsync(version, await db.Bodies.SingleAsync(b => b.Slug == "rivermead-council"), newcomer.Id, default));
        });

        Assert.Single(await Site.LettersToAsync(newcomer.Email!), l => l.Kind == "co-author-asked");
        Assert.Empty(await Site.LettersToAsync("bronwen@example.org"));
    }

    [Fact]
    public async Task Whoever_holds_the_duties_of_the_board_is_not_asked_to_write_what_is_its_own()
    {
        var newcomer = await Handed.OverAsync(Site, await Site.AskAsync(db => db.Strategies.Select(s => s.By.Slug).SingleAsync()), Capability.Plan, FakeClock.Today);

        var offered = (await new Browser(Site, newcomer.Id).GetAsync($"{draft}/authors")).QuerySelectorAll("option").Select(o => o.TextContent).ToList();

        Assert.Contains("Rivermead Council", offered);
        Assert.DoesNotContain(Handed.Successor, offered);
        Assert.DoesNotContain("The board", offered);
    }

    private async Task AskAsync()
    {
        var council = await Site.AskAsync(db => db.Bodies.Where(b => b.Slug == "rivermead-council").Select(b => b.Id).SingleAsync());
        await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"{draft}/authors"), new() { ["Body"] = $"{council}" });
    }
}
