namespace CommunityVoice.BrowserTests;

/// <summary>People offer what they can do, whoever owns an action finds them and asks through the site, and an offer is taken back.</summary>
public sealed class SkillsJourney(Chromium chromium) : JourneyTest(chromium)
{
    private const string Action = "Keep your place in the queue and ring you back";

    [Theory]
    [InlineData(360, false, false)]
    [InlineData(1280, true, true)]
    public async Task Skills_are_offered_asked_for_and_taken_back(int width, bool javaScript, bool keyboardOnly)
    {
        var way = new Way(width, javaScript, keyboardOnly);
        var joseph = await OpenAsync("offering skills", way);
        await joseph.SignInAsAsync("resident");
        await joseph.GoToAsync("/account");
        await joseph.FollowAsync("Change Skills you offer");
        await joseph.FollowAsync("Actions that need it");
        await joseph.PressAsync(joseph.Page.Locator("main li").Filter(new() { HasText = Action }).GetByRole(AriaRole.Button));
        await joseph.SeesAsync("Weir Valley Primary Care Network");

        var anand = await OpenAsync("asking for skills", way);
        await anand.SignInAsAsync("practice");
        await anand.GoToAsync("/manage");
        await anand.FollowAsync("Skills for actions");
        await anand.SeesAsync("Somebody answered");
        await anand.FollowAsync(Action);
        await anand.SeesAsync("Would like to help");
        await anand.FollowAsync(anand.Page.Locator("tr").Filter(new() { HasText = "Folasade A" }).GetByRole(AriaRole.Link, new() { Name = "Write to them" }));
        await anand.PressAsync("Send it");
        await anand.SeesAsync("Enter what you want to ask them");
        await anand.FillAsync("What do you want to ask them?", "Could you listen in on one morning's calls with us?");
        await anand.PressAsync("Send it");
        await anand.SeesAsync("Folasade A has your letter.");

        var folasade = await OpenAsync("being asked for skills", way);
        await folasade.SignInAsAsync("group");
        await folasade.GoToAsync("/account/skills");
        await folasade.FollowAsync("Actions that need it");
        await folasade.SeesAsync("You are asked");
        await folasade.FollowAsync(folasade.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = Action, Exact = true }));
        await folasade.SeesAsync("Could you listen in on one morning's calls with us?");
        await folasade.PressAsync(folasade.Page.Locator("main form button"));
        await folasade.SeesAsync("Choose your answer");
        await folasade.ChooseAsync(folasade.Page.GetByRole(AriaRole.Radio, new() { Name = "Yes, and they can write to me" }));
        await folasade.PressAsync(folasade.Page.Locator("main form button"));
        await folasade.SeesAsync("sees your name and your e-mail address now");

        await joseph.GoToAsync("/account/skills");
        await joseph.FollowAsync("Take it back");
        await joseph.PressAsync("Take it back");
        await joseph.SeesAsync("You offer nothing yet.");
        await joseph.PressAsync("Offer skills");
        await joseph.PressAsync("Offer it");
        await joseph.SeesAsync("Choose at least one skill");
        await joseph.ChooseAsync(joseph.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Cooking and growing food" }));
        await joseph.PickAsync("Where?", "Hillgate");
        await joseph.ChooseAsync(joseph.Page.GetByRole(AriaRole.Checkbox, new() { Name = "I agree that whoever owns" }));
        await joseph.PressAsync("Offer it");
        await joseph.SeesAsync("Thank you. Those who answer for an action that needs it can ask you now.");
    }
}
