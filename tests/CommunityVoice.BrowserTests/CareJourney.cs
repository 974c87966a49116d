namespace CommunityVoice.BrowserTests;

/// <summary>Somebody writes of harm, is shown where to turn and sends it in private; a moderator answers; afterwards they tell about themselves and see who took part.</summary>
public sealed class CareJourney(Chromium chromium) : JourneyTest(chromium)
{
    private const string Here = "/consultations/coming-home-from-hospital";

    [Theory]
    [InlineData(360, true)]
    [InlineData(1280, false)]
    public async Task What_is_nobody_elses_business_is_told_and_answered_in_private(int width, bool javaScript)
    {
        var way = new Way(width, javaScript);
        var joseph = await OpenAsync("private-note", way);
        await joseph.SignInAsAsync("resident");
        await joseph.GoToAsync($"{Here}/comment");
        await joseph.FillAsync(joseph.Page.Locator("[name='Input.Body']"), "I made a complaint. My neighbour was neglected on the ward.");
        await joseph.PressAsync("Check and publish");
        await joseph.SeesAsync("Somebody else may be able to help you more");
        await joseph.SeesAsync("a moderator reads it first");
        await joseph.PressAsync("Send it in private instead");
        await joseph.PressAsync("Send it in private");
        await joseph.GoToAsync("/account/notes");

        var grace = await OpenAsync("private-note-moderator", way);
        await grace.SignInAsAsync("moderator");
        await grace.GoToAsync("/moderation/notes");
        await grace.FollowAsync(grace.Page.Locator("main ol.cv-queue h2 a").Filter(new() { HasText = "Joseph O" }));
        await grace.FillAsync(grace.Page.Locator("[name='Answer']"), "Thank you for telling us. We will ring the ward’s safeguarding lead today.");
        await grace.PressAsync("Send the answer");

        await joseph.GoToAsync("/account/notes");
        await joseph.FollowAsync(joseph.Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Coming home from hospital" }).First);
        await joseph.SeesAsync("We will ring the ward’s safeguarding lead today.");
        await joseph.GoToAsync($"{Here}/about-you");
        await joseph.ChooseAsync("16 to 64");
        await joseph.PressAsync("I agree: save my answers");
        await joseph.FollowAsync("See who took part so far");
        await joseph.SeesAsync("Who took part in Coming home from hospital");
    }
}
