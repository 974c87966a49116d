namespace CommunityVoice.BrowserTests;

/// <summary>The main job from end to end, in every way of using the site: read, write, sign in by a code, publish, answer somebody, share out dots, check the receipt, change one's mind.</summary>
public sealed class ResidentJourney(Chromium chromium) : JourneyTest(chromium)
{
    private const string Email = "nell@example.org";

    [Theory]
    [InlineData(360, true, false)]
    [InlineData(1280, true, false)]
    [InlineData(360, false, false)]
    [InlineData(1280, true, true)]
    public async Task A_resident_says_what_matters_and_sets_priorities(int width, bool javaScript, bool keyboardOnly)
    {
        var nell = await OpenAsync("resident", new(width, javaScript, keyboardOnly));

        await ReadAsync(nell);
        await PublishAsync(nell);
        await AnswerAsync(nell);
        var first = await ChooseAsync(nell, "3", "2");
        await CheckReceiptAsync(nell, first, "Nothing later has taken its place");

        var second = await ChooseAsync(nell, "1", "3");
        await CheckReceiptAsync(nell, first, "Later choices took its place");
        await CheckReceiptAsync(nell, second, "Nothing later has taken its place");
    }

    private static async Task ReadAsync(Visitor nell)
    {
        await nell.GoToAsync("/");
        await nell.FollowAsync("Have your say");
        await nell.FollowAsync("Coming home from hospital");
        await nell.SeesAsync("What can change");
        await nell.SeesAsync("The number of hospital beds");
    }

    private async Task PublishAsync(Visitor nell)
    {
        await nell.PressAsync("Add a comment");
        await nell.PressAsync("Check and publish");
        await nell.SeesAsync("There is a problem");
        await nell.FillAsync("Your comment", "The lift in our block was broken when Dad came home.\n\nTwo of us carried him up.");
        await nell.FillAsync("A name to show", "Nell");
        await nell.PressAsync("Check and publish");
        await nell.SeesAsync("Shown as Nell");

        await nell.FillAsync("Your e-mail address", Email);
        await nell.PressAsync("Send me a code to publish it");
        await nell.SeesAsync(Email);
        await nell.FillAsync("Six-digit code", await Letters.NextCodeToAsync(Email));
        await nell.PressAsync("Send what I wrote");
        await nell.SeesAsync("Your comment is in");
        await nell.ChooseAsync("Carer");
        await nell.PressAsync("Save and continue");
        await nell.SeesAsync("The lift in our block was broken");
    }

    private static async Task AnswerAsync(Visitor nell)
    {
        await nell.GoToAsync("/consultations/coming-home-from-hospital");
        await nell.SeesAsync("The lift in our block was broken");
        await nell.FollowAsync("Reply to");
        await nell.FillAsync("Your comment", "It was the same with us.");
        await nell.PressAsync("Check and publish");
        await nell.PressAsync("Publish");
        await nell.SeesAsync("It was the same with us.");
    }

    /// <summary>Puts dots on the first two priorities on the page, and answers the receipt code.</summary>
    private static async Task<string> ChooseAsync(Visitor nell, string onFirst, string onSecond)
    {
        await nell.GoToAsync("/consultations/coming-home-from-hospital");
        await nell.PressAsync("Choose your priorities");
        var dots = nell.Page.Locator("[data-stepper] input");
        await nell.FillAsync(dots.Nth(0), "0");
        await nell.FillAsync(dots.Nth(1), onSecond);
        await nell.FillAsync(dots.Nth(0), onFirst);
        await nell.PressAsync("Check your choices");
        await nell.PressAsync("Confirm your choices");
        await nell.SeesAsync("Your choices are recorded");
        return (await nell.Page.Locator("main strong").First.InnerTextAsync()).Trim();
    }

    private static async Task CheckReceiptAsync(Visitor nell, string code, string answer)
    {
        await nell.GoToAsync("/receipts");
        await nell.FillAsync("Receipt code", code);
        await nell.PressAsync("Check");
        await nell.SeesAsync(answer);
    }
}
