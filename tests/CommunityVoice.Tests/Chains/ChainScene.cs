using CommunityVoice.Chains;
using CommunityVoice.Tests.Decisions;
using CommunityVoice.Tests.Strategies;
using CommunityVoice.Tests.Summaries;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Chains;

/// <summary>One whole chain: two comments, a theme, a vote, a finding that rests on comments and on a result, a recommendation with its answer, an action and its budget line.</summary>
internal sealed class ChainScene(Site site, DecisionScene decided, StrategyScene planned)
{
    public DecisionScene Decided => decided;
    public StrategyScene Planned => planned;
    public long Recommendation { get; private set; }

    public static async Task<ChainScene> MakeAsync(Site site, bool isAnswered = true)
    {
        var decided = await DecisionScene.MakeAsync(site);
        var draft = await decided.Asked.DraftAsync();
        await CiteAsync(site, decided.Asked.Summary, draft);
        await decided.Asked.PublishAsync(draft);
        var recommendation = await site.AskAsync(db => db.Recommendations.Select(r => r.Id).SingleAsync());
        if (isAnswered) await decided.Asked.AnswerAsync(recommendation);
        var planned = await StrategyScene.MakeOnAsync(site, decided.Asked.Summary);
        await planned.PublishedAsync();
        return new(site, decided, planned) { Recommendation = recommendation };
    }

    /// <summary>Has the finding of a draft rest on what the vote's first option got, through the pages.</summary>
    public static async Task CiteAsync(Site site, SummaryScene said, long draft)
    {
        var finding = await site.AskAsync(db => db.Findings.Where(f => f.VersionId == draft).Select(f => f.Id).FirstAsync());
        var form = await said.Browser.GetAsync($"/manage/summaries/{draft}/findings/{finding}/results");
        await said.Browser.SubmitAsync(form, new() { ["Ids"] = $"{said.Ballot.Priorities[0].Id}" }, button: "Add these");
    }

    /// <summary>The number of the one thing of a kind that the chain goes through.</summary>
    public Task<long> IdAsync(ChainKind kind) => site.AskAsync(db => kind switch
    {
        ChainKind.Comment => Task.FromResult(decided.Asked.Summary.Comments[0].Id),
        ChainKind.Theme => db.Themes.Where(t => t.Slug == "lights").Select(t => t.Id).SingleAsync(),
        ChainKind.Ballot => Task.FromResult(decided.Asked.Summary.Ballot.Id),
        ChainKind.Finding => db.Findings.Select(f => f.Id).SingleAsync(),
        ChainKind.Recommendation => Task.FromResult(Recommendation),
        ChainKind.Response => db.Responses.Select(r => r.Id).SingleAsync(),
        ChainKind.Action => db.StrategyActions.Where(a => a.Number == 1).Select(a => a.Id).SingleAsync(),
        _ => db.BudgetLines.Where(l => l.Number == 1).Select(l => l.Id).SingleAsync(),
    });

    public async Task<string> PathAsync(ChainKind kind) => $"/thread/{kind.ToString().ToLowerInvariant()}/{await IdAsync(kind)}";
}
