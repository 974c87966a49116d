namespace CommunityVoice.BrowserTests;

/// <summary>A board writes down money that it handed on, an administrator ends an area, and somebody reads who decides, where the money went and who holds it.</summary>
public sealed class SettlingJourney(Chromium chromium) : JourneyTest(chromium)
{
    [Theory]
    [InlineData(360, true)]
    [InlineData(1280, false)]
    public async Task Money_and_areas_change_hands_in_public(int width, bool javaScript)
    {
        var way = new Way(width, javaScript);
        var helen = await OpenAsync("transfers", way);
        await helen.SignInAsAsync("board");
        await helen.GoToAsync("/manage/transfers");
        await helen.PressAsync("Enter money handed on");
        await helen.PressAsync("Enter it"); // what is missing is named
        await helen.PickAsync("From", "Rivermead Health and Care Board");
        await helen.PickAsync("To", "Rivermead Council");
        await helen.FillAsync("Amount in pounds", "12,500");
        await helen.FillAsync("Day", "2");
        await helen.FillAsync("Month", "11");
        await helen.FillAsync("Year", "2026");
        await helen.FillAsync("What it pays for", "Meals at home");
        await helen.FillAsync("Where this is written", "Minutes of 2 November, item 5");
        await helen.PressAsync("Enter it");
        await helen.SeesAsync("Meals at home");
        await helen.GoToAsync("/manage/strategies/exemplars");
        await helen.FollowAsync(helen.Page.Locator("main a[href$='/exemplars/new']"));

        var sam = await OpenAsync("areas", way);
        await sam.SignInAsAsync("administrator");
        await sam.GoToAsync("/manage/areas/weirside/end");
        await sam.FillAsync("Day", "1");
        await sam.FillAsync("Month", "4");
        await sam.FillAsync("Year", "2031");
        await sam.ChooseAsync("Hillgate");
        await sam.PressAsync("Set the end");
        await sam.GoToAsync("/manage/areas/weirside/end");
        await sam.SeesAsync("Its place will be taken by Hillgate");

        var tom = await OpenAsync("discussions", way);
        await tom.SignInAsAsync("editor");
        await tom.GoToAsync("/manage/reviews/neighbourhood-review");
        await tom.FollowAsync(tom.Page.Locator("main a[href$='/discussions']").First);

        var reader = await OpenAsync("settling", way);
        await reader.GoToAsync("/areas/weirside");
        await reader.SeesAsync("Its place will be taken by Hillgate");
        await reader.GoToAsync("/areas/rivermead/transfers");
        await reader.SeesAsync("£12,500: Meals at home");
        await reader.GoToAsync("/areas/find?postcode=QV4+3AA");
        await reader.SeesAsync("Holds the budget");
        await reader.GoToAsync("/decisions");
        await reader.SeesAsync("Closer to home");
        await reader.GoToAsync("/exemplars");
        await reader.GoToAsync("/strategies?focus=2026");
        await reader.SeesAsync("Focus for 2026/27");
    }
}
