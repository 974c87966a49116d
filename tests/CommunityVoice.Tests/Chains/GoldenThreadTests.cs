using AngleSharp.Html.Dom;
using CommunityVoice.Bodies;
using CommunityVoice.Tests.Decisions;
using CommunityVoice.Tests.Recommendations;
using CommunityVoice.Tests.Strategies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;

namespace CommunityVoice.Tests.Chains;

/// <summary>One sentence walks from a resident's comment to a budget line and back. Whoever's turn it is uses the site's own forms.</summary>
public sealed class GoldenThreadTests : SiteTest
{
    private const string Sentence = "My mother is half way over when the lights on Weir Hill change.";
    private const string Here = "/consultations/safer-crossings";
    private const int MostLinks = 4;

    private DecisionScene decided = null!;

    private RecommendationScene Asked => decided.Asked;

    [Fact]
    public async Task One_sentence_goes_from_a_comment_to_a_budget_line_and_back()
    {
        decided = await DecisionScene.MakeAsync(Site);
        var comment = await SayAsync();
        await ModerateAsync(comment);
        var theme = await CodeAsync(comment);
        var (finding, recommendation) = await PublishAsync(comment, theme);
        await Asked.AnswerAsync(recommendation, "We time every crossing on Weir Hill.");
        await PlanAsync(finding);
        await DecideAsync(theme);

        var reader = new Browser(Site);
        var links = 0;
        var page = await reader.GetAsync($"{Here}/comments/{comment}");
        page.Shows(Sentence);
        page = await FollowAsync(page, "From what was said to what came of it");
        foreach (var step in new[]
        {
            "Said: 1 comment " + Sentence, "Grouped: 1 theme Weir Hill", "Found: 1 finding Weir Hill cannot be crossed in time",
            "Recommended: 1 recommendation " + RecommendationScene.Ask, "Answered: 2 answers", "We time every crossing on Weir Hill.", "Weir Hill: We pay for it from April.",
            "Planned: 1 action Time the lights on Weir Hill", "Paid for: £30,000",
        }) page.Shows(step);
        page = await FollowAsync(page, "£30,000: New lights");
        Assert.Contains("£30,000: New lights", page.QuerySelector("#line-1")!.Words(), StringComparison.Ordinal);
        Assert.InRange(links, 2, MostLinks);

        links = 0;
        page = await FollowAsync(page, "From what was said to what came of it: line 1");
        page.Shows("Recommended: 1 recommendation");
        page = await FollowAsync(page, Sentence);
        page.Shows(Sentence);
        Assert.EndsWith($"{Here}/comments/{comment}", new Uri(page.Url).AbsolutePath, StringComparison.Ordinal);
        Assert.InRange(links, 2, MostLinks);

        // And step by step, each by its own page.
        page = await FollowAsync(page, "From what was said to what came of it");
        foreach (var step in new[] { "Its own thread: Weir Hill", "Its own thread: Weir Hill cannot be crossed in time", $"Its own thread: {RecommendationScene.Ask}", "Its own thread: Accepted: We time every crossing", "Its own thread: Time the lights", "Its own thread: £30,000: New lights" })
        {
            page = await FollowAsync(page, step);
            page.Shows(Sentence);
            page.Shows("Paid for: £30,000");
        }
        (await reader.GetAsync("/areas/rivermead/you-said?answer=accepted")).Shows("You said Weir Hill 1 comment in Safer crossings They answered Rivermead Council Accepted We pay for it from April.");
        Assert.Contains("Weir Hill: accepted.", (await Site.MorningLetterToAsync("resident@example.org"))!.Text, StringComparison.Ordinal);

        async Task<IHtmlDocument> FollowAsync(IHtmlDocument from, string words)
        {
            links++;
            return await reader.FollowAsync(from, words);
        }
    }

    private async Task<long> SayAsync()
    {
        var resident = await Site.SaveAsync(A.Person("Ray S", "resident@example.org"));
        var browser = new Browser(Site, resident.Id);
        var form = await browser.FollowAsync(await browser.GetAsync(Here), "Add a comment");
        await browser.SubmitAsync(await browser.SubmitAsync(form, new() { ["Input.Body"] = Sentence }), button: "Publish");
        return await Site.AskAsync(db => db.Comments.Where(c => c.Body == Sentence).Select(c => c.Id).SingleAsync());
    }

