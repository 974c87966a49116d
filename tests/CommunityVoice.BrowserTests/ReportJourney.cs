using System.Text.RegularExpressions;

namespace CommunityVoice.BrowserTests;

/// <summary>An editor corrects a report: partners are asked to sign, its facts are checked on a private page, and Easy Read and Welsh follow. Readers print it on one page.</summary>
public sealed class ReportJourney(Chromium chromium) : JourneyTest(chromium)
{
    private const string Report = "/summaries/getting-to-see-someone";

    [Theory]
    [InlineData(360, true, true)]
    [InlineData(1280, false, false)]
    public async Task An_editor_has_facts_checked_and_writes_the_report_in_other_words(int width, bool javaScript, bool keyboardOnly)
    {
        var way = new Way(width, javaScript, keyboardOnly);
        var tom = await OpenAsync("report", way);
        await tom.SignInAsAsync("editor");
        await tom.GoToAsync("/manage/summaries");
        await tom.FollowAsync("What we heard about getting to see someone at your practice");
        await tom.FollowAsync("publish a correction");
        await tom.FillAsync("What is corrected?", "A number in the third finding.");
        await tom.PressAsync("Start version 2");
        var tasks = new Uri(tom.Page.Url).AbsolutePath;
        await tom.FollowAsync("Method in short");
        await tom.ChooseAsync("Mixed");
        await tom.PressAsync("Save");
        await tom.FollowAsync("Partners who sign");
        await tom.PickAsync("Organisation", "Rivermead Hospitals");
        await tom.PressAsync("Ask them to sign");
        await tom.SeesAsync("Rivermead Hospitals");
        await tom.GoToAsync($"{tasks}/fact-checks");
        await tom.PickAsync("Which organisation?", "Marsh and Field");
        await tom.PressAsync("Send the draft");
        await tom.SeesAsync("Enter an e-mail address");
        await tom.FillAsync("E-mail address of their contact", "manager@marsh.example");
        await tom.PressAsync("Send the draft");
        await tom.SeesAsync("Comments are taken until");

        await CheckAsync(way);

        await tom.GoToAsync($"{tasks}/fact-checks");
        await tom.FollowAsync("Finding 3");
        await tom.ChooseAsync("Accept it");
        await tom.FillAsync("What was changed, or why not?", "We say now that it is two of twelve.");
        await tom.PressAsync("Save the decision");
        await tom.GoToAsync($"{tasks}/sections/summary");
        await tom.FillAsync("In short", "We asked people in Rivermead what their GP practice should put right first.");
        await tom.PressAsync("Save");
        await tom.GoToAsync($"{tasks}/publish");
        await tom.SeesAsync("Rivermead Hospitals has not signed this text.");
        await tom.PressAsync(tom.Page.GetByRole(AriaRole.Button, new() { Name = "Publish" }));
        await tom.FollowAsync("Easy Read and other languages");
        await tom.SeesAsync("Behind");
        await tom.FollowAsync("Welsh");
        await tom.FillAsync("Title", "Gweld rhywun yn eich meddygfa");
        await tom.FillAsync("Text", "## Beth ddywedodd pobl\n\nMae pobl eisiau cael galwad yn ôl.");
        await tom.PressAsync("Save and publish");
        await tom.SeesAsync("Everybody can read it in Welsh now.");

        var anand = await OpenAsync("signing", way);
        await anand.SignInAsAsync("practice");
        await anand.GoToAsync("/manage/sign-offs");
        await anand.FollowAsync("What we heard about getting to see someone");
        await anand.PressAsync("Sign it as it is now");
        await anand.SeesAsync("Everybody can see it once");

        var reader = await OpenAsync("report-reading", way);
        await reader.GoToAsync(Report);
        await reader.SeesAsync("missing: ");
        await reader.FollowAsync("see what changed");
        await reader.SeesAsync("In short");
        await reader.GoToAsync($"{Report}/easy-read");
        await reader.SeesAsync("This is not the newest text");
        await reader.GoToAsync($"{Report}/cy");
        await reader.GoToAsync($"{Report}/brief");
        await reader.SeesAsync("Needs a reply");
        Assert.Equal(1, await PagesAsync(reader.Page));
        await reader.GoToAsync($"{Report}/print");
        Assert.True(await PagesAsync(reader.Page) > 1);
    }

    private async Task CheckAsync(Way way)
    {
        var letter = await Letters.NextToAsync("manager@marsh.example");
        var manager = await OpenAsync("fact-check", way);
        await manager.GoToAsync(Regex.Match(letter, "/fact-check/[0-9a-f]+", RegexOptions.None, TimeSpan.FromSeconds(1)).Value);
        await manager.FillAsync("Where is it?", "Finding 3");
        await manager.PressAsync("Send this comment");
        await manager.SeesAsync("Say what is wrong");
        await manager.FillAsync("What is wrong?", "It says three of twelve.");
        await manager.FillAsync("What is right, and where can anybody see it?", "It is two, by our own list.");
        await manager.PressAsync("Send this comment");
        await manager.SeesAsync("We have your comment.");
    }

    /// <summary>How many sheets of A4 a printer would use.</summary>
    private static async Task<int> PagesAsync(IPage page)
    {
        var pdf = await page.PdfAsync(new() { Format = "A4", Margin = new() { Top = "15mm", Bottom = "15mm", Left = "15mm", Right = "15mm" } });
        return Regex.Count(Encoding.Latin1.GetString(pdf), @"/Type\s*/Page\b", RegexOptions.None, TimeSpan.FromSeconds(5));
    }
}
