using System.Text.Json;
using AngleSharp.Html.Dom;
using CommunityVoice.Areas;
using CommunityVoice.Consultations;
using CommunityVoice.Discussion;
using CommunityVoice.People;
using CommunityVoice.Tests.OpenData;
using CommunityVoice.Tests.Sharing;
using CommunityVoice.Themes;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Areas;

/// <summary>Above places, themes of one name in several places are one row that opens to them; in a place and below each stands for itself.</summary>
public sealed class SameThemesTests : SiteTest
{
    private const string Parts = "/areas/fellside/themes/late-buses 4;/areas/rivermead/themes/late-buses 3;/areas/two-rivers/themes/late-buses 2";
    private readonly Person tom = A.Person("Tom W");
    private NestedPlaces nested = null!;
    private Consultation[] asked = [];
    private DataFiles files = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        files = new(Site);
        nested = await NestedPlaces.MakeAsync(Site, new Dictionary<string, int[]>(StringComparer.Ordinal));
        await Site.SaveAsync(tom);
        asked = [await Site.SaveAsync(A.Consultation("Asked in Rivermead", nested.Places[0])), await Site.SaveAsync(A.Consultation("Asked in Fellside", nested.Places[1]))];
    }

    [Fact]
    public async Task The_row_has_each_comment_once_and_opens_to_the_theme_of_each_place()
    {
        await BusesAsync();
        var page = await ReadAsync("/areas/two-rivers");

        page.Shows("7 comments about Late buses Heard in 2 places and Two Rivers as a whole Fellside: Late buses, 4 comments Rivermead: Late buses, 3 comments Two Rivers: Late buses, 2 comments A comment that was given several of them counts once.");
        page.Shows("Said by few, kept in sight Lights 1 comment about Lights");
        foreach (var area in new[] { "fellside", "rivermead", "two-rivers" }) Assert.NotNull(page.QuerySelector($"section[aria-labelledby=themes] a[href='/areas/{area}/themes/late-buses']"));
        (await ReadAsync("/areas/two-rivers/brief")).Shows("Said most: Late buses (7, in 2 places and Two Rivers as a whole), Lights (1).");
        (await ReadAsync("/areas/three-rivers")).Shows("7 comments about Late buses Heard in 2 places and Two Rivers as a whole");
    }

    [Fact]
    public async Task Its_address_is_where_it_stands_on_the_list_of_all_themes()
    {
        await BusesAsync();
        var address = (await ReadAsync("/areas/two-rivers")).QuerySelector(".cv-bars b a")!.GetAttribute("href")!;

        var row = (await ReadAsync("/areas/two-rivers/themes")).GetElementById(address.Split('#')[1])!;

        Assert.StartsWith("/areas/two-rivers/themes#theme-late-buses-", address, StringComparison.Ordinal);
        Assert.Equal(["7", "6"], row.QuerySelectorAll("td.cv-table__number").Select(c => c.Words())); // two comments in nearly the same words are one viewpoint
        Assert.Equal(["/areas/fellside/themes/late-buses", "/areas/rivermead/themes/late-buses", "/areas/two-rivers/themes/late-buses"], row.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
        Assert.StartsWith("Late buses Heard in 2 places", row.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_say_what_the_pages_say()
    {
        await BusesAsync();
        var address = (await ReadAsync("/areas/two-rivers")).QuerySelector(".cv-bars b a")!.GetAttribute("href")!;

        var place = (await files.JsonAsync("/areas/two-rivers.json")).GetProperty("item").GetProperty("themes").EnumerateArray().ToList();
        var list = await files.ItemsAsync("/areas/two-rivers/themes.json", limit: 1);

        foreach (var rows in new[] { place, list })
        {
            Assert.Equal([("Late buses", 7, 3), ("Lights", 1, 0)], rows.Select(r => (Text(r, "name"), r.GetProperty("comments").GetInt32(), r.GetProperty("parts").GetArrayLength())));
            Assert.Equal(address, Text(rows[0], "path"));
            Assert.Equal(Parts, string.Join(';', rows[0].GetProperty("parts").EnumerateArray().Select(p => $"{Text(p, "path")} {p.GetProperty("comments")}")));
        }
        Assert.Equal(("7", Parts), Cells((await files.CsvAsync("/areas/two-rivers.csv")).Rows.Single(r => r["section"] == "themes" && r["item"] == "Late buses"), "count"));
        Assert.Equal(("7", Parts), Cells((await files.CsvAsync("/areas/two-rivers/themes.csv")).Rows.Single(r => r["name"] == "Late buses"), "comments"));
        Assert.Equal(("1", ""), Cells((await files.CsvAsync("/areas/two-rivers/themes.csv")).Rows.Single(r => r["name"] == "Lights"), "comments"));
    }

    [Fact]
    public async Task A_comparison_has_the_row_too()
    {
        await BusesAsync();
        var page = await ReadAsync("/areas/compare?a=two-rivers&a=fellside");

        page.Shows("7 of 7 comments: Late buses, Two Rivers Heard in 2 places and Two Rivers as a whole");
        page.Shows("4 of 4 comments");
        var rows = (await files.CsvAsync("/areas/compare.csv?a=two-rivers&a=fellside")).Rows.Where(r => r["section"] == "theme" && r["item"] == "Late buses").ToList();
        Assert.Equal([("7", Parts), ("4", "")], rows.Select(r => Cells(r, "count")));
    }

    [Fact]
    public async Task In_a_place_and_below_each_theme_stands_for_itself()
    {
        await BusesAsync();
        foreach (var path in new[] { "/areas/fellside", "/areas/fellside/themes", "/areas/fellside/brief", "/areas/fellside/determinants" }) (await ReadAsync(path)).DoesNotShow("Heard in");

        var page = await ReadAsync("/areas/fellside");
        page.Shows("4 comments about late BUSES");
        page.Shows("1 comment about Late buses");
        Assert.Equal([("late  BUSES", 4, 0), ("Late buses", 1, 0)], (await files.ItemsAsync("/areas/fellside/themes.json")).OrderByDescending(r => r.GetProperty("comments").GetInt32())
            .Select(r => (Text(r, "name"), r.GetProperty("comments").GetInt32(), r.GetProperty("parts").GetArrayLength())));
    }

    [Fact]
    public async Task Other_names_stay_apart_and_so_do_two_of_one_name_in_one_place_until_another_place_has_it()
    {
        var (here, there) = (await SaidAsync(0, 4), await SaidAsync(1, 2));
        await GiveAsync(new Theme(nested.Places[0], "Lights", "lights"), here.Take(3));
        await GiveAsync(new Theme(nested.Wards[0], "Lights", "lights"), here.Skip(3));
        await GiveAsync(new Theme(nested.Places[1], "Lamps", "lamps"), there.Take(1));
        await nested.CountAsync();
        (await ReadAsync("/areas/two-rivers")).DoesNotShow("Heard in");
        Assert.Equal([3, 1, 1], (await files.ItemsAsync("/areas/two-rivers/themes.json")).Select(t => t.GetProperty("comments").GetInt32()));

        await GiveAsync(new Theme(nested.Places[1], "Lights", "lights"), there.Skip(1));
        await nested.CountAsync();

        (await ReadAsync("/areas/two-rivers")).Shows("5 comments about Lights Heard in 2 places Rivermead: Lights, 3 comments Fellside: Lights, 1 comment Weirside (Rivermead): Lights, 1 comment");
        Assert.Equal([5, 1], (await files.ItemsAsync("/areas/two-rivers/themes.json")).Select(t => t.GetProperty("comments").GetInt32()));
    }

    [Fact]
    public async Task Being_few_new_and_marked_is_told_of_the_whole_row()
    {
        var (here, there) = (await SaidAsync(0, 3), await SaidAsync(1, 2));
        var fellside = new Theme(nested.Places[1], "Lights", "lights");
        fellside.Mark("transport");
        fellside.MarkCapacity(true);
        await GiveAsync(new Theme(nested.Places[0], "Lights", "lights"), here);
        Site.Clock.Advance(TimeSpan.FromHours(2));
        await GiveAsync(fellside, there);
        await nested.CountAsync();

        var page = await ReadAsync("/areas/two-rivers");
        page.DoesNotShow("Said by few, kept in sight"); // three and two are five
        page.Shows("Lights (5 comments)"); // about capacity
        Assert.Empty(await NewAsync("two-rivers"));
        Assert.Equal("Lights", Assert.Single(await NewAsync("fellside")).Name);
        Assert.Equal(["transport"], Assert.Single(await files.ItemsAsync("/areas/two-rivers/themes.json")).GetProperty("determinants").EnumerateArray().Select(d => d.GetString()));
        var shapes = await ReadAsync("/areas/two-rivers/determinants");
        Assert.Single(shapes.QuerySelectorAll(".cv-card h3"));
        shapes.Shows("Heard in 2 places Fellside: Lights Rivermead: Lights");
        Assert.Equal("/areas/fellside/themes/lights;/areas/rivermead/themes/lights", Assert.Single((await files.CsvAsync("/areas/two-rivers/determinants.csv")).Rows)["parts"]);
    }

    [Fact]
    public async Task What_nobody_can_read_joins_no_row_of_what_shapes_health()
    {
        var (here, there) = (await SaidAsync(0, 1), await SaidAsync(1, 1));
        var marked = new Theme(nested.Places[0], "Lights", "lights");
        marked.Mark("transport");
        await GiveAsync(marked, here);
        await GiveAsync(new Theme(nested.Places[1], "Lights", "lights"), there);
        await Site.AskAsync(db => db.Comments.Where(c => c.Id == there[0].Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.RemovedAt, (DateTimeOffset?)Site.Now)));
        await nested.CountAsync();

        var shapes = await ReadAsync("/areas/two-rivers/determinants");

        shapes.Shows("Lights");
        shapes.DoesNotShow("Heard in");
    }

    // Seven comments: three in one place and four in the other, of which the system's own theme was given to one each; two of the first are in nearly the same words.
    private async Task BusesAsync()
    {
        var (here, there) = (await SaidAsync(0, 3), await SaidAsync(1, 4));
        await GiveAsync(new Theme(nested.Places[0], "Late buses", "late-buses"), here);
        await GiveAsync(new Theme(nested.Places[1], "late  BUSES", "late-buses"), there);
        await GiveAsync(new Theme(nested.System, "Late buses", "late-buses"), [here[1], there[0]]);
        await GiveAsync(new Theme(nested.Places[0], "Lights", "lights"), [here[0]]);
        await Site.SaveAsync(new NearCopy(asked[0].Id, here[0].Id, here[0].Id), new NearCopy(asked[0].Id, here[1].Id, here[0].Id));
        await nested.CountAsync();
    }

    private async Task<List<Comment>> SaidAsync(int place, int count)
    {
        List<Comment> said = [.. Enumerable.Range(0, count).Select(i => A.Comment(asked[place], tom, $"Number {i}, said in {nested.Places[place].Name}."))];
        await Site.SaveAsync(said[0], [.. said.Skip(1)]);
        return said;
    }

    private async Task GiveAsync(Theme theme, IEnumerable<Comment> said)
    {
        await Site.SaveAsync(theme);
        foreach (var comment in said) await Site.SaveAsync(new Coding(theme, comment, tom.Id, Site.Now));
    }

    private async Task<IReadOnlyList<ThemeCount>> NewAsync(string slug) =>
        AreaChanges.Of([], (await Site.AskAsync(db => db.AreaTallies.AsNoTracking().SingleAsync(t => t.Area.Slug == slug))).Shown.Themes, FakeClock.Start.AddHours(1)).NewThemes;

    private Task<IHtmlDocument> ReadAsync(string path) => new Browser(Site).GetAsync(path);

    private static (string Number, string Parts) Cells(IReadOnlyDictionary<string, string> row, string number) => (row[number], row["parts"]);

    private static string Text(JsonElement thing, string name) => thing.GetProperty(name).GetString()!;
}

/// <summary>What a voice body does not share joins no row.</summary>
public sealed class SharedThemesTests : SiteTest
{
    [Fact]
    public async Task A_theme_of_a_part_that_is_left_out_joins_once_the_agreement_holds()
    {
        var scene = await SharingScene.MakeAsync(Site);
        foreach (var place in scene.Nested.Places)
        {
            var asked = await Site.SaveAsync(A.Consultation($"Asked in {place.Name}", place));
            var said = await Site.SaveAsync(A.Comment(asked, scene.Leader, $"There was no bus in {place.Name}."));
            var theme = await Site.SaveAsync(new Theme(place, "Night bus", "night-bus"));
            await Site.SaveAsync(new Coding(theme, said, scene.Leader.Id, Site.Now));
        }
        await scene.Nested.CountAsync();

        (await scene.ReadAsync()).Shows("Night bus 1 comment about Night bus");
        (await scene.ReadAsync()).DoesNotShow("Heard in");
        (await scene.ReadAsync("/areas/two-rivers/themes")).DoesNotShow("There was no bus in Fellside.");
        Assert.Equal(["/areas/rivermead/themes/night-bus"], await PathsAsync());
        await scene.AgreedAsync();
        await scene.Nested.CountAsync();

        (await scene.ReadAsync()).Shows("Night bus 2 comments about Night bus Heard in 2 places Fellside: Night bus, 1 comment Rivermead: Night bus, 1 comment");
        var list = await scene.ReadAsync("/areas/two-rivers/themes");
        list.Shows("Night bus 2 comments Heard in 2 places");
        foreach (var place in scene.Nested.Places) list.Shows($"There was no bus in {place.Name}."); // both are quoted
        Assert.Equal([SameNames.Path("two-rivers", "Night bus")], await PathsAsync());
    }

    private async Task<List<string?>> PathsAsync() => (await new DataFiles(Site).ItemsAsync("/areas/two-rivers/themes.json")).ConvertAll(t => t.GetProperty("path").GetString());
}
