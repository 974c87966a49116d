namespace CommunityVoice.BrowserTests;

/// <summary>Somebody who likes to count for themselves finds the data of a page and what it is.</summary>
public sealed class OpenDataJourney(Chromium chromium) : JourneyTest(chromium)
{
    [Theory]
    [InlineData(360, true)]
    [InlineData(1280, false)]
    public async Task Anybody_finds_the_data_behind_a_page(int width, bool javaScript)
    {
        var reader = await OpenAsync("open-data", new(width, javaScript));
        await reader.GoToAsync("/areas/rivermead");
        await reader.SeesAsync("Data of this page: JSON, CSV.");
        await reader.FollowAsync("About our open data");
        await reader.SeesAsync("What people said and chose, and what came of it, is here as data too");
        await reader.SeesAsync("Open Government Licence v3.0");
        await reader.FollowAsync("How we protect small numbers");
        await reader.GoToAsync("/recommendations");
        await reader.SeesAsync("Data of this page");
    }
}
