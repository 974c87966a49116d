using CommunityVoice.Bodies;
using CommunityVoice.Themes;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Themes;

/// <summary>Coding one comment after the other.</summary>
public sealed class OneByOneTests : SiteTest
{
    private const string Path = "/moderation/themes/safer-crossings/one";
    private ThemeScene scene = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        scene = await ThemeScene.MakeAsync(Site);
    }

    [Fact]
    public async Task Saving_leads_to_the_next_without_a_theme_until_every_comment_has_one()
    {
        var comments = await scene.SaidAsync("The lift was late", "The bus is fine");
        var lifts = await scene.ThemeAsync("Lifts home");
        var page = await scene.Browser.GetAsync(Path);
        page.Shows("The lift was late");
        page.DoesNotShow("The bus is fine");

        page = await scene.Browser.SubmitAsync(page, new() { ["Input.Themes"] = $"{lifts.Id}" }, button: "Save, and the next");
        page.Shows("Saved: 1 theme given.");
        page.Shows("The bus is fine");
        page = await scene.Browser.SubmitAsync(page, new() { ["Input.NewTheme"] = "Buses" }, button: "Save, and the next");

        page.Shows("Every comment has a theme");
        Assert.Equal([(comments[0].Id, "Lifts home"), (comments[1].Id, "Buses")],
            (await Site.AskAsync(db => db.Codings.Include(c => c.Theme).OrderBy(c => c.CommentId).ToListAsync())).Select(c => (c.CommentId, c.Theme.Name)));
    }

    [Fact]
    public async Task Saving_nothing_says_what_to_do_and_skipping_comes_back_round()
    {
        await scene.SaidAsync("The lift was late");
        await scene.ThemeAsync("Lifts home");
        var page = await scene.Browser.GetAsync(Path);

        var wrong = await scene.Browser.SubmitAsync(page, [], HttpStatusCode.UnprocessableEntity, "Save, and the next");
        Assert.Contains("Choose a theme, name a new one, or skip this comment", wrong.QuerySelector("[data-error-summary]")!.Words(), StringComparison.Ordinal);
        wrong.Shows("The lift was late");

        page = await scene.Browser.FollowAsync(page, "Skip s");
        page.Shows("That was the last one");
        (await scene.Browser.FollowAsync(page, "Go through those that you skipped")).Shows("The lift was late");
    }

    [Fact]
    public async Task The_last_step_is_undone_and_what_was_there_before_stays()
    {
        var comments = await scene.SaidAsync("The lift was late", "The bus is fine");
        var (lifts, late) = (await scene.ThemeAsync("Lifts home"), await scene.ThemeAsync("Told too late"));
        await scene.CodeAsync(lifts, comments[0]);
        Site.Clock.Advance(TimeSpan.FromMinutes(1));
        var page = await scene.Browser.GetAsync($"{Path}?at={comments[0].Id}");
        Assert.NotNull(page.QuerySelector($"#t{lifts.Id}[checked]"));

        page = await scene.Browser.SubmitAsync(page, new() { ["Input.Themes"] = $"{late.Id}" }, button: "Save, and the next");
        page.Shows("Saved: 1 theme given, 1 taken off.");
        Assert.Equal([late.Id], await Site.AskAsync(db => db.Codings.Select(c => c.ThemeId).ToListAsync()));
        page = await scene.Browser.SubmitAsync(page, button: "Undo");

        page.Shows("The lift was late");
        Assert.Equal([lifts.Id], await Site.AskAsync(db => db.Codings.Select(c => c.ThemeId).ToListAsync()));
        Assert.Equal(2, await Site.AskAsync(db => db.ActivityEntries.CountAsync(e => e.Verb == "comments.uncoded")));
    }

    [Fact]
    public async Task A_suggestion_says_why_is_never_ticked_and_its_answer_is_kept()
    {
        var comments = await scene.SaidAsync(
            "Nobody came at night, the nurse was elsewhere", "The night nurse has thirty patients", "The lift home was late", "No lift home after six", "At night one nurse is not enough");
        var (night, lifts) = (await scene.ThemeAsync("Care at night"), await scene.ThemeAsync("Lifts home"));
        await scene.CodeAsync(night, comments[0], comments[1]);
        await scene.CodeAsync(lifts, comments[2], comments[3]);

        var page = await scene.Browser.GetAsync(Path);

        var why = page.QuerySelector($"#why{night.Id}")!.Words();
        Assert.Contains("shares: night", why, StringComparison.Ordinal);
        Assert.Contains("like another comment", why, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("[name='Input.Themes'][checked]"));
        Assert.Equal(4, await Site.AskAsync(db => db.Codings.CountAsync()));

        var offered = page.QuerySelectorAll("[name='Input.Suggested']").Length;
        page = await scene.Browser.SubmitAsync(page, new() { ["Input.Themes"] = $"{night.Id}" }, button: "Save, and the next");
        var answers = await Site.AskAsync(db => db.SuggestionAnswers.ToListAsync());
        Assert.Equal(offered, answers.Count);
        Assert.True(answers.Single(a => a.ThemeId == night.Id).IsAccepted);
        Assert.All(answers.Where(a => a.ThemeId != night.Id), a => Assert.False(a.IsAccepted));

        await scene.Browser.SubmitAsync(page, button: "Undo");
        Assert.Equal(0, await Site.AskAsync(db => db.SuggestionAnswers.CountAsync()));
    }

    [Fact]
    public async Task One_step_codes_all_in_nearly_the_same_words_and_undo_takes_it_off_all()
    {
        await scene.SaidAsync([.. Enumerable.Repeat(ThemeScene.Letter, 30), "The bus is fine"]);
        var clinic = await scene.ThemeAsync("The clinic");
        await scene.CompareAsync();
        var page = await scene.Browser.GetAsync(Path);
        page.Shows("30 comments are in nearly the same words.");

        page = await scene.Browser.SubmitAsync(page, new() { ["Input.Themes"] = $"{clinic.Id}", ["Input.WithCopies"] = "true" }, button: "Save, and the next");
        Assert.Equal(30, await Site.AskAsync(db => db.Codings.CountAsync()));
        page.Shows("The bus is fine");

        await scene.Browser.SubmitAsync(page, button: "Undo");
        Assert.Equal(0, await Site.AskAsync(db => db.Codings.CountAsync()));
    }

    [Fact]
    public async Task Each_theme_has_a_key_and_a_comment_of_elsewhere_is_not_found()
    {
        await scene.SaidAsync("The lift was late");
        foreach (var i in Enumerable.Range(1, 11)) await scene.ThemeAsync($"Theme {i:00}");
        var elsewhere = await Site.SaveAsync(A.Comment(await Site.SaveAsync(A.Consultation("Elsewhere")), await Site.SaveAsync(A.Person())));

        var page = await scene.Browser.GetAsync(Path);

        Assert.Equal(["1", "2", "3", "4", "5", "6", "7", "8", "9", "a", "b"], page.QuerySelectorAll("[name='Input.Themes']").Select(b => b.GetAttribute("data-shortcut")));
        await scene.Browser.GetAsync($"{Path}?at={elsewhere.Id}", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task These_pages_need_the_capability_in_the_area()
    {
        var elsewhere = await Site.SaveAsync(A.Person("Elsewhere"));
        await Site.SaveAsync(A.Membership(elsewhere, A.Area("Hillgate"), Capability.Code));
        await scene.SaidAsync([.. Enumerable.Range(0, 12).Select(i => $"Comment {i}")]);
        var sample = await Site.AskAsync<DoubleCodings, DoubleCoding?>(d => d.StartAsync(scene.Consultation, 10, scene.Ana.Id, CancellationToken.None));

        foreach (var path in new[] { Path, "/moderation/themes/import/rivermead", "/moderation/themes/safer-crossings/double", $"/moderation/themes/double/{sample!.Id}", $"/moderation/themes/double/{sample.Id}/code" })
        {
            Assert.Equal("/account/not-allowed", (await new Browser(Site, elsewhere.Id).SendOnceAsync(HttpMethod.Get, path)).Headers.Location?.AbsolutePath);
            Assert.Equal("/account/sign-in", (await new Browser(Site).SendOnceAsync(HttpMethod.Get, path)).Headers.Location?.AbsolutePath);
            await scene.Browser.GetAsync(path);
        }
    }
}
