namespace CommunityVoice.BrowserTests;

/// <summary>A board member is refused a decision with an unanswered theme, answers each and publishes; a reader then follows one comment to the pounds and back.</summary>
public sealed class ThreadJourney(Chromium chromium) : JourneyTest(chromium)
{
    private const string Consultation = "Getting to see someone at your practice";

    [Theory]
    [InlineData(360, true)]
    [InlineData(1280, false)]
    public async Task A_board_answers_each_theme_and_a_reader_follows_one_comment_to_the_money(int width, bool javaScript)
    {
        var way = new Way(width, javaScript);
        var reader = await OpenAsync("thread", way);
        await reader.GoToAsync("/consultations/getting-to-see-someone/decision");
        await reader.SeesAsync("Overdue");
        await reader.SeesAsync("We decide at our next meeting in public");

        var helen = await OpenAsync("decision", way);
        await helen.SignInAsAsync("board");
        await helen.GoToAsync("/manage");
        await helen.FollowAsync(helen.Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Decisions" }));
        await helen.FollowAsync(helen.Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = Consultation }));
        await helen.FollowAsync("Say why it takes longer");
        await helen.GoToAsync("/manage/decisions/getting-to-see-someone");
        await helen.FillAsync("What was decided?", "We pay for call-backs, the desk and interpreters from April.");
        await helen.FillAsync("Equality: what changed", "People who do not speak English get an interpreter at once.");
        await helen.ChooseAsync(helen.Page.Locator("[name='Input.HasRead']"));
        await helen.FillAsync("Who read it?", "All twelve members of the board");
        var today = UkTime.Today(TimeProvider.System);
        await helen.FillAsync("Day", $"{today.Day}");
        await helen.FillAsync("Month", $"{today.Month}");
        await helen.FillAsync("Year", $"{today.Year}");
        await helen.PressAsync("Check the decision");
        await helen.SeesAsync("is not answered: choose whether it is accepted");
        var themes = await helen.Page.Locator("[name$='.Topic']").CountAsync();
        for (var i = 0; i < themes; i++)
        {
            await helen.ChooseAsync(helen.Page.Locator($"[name='Input.Answers[{i}].Kind']").Nth(i % 3));
            await helen.FillAsync(helen.Page.Locator($"[name='Input.Answers[{i}].Reason']"), i % 3 == 0 ? "We pay for it from April." : "Other things came first this year.");
        }
        await helen.PressAsync("Check the decision");
        await helen.SeesAsync("This is how everybody will see it.");
        await helen.PressAsync("Publish the decision");
        await helen.SeesAsync("The decision is public.");

        await reader.GoToAsync("/consultations/getting-to-see-someone");
        await reader.FollowAsync("Read the decision");
        await reader.SeesAsync("You said, we did, and why not");
        await reader.FollowAsync("All of this in Rivermead");
        await reader.FollowAsync("Not accepted");
        await reader.SeesAsync("Why not:");
        await reader.GoToAsync("/what-changed");
        await FollowThereAndBackAsync(reader);
    }

    [Fact]
    public async Task By_keyboard_a_comment_leads_to_the_money_and_back()
    {
        var reader = await OpenAsync("thread", new(1280, KeyboardOnly: true));
        await FollowThereAndBackAsync(reader);
    }

    private static async Task FollowThereAndBackAsync(Visitor reader)
    {
        await reader.GoToAsync("/summaries/getting-to-see-someone/findings/1");
        await reader.FollowAsync(reader.Page.Locator("main .cv-evidence a[href*='/comments/']").First);
        await reader.FollowAsync(reader.Page.Locator("main a[href*='/thread/comment/']"));
        await reader.SeesAsync("Paid for: £");
        await reader.FollowAsync(reader.Page.Locator("#step-line a[href*='#line-']").First);
        await reader.FollowAsync(reader.Page.Locator("main a[href*='/thread/line/']").First);
        await reader.SeesAsync("Recommended: 1 recommendation");
        await reader.FollowAsync(reader.Page.Locator("#step-comment a[href*='/comments/']").First);
        await reader.SeesAsync("From what was said to what came of it");
    }
}
