using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Discussion;
using CommunityVoice.People;
using CommunityVoice.Themes;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Themes;

public sealed class CodingTests : SiteTest
{
    private readonly Area rivermead = A.Area();
    private Consultation consultation = null!;
    private Person asha = null!;
    private Browser analyst = null!;
    private Guid analystId;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        asha = await Site.SaveAsync(A.Person());
        var person = await Site.SaveAsync(A.Person("Ana L"));
        await Site.SaveAsync(A.Membership(person, rivermead, Capability.Code));
        consultation = await Site.SaveAsync(A.Consultation(area: rivermead));
        (analyst, analystId) = (new Browser(Site, person.Id), person.Id);
    }

    [Fact]
    public async Task The_six_starter_themes_come_by_one_button_and_only_once()
    {
        var page = await analyst.SubmitAsync(await analyst.GetAsync("/moderation/themes"), button: "Add 6 starter themes");

        foreach (var name in new[] { "Loneliness", "Work", "Food and fuel", "Exercise", "Skills", "Activities and training for young people" })
            Assert.Contains(name, page.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("starter", page.Words(), StringComparison.Ordinal);
        Assert.Equal(6, await Site.AskAsync(db => db.Themes.CountAsync()));
    }

    [Fact]
    public async Task A_theme_is_added_renamed_and_retired_and_two_cannot_share_a_name()
    {
        await analyst.SubmitAsync(await analyst.GetAsync("/moderation/themes/add/rivermead"), new() { ["Input.Name"] = "Lifts home", ["Input.Determinants"] = "transport", ["Input.IsAboutCapacity"] = "true" });
        Assert.True(await Site.AskAsync(db => db.Themes.AnyAsync(t => t.Determinants == "transport" && t.IsAboutCapacity)));
        var again = await analyst.SubmitAsync(
            await analyst.GetAsync("/moderation/themes/add/rivermead"), new() { ["Input.Name"] = "Lifts home" }, HttpStatusCode.UnprocessableEntity);
        again.ShowsError("Input.Name", "Rivermead already has a theme of this name");

        var list = await analyst.GetAsync("/moderation/themes");
        var form = await analyst.FollowAsync(list, "Change Lifts home");
        list = await analyst.SubmitAsync(form, new() { ["Input.Name"] = "Getting home", ["Input.IsRetired"] = "true" });

        Assert.Contains("Getting home", list.Words(), StringComparison.Ordinal);
        Assert.Contains("Retired", list.Words(), StringComparison.Ordinal);
        Assert.Equal("lifts-home", (await Site.AskAsync(db => db.Themes.SingleAsync())).Slug);
    }

    [Fact]
    public async Task Many_comments_get_many_themes_at_once_and_asking_twice_changes_nothing()
    {
        var comments = await CommentsAsync("The lift was late", "No lift at all", "The bus is fine");
        var (lifts, late) = (await ThemeAsync("Lifts home"), await ThemeAsync("Told too late"));
        string[] ids = [$"{comments[0].Id}", $"{comments[1].Id}"];
        string[] themes = [$"{lifts.Id}", $"{late.Id}"];

        var done = await analyst.SubmitAsync(await analyst.GetAsync("/moderation/themes/safer-crossings"),
            new() { ["Input.Ids"] = ids, ["Input.Themes"] = themes }, button: "Give");
        Assert.Contains("Done: 4 changes.", done.Words(), StringComparison.Ordinal);
        Assert.Contains("2 of 3 comments have a theme.", done.Words(), StringComparison.Ordinal);

        done = await analyst.SubmitAsync(await analyst.GetAsync("/moderation/themes/safer-crossings"),
            new() { ["Input.Ids"] = ids, ["Input.Themes"] = themes }, button: "Give");
        Assert.Contains("Nothing changed", done.Words(), StringComparison.Ordinal);
        Assert.Equal(4, await Site.AskAsync(db => db.Codings.CountAsync()));
        Assert.Equal("Lifts home, Told too late: 4 links to 2 comments", (await Site.AskAsync(db => db.ActivityEntries.SingleAsync(e => e.Verb == "comments.coded"))).Detail);

        done = await analyst.SubmitAsync(done, new() { ["Input.Ids"] = ids[0], ["Input.Themes"] = themes[0] }, button: "Take off");
        Assert.Contains("Done: 1 change.", done.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_theme_can_be_named_while_coding()
    {
        var comments = await CommentsAsync("The lift was late");

        await analyst.SubmitAsync(await analyst.GetAsync("/moderation/themes/safer-crossings"),
            new() { ["Input.Ids"] = $"{comments[0].Id}", ["Input.NewTheme"] = "Lifts home" }, button: "Give");

        Assert.Equal("Lifts home", (await Site.AskAsync(db => db.Codings.Include(c => c.Theme).SingleAsync())).Theme.Name);
    }

    [Fact]
    public async Task Choosing_nothing_says_what_to_choose()
    {
        await CommentsAsync("The lift was late");
        await ThemeAsync("Lifts home");

        var page = await analyst.SubmitAsync(await analyst.GetAsync("/moderation/themes/safer-crossings"), [], HttpStatusCode.UnprocessableEntity, "Give");

        var summary = page.QuerySelector("[data-error-summary]")!.Words();
        Assert.Contains("Choose a theme or name a new one", summary, StringComparison.Ordinal);
        Assert.Contains("Choose at least one comment", summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_is_filtered_by_words_theme_voice_and_what_is_left_to_do()
    {
        var comments = await CommentsAsync("The LIFT was late", "No lift at all", "The bus is fine");
        await Site.SaveAsync(new Comment(consultation, new Author(asha.Id, "Asha B", Voice.Carer), "As a carer I wait", Site.Now));
        var lifts = await ThemeAsync("Lifts home");
        await Site.DoAsync<CodingDesk>(d => d.AssignAsync([lifts.Id], [comments[0].Id], analystId, CancellationToken.None));

        Assert.Equal(2, await CountAsync("?q=lift"));
        Assert.Equal(1, await CountAsync($"?theme={lifts.Id}"));
        Assert.Equal(3, await CountAsync("?uncoded=true"));
        Assert.Equal(1, await CountAsync("?uncoded=true&q=lift"));
        Assert.Equal(1, await CountAsync("?voice=Carer"));
        Assert.Equal(1, await CountAsync("?few=true"));
        Assert.Equal(4, await CountAsync(""));
        Assert.Equal(0, await CountAsync("?q=100%25_nothing"));
    }

    [Fact]
    public async Task All_that_match_get_a_theme_after_asking_once_more_with_their_number()
    {
        await CommentsAsync([.. Enumerable.Range(0, 60).Select(i => $"The lift was late {i}"), "The bus is fine"]);
        var lifts = await ThemeAsync("Lifts home");

        var ask = await analyst.SubmitAsync(await analyst.GetAsync("/moderation/themes/safer-crossings?q=lift"),
            new() { ["Input.Everything"] = "true", ["Input.Themes"] = $"{lifts.Id}" }, button: "Give");
        Assert.Equal("Give Lifts home to 60 comments?", ask.QuerySelector("h1")!.Words());
        Assert.Equal(0, await Site.AskAsync(db => db.Codings.CountAsync()));
        var done = await analyst.SubmitAsync(ask, button: "Yes, give it");

        Assert.Contains("Done: 60 changes.", done.Words(), StringComparison.Ordinal);
        Assert.Equal(60, await Site.AskAsync(db => db.Codings.CountAsync()));
        Assert.Contains("60 of 61", (await analyst.GetAsync("/moderation/themes")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_is_paged_by_key()
    {
        await CommentsAsync([.. Enumerable.Range(0, 60).Select(i => $"Comment {i}")]);

        var first = await analyst.GetAsync("/moderation/themes/safer-crossings");
        var second = await analyst.FollowAsync(first, "Next page");

        Assert.Equal(CodingList.PageSize, first.QuerySelectorAll("[data-select]").Length);
        Assert.Equal(10, second.QuerySelectorAll("[data-select]").Length);
    }

    [Fact]
    public async Task A_theme_opens_the_comments_behind_its_number_and_no_removed_one()
    {
        var comments = await CommentsAsync("The lift was **late**", "Bad words");
        var lifts = await ThemeAsync("Lifts home");
        await Site.DoAsync<CodingDesk>(d => d.AssignAsync([lifts.Id], [.. comments.Select(c => c.Id)], analystId, CancellationToken.None));
        await Site.DoAsync<Data.CommunityVoiceDb>(async db =>
        {
            (await db.Comments.SingleAsync(c => c.Id == comments[1].Id)).Remove("civil", Site.Now);
            await db.SaveChangesAsync();
        });

        var page = await new Browser(Site).GetAsync("/areas/rivermead/themes/lifts-home");

        Assert.Contains("1 comment about this in Rivermead", page.Words(), StringComparison.Ordinal);
        Assert.Equal("late", page.QuerySelector(".comment__body strong")!.TextContent);
        Assert.DoesNotContain("Bad words", page.Words(), StringComparison.Ordinal);
        await new Browser(Site).GetAsync("/areas/rivermead/themes/nothing", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Coding_needs_the_capability_in_the_consultations_area()
    {
        var elsewhere = await Site.SaveAsync(A.Person("Elsewhere"));
        await Site.SaveAsync(A.Membership(elsewhere, A.Area("Hillgate"), Capability.Code));
        var mine = await ThemeAsync("Lifts home");
        var stranger = new Browser(Site, elsewhere.Id);

        foreach (var path in new[] { "/moderation/themes/safer-crossings", $"/moderation/themes/safer-crossings/all?themes={mine.Id}", $"/moderation/themes/edit/{mine.Id}", "/moderation/themes/add/rivermead" })
        {
            Assert.Equal("/account/not-allowed", (await stranger.SendOnceAsync(HttpMethod.Get, path)).Headers.Location?.AbsolutePath);
            Assert.Equal("/account/not-allowed", (await new Browser(Site, asha.Id).SendOnceAsync(HttpMethod.Get, path)).Headers.Location?.AbsolutePath);
            Assert.Equal("/account/sign-in", (await new Browser(Site).SendOnceAsync(HttpMethod.Get, path)).Headers.Location?.AbsolutePath);
            await analyst.GetAsync(path);
        }
    }

    private async Task<int> CountAsync(string query) =>
        (await analyst.GetAsync("/moderation/themes/safer-crossings" + query)).QuerySelectorAll("[data-select]").Length;

    private async Task<List<Comment>> CommentsAsync(params string[] bodies)
    {
        List<Comment> comments = [.. bodies.Select(body => A.Comment(consultation, asha, body))];
        await Site.SaveAsync(comments[0], [.. comments.Skip(1)]);
        await Site.DoAsync<Data.CommunityVoiceDb>(db => CommentCounts.RecountAsync(db, consultation.Id, CancellationToken.None));
        return comments;
    }

    private Task<Theme> ThemeAsync(string name) => Site.SaveAsync(new Theme(rivermead, name, A.Slug(name)));
}
