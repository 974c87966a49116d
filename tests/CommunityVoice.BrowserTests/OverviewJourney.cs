namespace CommunityVoice.BrowserTests;

/// <summary>A member of a board reads the place and its one page, compares it, goes down from a number to what one person said, and up again to the money.</summary>
public sealed class OverviewJourney(Chromium chromium) : JourneyTest(chromium)
{
    [Theory]
    [InlineData(360, true, true)]
    [InlineData(1280, false, false)]
    public async Task A_board_member_goes_down_to_a_comment_and_up_to_the_money(int width, bool javaScript, bool keyboardOnly)
    {
        var helen = await OpenAsync("overview", new(width, javaScript, keyboardOnly));
        await helen.GoToAsync("/areas/rivermead");
        await helen.SeesAsync("What people put first");
        await helen.SeesAsync("Said by few, kept in sight");
        await helen.SeesAsync("Where capacity is short");
        await helen.SeesAsync("Does the money follow the voice?");

        await helen.FollowAsync("One-page brief");
        await helen.SeesAsync("What people want");
        await helen.SeesAsync("The money");
        await helen.GoToAsync("/areas/rivermead");
        await helen.FollowAsync("Compare with another place");
        await helen.PickAsync("Place 2", "Hillgate");
        await helen.PressAsync("Compare");
        await helen.SeesAsync("On the same themes");

        // Down: overview, summary, finding, comment.
        await helen.GoToAsync("/areas/rivermead");
        await helen.FollowAsync(helen.Page.Locator("main a[href='/summaries/getting-to-see-someone']").First);
        Assert.False(await helen.Page.Locator("main aside").First.EvaluateAsync<bool>("panel => panel.scrollHeight > panel.clientHeight + 1"), "The panel scrolls by itself.");
        await helen.FollowAsync(helen.Page.Locator("main a[href*='/findings/']").First);
        await helen.FollowAsync(helen.Page.Locator("main a[href*='/comments/']").First);
        await helen.SeesAsync("What became of it");

        // Up: comment, finding, budget line.
        await helen.FollowAsync(helen.Page.Locator("main .cv-chain a").First);
        await helen.FollowAsync(helen.Page.Locator("main a[href*='/money#line-']").First);
        await helen.SeesAsync("Line by line");
        foreach (var level in new[] { "/areas/wendale", "/areas/hillgate" }) await helen.GoToAsync(level);
    }
}
