namespace CommunityVoice.BrowserTests;

/// <summary>An editor recommends something and publishes it; the network that is asked acknowledges and answers; everybody reads both.</summary>
public sealed class RecommendationJourney(Chromium chromium) : JourneyTest(chromium)
{
    private const string Ask = "Print the number for interpreters on every appointment letter";

    [Theory]
    [InlineData(360, true)]
    [InlineData(1280, false)]
    public async Task An_editor_recommends_and_the_network_answers(int width, bool javaScript)
    {
        var tom = await OpenAsync("recommending", new(width, javaScript));
        await tom.SignInAsAsync("editor");
        await tom.GoToAsync("/manage/summaries");
        await tom.FollowAsync("What we heard about getting to see someone at your practice");
        await tom.FollowAsync("publish a correction");
        await tom.FillAsync("What is corrected?", "We add a recommendation about interpreters.");
        await tom.PressAsync("Start version 2");
        await tom.FollowAsync("Recommendations, each to one organisation");
        await tom.PressAsync("Add a recommendation");
        await tom.FillAsync("What should be done?", "Consider interpreters where possible");
        await tom.PickAsync("Who is asked?", "Weir Valley");
        await tom.ChooseAsync(tom.Page.Locator("[name='Input.Findings']").Last);
        await tom.FillAsync("Why?", "People did not know that they could ask.");
        await tom.FillAsync("How will we know that it was done?", "Every letter has the number.");
        await tom.PressAsync("Save");
        await tom.SeesAsync("asks for nothing that can be seen");
        await tom.FillAsync("What should be done?", Ask);
        await tom.PressAsync("Save");
        await tom.SeesAsync(Ask);
        await tom.PressAsync("Back to the tasks");
        await tom.PressAsync("Check and publish");
        await tom.SeesAsync("1 recommendation is sent: to Weir Valley Primary Care Network");
        await tom.PressAsync("Publish");

        var anand = await OpenAsync("answering", new(width, javaScript));
        await anand.SignInAsAsync("practice");
        await anand.GoToAsync("/manage/recommendations");
        await anand.FollowAsync(Ask);
        await anand.PressAsync("We have it");
        await anand.SeesAsync("Everybody can see now that you have it.");
        await anand.PressAsync("Answer");
        await anand.ChooseAsync("We accept it in part");
        await anand.PressAsync("Check your answer");
        await anand.SeesAsync("Say why you accept it only in part");
        await anand.FillAsync("What will you do?", "We print it on letters for first appointments.");
        await anand.FillAsync("Who answers for it?", "Network manager");
        await anand.FillAsync("Day", "1");
        await anand.FillAsync("Month", "6");
        await anand.FillAsync("Year", "2027");
        await anand.FillAsync("Why not, or why only in part?", "Other letters are made elsewhere.");
        await anand.PressAsync("Check your answer");
        await anand.SeesAsync("This is how everybody will see it.");
        await anand.PressAsync("Publish the answer");
        await anand.SeesAsync("Your answer is public.");
        await anand.FollowAsync("Say what became of it");
        await anand.GoToAsync("/manage");

        var reader = await OpenAsync("register", new(width, javaScript));
        await reader.GoToAsync("/summaries");
        await reader.FollowAsync("What was recommended, and what was answered");
        await reader.SeesAsync("Let people book at the desk in every practice");
        await reader.FollowAsync(Ask);
        await reader.SeesAsync("Accepted in part");
        await reader.FollowAsync(reader.Page.Locator("main a[href*='/findings/']").First);
        await reader.GoToAsync("/how-recommendations-work");
        await reader.GoToAsync("/bodies/weir-valley-primary-care-network");
        await reader.GoToAsync("/summaries/getting-to-see-someone");
        await reader.GoToAsync("/areas/rivermead");
    }
}
