namespace CommunityVoice.BrowserTests;

/// <summary>An administrator says how independent the voice body is, hands its work over to a new one, and everybody can follow it.</summary>
public sealed class HandOverJourney(Chromium chromium) : JourneyTest(chromium)
{
    [Theory]
    [InlineData(360, false)]
    [InlineData(1280, true)]
    public async Task A_voice_body_hands_over_to_another(int width, bool javaScript)
    {
        var sam = await OpenAsync("handing over", new(width, javaScript));
        await sam.SignInAsAsync("administrator");
        await sam.GoToAsync("/manage/bodies/rivermead-voice");
        await sam.FollowAsync("How independent it is");
        await sam.ChooseAsync("Hosted by a council");
        await sam.PressAsync("Publish this");
        await sam.SeesAsync("Enter who hosts it");
        await sam.FillAsync("Who hosts it", "Rivermead Council");
        await sam.FillAsync("What this rests on", "The contract of April 2026");
        await sam.PressAsync("Publish this");
        await sam.SeesAsync("Everybody can see it");
        await sam.GoToAsync("/manage/bodies/rivermead-voice");
        await sam.FollowAsync("Hand over to another");
        await sam.FillAsync("Or the name of a new organisation", "Weir Valley Voice");
        await sam.PressAsync("Check it");
        await sam.SeesAsync("Enter the day");
        await sam.FillAsync("Day", "1");
        await sam.FillAsync("Month", "4");
        await sam.FillAsync("Year", "2030");
        await sam.FillAsync("Hand-over note", "The moderators meet on Tuesdays.");
        await sam.PressAsync("Check it");
        await sam.SeesAsync("What waits to be done");
        await sam.PressAsync("Hand over");
        await sam.SeesAsync("The hand-over is decided");

        var reader = await OpenAsync("following a body", new(width, javaScript));
        await reader.GoToAsync("/bodies/rivermead-voice");
        await reader.SeesAsync("Hosted by Rivermead Council");
        await reader.FollowAsync("Weir Valley Voice");
        await reader.SeesAsync("it will do the work of");
        await reader.GoToAsync("/frameworks/nhg-2025-26");
        await reader.SeesAsync("Not taken up");
    }
}
