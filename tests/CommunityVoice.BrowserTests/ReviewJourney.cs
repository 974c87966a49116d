using System.IO.Compression;

namespace CommunityVoice.BrowserTests;

/// <summary>A board judges an item and asks a practice, which answers and is rated; an editor brings what was not answered before a committee, which answers; everybody reads all of it.</summary>
public sealed class ReviewJourney(Chromium chromium) : JourneyTest(chromium)
{
    private const string Item = "Urgent neighbourhood services";
    private const string Question = "How many people who ring after six are seen the same evening?";
    private const string Ask = "Let people book at the desk in every practice";
    private const string Review = "/reviews/neighbourhood-review";

    public static TheoryData<int, bool, bool> Ways => new() { { 360, false, false }, { 1280, true, true } };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_board_judges_and_asks_and_a_practice_answers(int width, bool javaScript, bool keyboard)
    {
        var way = new Way(width, javaScript, keyboard);
        var helen = await OpenAsync("review-board", way);
        await helen.SignInAsAsync("board");
        await helen.GoToAsync("/manage");
        await helen.FollowAsync("Reviews");
        await helen.FollowAsync("Neighbourhood review");
        await helen.FollowAsync(Item);
        await helen.PressAsync("Publish");
        await helen.SeesAsync("Choose how fit it is now");
        await helen.ChooseAsync(helen.Page.Locator("[name='Input.Now'][value=NotFit]"));
        await helen.ChooseAsync(helen.Page.Locator("[name='Input.Future'][value=Partly]"));
        await helen.FillAsync("Why?", "After six in the evening the phone is answered in four different ways.");
        await helen.FillAsync("What do people here need of it?", "The walk-in centre is two buses away from Northfield.");
        await helen.ChooseAsync(helen.Page.Locator("[name='Input.Partners']").First);
        await helen.ChooseAsync(helen.Page.Locator("[name='Input.Findings']").First);
        await helen.FillAsync("What else does it rest on?", "Calls after six, spring, table 4");
        await helen.PressAsync("Publish");
        await helen.SeesAsync($"What you found of “{Item}” is public.");

        await helen.PressAsync("Ask a question");
        await helen.PressAsync("Ask in public");
        await helen.SeesAsync("Enter your question");
        await helen.PickAsync("Whom do you ask?", "Weir Valley");
        await helen.PickAsync("What is it about?", Item);
        await helen.FillAsync("Your question", Question);
        await helen.FillAsync("Why do you ask?", "People wait at home and do not know whether anybody comes.");
        await helen.PressAsync("Ask in public");
        await helen.SeesAsync("Your question to Weir Valley Primary Care Network is public, and they are told.");

        var reader = await OpenAsync("review-reader", way);
        await reader.GoToAsync(Review);
        await reader.FollowAsync(Question);
        await reader.SeesAsync("Weir Valley Primary Care Network has not answered yet.");

        await AnswerAsync(way);
        await helen.GoToAsync("/manage" + Review);
        await helen.FollowAsync(Question);
        await helen.PressAsync("Say so in public");
        await helen.SeesAsync("Choose how convincing it is");
        await helen.ChooseAsync(helen.Page.Locator("[name='Input.Rating'][value=Partly]"));
        await helen.FillAsync("Why?", "It is known how many are seen, and not how long they waited.");
        await helen.PressAsync("Say so in public");
        await helen.SeesAsync("Everybody can see how convincing you find it.");

        await reader.GoToAsync(Review);
        await reader.SeesAsync("Convincing in part");
        await reader.FollowAsync(Item);
        await reader.SeesAsync("Not fit");
        await reader.SeesAsync("Calls after six, spring, table 4");
        await reader.FollowAsync(Question);
        await reader.SeesAsync("31 of 44 in May.");
        await reader.SeesAsync("and not how long they waited");
        await reader.GoToAsync("/reviews");
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task An_editor_brings_what_was_not_answered_before_a_committee(int width, bool javaScript, bool keyboard)
    {
        var way = new Way(width, javaScript, keyboard);
        var tom = await OpenAsync("escalating", way);
        await tom.SignInAsAsync("editor");
        await tom.GoToAsync("/manage/recommendations");
        await tom.FollowAsync(Ask);
        await tom.SeesAsync("An answer was due by");
        await tom.FollowAsync("Bring it before a scrutiny committee");
        await tom.PressAsync("Send it in public");
        await tom.SeesAsync("Choose before whom you bring it");
        await tom.PickAsync("Before whom?", "Scrutiny");
        await tom.FillAsync("Why?", "Eight weeks have gone by without an answer, and people are still sent home to ring.");
        await tom.PressAsync("Send it in public");
        await tom.SeesAsync("Rivermead Health Scrutiny Committee is told, and everybody can see it.");
        var escalation = $"/recommendations/escalations/{new Uri(tom.Page.Url).Segments[^1]}";

        var padma = await OpenAsync("scrutiny", way);
        await padma.SignInAsAsync("scrutiny");
        await padma.GoToAsync("/manage");
        await padma.FollowAsync("Recommendations");
        await padma.FollowAsync(padma.Page.Locator($"a[href='/manage{escalation}']"));
        await padma.PressAsync("We have it");
        await padma.SeesAsync("Everybody can see now that you have it.");
        await padma.PressAsync("Publish the answer");
        await padma.SeesAsync("Say what comes of it");
        await padma.FillAsync("What comes of it?", "We heard the network on 4 December. It lets people book at the desk of all five practices from spring.");
        await padma.PressAsync("Publish the answer");
        await padma.SeesAsync("Your answer is public, and those who brought it are told.");

        var reader = await OpenAsync("escalation", way);
        await reader.GoToAsync("/recommendations");
        await reader.FollowAsync(Ask);
        await reader.SeesAsync("Brought before Rivermead Health Scrutiny Committee");
        await reader.SeesAsync("Rivermead Health Scrutiny Committee says what comes of it.");
        await reader.FollowAsync(reader.Page.Locator($"main a[href='{escalation}']"));
        await reader.SeesAsync("It lets people book at the desk of all five practices from spring.");
        var file = await reader.Page.RunAndWaitForDownloadAsync(() => reader.PressInPlaceAsync(reader.Link("Download the file (ZIP)")));
        using var archive = await ZipFile.OpenReadAsync(await file.PathAsync());
        Assert.Equal(["about.txt", "report.md", "evidence.csv", "recommendations.csv", "overdue.csv"], archive.Entries.Select(e => e.FullName));
        using var asked = new StreamReader(await archive.GetEntry("recommendations.csv")!.OpenAsync());
        Assert.Contains(Ask, await asked.ReadToEndAsync(), StringComparison.Ordinal);
        await reader.GoToAsync("/bodies/rivermead-health-scrutiny-committee");
    }

    private async Task AnswerAsync(Way way)
    {
        var anand = await OpenAsync("review-practice", way);
        await anand.SignInAsAsync("practice");
        await anand.GoToAsync("/manage");
        await anand.FollowAsync("Reviews");
        await anand.FollowAsync(Question);
        await anand.FillAsync("Your answer", "31 of 44 in May.");
        await anand.PressAsync("Publish the answer");
        await anand.SeesAsync("Say what shows it, or by when you will know");
        await anand.FillAsync("What shows it?", "Call records of May, counted on 3 June");
        await anand.PressAsync("Publish the answer");
        await anand.SeesAsync("Your answer is public, and those who asked are told.");
    }
}
