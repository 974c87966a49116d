using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Frameworks;
using CommunityVoice.People;
using CommunityVoice.Strategies;
using CommunityVoice.Tests.Summaries;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;

namespace CommunityVoice.Tests.Strategies;

/// <summary>A published summary in Rivermead, where 1,000 people live, and somebody who writes for its board. Everything is done through the pages.</summary>
internal sealed class StrategyScene(Site site, SummaryScene said)
{
    public const string Path = "/strategies/closer-to-home";

    public SummaryScene Said => said;
    public Person Helen { get; } = A.Person("Helen A");
    public Body Board { get; } = A.Body("The board", BodyKind.StrategyBoard);
    public Framework Framework { get; } = Plan.Framework();
    public Browser Browser { get; private set; } = null!;

    public static async Task<StrategyScene> MakeAsync(Site site)
    {
        var said = await SummaryScene.MakeAsync(site);
        await said.PublishedAsync();
        return await MakeOnAsync(site, said);
    }

    /// <summary>On a summary that is published already.</summary>
    public static async Task<StrategyScene> MakeOnAsync(Site site, SummaryScene said)
    {
        var scene = new StrategyScene(site, said);
        await site.DoAsync<CommunityVoiceDb>(async db =>
        {
            (await db.Areas.SingleAsync(a => a.Slug == "rivermead")).Count(1000);
            await db.SaveChangesAsync();
        });
        await site.SaveAsync(scene.Framework, [.. scene.Framework.Items]);
        await site.SaveAsync(scene.Helen);
        await site.SaveAsync(A.Membership(scene.Helen, scene.Said.Area, Capability.Plan, scene.Board));
        scene.Browser = new Browser(site, scene.Helen.Id);
        return scene;
    }

    /// <summary>The address of a new draft.</summary>
    public async Task<string> StartAsync()
    {
        var tasks = await Browser.SubmitAsync(await Browser.GetAsync("/manage/strategies/start"), new()
        {
            ["Input.Title"] = "Closer to home",
            ["Input.Board"] = $"{Board.Id}-{Said.Area.Id}",
            ["Input.Framework"] = "guide",
        });
        var draft = new Uri(tasks.Url).AbsolutePath;
        await Browser.SubmitAsync(await Browser.GetAsync($"{draft}/involved"), new() { ["Input.Bodies"] = "They saw the draft.", ["Input.People"] = "Those who work here met twice." });
        return draft;
    }

    public async Task AddActionAsync(string draft, string title, string kind, int item, bool withFinding = false, string unfunded = "", long? asks = null)
    {
        var finding = asks ?? await site.AskAsync(db => db.Findings.Select(f => f.Id).FirstAsync());
        await Browser.SubmitAsync(await Browser.GetAsync($"{draft}/actions/new"), new()
        {
            ["Input.Title"] = title,
            ["Input.WhatWillBeDone"] = "All of it.",
            ["Input.Class"] = kind,
            ["Input.Owner"] = $"{Board.Id}",
            ["Input.DueOn.Day"] = "31",
            ["Input.DueOn.Month"] = "3",
            ["Input.DueOn.Year"] = "2028",
            ["Input.Measure"] = "People helped",
            ["Input.Baseline"] = "10",
            ["Input.Target"] = "20",
            ["Input.Level"] = "Place",
            ["Input.CouldBeLower"] = "No, it needs the whole place.",
            ["Input.Items"] = $"{Framework.Items[item].Id}",
            ["Input.Findings"] = withFinding ? $"{finding}" : new StringValues([]),
            ["Input.NoFindingReason"] = withFinding ? "" : "Nobody asked yet.",
            ["Input.UnfundedReason"] = unfunded,
        });
    }

    public async Task AddLineAsync(string draft, string title, string amount, int? action)
    {
        var id = action is null ? "" : $"{await site.AskAsync(db => db.StrategyActions.Where(a => a.Number == action).OrderByDescending(a => a.Id).Select(a => a.Id).FirstAsync())}";
        await Browser.SubmitAsync(await Browser.GetAsync($"{draft}/lines/new"), Line(title, amount, id));
    }

    public static Dictionary<string, StringValues> Line(string title, string amount, string action = "") => new()
    {
        ["Input.Title"] = title,
        ["Input.Amount"] = amount,
        ["Input.StartsOn.Day"] = "1",
        ["Input.StartsOn.Month"] = "4",
        ["Input.StartsOn.Year"] = "2027",
        ["Input.EndsOn.Day"] = "31",
        ["Input.EndsOn.Month"] = "3",
        ["Input.EndsOn.Year"] = "2028",
        ["Input.IsRecurring"] = "false",
        ["Input.Source"] = "Shared budget",
        ["Input.FromSetting"] = "hospital",
        ["Input.ToSetting"] = "voluntary",
        ["Input.RecipientKind"] = "voluntary-group",
        ["Input.Recipient"] = "Night Nursing",
        ["Input.Level"] = "Place",
        ["Input.Unrestricted"] = "100",
        ["Input.Reporting"] = "None",
        ["Input.Action"] = action,
    };

    /// <summary>A draft with an action that a finding asks for and its money, one without money, and money for nothing in particular.</summary>
    public async Task<string> DraftAsync()
    {
        var draft = await StartAsync();
        await AddActionAsync(draft, "Slow the lights", "Workforce", 0, withFinding: true);
        await AddActionAsync(draft, "Ask residents", "Accountability", 1, unfunded: "It costs nothing.");
        await AddLineAsync(draft, "Two wardens", "20,000", 1);
        await AddLineAsync(draft, "The office", "1000.50", null);
        return draft;
    }

    public async Task<string> PublishedAsync()
    {
        var draft = await DraftAsync();
        await PublishAsync(draft);
        return draft;
    }

    public async Task PublishAsync(string draft) => await Browser.SubmitAsync(await Browser.GetAsync($"{draft}/publish"), button: "Publish");

    /// <summary>With the second step, which somebody who was away has to take anew.</summary>
    public void SignInAgain() => Browser = new Browser(site, Helen.Id);

    /// <summary>The address of a draft that follows a published version.</summary>
    public async Task<string> RevisedAsync(string published) =>
        new Uri((await Browser.SubmitAsync(await Browser.GetAsync($"{published}/revise"), new() { ["Input.Why"] = "There is more to say." })).Url).AbsolutePath;

    /// <summary>Records a new assessment of needs, which asks whether the published strategy is revised.</summary>
    public Task AssessAsync(string title, Action<NeedsAssessment>? then = null) => site.DoAsync<CommunityVoiceDb>(async db =>
    {
        var version = await db.StrategyVersions.Newest().Include(v => v.Strategy).ThenInclude(s => s.By).Include(v => v.Strategy).ThenInclude(s => s.Area).SingleAsync();
        var needs = new NeedsAssessment(version.Strategy.Area, version.Strategy.By, new(title, FakeClock.Today, "https://council.example/needs.pdf", null, "More people live alone."), Helen.Id, site.Now);
        needs.Ask(version);
        then?.Invoke(needs);
        db.NeedsAssessments.Add(needs);
        await db.SaveChangesAsync();
    });

    /// <summary>Says how an action stands; the page that follows.</summary>
    public async Task<AngleSharp.Html.Dom.IHtmlDocument> ReportAsync(string published, int action, string state, Dictionary<string, StringValues>? more = null, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var answers = more ?? [];
        answers["Input.State"] = state;
        return await Browser.SubmitAsync(await Browser.GetAsync($"{published}/actions/{action}/report"), answers, expected);
    }
}
