using System.Globalization;
using AngleSharp.Html.Dom;
using CommunityVoice.Themes;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Themes;

/// <summary>Two people code the same comments apart.</summary>
public sealed class DoubleCodingTests : SiteTest
{
    private ThemeScene scene = null!;
    private Theme lifts = null!;
    private Theme late = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        scene = await ThemeScene.MakeAsync(Site);
        await scene.SaidAsync([.. Enumerable.Range(0, 12).Select(i => $"What person number {i} thinks")]);
        (lifts, late) = (await scene.ThemeAsync("Lifts home"), await scene.ThemeAsync("Told too late"));
    }

    [Fact]
    public async Task Agreement_is_shown_when_both_are_done_and_differences_are_decided()
    {
        var page = await scene.Browser.SubmitAsync(await scene.Browser.GetAsync("/moderation/themes/safer-crossings/double"), new() { ["Input.Size"] = "10" }, button: "Draw a sample");
        var sample = new Uri(page.Url).AbsolutePath;

        // As in Krippendorff's example: alpha is 0.095.
        page = await CodeAsync(scene.Browser, sample, [0, 1, 0, 0, 0, 0, 0, 0, 1, 0]);
        page.Shows("You are done. Now it is your colleague's turn.");
        page.DoesNotShow("Alpha");
        page = await CodeAsync(scene.Second, sample, [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]);

        page.Shows("Coded by Ana L and Ben K.");
        page.Shows("Lifts home 1 4 60% 0.09 0.10");
        Assert.Equal(0, await Site.AskAsync(db => db.Codings.CountAsync()));

        page = await scene.Browser.SubmitAsync(await scene.Browser.GetAsync(sample), button: "Give the comments what both chose");
        Assert.Equal(1, await Site.AskAsync(db => db.Codings.CountAsync()));
        page = await scene.Browser.SubmitAsync(page, button: "Give it: Lifts home to comment 1");
        page = await scene.Browser.SubmitAsync(page, button: "Leave it off: Lifts home from comment 3");

        page.Shows("Given");
        page.Shows("Left off");
        Assert.Equal(2, await Site.AskAsync(db => db.Codings.CountAsync()));
        Assert.Equal(2, await Site.AskAsync(db => db.ActivityEntries.CountAsync(e => e.Verb == "double-coding.ruled")));
    }

    [Fact]
    public async Task The_second_sees_nothing_of_the_first_and_a_third_is_turned_away()
    {
        var sample = $"/moderation/themes/double/{(await StartAsync()).Id}";
        await CodeOneAsync(scene.Browser, sample, chooses: true);

        var page = await scene.Second.GetAsync($"{sample}/code");
        page.Shows("Comment 1 of 10");
        Assert.Null(page.QuerySelector("[name='Input.Themes'][checked]"));
        Assert.Null(page.QuerySelector("[name='Input.Suggested']"));
        (await scene.Second.GetAsync(sample)).DoesNotShow("Lifts home");
        await CodeOneAsync(scene.Second, sample, chooses: false);

        var carl = await Site.SaveAsync(A.Person("Carl"));
        await Site.SaveAsync(A.Membership(carl, scene.Rivermead, Bodies.Capability.Code));
        (await new Browser(Site, carl.Id).GetAsync($"{sample}/code")).Shows("Two people are coding this sample already.");
    }

    [Fact]
    public async Task Going_back_shows_what_one_chose_oneself_and_choosing_nothing_is_an_answer()
    {
        var sample = $"/moderation/themes/double/{(await StartAsync()).Id}";
        await CodeOneAsync(scene.Browser, sample, chooses: true);
        var page = await scene.Browser.GetAsync($"{sample}/code");
        page.Shows("You have done 1.");

        page = await scene.Browser.FollowAsync(page, "Back to the one before");
        Assert.NotNull(page.QuerySelector($"#t{lifts.Id}[checked]"));
        await scene.Browser.SubmitAsync(page, new() { ["Input.Themes"] = Array.Empty<string>() }, button: "Save, and the next");

        var first = await Site.AskAsync(db => db.DoubleCodedComments.SingleAsync(c => c.Place == 1));
        Assert.Equal([], first.First!);
        Assert.Null(first.Second);
    }

    [Fact]
    public async Task A_sample_needs_ten_comments_and_a_size_within_bounds()
    {
        await Site.DoAsync<Data.CommunityVoiceDb>(async db =>
        {
            foreach (var comment in await db.Comments.Take(5).ToListAsync()) comment.Remove("civil", Site.Now);
            await db.SaveChangesAsync();
        });
        var page = await scene.Browser.GetAsync("/moderation/themes/safer-crossings/double");

        (await scene.Browser.SubmitAsync(page, new() { ["Input.Size"] = "10" }, HttpStatusCode.UnprocessableEntity, "Draw a sample"))
            .ShowsError("Input.Size", "There are fewer than 10 different comments. Wait until there are more");
        Assert.Contains("10", (await scene.Browser.SubmitAsync(page, new() { ["Input.Size"] = "3" }, HttpStatusCode.UnprocessableEntity, "Draw a sample"))
            .QuerySelector("[data-error-summary]")!.Words(), StringComparison.Ordinal);
    }

    private async Task<DoubleCoding> StartAsync() =>
        (await Site.AskAsync<DoubleCodings, DoubleCoding?>(d => d.StartAsync(scene.Consultation, 10, scene.Ana.Id, CancellationToken.None)))!;

    private async Task<IHtmlDocument> CodeAsync(Browser browser, string sample, int[] answers)
    {
        IHtmlDocument page = null!;
        foreach (var answer in answers) page = await CodeOneAsync(browser, sample, answer == 1);
        return page;
    }

    private async Task<IHtmlDocument> CodeOneAsync(Browser browser, string sample, bool chooses) => await browser.SubmitAsync(
        await browser.GetAsync($"{sample}/code"), chooses ? new() { ["Input.Themes"] = lifts.Id.ToString(CultureInfo.InvariantCulture) } : [], button: "Save, and the next");
}
