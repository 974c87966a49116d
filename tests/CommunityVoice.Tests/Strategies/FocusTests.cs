using CommunityVoice.Strategies;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Strategies;

/// <summary>What a strategy looks to first in one year (rule R-I9), and aims that actions may but need not be aligned with (rule R-I106).</summary>
public sealed class FocusTests : SiteTest
{
    [Theory]
    [InlineData("2025/26", 2025)]
    [InlineData(" 2099/00 ", 2099)]
    [InlineData("2026/6", null)]
    [InlineData("2025/27", null)]
    [InlineData("2025-26", null)]
    [InlineData("1999/00", null)]
    [InlineData("", null)]
    public void A_financial_year_is_read_in_one_way_only(string text, int? year) => Assert.Equal(year, FinancialYear.Read(text));

    [Theory]
    [InlineData("2026/6", "2025/26")]
    [InlineData("2025/6", "2025/26")]
    [InlineData("2025-26", "2025/26")]
    [InlineData("2025", "2025/26")]
    [InlineData("2025/2026", "2025/26")]
    [InlineData("2025/27", "2025/26")]
    [InlineData("next year", null)]
    [InlineData("26/27", null)]
    public void Another_way_of_writing_it_is_asked_about(string text, string? meant) => Assert.Equal(meant, FinancialYear.Guess(text));

    [Fact]
    public async Task A_focus_is_of_a_year_stands_above_everything_and_finds_the_strategy()
    {
        var scene = await StrategyScene.MakeAsync(Site);
        var draft = await scene.DraftAsync();
        var about = await scene.Browser.GetAsync($"{draft}/about");
        var refused = await scene.Browser.SubmitAsync(about, new() { ["Input.Focus"] = "Fewer days in hospital", ["Input.FocusYear"] = "2026/6" }, HttpStatusCode.UnprocessableEntity);
        refused.ShowsError("Input.FocusYear", "Did you mean 2025/26? Enter the financial year like that");
        Assert.Equal("2026/6", refused.QuerySelector("[name='Input.FocusYear']")!.GetAttribute("value"));
        (await scene.Browser.SubmitAsync(about, new() { ["Input.Focus"] = "Fewer days in hospital" }, HttpStatusCode.UnprocessableEntity)).ShowsError("Input.FocusYear", "Enter the financial year of the focus, such as 2025/26");
        (await scene.Browser.SubmitAsync(about, new() { ["Input.FocusYear"] = "2025/26" }, HttpStatusCode.UnprocessableEntity)).ShowsError("Input.Focus", "Enter the focus of that year, or leave the year empty too");
        await scene.Browser.SubmitAsync(refused, new() { ["Input.FocusYear"] = "2025/26" });
        await scene.PublishAsync(draft);

        var reader = new Browser(Site);
        (await reader.GetAsync(StrategyScene.Path)).Shows("Focus for 2025/26: Fewer days in hospital");
        var list = await reader.GetAsync("/strategies");
        (await reader.FollowAsync(list, "2025/26 (1)")).Shows("Closer to home");
        (await reader.GetAsync("/strategies?focus=2026")).Shows("No plan has a focus for 2026/27");

        var second = await scene.RevisedAsync(draft);
        await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"{second}/about"), new() { ["Input.FocusYear"] = "2026/27" });
        await scene.PublishAsync(second);
        (await reader.GetAsync($"{StrategyScene.Path}/changes")).Shows("2025/26: Fewer days in hospital");
        (await reader.GetAsync("/strategies?focus=2026")).Shows("Closer to home");
    }

    [Fact]
    public async Task An_action_is_published_without_an_aim_and_one_with_an_aim_says_by_when()
    {
        var scene = await StrategyScene.MakeAsync(Site);
        var draft = await scene.DraftAsync();
        var action = await Site.AskAsync(db => db.StrategyActions.Where(a => a.Number == 1).Select(a => a.Id).SingleAsync());
        var form = await scene.Browser.GetAsync($"{draft}/actions/{action}");
        var refused = await scene.Browser.SubmitAsync(form, new() { ["Input.Alignment"] = "Streets where nobody dies" }, HttpStatusCode.UnprocessableEntity);
        refused.ShowsError("Input.Horizon", "Choose by when that aim is reached");
        (await scene.Browser.SubmitAsync(form, new() { ["Input.Horizon"] = "LongTerm" }, HttpStatusCode.UnprocessableEntity)).ShowsError("Input.Alignment", "Enter the aim, or choose that there is none");
        await scene.Browser.SubmitAsync(refused, new() { ["Input.Horizon"] = "LongTerm" });
        await scene.PublishAsync(draft);

        var page = await new Browser(Site).GetAsync(StrategyScene.Path);
        Assert.Contains("Streets where nobody dies (Long term: more than three years)", page.QuerySelector("#action-1")!.Words(), StringComparison.Ordinal);
        Assert.Contains("Not aligned with a national or long-term aim, and need not be", page.QuerySelector("#action-2")!.Words(), StringComparison.Ordinal);
    }
}
