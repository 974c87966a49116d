using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Strategies;

/// <summary>What money is part of which shift (rule R-I8): chosen for an action or a line, and shown with a total that adds up.</summary>
public sealed class ShiftPagesTests : SiteTest
{
    [Fact]
    public async Task A_line_counts_for_its_own_shift_or_for_that_of_its_action_and_the_rows_add_up()
    {
        var scene = await StrategyScene.MakeAsync(Site);
        var draft = await scene.DraftAsync();
        var action = await Site.AskAsync(db => db.StrategyActions.Where(a => a.Number == 1).Select(a => a.Id).SingleAsync());
        await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"{draft}/actions/{action}"), new() { ["Input.Shift"] = "shift-community" });
        var line = StrategyScene.Line("Text messages", "500", $"{action}");
        line["Input.Shift"] = "shift-digital";
        await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"{draft}/lines/new"), line);
        await scene.PublishAsync(draft);

        var page = await new Browser(Site).GetAsync(StrategyScene.Path);
        page.Shows("Shift From hospital to community");
        page.Shows("From hospital to community 1 £20,000 93%");
        page.Shows("From treatment and sickness to prevention 0 No money 0%");
        page.Shows("From analogue to digital 1 £500 2%");
        page.Shows("None of the shifts 1 £1,000.50 5%");
        page.Shows("In all 3 £21,500.50 100%");
        (await new Browser(Site).GetAsync($"{StrategyScene.Path}/money")).Shows("Shift: From analogue to digital.");
        var file = await (await new Browser(Site).SendAsync(HttpMethod.Get, $"{StrategyScene.Path}/money.csv")).Content.ReadAsStringAsync();
        Assert.Contains("expenditure,shift-digital,shift-digital,,\r\n", file, StringComparison.Ordinal);

        var second = await scene.RevisedAsync(draft);
        var copy = await Site.AskAsync(db => db.BudgetLines.Where(l => l.Number == 2).OrderByDescending(l => l.Id).Select(l => l.Id).FirstAsync());
        await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"{second}/lines/{copy}"), new() { ["Input.Shift"] = "none" });
        await scene.PublishAsync(second);
        (await new Browser(Site).GetAsync($"{StrategyScene.Path}/changes")).DoesNotShow("Changed: line 2"); // it was part of none before
        await Site.DoAsync<CommunityVoice.Areas.AreaTallies>(tallies => tallies.RecountAsync(default));
        (await new Browser(Site).GetAsync("/areas/rivermead")).Shows("In all 3 £21,500.50 100%");
    }
}
