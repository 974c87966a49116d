namespace CommunityVoice.BrowserTests;

/// <summary>A moderator's work: what a stranger reported, a decision with a rule and a reason, and the empty place it leaves.</summary>
public sealed class ModeratorJourney(Chromium chromium) : JourneyTest(chromium)
{
    [Theory]
    [InlineData(360, true, false)]
    [InlineData(1280, false, false)]
    [InlineData(1280, true, true)]
    public async Task A_moderator_decides_on_what_was_reported(int width, bool javaScript, bool keyboardOnly)
    {
        var stranger = await OpenAsync("reporter", new(width, javaScript, keyboardOnly));
        await stranger.GoToAsync("/consultations/coming-home-from-hospital");
        await stranger.FollowAsync("Report the comment");
        await stranger.ChooseAsync(stranger.Page.Locator("main input[type=radio]").First);
        await stranger.PressAsync("Report this comment");
        await stranger.SeesAsync("moderator");

        var grace = await OpenAsync("moderator", new(width, javaScript, keyboardOnly));
        await grace.SignInAsAsync("moderator");
        await grace.GoToAsync("/moderation");
        await grace.SeesAsync("waiting for a moderator");
        await grace.FollowAsync("Open the comment by");
        await grace.PickAsync("House rule it breaks", 1);
        await grace.FillAsync("Why, in a sentence for the author", "It names a neighbour. Say it again without the name.");
        await grace.PressAsync("Remove it");
        await grace.SeesAsync("Look again or decide anew");
    }
}

/// <summary>An editor's work: give comments a theme, write a summary that rests on them, publish it, and see it where the public does.</summary>
public sealed class EditorJourney(Chromium chromium) : JourneyTest(chromium)
{
    private const string Title = "What we heard about the first week";
    private const string Coded = "/moderation/themes/coming-home-from-hospital";

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task An_editor_codes_comments_and_publishes_what_was_heard(int width)
    {
        var tom = await OpenAsync("editor", new(width));
        await tom.SignInAsAsync("editor");
        await CodeAsync(tom);
        await StartAsync(tom);
        await WriteSectionsAsync(tom);
        await SayHowAsync(tom);
        await AddFindingAsync(tom);

        await tom.FollowAsync("Back to the tasks");
        await tom.FollowAsync("Figures");
        await tom.PressAsync("Freeze these figures");
        await ToTasksAsync(tom);
        await tom.PressAsync("Preview");
        await tom.Page.GoBackAsync();
        await tom.PressAsync("Check and publish");
        await tom.SeesAsync("Everything a summary needs is there");
        await tom.PressAsync("Publish");
        await tom.SeesAsync($"Published: {Title}");
        await tom.FollowAsync("Read it");
        await tom.SeesAsync("Nights are the hardest");
    }

    private static async Task CodeAsync(Visitor tom)
    {
        await tom.GoToAsync("/moderation/themes");
        await tom.GoToAsync(Coded);
        await tom.ChooseAsync(tom.Page.Locator("[data-select]").Nth(0));
        await tom.ChooseAsync(tom.Page.Locator("[data-select]").Nth(1));
        await tom.ChooseAsync(tom.Page.Locator("[name='Input.Themes']").First);
        await tom.PressAsync("Give");
        await tom.SeesAsync("Done:");
    }

    private static async Task StartAsync(Visitor tom)
    {
        await tom.GoToAsync("/manage/summaries");
        await tom.PressAsync("Start a summary");
        await tom.PickAsync("Consultation", "Coming home from hospital");
        await tom.FillAsync("Title", Title);
        await tom.PressAsync("Start");
        await tom.PressAsync("Check and publish");
        await tom.SeesAsync("can be published");
        await ToTasksAsync(tom);
    }

    private static async Task WriteSectionsAsync(Visitor tom)
    {
        foreach (var section in new[] { "In short", "Who we heard from", "How we did it, and its limits", "Their answer", "What happens next", "Who gets this report" })
        {
            await tom.FollowAsync(section);
            await tom.FillAsync(section, "We asked people who came home from hospital, and those who look after them. They told us what was missing.");
            await tom.PressAsync("Save");
            await ToTasksAsync(tom);
        }
    }

    private static async Task SayHowAsync(Visitor tom)
    {
        await tom.FollowAsync("Method in short");
        await tom.ChooseAsync("Two people read the comments and agreed the themes");
        await tom.ChooseAsync("Saturation reached: the last comments brought no new themes");
        await tom.ChooseAsync("Mixed");
        await tom.PressAsync("Save");
        await tom.FollowAsync("Title and date of the answer");
        await tom.FillAsync("Day", "1");
        await tom.FillAsync("Month", "6");
        await tom.FillAsync("Year", "2027");
        await tom.PressAsync("Save");
    }

    private static async Task AddFindingAsync(Visitor tom)
    {
        await tom.FollowAsync("Findings, and what they rest on");
        await tom.PressAsync("Add a finding");
        await tom.FillAsync("The finding in one sentence", "Nights are the hardest");
        await tom.FillAsync("What was said", "Most who cared for somebody at home spoke of the first nights.");
        await tom.PressAsync("Save");
        await tom.SeesAsync("Which comments does");
        await tom.ChooseAsync(tom.Page.Locator("[data-select]").First);
        await tom.PressAsync("Add these");
        await tom.GoToAsync(new Uri(tom.Page.Url).AbsolutePath.Split("/findings")[0] + "/findings");
    }

    private static Task ToTasksAsync(Visitor tom) => System.Text.RegularExpressions.Regex.Match(
        new Uri(tom.Page.Url).AbsolutePath, @"^/manage/summaries/\d+", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Value is { Length: > 0 } tasks
        ? tom.GoToAsync(tasks)
        : throw new InvalidOperationException($"{tom.Page.Url} belongs to no draft.");
}

/// <summary>A board member looks at the place as a whole and opens what is behind its numbers.</summary>
public sealed class BoardJourney(Chromium chromium) : JourneyTest(chromium)
{
    [Theory]
    [InlineData(360, true, false)]
    [InlineData(1280, false, false)]
    [InlineData(1280, true, true)]
    public async Task A_board_member_reads_the_place_and_what_is_behind_each_number(int width, bool javaScript, bool keyboardOnly)
    {
        var helen = await OpenAsync("board", new(width, javaScript, keyboardOnly));
        await helen.SignInAsAsync("board");
        await helen.GoToAsync("/areas/rivermead");
        await helen.SeesAsync("What people put first");
        await helen.SeesAsync("Who was heard, and who was not");
        await helen.FollowAsync(helen.Page.Locator("main a[href^='/ballots/']").First);
        await helen.SeesAsync("people");
        await helen.GoToAsync("/areas/rivermead");
        await helen.FollowAsync(helen.Page.Locator("main a[href*='/themes/']").First);
        await helen.GoToAsync("/summaries");
        await helen.FollowAsync(helen.Page.Locator("main a[href^='/summaries/']").First);
        await helen.FollowAsync(helen.Page.Locator("main a[href*='/findings/']").First);
    }
}
