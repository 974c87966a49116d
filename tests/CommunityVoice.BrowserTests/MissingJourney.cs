namespace CommunityVoice.BrowserTests;

/// <summary>Staff say what cannot work without what, a resident says what was missing, and everybody follows it from the ranking down to the story and up to what is planned; what shapes health outside health care is read beside it.</summary>
public sealed class MissingJourney(Chromium chromium) : JourneyTest(chromium)
{
    [Theory]
    [InlineData(360, false, false)]
    [InlineData(1280, true, true)]
    public async Task What_was_missing_is_told_ranked_and_planned_for(int width, bool javaScript, bool keyboardOnly)
    {
        var way = new Way(width, javaScript, keyboardOnly);
        await ListAsync(await OpenAsync("what is needed", way));
        await TellAsync(await OpenAsync("telling what was missing", way));

        var reader = await OpenAsync("what was missing", way);
        await reader.GoToAsync("/areas/rivermead");
        await reader.FollowAsync("What was missing, ranked by the stories that it blocked");
        await reader.SeesAsync("Somebody to switch the heating on");
        await reader.FollowAsync("Somebody to switch the heating on");
        await reader.SeesAsync("1 story blocked");
        await reader.SeesAsync("No published strategy says that it brings this.");
        await reader.FollowAsync("Joseph O, on Coming home from hospital");
        await reader.SeesAsync("What was missing: Somebody to switch the heating on, a key");
        await reader.GoToAsync("/areas/rivermead/gaps");
        await reader.FollowAsync("A nurse who may give strong pain relief");
        await reader.FollowAsync("A nurse at night in all five neighbourhoods");
    }

    [Theory]
    [InlineData(360, false, false)]
    [InlineData(1280, true, true)]
    public async Task What_shapes_health_is_marked_and_read_beside_deprivation(int width, bool javaScript, bool keyboardOnly)
    {
        var way = new Way(width, javaScript, keyboardOnly);
        var tom = await OpenAsync("marking a theme", way);
        await tom.SignInAsAsync("editor");
        await tom.GoToAsync("/moderation/themes/add/rivermead");
        await tom.PressAsync("Add this theme");
        await tom.SeesAsync("There is a problem");
        await tom.FillAsync("Name", "Damp");
        await tom.ChooseAsync(tom.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Housing" }));
        await tom.PressAsync("Add this theme");
        await tom.FollowAsync("Change Damp");
        await Assertions.Expect(tom.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Housing" })).ToBeCheckedAsync();

        var reader = await OpenAsync("what shapes health", way);
        await reader.GoToAsync("/areas/rivermead");
        await reader.FollowAsync("What shapes health here outside health care");
        await reader.SeesAsync("Lifts home");
        await reader.SeesAsync("An interpreter every time one is needed");
        await reader.FollowAsync(reader.Page.GetByRole(AriaRole.Link, new() { Name = "Getting about" }));
        await reader.SeesAsync("Neighbours who drive neighbours");
        await Assertions.Expect(reader.Page.GetByRole(AriaRole.Main)).Not.ToContainTextAsync("An interpreter every time one is needed");
        await reader.FollowAsync("With areas in the most deprived tenth");
        await reader.SeesAsync("Marsh Lane");
        await Assertions.Expect(reader.Page.GetByRole(AriaRole.Table)).Not.ToContainTextAsync("Hillgate");
        await reader.FollowAsync("Show all");
        await reader.FollowAsync("Neighbours who drive neighbours");
    }

    private static async Task ListAsync(Visitor tom)
    {
        await tom.SignInAsAsync("editor");
        await tom.GoToAsync("/manage");
        await tom.FollowAsync("Services and what they need");
        await tom.PressAsync("Add one");
        await tom.PressAsync("Add it");
        await tom.SeesAsync("Enter what it is called");
        await tom.PickAsync("In which area?", "Rivermead");
        await tom.FillAsync("What is it called?", "Somebody to switch the heating on");
        await tom.PressAsync("Add it");
        await tom.SeesAsync("Now say what it cannot work without.");
        await tom.ChooseAsync("Equipment that comes on the day");
        await tom.PressAsync("Save");
        await tom.SeesAsync("It is saved.");
        await tom.GoToAsync("/manage/elements");
        await tom.FollowAsync(tom.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Equipment that comes on the day", Exact = true }));
        await tom.ChooseAsync("Somebody to switch the heating on");
        await tom.PressAsync("Save");
        await tom.SeesAsync("They would wait for one another");
        await tom.FollowAsync("Take it off the list");
        await tom.FollowAsync("Leave it");
    }

    private static async Task TellAsync(Visitor joseph)
    {
        await joseph.SignInAsAsync("resident");
        await joseph.GoToAsync("/consultations/coming-home-from-hospital/comment");
        await joseph.FillAsync("Your comment", "The flat was cold when she came home, and the boiler stood behind a locked door.");
        await joseph.PressInPlaceAsync(joseph.Page.Locator("summary").Filter(new() { HasText = "What was missing?" }));
        await joseph.PickAsync("What was missing?", "Somebody to switch the heating on");
        await joseph.FillAsync("Or say it in your own words", "a key");
        await joseph.PressAsync("Check and publish");
        await joseph.SeesAsync("What was missing: Somebody to switch the heating on, a key");
        await joseph.PressAsync("Publish");
        await joseph.SeesAsync("The flat was cold when she came home");
    }
}
