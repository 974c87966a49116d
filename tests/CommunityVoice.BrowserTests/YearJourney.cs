namespace CommunityVoice.BrowserTests;

/// <summary>An editor looks through a draft of the year, writes around its figures and publishes; a board decides whether a new assessment of needs changes its strategy; a reader finds both.</summary>
public sealed class YearJourney(Chromium chromium) : JourneyTest(chromium)
{
    [Theory]
    [InlineData(360, true)]
    [InlineData(1280, false)]
    public async Task An_editor_publishes_a_year_and_a_board_decides_on_new_needs(int width, bool javaScript)
    {
        var way = new Way(width, javaScript);
        var tom = await OpenAsync("annual-report", way);
        await tom.SignInAsAsync("editor");
        await tom.GoToAsync("/manage/annual-reports");
        await tom.PressAsync("Make a draft"); // the demo holds one of the last whole year, which it leads to
        await tom.SeesAsync("There is a report on this year already.");
        await tom.FillAsync("In short", "What our year came to.");
        await tom.PressAsync("Save");
        await tom.FollowAsync("Count them again");
        await tom.PressAsync("Count them again");
        await tom.SeesAsync("The figures are counted again.");
        await tom.FollowAsync("Preview");
        await tom.FollowAsync("Back to the draft");
        await tom.FollowAsync("Check and publish");
        await tom.PressAsync("Publish");
        await tom.SeesAsync("It stays as it is.");

        var helen = await OpenAsync("needs-assessment", way);
        await helen.SignInAsAsync("board");
        await helen.GoToAsync("/manage/strategies/needs");
        await helen.FollowAsync("Record an assessment");
        await helen.GoToAsync("/manage/strategies");
        await helen.FollowAsync(helen.Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Decide whether to revise" }));
        await helen.ChooseAsync(helen.Page.Locator("[name='Input.Revises']").First);
        await helen.FillAsync("Why?", "Carers at night are not in the plan yet.");
        await helen.PressAsync("Check the decision");
        await helen.PressAsync("Publish the decision");
        await helen.SeesAsync("The decision is public.");

        var reader = await OpenAsync("year", way);
        await reader.GoToAsync("/summaries");
        await reader.FollowAsync("Annual reports");
        await reader.FollowAsync(reader.Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "the year so far" }));
        await reader.SeesAsync("What is not known");
        await reader.GoToAsync("/strategies/closer-to-home");
        await reader.SeesAsync("Carers at night are not in the plan yet.");
    }
}
