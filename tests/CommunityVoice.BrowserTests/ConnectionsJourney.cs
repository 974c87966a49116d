namespace CommunityVoice.BrowserTests;

/// <summary>What goes out besides letters and comes in besides comments: texts to a telephone, calls to another system, and a council's directory of services.</summary>
public sealed class ConnectionsJourney(Chromium chromium) : JourneyTest(chromium)
{
    private const string Listed = """
        [{"id":"night-1","name":"Night nursing","description":"<p>Nurses who come at night.</p>","url":"https://night.example/","status":"active"},{"id":"night-2"}]
        """;

    [Theory]
    [InlineData(360, true)]
    [InlineData(1280, false)]
    public async Task A_resident_has_their_telephone_told_and_ends_it(int width, bool javaScript)
    {
        var asha = await OpenAsync("texts", new(width, javaScript, KeyboardOnly: width == 360));
        await asha.SignInAsAsync("carer");
        await asha.GoToAsync("/account");
        await asha.FollowAsync(asha.Page.Locator("main a[href='/account/phone']").First);
        await asha.FillAsync("Your mobile number", "01632 960001");
        await asha.PressAsync("Text me a code");
        await asha.SeesAsync("Enter a UK mobile number");
        await asha.FillAsync("Your mobile number", "07700 900123");
        await asha.PressAsync("Text me a code");
        await asha.SeesAsync("Check your phone");
        await asha.PressAsync("Confirm my number");
        await asha.SeesAsync("Enter the six digits from our text");
        await asha.FillAsync("Six-digit code", await Letters.NextCodeToAsync("447700900123"));
        await asha.PressAsync("Confirm my number");
        await asha.SeesAsync("from now on");
        await asha.PressAsync("Remove my number");
        await asha.SeesAsync("We text you no more");
    }

    [Theory]
    [InlineData(360, true)]
    [InlineData(1280, false)]
    public async Task Another_system_is_told_what_is_new_until_that_is_ended(int width, bool javaScript)
    {
        var sam = await OpenAsync("webhooks", new(width, javaScript, KeyboardOnly: width == 360));
        await sam.SignInAsAsync("administrator");
        await sam.GoToAsync("/manage/bodies/rivermead-voice/webhooks");
        await sam.PressAsync("Add a webhook");
        await sam.FillAsync("Address", "http://hooks.invalid/news");
        await sam.PressAsync("Add it");
        await sam.SeesAsync("Choose what it is told of");
        await sam.FillAsync("Address", "https://hooks.invalid/news");
        await sam.PickAsync("What it is told of", 1);
        await sam.PressAsync("Add it");
        await sam.SeesAsync("Keep this secret now");
        await sam.GoToAsync(new Uri(sam.Page.Url).AbsolutePath + "/end");
        await sam.PressAsync("End it");
        await sam.SeesAsync("The webhook is ended.");
    }

    [Theory]
    [InlineData(360, true)]
    [InlineData(1280, false)]
    public async Task Staff_bring_in_the_services_of_a_directory(int width, bool javaScript)
    {
        var tom = await OpenAsync("services", new(width, javaScript));
        await tom.SignInAsAsync("editor");
        await tom.GoToAsync("/manage/elements/import");
        await tom.FillAsync("Or paste what is in it", "not a list");
        await tom.PressAsync("See what would change");
        await tom.SeesAsync("Choose an area");
        await tom.PickAsync("Into the list of which area?", "Rivermead");
        await tom.FillAsync("Or paste what is in it", Listed);
        await tom.PressAsync("See what would change");
        await tom.SeesAsync("1 service is new, 0 changed, 0 the same, 1 cannot be taken.");
        await tom.PressAsync("Bring these services in");
        await tom.SeesAsync("Rivermead: 1 service is added, 0 changed.");
        await tom.SeesAsync("Night nursing");
    }
}
