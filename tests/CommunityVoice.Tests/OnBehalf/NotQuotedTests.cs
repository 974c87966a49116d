using CommunityVoice.Tests.Summaries;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.OnBehalf;

/// <summary>Who agreed to be published but not to be quoted stands in the discussion, and is picked out nowhere.</summary>
public sealed class NotQuotedTests : SiteTest
{
    private const string Said = "The kerb by the weir is too high for my chair.";

    [Fact]
    public async Task A_theme_heard_from_few_links_to_the_words_without_quoting_them()
    {
        var scene = await AnswerScene.MakeAsync(Site);
        await scene.EnterAsync(Said, consent: "Publish");
        var id = await Site.AskAsync(db => db.Comments.Select(c => c.Id).SingleAsync());
        await scene.Browser.SubmitAsync(await scene.Browser.GetAsync("/moderation/themes/safer-crossings"), new() { ["Input.Ids"] = $"{id}", ["Input.NewTheme"] = "Kerbs" }, button: "Give");

        var page = await new Browser(Site).GetAsync("/areas/rivermead/themes");

        page.Shows("Kerbs 1 comment");
        page.Shows(Unquoted.Told);
        page.DoesNotShow(Said);
        Assert.Empty(page.QuerySelectorAll("blockquote"));
        Assert.NotNull(page.QuerySelector($"a[href='/consultations/safer-crossings/comments/{id}']"));
        (await new Browser(Site).GetAsync("/consultations/safer-crossings")).Shows(Said);
    }

    [Theory]
    [InlineData("/summaries/what-we-heard/findings/1")]
    [InlineData("/thread/finding/{0}")]
    public async Task What_a_finding_rests_on_is_linked_without_its_words(string path)
    {
        var scene = await SummaryScene.MakeAsync(Site);
        await Site.NotToBeQuotedAsync(scene.Comments[0].Id);
        await scene.PublishedAsync();
        var finding = await Site.AskAsync(db => db.Findings.Select(f => f.Id).SingleAsync());

        var page = await new Browser(Site).GetAsync(path.Replace("{0}", $"{finding}", StringComparison.Ordinal));

        page.Shows(Unquoted.Told);
        page.Shows("for neighbour 1.");
        page.DoesNotShow("for neighbour 0.");
        Assert.NotNull(page.QuerySelector($"a[href='/consultations/safer-crossings/comments/{scene.Comments[0].Id}']"));
    }
}
