namespace CommunityVoice.BrowserTests;

/// <summary>Staff print forms, type what came back one after the other, write a meeting down, and everybody sees how it was said.</summary>
public sealed class AnswersFromElsewhere(Chromium chromium) : JourneyTest(chromium)
{
    private const string Consultation = "/manage/consultations/coming-home-from-hospital";

    [Theory]
    [InlineData(360, true, true)]
    [InlineData(1280, false, false)]
    public async Task An_editor_prints_forms_and_enters_what_came_back(int width, bool javaScript, bool keyboardOnly)
    {
        var tom = await OpenAsync("answers", new(width, javaScript, keyboardOnly));
        await tom.SignInAsAsync("editor");
        await tom.GoToAsync("/manage/answers");
        await tom.FollowAsync("Coming home from hospital");
        await tom.PressAsync("Print forms");
        await tom.FillAsync("How many forms", "2");
        await tom.PressAsync("Make the forms");
        await tom.SeesAsync("2 forms to print");
        var code = await tom.Page.Locator(".cv-key").First.InnerTextAsync();

        await tom.GoToAsync("/manage/answers");
        await tom.FillAsync("Code on the form", code);
        await tom.PressAsync("Enter this form");
        await tom.PressAsync("Save and enter the next");
        await tom.SeesAsync("Choose what they agreed to");
        await tom.FillAsync("What was said", "Somebody should ring on the first evening.");
        await tom.ChooseAsync("Show it on the site, and it may be quoted");
        await tom.PickAsync("In what capacity they speak", "Carer");
        await tom.PressAsync("Save and enter the next");
        await tom.SeesAsync("1 saved in this sitting.");
        if (keyboardOnly) Assert.Equal("Input.Code", await tom.Page.EvaluateAsync<string>("document.activeElement.name"));
        await tom.FillAsync("What was said", "A hot meal would have helped.");
        await tom.ChooseAsync("Only count it and group it: nobody but staff reads it");
        await tom.PressAsync("Save and enter the next");
        await tom.SeesAsync("2 saved in this sitting.");
        await tom.FollowAsync("see them and take one back");
        await tom.FollowAsync(tom.Page.Locator("main td a[href$='/take-back']").First);
        await tom.FillAsync("Why it is taken back", "It was typed twice.");
        await tom.PressAsync("Take it back");
        await tom.SeesAsync("The answer is taken back.");

        await tom.PressAsync("Write down a meeting");
        await tom.FillAsync("Where it was", "Weir Hall");
        var today = UkTime.Today(TimeProvider.System);
        await tom.FillAsync("Day", $"{today.Day}");
        await tom.FillAsync("Month", $"{today.Month}");
        await tom.FillAsync("Year", $"{today.Year}");
        await tom.FillAsync("About how many people came", "25");
        await tom.FillAsync("Who came, in words", "Mostly carers");
        await tom.FillAsync("What was said, one point a line", "Ring on the first evening.");
        await tom.PressAsync("Save the meeting");
        await tom.SeesAsync("The meeting is saved.");

        var reader = await OpenAsync("answers-read", new(width, javaScript));
        await reader.GoToAsync("/consultations/coming-home-from-hospital");
        await reader.SeesAsync("Said on paper");
        await reader.FollowAsync("About 25 people at Weir Hall");
        await reader.SeesAsync("Mostly carers");
        await reader.GoToAsync("/areas/rivermead"); // its counts follow within a minute; tests of their own read them
    }

    [Theory]
    [InlineData(360, true)]
    [InlineData(1280, false)]
    public async Task A_section_is_talked_about_and_keeps_its_words_when_it_changes(int width, bool javaScript)
    {
        var joseph = await OpenAsync("section", new(width, javaScript));
        await joseph.SignInAsAsync("resident");
        await joseph.GoToAsync("/consultations/coming-home-from-hospital/documents/what-happens-now");
        await joseph.FollowAsync("Say something about this section (The first evening)");
        await joseph.FillAsync("Your comment", "The house was cold when I came home.");
        await joseph.PressAsync("Check and publish");
        await joseph.PressAsync("Publish");
        await joseph.SeesAsync("about The first evening, version 1");

        var tom = await OpenAsync("section-staff", new(width, javaScript));
        await tom.SignInAsAsync("editor");
        await tom.GoToAsync(Consultation + "/documents/what-happens-now");
        await tom.PressAsync("Remove The first evening");
        await tom.SeesAsync("What you wrote is not public yet.");
        await tom.FollowAsync("Publish version 2");
        await tom.SeesAsync("Sections that are gone from it");
        await tom.FillAsync("What changed, and why", "The first evening is now part of another paper.");
        await tom.PressAsync("Publish version 2");
        await tom.SeesAsync("Version 2 is published.");

        await joseph.GoToAsync("/consultations/coming-home-from-hospital/documents/what-happens-now");
        await joseph.SeesAsync("removed in version 2");
        await joseph.FollowAsync("The first evening");
        await joseph.SeesAsync("said about a section that was removed in version 2");
        await joseph.SeesAsync("Hospital transport takes you home");
        await joseph.GoToAsync("/consultations/coming-home-from-hospital/documents/what-happens-now/versions/1");
    }
}
