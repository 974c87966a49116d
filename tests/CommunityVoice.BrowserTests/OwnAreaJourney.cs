namespace CommunityVoice.BrowserTests;

/// <summary>A resident draws and names a neighbourhood, on the list or by tapping the map, and a moderator puts it on the map.</summary>
public sealed class OwnAreaJourney(Chromium chromium) : JourneyTest(chromium)
{
    [Theory]
    [InlineData(360, false)]
    [InlineData(1280, true)]
    public async Task A_resident_draws_a_neighbourhood(int width, bool javaScript)
    {
        var joseph = await OpenAsync("drawing", new(width, javaScript));
        await joseph.SignInAsAsync("resident");
        await joseph.GoToAsync("/areas");
        await joseph.FollowAsync("Draw your neighbourhood");
        await joseph.PressAsync("Propose it");
        await joseph.SeesAsync("Enter its name");
        await joseph.FillAsync("What do people call it?", "Both banks");
        if (javaScript)
        {
            await joseph.Page.Locator("[data-pieces] a").First.ClickAsync();
            Assert.True(await joseph.Page.Locator("#Input_Parts").IsCheckedAsync());
            await joseph.Page.Locator("[data-pieces] a").Nth(1).ClickAsync();
        }
        else
        {
            await joseph.ChooseAsync(joseph.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Hillgate" }));
            await joseph.ChooseAsync(joseph.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Weirside" }));
        }
        await joseph.PressAsync("Propose it");
        await joseph.SeesAsync("A person looks at Both banks");

        var grace = await OpenAsync("publishing an area", new(width, javaScript));
        await grace.SignInAsAsync("moderator");
        await grace.GoToAsync("/manage");
        await grace.FollowAsync("Neighbourhoods");
        await grace.PressAsync("Publish Both banks");
        await grace.SeesAsync("Both banks is on the map.");
        await grace.GoToAsync("/areas/both-banks");
        await grace.SeesAsync("Both banks");
    }
}
