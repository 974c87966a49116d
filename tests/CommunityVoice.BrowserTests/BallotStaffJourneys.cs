using CommunityVoice.Analysis.Ballots;

namespace CommunityVoice.BrowserTests;

/// <summary>Staff set up a ballot of each method, look at it as a voter, print codes, and enter what came on paper.</summary>
public sealed class BallotStaffJourneys(Chromium chromium) : JourneyTest(chromium)
{
    private static readonly string[] Offered = ["A phone call on the first evening", "A nurse at night for the first week", "Somebody to fetch the medicine"];

    private const string Consultation = "/manage/consultations/coming-home-from-hospital";

    [Theory]
    [InlineData(BallotMethod.Support, 360, true)]
    [InlineData(BallotMethod.Pick, 1280, true)]
    [InlineData(BallotMethod.Dots, 360, true)]
    [InlineData(BallotMethod.Rank, 1280, true)]
    [InlineData(BallotMethod.AgreeDisagreePass, 360, true)]
    [InlineData(BallotMethod.Budget, 360, true)]
    [InlineData(BallotMethod.Budget, 1280, false)]
    public async Task An_editor_sets_up_a_ballot_and_enters_a_form(BallotMethod method, int width, bool javaScript)
    {
        var tom = await OpenAsync($"ballot-{method}".ToLowerInvariant(), new(width, javaScript));
        await tom.SignInAsAsync("editor");
        await tom.GoToAsync(Consultation + "/ballots/new");
        await FillAsync(tom, method);
        await tom.PressAsync("Look at it as a voter");
        await tom.SeesAsync("This is what a voter will see");
        await tom.PressAsync("Save the ballot");
        await tom.SeesAsync("The ballot is saved, and public.");
        await tom.FollowAsync($"What matters by {method}");
        await tom.SeesAsync("its wording is fixed");
        await tom.GoToAsync(new Uri(tom.Page.Url).AbsolutePath + "/preview");
        await tom.GoToAsync(new Uri(tom.Page.Url).AbsolutePath.Replace("/preview", "/papers", StringComparison.Ordinal));
        await tom.FollowAsync("Print the form");
        await tom.Page.GoBackAsync();
        await tom.PressAsync("Enter a form");
        await tom.PressAsync("Enter the form");
        await tom.SeesAsync("Enter the number that stands on the form");
        await tom.FillAsync("Form number", "A 17");
        var first = tom.Page.Locator("[name^='Input.Choices']").First;
        if (method is BallotMethod.Dots or BallotMethod.Rank) await tom.FillAsync(first, "1"); else await tom.ChooseAsync(first);
        await tom.PressAsync("Enter the form");
        await tom.SeesAsync("Form A 17 is entered.");
        await tom.FollowAsync("see those that are entered");
        await tom.FollowAsync("Take back");
        await tom.FillAsync("Why it is taken back", "It was typed twice.");
        await tom.PressAsync("Take it back");
        await tom.SeesAsync("Form A 17 is taken back.");
    }

    [Theory]
    [InlineData(360, true, false)]
    [InlineData(1280, false, false)]
    [InlineData(1280, true, true)]
    public async Task An_editor_makes_codes_and_cancels_a_run(int width, bool javaScript, bool keyboardOnly)
    {
        var tom = await OpenAsync("codes", new(width, javaScript, keyboardOnly));
        await tom.SignInAsAsync("editor");
        await tom.GoToAsync(Consultation + "/ballots/new");
        await tom.PressAsync("Save the ballot");
        await tom.SeesAsync("Choose how people choose");
        await FillAsync(tom, BallotMethod.Support);
        await tom.ChooseAsync("Who has a code from a letter");
        await tom.PressAsync("Save the ballot");
        await tom.FollowAsync("codes for What matters by Support");
        await tom.FillAsync("How many codes", "12");
        await tom.PressAsync("Make the codes");
        await tom.SeesAsync("These codes are shown only now");
        await tom.GoToAsync(new Uri(tom.Page.Url).AbsolutePath);
        await tom.FillAsync("How many codes", "none");
        await tom.PressAsync("Make the codes");
        await tom.SeesAsync("Enter a number from 1 to 5,000");
        await tom.Page.Locator("main details summary").First.ClickAsync();
        await tom.PressAsync("Cancel them");
        await tom.SeesAsync("12 codes of run 1 stopped working");
    }

    private static async Task FillAsync(Visitor tom, BallotMethod method)
    {
        await tom.FillAsync("Question", $"What matters by {method}");
        await tom.ChooseAsync(tom.Page.Locator($"[name='Input.Method'][value='{method}']"));
        foreach (var (i, option) in Offered.Index())
        {
            await tom.FillAsync(tom.Page.Locator($"[name='Input.Options[{i}].Title']"), option);
            if (method == BallotMethod.Budget) await tom.FillAsync(tom.Page.Locator($"[name='Input.Options[{i}].Cost']"), $"{12_000 * (i + 1)}");
        }
        await tom.FillAsync(tom.Page.Locator("[name='Input.Options[0].Detail']"), "Within two hours of coming home, by somebody who knows the case.");
        if (method == BallotMethod.Budget) await tom.FillAsync(tom.Page.Locator("[name='Input.Budget']"), "48,000");
        if (method == BallotMethod.Pick) await tom.FillAsync(tom.Page.Locator("[name='Input.MostPicks']"), "2");
    }
}
