using System.Text.Json;
using AngleSharp.Html.Dom;
using CommunityVoice.Analysis;
using CommunityVoice.Bundles;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.OnBehalf;
using CommunityVoice.People;
using CommunityVoice.Tests.Analysis;
using CommunityVoice.Tests.OnBehalf;
using CommunityVoice.Tests.OpenData;
using CommunityVoice.Themes;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Themes;

/// <summary>How comments about a theme reached us, on its page and in both files: the same everywhere, protected, and no more told by reading twice or reading all of it.</summary>
public sealed class ThemeWaysTests : SiteTest
{
    private const string Here = "/areas/rivermead/themes/lights";

    private static readonly EntryChannel?[] Ways = [null, .. Enum.GetValues<EntryChannel>()];
    private static readonly Stance[] Sides = [Stance.For, Stance.Against, Stance.Neither];

    private AnswerScene scene = null!;
    private Theme theme = null!;
    private int people;

    /// <summary>By way, and within each by side: for, against, neither.</summary>
    public static TheoryData<int[][]> Crowds =>
    [
        (int[][])[[1, 6, 30], [0, 2, 10], [1, 1, 1], [0, 0, 0], [0, 0, 1]],
        (int[][])[[0, 0, 41], [3, 0, 4], [0, 1, 50], [0, 0, 1]],
        (int[][])[[2, 2, 5], [8, 0, 4], [0, 1, 1], [0, 9, 0], [0, 0, 6], [0, 3, 0], [1, 0, 0]],
    ];

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        scene = await AnswerScene.MakeAsync(Site);
        theme = await Site.SaveAsync(new Theme(scene.Place, "Lights", "lights"));
        await Site.AssessAsync(scene.Consultation.Id, Dataset.Heard);
    }

    [Fact]
    public async Task Small_ways_are_hidden_alike_on_the_page_and_in_both_files()
    {
        await SayAsync(null, 40);
        await SayAsync(EntryChannel.Paper, 12);
        await SayAsync(EntryChannel.Phone, 3);
        await scene.RecordMeetingAsync(people: "25"); // two points
        await Site.DoAsync<CodingDesk>(async d => await d.AssignAsync([theme.Id], await Site.AskAsync(db => db.Comments.Where(c => c.MeetingId != null).Select(c => c.Id).ToListAsync()), scene.Clerk.Id, default));
        Assert.Equal(1, await RefreshAsync());

        var page = await PageAsync();
        page.Shows("Of the 57 comments that could be read on");
        var (told, item) = (Told(page), await ItemAsync());
        Assert.Equal(("about 40", "hidden", "hidden"), (told["On this site"], told["By phone"], told["At a meeting"]));
        Assert.Equal(told, Words(item));
        Assert.Equal((57, "NHS sub-national counts"), (item.GetProperty("byChannelAbout").GetProperty("comments").GetInt32(), item.GetProperty("byChannelAbout").GetProperty("profile").GetString()));
        var row = await RowAsync();
        Assert.Equal(("57", "40", "*", "*", "0"), (row["told_of"], row["on_this_site"], row["by_phone"], row["at_a_meeting"], row["by_post"]));
        Assert.Contains(PlaceCarriages.All, c => c.Entity == typeof(ThemeTable) && c.Travels); // the guard remembers wherever the place goes
    }

    [Fact]
    public async Task Whoever_keeps_the_numbers_of_before_does_not_learn_how_one_more_came()
    {
        await SayAsync(null, 48);
        await SayAsync(EntryChannel.Paper, 12);
        await RefreshAsync();
        var was = Words(await ItemAsync());
        Assert.Equal(["about 50", "about 10"], was.Select(w => w.Value));

        await SayAsync(EntryChannel.Paper, 1); // the 13th would be rounded up
        foreach (var later in new[] { TimeSpan.FromMinutes(11), TimeSpan.FromHours(25) })
        {
            Site.Clock.Advance(later);
            await RefreshAsync();
            var page = await PageAsync();

            page.Shows("61 comments");
            page.Shows("Of the 60 comments that could be read on");
            Assert.Equal(was, Words(await ItemAsync()));
        }
        await SayAsync(null, 15);
        Assert.Equal(1, await RefreshAsync());
        (await PageAsync()).Shows("Of the 76 comments that could be read on");
        Assert.Equal(0, await RefreshAsync());
    }

    [Fact]
    public async Task What_only_counts_is_in_no_way_since_it_could_be_told_by_what_can_be_read()
    {
        await SayAsync(null, 30);
        await SayAsync(EntryChannel.Paper, 12);
        await SayAsync(EntryChannel.Phone, 10, EntryConsent.CountOnly);
        await RefreshAsync();

        var page = await PageAsync();

        page.Shows("10 more answers count without being shown");
        page.Shows("Of the 42 comments that could be read on");
        Assert.Equal(["On this site", "On paper"], Told(page).Select(t => t.Key));
        Assert.Equal("0", (await RowAsync())["by_phone"]);
    }

    [Fact]
    public async Task Under_twenty_comments_nothing_is_told_and_the_page_says_so()
    {
        await SayAsync(null, 9);
        await SayAsync(EntryChannel.Paper, 10);
        Assert.Equal(0, await RefreshAsync());
        (await PageAsync()).Shows("How people told us is shown from 20 comments on");
        Assert.Empty(Words(await ItemAsync()));
        var row = await RowAsync();
        Assert.Equal(("", ""), (row["told_of"], row["on_paper"]));

        await SayAsync(null, 1);
        Assert.Equal(1, await RefreshAsync());

        (await PageAsync()).DoesNotShow("is shown from 20 comments on");
        Assert.NotEmpty(Words(await ItemAsync()));
    }

    [Fact]
    public async Task A_theme_that_falls_below_twenty_comments_tells_no_ways_any_longer()
    {
        await SayAsync(null, 12);
        await SayAsync(EntryChannel.Paper, 12);
        Assert.Equal(1, await RefreshAsync());
        Assert.NotEmpty(Words(await ItemAsync()));

        await RemoveAsync(5);

        await ShowsNothingAsync();
        (await PageAsync()).Shows("How people told us is shown from 20 comments on");
        Site.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(0, await RefreshAsync());
        await ShowsNothingAsync();
    }

    [Fact]
    public async Task Every_theme_is_counted_once_in_ten_minutes_whoever_asks()
    {
        await SayAsync(null, 12);
        await RefreshAsync();
        await SayAsync(EntryChannel.Paper, 12);

        Assert.Equal(0, await RefreshAtOnceAsync());

        Assert.Equal(1, await RefreshAsync());
    }

    [Fact]
    public async Task What_may_not_tell_who_was_heard_feeds_no_ways()
    {
        await SayAsync(null, 12);
        await SayAsync(EntryChannel.Paper, 12);
        var other = await Site.SaveAsync(A.Consultation("Later buses", area: scene.Place, askedBy: scene.Body));
        await SayAsync(EntryChannel.Phone, 15, at: other);
        await RefreshAsync();
        Assert.Equal(("24", "0"), ((await RowAsync())["told_of"], (await RowAsync())["by_phone"]));
        (await PageAsync()).Shows("39 comments about this");

        await Site.AssessAsync(other.Id, Dataset.Heard);
        await RefreshAsync();
        Assert.Equal(("39", "15"), ((await RowAsync())["told_of"], (await RowAsync())["by_phone"]));

        await Site.AssessAsync(other.Id, Dataset.Heard, DisclosureRisk.Low, may: false);
        await ShowsNothingAsync(); // it holds what may not be told any longer
        await RefreshAsync();
        Assert.Equal(("24", "0"), ((await RowAsync())["told_of"], (await RowAsync())["by_phone"]));
    }

    [Fact]
    public async Task The_strictest_profile_among_its_consultations_holds()
    {
        await SayAsync(null, 30);
        await SayAsync(EntryChannel.Paper, 30);
        var other = await Site.SaveAsync(A.Consultation("Later buses", area: scene.Place, askedBy: scene.Body));
        await Site.AssessAsync(other.Id, Dataset.Heard);
        await SayAsync(EntryChannel.Phone, 30, at: other);
        await RefreshAsync();
        Assert.Equal("NHS sub-national counts", (await ItemAsync()).GetProperty("byChannelAbout").GetProperty("profile").GetString());

        await Site.AssessAsync(other.Id, Dataset.Heard, DisclosureRisk.Some);
        await ShowsNothingAsync(); // until it went through the stricter rules
        Assert.Equal(1, await RefreshAsync());

        Assert.Equal(DisclosureProfile.TenFive.Name, (await ItemAsync()).GetProperty("byChannelAbout").GetProperty("profile").GetString());
    }

    [Theory]
    [MemberData(nameof(Crowds))]
    public async Task Ways_and_sides_together_tell_of_no_few(int[][] crowd)
    {
        for (var way = 0; way < crowd.Length; way++)
        {
            for (var side = 0; side < Sides.Length; side++) await SayAsync(Ways[way], crowd[way][side], stance: Sides[side]);
        }
        await RefreshAsync();
        var page = await PageAsync();
        var (ways, sides) = (Words(await ItemAsync()), Told(page, "sides"));
        Assert.NotEmpty(ways);
        var read = new Readings();
        string[] Cells(Func<int, int, bool> wanted) => [.. from way in Enumerable.Range(0, Ways.Length) from side in Enumerable.Range(0, Sides.Length) where wanted(way, side) select $"{way}/{side}"];

        read.Know(crowd.Sum(c => c.Sum()), Cells((_, _) => true));
        for (var way = 0; way < Ways.Length; way++) read.Read(ways.GetValueOrDefault(Word(Ways[way]), "0"), Cells((w, _) => w == way));
        foreach (var (label, side) in new[] { ("For", 0), ("Against", 1), ("Neither, or both", 2) }) read.Read(sides[label], Cells((_, s) => s == side));

        var leaks = read.Leaks(cell => cell.Split('/') is [var w, var s] && int.Parse(w, null) < crowd.Length ? crowd[int.Parse(w, null)][int.Parse(s, null)] : 0);
        Assert.True(leaks.Count == 0, string.Join('\n', leaks));
    }

    private static string Word(EntryChannel? way) => way?.Word() ?? EntryChannelWords.OnTheSite;

    private static Dictionary<string, string> Told(IHtmlDocument page, string section = "ways") =>
        page.QuerySelectorAll($"section[aria-labelledby={section}] dt").ToDictionary(d => d.Words(), d => d.NextElementSibling!.Words().Split(" (")[0], StringComparer.Ordinal);

    private static Dictionary<string, string> Words(JsonElement item) => item.GetProperty("byChannel").EnumerateArray()
        .ToDictionary(g => g.GetProperty("label").GetString()!, g => g.GetProperty("count").GetProperty("words").GetString()!, StringComparer.Ordinal);

    private Task<IHtmlDocument> PageAsync() => new Browser(Site).GetAsync(Here);

    private async Task<JsonElement> ItemAsync() => Assert.Single(await new DataFiles(Site).ItemsAsync("/areas/rivermead/themes.json"));

    private async Task<IReadOnlyDictionary<string, string>> RowAsync() => Assert.Single((await new DataFiles(Site).CsvAsync("/areas/rivermead/themes.csv")).Rows);

    private Task<int> RefreshAsync()
    {
        Site.Clock.Advance(HeardTables.Rest);
        return RefreshAtOnceAsync();
    }

    private Task<int> RefreshAtOnceAsync() => Site.AskAsync<ThemeTables, int>(t => t.RefreshDueAsync(default));

    private Task RemoveAsync(int fewer) => Site.DoAsync<CommunityVoiceDb>(async db =>
    {
        foreach (var comment in await db.Comments.Where(c => c.RemovedAt == null).OrderBy(c => c.Id).Take(fewer).ToListAsync()) comment.Remove("1", Site.Now);
        await db.SaveChangesAsync();
    });

    private async Task ShowsNothingAsync()
    {
        Assert.Empty((await PageAsync()).QuerySelectorAll("section[aria-labelledby=ways]"));
        Assert.Empty(Words(await ItemAsync()));
        Assert.Equal("", (await RowAsync())["told_of"]);
    }

    private async Task SayAsync(EntryChannel? way, int times, EntryConsent consent = EntryConsent.PublishAndQuote, Stance stance = Stance.Neither, Consultation? at = null)
    {
        if (times == 0) return;
        var said = Enumerable.Range(0, times).Select(_ => new Comment(at ?? scene.Consultation, new Author(null, $"Person {people++}", Voice.Resident), "The lights change too fast.", Site.Now)).ToList();
        if (way is { } channel) said.ForEach(c => c.CameBy(channel, scene.Body.Id, consent));
        await Site.SaveAsync(said[0], [.. said.Skip(1)]);
        var codings = said.ConvertAll(c => new Coding(theme, c, scene.Clerk.Id, Site.Now));
        codings.ForEach(c => c.Take(stance));
        await Site.SaveAsync(codings[0], [.. codings.Skip(1)]);
    }
}
