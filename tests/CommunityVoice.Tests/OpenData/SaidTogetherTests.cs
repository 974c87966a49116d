using System.Text.Json;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.Tests.OnBehalf;
using CommunityVoice.Tests.Themes;
using CommunityVoice.Themes;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.OpenData;

/// <summary>Comments in the same words, and what speaks for and against a theme, in files: as their pages show them.</summary>
public sealed class SaidTogetherTests : SiteTest
{
    private const string Home = "/consultations/safer-crossings";
    private ThemeScene scene = null!;
    private DataFiles files = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        scene = await ThemeScene.MakeAsync(Site);
        files = new(Site);
        await Site.AssessAsync(scene.Consultation.Id, Dataset.Comments);
    }

    [Fact]
    public async Task Comments_in_the_same_words_have_a_number_together_and_are_one_viewpoint()
    {
        var comments = await scene.SaidAsync(ThemeScene.Letter, ThemeScene.Letter.ToUpperInvariant(), ThemeScene.Letter + " Thank you.", ThemeScene.Letter, "I would rather have a night nurse than another clinic, thank you very much.");
        await scene.CompareAsync();
        await RemoveAsync(comments[3].Id);
        var shared = $"{comments[0].Id}";

        var group = Assert.Single((await files.CsvAsync(Home + "/same-words.csv")).Rows);
        var item = (await files.JsonAsync(Home + "/same-words.json")).GetProperty("item");
        var (_, rows) = await files.CsvAsync(Home + "/comments.csv");

        Assert.Equal((shared, "3", "3", $"{Home}/same-words/{shared}"), (group["number"], group["comments"], group["people"], group["path"]));
        (await new Browser(Site).GetAsync(group["path"])).Shows("3 people sent nearly the same words");
        Assert.Equal((3, 1), (item.GetProperty("comments").GetInt32(), item.GetProperty("viewpoints").GetInt32()));
        Assert.DoesNotContain("clinic", item.GetRawText(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal([shared, shared, shared, "", ""], rows.Select(r => r["same_words"]));
        Assert.Equal(rows.Select(r => r["same_words"]), (await files.ItemsAsync(Home + "/comments.json", 2)).Select(c => $"{c.GetProperty("sameWords")}"));
        Assert.Equal(comments[0].Id, (await files.JsonAsync($"{Home}/comments/{comments[1].Id}.json")).GetProperty("item").GetProperty("sameWords").GetInt64());
        Assert.Contains(Home + "/same-words.csv", await files.TextAsync("/open-data/datapackage.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_one_that_can_be_seen_is_alone_with_its_words()
    {
        var comments = await scene.SaidAsync(ThemeScene.Letter, ThemeScene.Letter);
        await scene.CompareAsync();
        await RemoveAsync(comments[0].Id);

        Assert.Empty((await files.CsvAsync(Home + "/same-words.csv")).Rows);
        Assert.All((await files.CsvAsync(Home + "/comments.csv")).Rows, r => Assert.Equal("", r["same_words"]));
    }

    [Fact]
    public async Task One_that_a_moderator_checks_is_named_neither_by_itself_nor_by_the_others()
    {
        var comments = await scene.SaidAsync(ThemeScene.Letter, ThemeScene.Letter, ThemeScene.Letter);
        await scene.CompareAsync();
        await ChangeAsync(comments[0].Id, c => c.Hold("It names somebody.", Site.Now));
        var shared = $"{comments[1].Id}";

        var held = (await files.JsonAsync($"{Home}/comments/{comments[0].Id}.json")).GetProperty("item");

        Assert.Equal(("held", JsonValueKind.Null), (held.GetProperty("state").GetString(), held.GetProperty("sameWords").ValueKind));
        Assert.Equal(comments[1].Id, (await files.JsonAsync($"{Home}/comments/{comments[2].Id}.json")).GetProperty("item").GetProperty("sameWords").GetInt64());
        Assert.Equal(["", shared, shared], (await files.CsvAsync(Home + "/comments.csv")).Rows.Select(r => r["same_words"]));
        var group = Assert.Single((await files.CsvAsync(Home + "/same-words.csv")).Rows);
        Assert.Equal((shared, "2"), (group["number"], group["comments"]));
        (await new Browser(Site).GetAsync(group["path"])).Shows("2 people sent nearly the same words");
        (await new Browser(Site).GetAsync(Home + "/same-words")).Shows("Please keep the walk-in clinic");
        await new Browser(Site).GetAsync($"{Home}/same-words/{comments[0].Id}", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_speaks_for_and_against_a_theme_is_as_its_page_shows_it()
    {
        var theme = await scene.ThemeAsync("Social prescribing");
        var comments = await scene.SaidAsync([.. Enumerable.Range(0, 20).Select(i => $"What I think of walks in the park, number {i} of many, is {new string((char)('a' + i), 9)}.")]);
        await scene.CodeAsync(theme, [.. comments]);
        var before = Assert.Single((await files.CsvAsync("/areas/rivermead/themes.csv")).Rows);
        Assert.Equal(("", "", ""), (before["for"], before["against"], before["neither"]));
        await Site.NotToBeQuotedAsync(comments[8].Id);
        foreach (var (opposing, quotes) in new[] { (2, 0), (11, Stances.MostOfEach) })
        {
            var stances = comments.Take(9 + opposing).Select((c, i) => (c.Id, Stance: i < 9 ? Stance.For : Stance.Against)).ToDictionary(s => s.Id, s => s.Stance);
            await Site.AskAsync<Stances, int>(s => s.SaveAsync(scene.Consultation, theme, stances, scene.Ana.Id, default));
            await SidesAsync(comments[8].Id, opposing == 2 ? "*" : "10", quotes);
        }
    }

    // While the number of one side is hidden, nobody is quoted: as many of each would tell it.
    private async Task SidesAsync(long notToBeQuoted, string against, int quotes)
    {
        var row = Assert.Single((await files.CsvAsync("/areas/rivermead/themes.csv")).Rows);
        var sides = Assert.Single(await files.ItemsAsync("/areas/rivermead/themes.json")).GetProperty("sides");
        var page = await new Browser(Site).GetAsync("/areas/rivermead/themes/social-prescribing");

        Assert.Equal(against, row["against"]);
        Assert.Equal(page.QuerySelectorAll("section[aria-labelledby=sides] dl dt").Select(t => $"{t.Words()} {t.NextElementSibling!.Words()}"),
            sides.GetProperty("counts").EnumerateArray().Select(c => $"{c.GetProperty("label")} {c.GetProperty("count").GetProperty("words")} {(c.GetProperty("shareWords").GetString() is { Length: > 0 } share ? $"({share})" : "")}".TrimEnd()));
        foreach (var (side, name) in new[] { ("For", "for"), ("Against", "against") })
        {
            var quoted = page.QuerySelectorAll($"section[aria-labelledby=side-{side}] .comment__by a").Select(a => a.GetAttribute("href")).ToList();
            Assert.Equal(quotes, quoted.Count);
            Assert.Equal(quoted, sides.GetProperty(name).EnumerateArray().Select(p => p.GetString()));
        }
        Assert.DoesNotContain(sides.GetProperty("for").EnumerateArray(), p => p.GetString() == $"{Home}/comments/{notToBeQuoted}");
    }

    private Task RemoveAsync(long id) => ChangeAsync(id, c => c.Remove("civil", Site.Now));

    private Task ChangeAsync(long id, Action<Comment> change) => Site.DoAsync<CommunityVoiceDb>(async db =>
    {
        change(await db.Comments.SingleAsync(c => c.Id == id));
        await db.SaveChangesAsync();
    });
}
