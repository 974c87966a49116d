namespace CommunityVoice.BrowserTests;

/// <summary>A moderator's day: the queue, a decision with a rule and a reason, and the letter to the author.</summary>
public sealed class ModeratorJourney(Chromium chromium, PreparedPlace place) : JourneyTest(chromium, place)
{
    [Theory]
    [InlineData(360, true, false)]
    [InlineData(1280, true, false)]
    [InlineData(1280, false, false)]
    [InlineData(1280, true, true)]
    public async Task A_moderator_decides_on_what_was_reported(int width, bool javaScript, bool keyboardOnly)
    {
        var stranger = await OpenAsync("reporter", new(width, javaScript, keyboardOnly));
        await stranger.GoToAsync("/consultations");
        await stranger.FollowAsync("Coming home from hospital");
        await stranger.FollowAsync("Report");
        await stranger.ChooseAsync("It gives away private details");
        await stranger.PressAsync("Report this comment");
        await stranger.SeesAsync("moderator");

        var grace = await OpenAsync("moderator", new(width, javaScript, keyboardOnly));
        await grace.SignInAsAsync("moderator");
        await grace.GoToAsync("/moderation");
        await grace.SeesAsync("waiting for a moderator");
        await grace.FollowAsync("Open");
        await grace.PickAsync("House rule it breaks", 1);
        await grace.FillAsync("Why, in a sentence for the author", "It names a neighbour. Say it again without the name.");
        await grace.PressAsync("Remove it");
        await grace.SeesAsync("We wrote to them");
    }
}

/// <summary>An editor's work: code comments to a theme, write a summary that cites them, publish it.</summary>
public sealed class EditorJourney(Chromium chromium, PreparedPlace place) : JourneyTest(chromium, place)
{
    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task An_editor_codes_comments_and_publishes_what_was_heard(int width)
    {
        var tom = await OpenAsync("editor", new(width));
        await tom.SignInAsAsync("editor");
        await tom.GoToAsync("/manage/summaries");
        await tom.FollowAsync("Start a summary");
        await tom.PickAsync("Consultation", 1);
        await tom.FillAsync("Title", "What we heard, in short");
        await tom.PressAsync("Start");

        await tom.PressAsync("Check and publish");
        await tom.SeesAsync("Before “What we heard, in short” can be published");
    }
}

/// <summary>A board member looks at the place as a whole and opens what is behind its numbers.</summary>
public sealed class BoardJourney(Chromium chromium, PreparedPlace place) : JourneyTest(chromium, place)
{
    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task A_board_member_reads_the_place_and_what_is_behind_each_number(int width)
    {
        var helen = await OpenAsync("board", new(width));
        await helen.SignInAsAsync("board");
        await helen.GoToAsync("/areas/rivermead");
        await helen.SeesAsync("Rivermead");
    }
}
