using System.Text.Json;
using AngleSharp.Html.Dom;
using CommunityVoice.Analysis;
using CommunityVoice.Areas;
using CommunityVoice.People;
using CommunityVoice.Summaries;
using CommunityVoice.Tests.Analysis;
using CommunityVoice.Tests.OpenData;
using CommunityVoice.Voting;

namespace CommunityVoice.Tests.SmallNumbers;

/// <summary>Who was heard, read wherever the site tells of the same people: overviews, consultations, frozen reports, and the file behind each; attacked together.</summary>
public sealed class HeardEverywhereTests : SiteTest
{
    private static readonly Voice[] Voices = [.. VoiceWords.SelfDeclared];
    private static readonly EntryChannel?[] Ways = [null, .. Enum.GetValues<EntryChannel>()];

    public static TheoryData<int[][]> Crowds =>
    [
        // Each of these told of a few people while overviews were protected apart from consultations and reports.
        (int[][])[[37, 12, 33, 14], [0, 3, 13, 4], [0, 0, 1, 52]],
        (int[][])[[7, 0, 41, 51], [11, 14, 1, 0], [0, 0, 4, 23]],
        (int[][])[[0, 37, 37, 25], [7, 0, 0, 30], [6, 0, 18, 10]],
        (int[][])[[9, 2, 0, 0], [12, 10, 9, 0], [8, 6, 14, 1]],
    ];

    public static TheoryData<int[][]> Neighbours =>
    [
        // By ward. Each of these told of a few while where people live was protected apart from reports.
        (int[][])[[22, 5, 0, 7, 4], [0, 0, 24, 0, 13], [26, 1, 0, 0, 0]],
        (int[][])[[7, 27, 0, 0, 7], [0, 6, 1, 24, 0], [26, 0, 0, 0, 0]],
        (int[][])[[1, 0, 4, 29, 3], [15, 2, 4, 0, 6], [0, 14, 0, 17, 30]],
        (int[][])[[1, 21, 5, 1, 30], [30, 5, 7, 20, 10], [0, 7, 6, 11, 27]],
    ];

    [Fact]
    public void Pages_protected_apart_tell_of_a_single_person()
    {
        int[][] own = [[37, 12, 33, 14], [0, 3, 13, 4], [0, 0, 1, 52]];
        string[] areas = ["place", "north", "south"];
        var all = new Readings();
        var tree = Disclosure.Protect(new TreeTable(areas, [null, 0, 0], ["1", "2", "3", "4"], own));
        for (var a = 0; a < areas.Length; a++)
        {
            string[] cells = [.. Enumerable.Range(0, 4).Select(c => $"{areas[a]}/{c}")];
            var alone = Disclosure.Protect([.. cells.Zip(own[a])], own[a].Sum());
            all.Know(own[a].Sum(), cells);
            for (var c = 0; c < cells.Length; c++)
            {
                all.ReadAlone(alone.Rows[c].Count.Words, cells[c]);
                all.Read(tree.Cells[a][c].Words, a == 0 ? [.. areas.Select(x => $"{x}/{c}")] : [cells[c]]);
            }
        }

        Assert.Contains(all.Leaks(cell => own[Array.IndexOf(areas, cell.Split('/')[0])][int.Parse(cell.Split('/')[1], null)]), l => l.StartsWith("south/2 (1) is known to within 0", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Crowds))]
    public async Task No_pages_and_files_together_tell_of_the_few_in_a_voice(int[][] crowd)
    {
        var scene = await AskedInThreeAreas.MakeAsync(Site, [.. crowd.Select(c => c.Select((people, v) => new Alike(people, Voices[v])).ToList())]);

        var read = await ReadAsync(scene, "By voice", "Who we heard from, by voice", "byVoice", "heardByVoice", [.. Voices.Select(v => v.Word())]);
        foreach (var (area, consultation, spoke) in scene.Asked.Where(a => a.Spoke.Sum(s => s.People) >= 20))
        {
            var told = (await FileAsync($"/consultations/{consultation.Slug}.json")).GetProperty("heardFrom").EnumerateArray().ToDictionary(g => g.GetProperty("label").GetString()!, Words, StringComparer.Ordinal);
            Assert.NotEmpty(told);
            foreach (var voice in Voices) read.ReadAlone(told.GetValueOrDefault(voice.Word(), "0"), Cell(area, voice.Word()));
            var page = await new Browser(Site).GetAsync($"/consultations/{consultation.Slug}");
            foreach (var (label, words) in told.Where(t => t.Value != "hidden")) page.Shows($"{label.ToLowerInvariant()} {words}");
        }

        AssertNobodyIsTold(read, name => scene.Count(name.Split('/')[0], a => a.Voice.Word() == name.Split('/')[1]));
    }

    [Theory]
    [MemberData(nameof(Crowds))]
    public async Task Nor_of_the_few_who_told_us_in_one_way(int[][] crowd)
    {
        var scene = await AskedInThreeAreas.MakeAsync(Site, [.. crowd.Select(c => c.Select((people, w) => new Alike(people, Channel: Ways[w])).ToList())]);

        var read = await ReadAsync(scene, "By how they told us", "Who we heard from, by how they told us", "byChannel", "heardByChannel", [.. Ways.Select(Word)]);
        foreach (var (area, consultation, _) in scene.Asked.Where(a => a.Spoke.Sum(s => s.People) >= 20))
        {
            var told = (await new Browser(Site).GetAsync($"/consultations/{consultation.Slug}")).QuerySelectorAll("dt").FirstOrDefault(t => t.Words() == "How they told us")?.NextElementSibling!.Words();
            Assert.NotNull(told);
            foreach (var way in Ways)
            {
                var at = told.IndexOf(Word(way), StringComparison.OrdinalIgnoreCase);
                // What is left out is nought or hidden, and the page does not say which.
                if (at >= 0) read.ReadAlone(told[(at + Word(way).Length)..].Split(", ")[0].TrimEnd('.'), Cell(area, Word(way)));
            }
        }

        AssertNobodyIsTold(read, name => scene.Count(name.Split('/')[0], a => Word(a.Channel) == name.Split('/')[1]));
    }

