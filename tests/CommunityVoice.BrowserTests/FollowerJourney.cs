using System.Text.RegularExpressions;

namespace CommunityVoice.BrowserTests;

/// <summary>Somebody follows what matters to them and chooses how often to hear of it; a stranger gets news by e-mail, and stops them.</summary>
public sealed partial class FollowerJourney(Chromium chromium) : JourneyTest(chromium)
{
    private const string Stranger = "ben@example.org";

    [Theory]
    [InlineData(360, true)]
    [InlineData(1280, false)]
    public async Task A_follower_chooses_how_often_to_hear(int width, bool javaScript)
    {
        var asha = await OpenAsync("following", new(width, javaScript, KeyboardOnly: width == 360));
        await asha.SignInAsAsync("carer");
        await asha.GoToAsync("/account");
        await asha.FollowAsync(asha.Page.Locator("main a[href='/account/follows']").First);
        await asha.SeesAsync("You follow nothing yet");
        await FollowAsync(asha, "/areas/rivermead");
        await FollowAsync(asha, "/consultations/coming-home-from-hospital");
        await asha.GoToAsync("/recommendations");
        await asha.FollowAsync(asha.Page.Locator("main a[href^='/recommendations/']").First);
        await asha.FollowAsync("Follow this recommendation");
        await asha.PressAsync("Follow");
        await asha.GoToAsync("/strategies");
        await asha.FollowAsync(asha.Page.Locator("main a[href^='/strategies/']").First);
        await asha.FollowAsync("Follow this action");
        await asha.PressAsync("Follow");
        await asha.SeesAsync("Saved.");
        await asha.PressAsync("Once a day for Rivermead");
        await asha.SeesAsync("Once a day");
        await asha.PressAsync("Stop following Rivermead");
        await asha.PressAsync("Do not write about this");
        await asha.SeesAsync("Tell me again");
    }

    [Theory]
    [InlineData(360, true)]
    [InlineData(1280, false)]
    public async Task A_stranger_gets_news_by_e_mail_and_stops_them(int width, bool javaScript)
    {
        var ben = await OpenAsync("newsletter", new(width, javaScript, KeyboardOnly: width == 360));
        await ben.GoToAsync("/areas/rivermead");
        await ben.FollowAsync("Follow this");
        await ben.FollowAsync("Get it by e-mail without an account");
        await ben.PressAsync("Send me a link to confirm");
        await ben.SeesAsync("Enter your e-mail address");
        await ben.FillAsync("Your e-mail address", Stranger);
        await ben.PressAsync("Send me a link to confirm");
        await ben.SeesAsync("We have sent you a link.");

        await ben.GoToAsync(ConfirmLink().Match(await Letters.NextToAsync(Stranger)).Value);
        await ben.PressAsync("Yes, send me news");
        await ben.SeesAsync("You get news from now on");
        await ben.FollowAsync("Change how often we write, or stop");
        await ben.PressAsync("Pause for Rivermead");
        await ben.SeesAsync("Paused");
        await ben.FollowAsync("Stop all letters with news");
        await ben.PressAsync("Stop all letters with news");
        await ben.SeesAsync("We have deleted your e-mail address");
    }

    private static async Task FollowAsync(Visitor visitor, string path)
    {
        await visitor.GoToAsync(path);
        await visitor.FollowAsync("Follow this");
        await visitor.PressAsync("Follow");
        await visitor.SeesAsync("Saved.");
    }

    [GeneratedRegex("/newsletter/confirm/[0-9a-f]{64}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ConfirmLink();
}
