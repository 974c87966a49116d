using CommunityVoice.People;

namespace CommunityVoice.Tests.People;

public sealed class WelcomeTests : SiteTest
{
    [Fact]
    public async Task A_voice_told_after_the_first_comment_stands_beside_it_and_beside_no_earlier_voice()
    {
        var nell = A.Person("Nell", voice: Voice.NotSaid);
        var consultation = A.Consultation();
        await Site.SaveAsync(consultation, nell);
        await Site.SaveAsync(A.Comment(consultation, nell, "The lift was broken."));
        var reader = new Browser(Site);
        Assert.DoesNotContain("Carer", (await reader.GetAsync("/consultations/safer-crossings")).QuerySelector(".thread")!.Words(), StringComparison.Ordinal);

        var browser = new Browser(Site, nell.Id, secondFactor: false);
        await browser.SubmitAsync(await browser.GetAsync("/account/welcome"), new() { ["Input.Voice"] = "Carer" }, button: "Save and continue");

        Assert.Contains("Nell Carer", (await reader.GetAsync("/consultations/safer-crossings")).QuerySelector(".thread")!.Words(), StringComparison.Ordinal);

        await browser.SubmitAsync(await browser.GetAsync("/account/welcome"), new() { ["Input.Voice"] = "Resident" }, button: "Save and continue");
        Assert.Contains("Nell Carer", (await reader.GetAsync("/consultations/safer-crossings")).QuerySelector(".thread")!.Words(), StringComparison.Ordinal);
    }
}
