namespace CommunityVoice.BrowserTests;

/// <summary>An analyst's work: themes given one comment after the other by single keys, the last step undone, a list of themes brought in, a sample for two.</summary>
public sealed class AnalystJourney(Chromium chromium) : JourneyTest(chromium)
{
    private const string Themes = "/moderation/themes/coming-home-from-hospital";

    [Fact]
    public async Task At_360_an_analyst_codes_by_single_keys()
    {
        var tom = await OpenAsync("analyst", new(360));
        await tom.SignInAsAsync("editor");
        await tom.GoToAsync(Themes);
        await tom.FollowAsync("Go through them one by one");
        var first = await tom.Page.Locator(".comment__body").InnerTextAsync();

        await tom.Page.Keyboard.PressAsync("1");
        Assert.True(await tom.Page.Locator("[data-shortcut='1']").IsCheckedAsync());
        await tom.Page.Keyboard.PressAsync("1");
        Assert.False(await tom.Page.Locator("[data-shortcut='1']").IsCheckedAsync());
        await tom.Page.Keyboard.PressAsync("2");
        await tom.Page.Keyboard.PressAsync("Enter");
        await tom.SeesAsync("Saved: 1 theme given.");
        Assert.NotEqual(first, await tom.Page.Locator(".comment__body").InnerTextAsync());
        await tom.Page.Keyboard.PressAsync("u");
        await tom.Page.WaitForURLAsync("**/one?at=*");
        Assert.Equal(first, await tom.Page.Locator(".comment__body").InnerTextAsync());
        await tom.Page.Keyboard.PressAsync("s");
        await tom.Page.WaitForURLAsync("**/one?after=*");

        await tom.GoToAsync("/areas/rivermead/themes");
        await tom.GoToAsync("/how-we-group-what-was-said");
    }

    [Fact]
    public async Task At_1280_without_scripts_an_analyst_codes_brings_in_a_list_and_draws_a_sample()
    {
        var tom = await OpenAsync("analyst", new(1280, JavaScript: false));
        await tom.SignInAsAsync("editor");
        await tom.GoToAsync($"{Themes}/one");
        await tom.ChooseAsync(tom.Page.Locator("[name='Input.Themes']").First);
        await tom.PressAsync("Save, and the next");
        await tom.SeesAsync("Saved: 1 theme given.");
        await tom.PressAsync("Undo");
        await tom.SeesAsync("comments have a theme");

        await tom.GoToAsync("/moderation/themes/import/rivermead");
        await tom.FillAsync("Where the list is from", "Our own, after the workshop");
        await tom.FillAsync("Paste the list", "key,name,replaces\nlifts-home,Getting home,\nnights,Nights,care-at-night\n");
        await tom.PressAsync("See what would change");
        await tom.SeesAsync("Renamed from Lifts home");
        await tom.PressAsync("Bring this list in");
        await tom.SeesAsync("Version 1");

        await tom.GoToAsync($"{Themes}/double");
        await tom.FillAsync("How many comments", "10");
        await tom.PressAsync("Draw a sample");
        await tom.FollowAsync("Code this sample");
        await tom.ChooseAsync(tom.Page.Locator("[name='Input.Themes']").First);
        await tom.PressAsync("Save, and the next");
        await tom.SeesAsync("You have done 1.");
    }
}