    // Somebody reports it, and a moderator sees nothing wrong with it.
    private async Task ModerateAsync(long comment)
    {
        var stranger = new Browser(Site);
        await stranger.SubmitAsync(await stranger.GetAsync($"{Here}/comments/{comment}/report"), new() { ["Input.Reason"] = "OffTopic" });
        var moderator = await StaffAsync("Mo D", Capability.Moderate);
        await moderator.SubmitAsync(await moderator.GetAsync("/moderation"), button: "Leave it as it is");
    }

    private async Task<long> CodeAsync(long comment)
    {
        var analyst = await StaffAsync("Ana L", Capability.Code);
        await analyst.SubmitAsync(await analyst.GetAsync("/moderation/themes/safer-crossings?q=Weir"), new() { ["Input.Ids"] = $"{comment}", ["Input.NewTheme"] = "Weir Hill" }, button: "Give");
        return await Site.AskAsync(db => db.Themes.Where(t => t.Name == "Weir Hill").Select(t => t.Id).SingleAsync());
    }

    private async Task<(long Finding, long Recommendation)> PublishAsync(long comment, long theme)
    {
        var (editor, draft) = (Asked.Summary.Browser, await Asked.Summary.DraftAsync());
        var choose = await editor.SubmitAsync(await editor.GetAsync($"/manage/summaries/{draft}/findings/new"), new() { ["Input.Heading"] = "Weir Hill cannot be crossed in time", ["Input.Body"] = "One person said so.", ["Input.Theme"] = $"{theme}" });
        await editor.SubmitAsync(await editor.SubmitAsync(choose, new() { ["Words"] = "Weir Hill" }), new() { ["Ids"] = $"{comment}" }, button: "Add these");
        var finding = await Site.AskAsync(db => db.Findings.Where(f => f.ThemeId == theme).Select(f => f.Id).SingleAsync());
        var fields = await Asked.FieldsAsync(draft, RecommendationScene.Ask);
        fields["Input.Findings"] = $"{finding}";
        await editor.SubmitAsync(await Asked.FormAsync(draft), fields);
        await Asked.PublishAsync(draft);
        return (finding, await Site.AskAsync(db => db.Recommendations.Select(r => r.Id).SingleAsync()));
    }

    private async Task PlanAsync(long finding)
    {
        var board = await StrategyScene.MakeOnAsync(Site, Asked.Summary);
        var draft = await board.StartAsync();
        await board.AddActionAsync(draft, "Time the lights on Weir Hill", "Workforce", 0, withFinding: true, asks: finding);
        await board.AddActionAsync(draft, "Ask residents", "Accountability", 1, unfunded: "It costs nothing.");
        await board.AddLineAsync(draft, "New lights", "30,000", 1);
        await board.Browser.SubmitAsync(await board.Browser.GetAsync($"{draft}/publish"), button: "Publish");
    }

    private async Task DecideAsync(long theme)
    {
        var form = await decided.Browser.GetAsync(DecisionScene.Desk);
        var answers = new Dictionary<string, StringValues>(StringComparer.Ordinal)
        {
            ["Input.Decided"] = "The lights are paid for.",
            ["Input.EqualityChange"] = "Older people have time to cross.",
            ["Input.HasRead"] = "true",
            ["Input.ReadBy"] = "The whole cabinet",
            ["Input.ReadOn.Day"] = "9",
            ["Input.ReadOn.Month"] = "6",
            ["Input.ReadOn.Year"] = "2026",
        };
        foreach (var (i, topic) in form.QuerySelectorAll("input[name$='.Topic']").Select(t => t.GetAttribute("value")).Index())
        {
            answers[$"Input.Answers[{i}].Kind"] = topic == $"theme-{theme}" ? "Accepted" : "NotAccepted";
            answers[$"Input.Answers[{i}].Reason"] = topic == $"theme-{theme}" ? "We pay for it from April." : "Not in this budget.";
        }
        await decided.PublishAsync(answers);
    }

    private async Task<Browser> StaffAsync(string name, Capability capability)
    {
        var person = await Site.SaveAsync(A.Person(name));
        await Site.SaveAsync(A.Membership(person, Asked.Summary.Area, capability));
        return new Browser(Site, person.Id);
    }
}
