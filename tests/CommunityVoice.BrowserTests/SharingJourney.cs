namespace CommunityVoice.BrowserTests;

/// <summary>An agreement on sharing ends, the view of the system loses what it held together, and both sides write and sign another.</summary>
public sealed class SharingJourney(Chromium chromium) : JourneyTest(chromium)
{
    [Theory]
    [InlineData(360, false, false)]
    [InlineData(1280, true, true)]
    public async Task An_agreement_is_ended_and_another_signed(int width, bool javaScript, bool keyboardOnly)
    {
        var way = new Way(width, javaScript, keyboardOnly);
        var helen = await OpenAsync("agreement on sharing", way);
        await helen.SignInAsAsync("board");
        await EndAsync(helen);

        var reader = await OpenAsync("what is not shared", way);
        await reader.GoToAsync("/areas/wendale");
        await reader.SeesAsync("Rivermead, because Rivermead Voice has not signed a sharing agreement for Wendale.");
        await reader.FollowAsync("Who shares what they heard with whom");
        await reader.SeesAsync("Ended before its time");

        await WriteAsync(helen);
        await SignAsync(helen, "Rivermead Health and Care Board");
        var tom = await OpenAsync("signing an agreement", way);
        await tom.SignInAsAsync("editor");
        await SignAsync(tom, "Rivermead Voice");

        await reader.GoToAsync("/sharing-agreements");
        await reader.SeesAsync("In force");
        await reader.GoToAsync("/areas/wendale");
        await Assertions.Expect(reader.Page.GetByRole(AriaRole.Main)).Not.ToContainTextAsync("Not included here");
    }

    private static async Task EndAsync(Visitor helen)
    {
        await helen.GoToAsync("/manage");
        await helen.FollowAsync(helen.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Sharing", Exact = true }));
        await helen.FollowAsync("Wendale, led by Rivermead Health and Care Board");
        await helen.SeesAsync("In force");
        await helen.FollowAsync("End the agreement");
        await helen.PressAsync("End it today");
        await helen.SeesAsync("Say why it ends");
        await helen.FillAsync("Why it ends", "The assessment is being done anew.");
        await helen.PressAsync("End it today");
        await helen.SeesAsync("The agreement is ended.");
    }

    private static async Task WriteAsync(Visitor helen)
    {
        await helen.GoToAsync("/manage/sharing");
        await helen.PressAsync("Write an agreement");
        await helen.PressAsync("Save the agreement");
        await helen.SeesAsync("Say whom to tell when somebody may come to harm");
        await helen.PickAsync("For which area, and who leads", "Wendale, led by Rivermead Health and Care Board");
        await helen.FillAsync("What is shared", "Public comments and their themes.");
        await FillDateAsync(helen, "StartsOn", "2020");
        await FillDateAsync(helen, "EndsOn", "2040");
        await FillDateAsync(helen, "AssessedOn", "2020");
        await helen.FillAsync("Safeguarding contact", "Safeguarding lead of the board, 01632 960 014");
        await helen.FillAsync("Who answers people that ask", "Whoever holds it");
        await helen.FillAsync("Who answers for a breach", "Data protection officer of the board");
        await helen.FillAsync("Data protection impact assessment", "Assessment 8");
        await helen.FillAsync("Where the assessment is", "https://board.rivermead.example/assessment-8");
        await helen.FillAsync("Where the updated privacy notice is", "https://board.rivermead.example/privacy");
        await helen.FillAsync("How many months", "24");
        await helen.PressAsync("Save the agreement");
        await helen.SeesAsync("Only you see it until you ask a voice body.");
        await helen.PickAsync("Voice body", "Rivermead Voice");
        await helen.PressAsync("Ask it to sign");
        await helen.SeesAsync("Rivermead Voice is asked to sign.");
    }

    private static async Task SignAsync(Visitor person, string body)
    {
        await person.GoToAsync("/manage/sign-offs");
        await person.FollowAsync("Sharing in Wendale");
        await person.PressAsync($"Sign it for {body}");
        await person.SeesAsync("Signed. Everybody can see it.");
    }

    private static async Task FillDateAsync(Visitor helen, string field, string year)
    {
        foreach (var (part, value) in new[] { ("Day", "1"), ("Month", "3"), ("Year", year) })
            await helen.FillAsync(helen.Page.Locator($"[name='Input.{field}.{part}']"), value);
    }
}
