using CommunityVoice.Data;
using CommunityVoice.Strategies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CommunityVoice.Tests.Strategies;

public sealed class TermsMigrationTests : SiteTest
{
    [Fact]
    public async Task The_former_yes_and_no_become_nothing_and_all_and_what_was_not_asked_gets_its_usual_answer()
    {
        var scene = await StrategyScene.MakeAsync(Site);
        var draft = await scene.DraftAsync();
        var line = StrategyScene.Line("For one purpose", "5");
        (line["Input.Unrestricted"], line["Input.Reporting"], line["Input.Level"]) = ("0", "Monthly", "System");
        await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"{draft}/lines/new"), line);

        var all = await Site.AskAsync(db => Task.FromResult(db.Database.GetMigrations().ToList()));
        await MigrateAsync(all[all.FindIndex(m => m.EndsWith("_ClosingTheLoop", StringComparison.Ordinal)) - 1]);
        await MigrateAsync(null);

        var lines = await Site.AskAsync(db => db.BudgetLines.OrderBy(l => l.Number).Select(l => new { l.Unrestricted, l.Reporting, l.Level, l.Pence }).ToListAsync());
        Assert.Equal([100, 100, 0], lines.Select(l => l.Unrestricted));
        Assert.All(lines, l => Assert.Equal((ReportingFrequency.None, DecisionLevel.Place), (l.Reporting, l.Level)));
        Assert.Equal(5_00, lines[2].Pence);
        Assert.All(await Site.AskAsync(db => db.StrategyActions.Select(a => a.OwnerKind).ToListAsync()), kind => Assert.Equal(OwnerKind.Body, kind));
    }

    private Task MigrateAsync(string? to) => Site.DoAsync<CommunityVoiceDb>(db => db.GetService<IMigrator>().MigrateAsync(to));
}
