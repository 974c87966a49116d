namespace CommunityVoice.BrowserTests;

/// <summary>Staff look at unusual patterns, leave papers out by two people, see exact counts for a purpose, and assess what results could tell.</summary>
public sealed class ExclusionJourneys(Chromium chromium) : JourneyTest(chromium)
{
    [Theory]
    [InlineData(360, true, false)]
    [InlineData(1280, false, false)]
    [InlineData(1280, true, true)]
    public async Task Two_people_leave_papers_out(int width, bool javaScript, bool keyboardOnly)
    {
        var grace = await OpenAsync("left-out-first", new(width, javaScript, keyboardOnly));
        await grace.SignInAsAsync("moderator");
        await grace.GoToAsync("/manage/ballots");
        await grace.FollowAsync($"Unusual patterns of {VotesOfEveryMethod.PatternsIn}");
        await grace.SeesAsync("2 papers from addresses that lead to one mailbox");
        await grace.SeesAsync("It may be innocent.");
        await grace.FollowAsync("Propose to leave some out");
        await grace.PressAsync("Propose it");
        await grace.SeesAsync("Say what you saw");
        await grace.ChooseAsync("One person seems to have cast several");
        await grace.FillAsync("What you saw", "Two addresses of one mailbox, a minute apart.");
        await grace.PressAsync("Propose it");
        await grace.SeesAsync("Waits for a second person");
        await grace.FollowAsync("Leave 2 papers out");
        await grace.SeesAsync("Somebody else has to confirm it before anything changes.");

        var tom = await OpenAsync("left-out-second", new(width, javaScript, keyboardOnly));
        await tom.SignInAsAsync("editor");
        await tom.GoToAsync("/manage/ballots");
        await tom.FollowAsync($"left out of {VotesOfEveryMethod.PatternsIn}");
        await tom.FollowAsync("Leave 2 papers out");
        await tom.ChooseAsync("I confirm it: leave them out");
        await tom.PressAsync("Send your answer");
        await tom.SeesAsync("Confirmed. The papers are left out");
        await tom.FollowAsync("Leave 2 papers out");
        await tom.FollowAsync("Propose to put them back");
        await tom.FillAsync("Why they should count again", "They wrote to us.");
        await tom.PressAsync("Propose it");
        await tom.SeesAsync("The papers stay out until somebody else confirms it.");
    }

    [Theory]
    [InlineData(360, true)]
    [InlineData(1280, false)]
    public async Task An_editor_sees_exact_counts_and_assesses_what_results_could_tell(int width, bool javaScript)
    {
        var tom = await OpenAsync("small-numbers", new(width, javaScript));
        await tom.SignInAsAsync("editor");
        await tom.GoToAsync("/manage/consultations/getting-to-see-someone");
        await tom.FollowAsync(tom.Link("exact counts of").First);
        await tom.PressAsync("Show the exact counts");
        await tom.SeesAsync("Say what you need them for");
        await tom.FillAsync("What you need them for", "To check whether carers were heard.");
        await tom.PressAsync("Show the exact counts");
        await tom.SeesAsync("That you opened them is recorded");
        await tom.GoToAsync("/manage/consultations/getting-to-see-someone/disclosure");
        await tom.ChooseAsync("Results by voice, neighbourhood and way of taking part");
        await tom.PressAsync("Save the assessment");
        await tom.SeesAsync("Choose whether they may be shown");
        await tom.FillAsync("How many people could have taken part", "96400");
        await tom.ChooseAsync("Somewhat");
        await tom.ChooseAsync("Hardly");
        await tom.FillAsync("Why, and what was done about it", "Neighbourhoods are large.");
        await tom.ChooseAsync("No");
        await tom.PressAsync("Save the assessment");
        await tom.SeesAsync("are not shown");
    }
}