    [Theory]
    [MemberData(nameof(Neighbours))]
    public async Task Nor_of_the_few_who_live_somewhere(int[][] crowd)
    {
        var scene = await AskedInThreeAreas.MakeAsync(Site, [.. crowd.Select(c => c.Select((people, w) => new Alike(people, Ward: w)).ToList())]);
        string[] wards = [.. scene.Wards.Select(w => w.Name)];
        var read = new Readings();

        var page = Figure(await new Browser(Site).GetAsync($"/areas/{scene.Place.Slug}"), "By where people live");
        Assert.Equal(page, Rows((await FileAsync($"/areas/{scene.Place.Slug}.json")).GetProperty("heard").GetProperty("byArea")));
        read.Know(crowd.Sum(c => c.Sum()), [.. scene.All.SelectMany(a => wards.Select(w => Cell(a, w)))]);
        foreach (var ward in wards) read.Read(page[ward], [.. scene.All.Select(a => Cell(a, ward))]);
        foreach (var (area, report) in scene.Reports)
        {
            var frozen = Figure(await new Browser(Site).GetAsync(report), "Who we heard from, by area");
            Assert.Equal(frozen, (await FileAsync($"{report}.json")).GetProperty("figures").EnumerateArray().Where(f => f.GetProperty("kind").GetString() == "heardByArea").Select(f => Rows(f.GetProperty("rows"))).Single());
            read.Know(scene.Count(area.Slug, _ => true), [.. wards.Select(w => Cell(area, w))]);
            foreach (var ward in wards.Where(frozen.ContainsKey)) read.ReadElsewhere(frozen[ward], Cell(area, ward));
            read.ReadElsewhere(frozen.GetValueOrDefault(Heard.Elsewhere, "0"), [.. wards.Where(w => !frozen.ContainsKey(w)).Select(w => Cell(area, w))]);
        }

        AssertNobodyIsTold(read, name => scene.Count(name.Split('/')[0], a => wards[a.Ward] == name.Split('/')[1]));
    }

    private static string Word(EntryChannel? way) => way?.Word() ?? EntryChannelWords.OnTheSite;

    private static string Cell(Area area, string label) => $"{area.Slug}/{label}";

    private static string Words(JsonElement group) => group.GetProperty("count").GetProperty("words").GetString()!;

    private static void AssertNobodyIsTold(Readings read, Func<string, int> truth)
    {
        var leaks = read.Leaks(truth);
        Assert.True(leaks.Count == 0, string.Join('\n', leaks));
    }

    private async Task<JsonElement> FileAsync(string path) => (await new DataFiles(Site).JsonAsync(path)).GetProperty("item");

    // The overview of each area and the frozen figure of its report, each with the file behind it, which must say the same.
    private async Task<Readings> ReadAsync(AskedInThreeAreas scene, string overview, string figure, string inPlace, string inReport, string[] labels)
    {
        var read = new Readings();
        foreach (var area in scene.All)
        {
            read.Know(scene.Count(area.Slug, _ => true), [.. labels.Select(l => Cell(area, l))]);
            var page = Figure(await new Browser(Site).GetAsync($"/areas/{area.Slug}"), overview);
            Assert.Equal(page, Rows((await FileAsync($"/areas/{area.Slug}.json")).GetProperty("heard").GetProperty(inPlace)));
            foreach (var label in labels.Where(page.ContainsKey))
                read.Read(page[label], [.. area == scene.Place ? scene.All.Select(a => Cell(a, label)) : [Cell(area, label)]]);
            if (!scene.Reports.TryGetValue(area, out var report)) continue;
            var frozen = Figure(await new Browser(Site).GetAsync(report), figure);
            var file = (await FileAsync($"{report}.json")).GetProperty("figures").EnumerateArray().Where(f => f.GetProperty("kind").GetString() == inReport).Select(f => Rows(f.GetProperty("rows"))).SingleOrDefault();
            Assert.Equal(frozen, file ?? []);
            foreach (var label in labels.Where(frozen.ContainsKey)) read.ReadAlone(frozen[label], Cell(area, label));
        }
        return read;
    }

    private static Dictionary<string, string> Rows(JsonElement rows) => rows.EnumerateArray().ToDictionary(g => g.GetProperty("label").GetString()!, Words, StringComparer.Ordinal);

    private static Dictionary<string, string> Figure(IHtmlDocument page, string title) =>
        page.QuerySelectorAll("figure").FirstOrDefault(f => f.QuerySelector("figcaption")?.Words() == title)?.QuerySelectorAll("tbody tr")
            .ToDictionary(r => r.QuerySelector("th")!.Words(), r => r.QuerySelector("td.cv-table__number")!.Words().Split(" (")[0], StringComparer.Ordinal) ?? [];
}
