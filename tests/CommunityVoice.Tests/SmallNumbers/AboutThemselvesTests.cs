using System.Globalization;
using System.Text.Json;
using AngleSharp.Html.Dom;
using CommunityVoice.Analysis;
using CommunityVoice.Consultations;
using CommunityVoice.Discussion;
using CommunityVoice.People;
using CommunityVoice.Tests.Analysis;
using CommunityVoice.Tests.OpenData;
using CommunityVoice.Voting;

namespace CommunityVoice.Tests.SmallNumbers;

/// <summary>What people told about themselves, read beside all that the site tells of who was heard: they are the same people; attacked together.</summary>
public sealed class AboutThemselvesTests : SiteTest
{
    private const string OnTheSite = EntryChannelWords.OnTheSite;
    private static readonly Voice[] Voices = [.. VoiceWords.SelfDeclared];
    private static readonly EntryChannel[] Ways = Enum.GetValues<EntryChannel>();
    private static readonly Dictionary<string, string[]> Questions = new(StringComparer.Ordinal)
    {
        ["sex"] = ["female", "male", "prefer-not"],
        ["age"] = ["under-16", "16-64", "65-over", "prefer-not"],
    };

    // People on the site by voice, people by each other way, and how many of those on the site gave each answer to either question.
    public static TheoryData<int[][]> Crowds =>
    [
        // One left it out, which the sum of the rows told within one beside the number of people heard.
        (int[][])[[60, 25, 14], [0, 0, 0, 0, 0, 0], [51, 37, 10], [0, 60, 30, 8]],
        // All on the site answered, and the rows add up to no fewer than 59: so no more than two can have told us by phone.
        (int[][])[[30, 20, 9], [0, 2, 0, 0, 0, 0], [23, 23, 13], [0, 0, 0, 0]],
        (int[][])[[70, 50, 30], [0, 3, 12, 0, 0, 0], [51, 37, 10], [3, 60, 20, 5]],
        (int[][])[[22, 9, 4], [1, 0, 5, 0, 2, 0], [14, 9, 1], [1, 9, 12, 3]],
        (int[][])[[33, 12, 3], [9, 8, 0, 0, 0, 0], [18, 18, 2], [0, 28, 10, 0]],
    ];

    [Theory]
    [MemberData(nameof(Crowds))]
    public async Task No_pages_and_files_together_tell_of_the_few(int[][] crowd)
    {
        var (onTheSite, entered) = (crowd[0], crowd[1]);
        List<Alike> spoke = [.. onTheSite.Select((people, v) => new Alike(people, Voices[v])), .. entered.Select((people, w) => new Alike(people, Channel: Ways[w]))];
        var scene = await AskedInThreeAreas.MakeAsync(Site, spoke);
        var consultation = scene.Asked.Single().Consultation;
        var answers = new Dictionary<string, int[]>(StringComparer.Ordinal) { ["sex"] = crowd[2], ["age"] = crowd[3] };
        await TellAsync(consultation, answers);
        var heard = await HeardAsync(scene, consultation);
        var page = await new Browser(Site).GetAsync($"/consultations/{consultation.Slug}/who-took-part");
        await Site.AssessAsync(consultation.Id, Dataset.Comments);
        var (_, comments) = await new DataFiles(Site).CsvAsync($"/consultations/{consultation.Slug}/comments.csv");
        Assert.Equal(onTheSite.Sum() + entered.Sum(), comments.Count);

        foreach (var (question, told) in answers.Where(a => a.Value.Sum() > 0))
        {
            var rows = Rows(page, question);
            foreach (var isOpen in new[] { false, true })
            {
                var read = Read(heard, rows, question, comments.Count);
                // Whoever may read all comments can count how many came in each way.
                if (isOpen) foreach (var way in Ways.Select(w => w.Word()).Prepend(OnTheSite)) read.Know(comments.Count(c => c["channel"] == way), $"way/{way}");
                var leaks = read.Leaks(name => Truth(name, question, onTheSite, entered, told));
                Assert.True(leaks.Count == 0, $"{question}: {string.Join('\n', leaks)}");
            }
            Assert.Equal(onTheSite.Sum() - told.Sum() >= 10, rows.Count > 0);
        }
    }

    private static Readings Read(List<(string Words, string Name)> heard, List<string> rows, string question, int people)
    {
        var answers = Questions[question];
        string[] ways = [.. Ways.Select(w => w.Word())];
        var read = new Readings();
        read.Know(people, [.. Voices.Select(v => $"voice/{v.Word()}")]);
        foreach (var voice in Voices.Select(v => v.Word())) read.AddUp($"voice/{voice}", [.. answers.Append("left").Concat(ways).Select(part => $"{voice}|{part}")]);
        foreach (var answer in answers) read.AddUp($"answer/{answer}", Of(answer));
        foreach (var way in ways) read.AddUp($"way/{way}", Of(way));
        read.AddUp("left", Of("left"));
        read.AddUp("answered", [.. answers.Select(a => $"answer/{a}")]);
        // Only on the site is anybody asked.
        read.AddUp($"way/{OnTheSite}", "answered", "left");
        foreach (var (words, name) in heard) read.ReadAlone(words, name);
        read.ReadUnder(DisclosureProfile.TenFive, "hidden", "left");
        for (var a = 0; a < rows.Count; a++) read.ReadUnder(DisclosureProfile.TenFive, Number(rows[a]), $"answer/{answers[a]}");
        if (Total(rows) is { } total) read.ReadUnder(DisclosureProfile.TenFive, $"about {total}", "answered");
        return read;

        string[] Of(string part) => [.. Voices.Select(v => $"{v.Word()}|{part}")];
    }

    private static int Truth(string name, string question, int[] onTheSite, int[] entered, int[] told)
    {
        var (kind, label) = name.Split('/') is [var first, var second] ? (first, second) : (name, "");
        return kind switch
        {
            "answered" => told.Sum(),
            "left" => onTheSite.Sum() - told.Sum(),
            "answer" => told[Array.IndexOf(Questions[question], label)],
            // Whoever told us in another way is a resident here.
            "voice" => onTheSite.Where((_, v) => Voices[v].Word() == label).Sum() + (label == Voice.Resident.Word() ? entered.Sum() : 0),
            _ => label == OnTheSite ? onTheSite.Sum() : entered.Where((_, w) => Ways[w].Word() == label).Sum(),
        };
    }

    private async Task TellAsync(Consultation consultation, Dictionary<string, int[]> answers)
    {
        var told = answers.SelectMany(q => q.Value.SelectMany((people, a) => Enumerable.Repeat(Questions[q.Key][a], people)).Select((answer, i) => new EqualityAnswer(consultation.Id, $"key {i}", q.Key, answer))).ToList();
        await Site.SaveAsync(told[0], [.. told.Skip(1)]);
        await Site.DoAsync<EqualityTables>(tables => tables.RefreshDueAsync(default));
    }

    // The place's overview, the report and the consultation, from the files that say what the pages say.
    private async Task<List<(string Words, string Name)>> HeardAsync(AskedInThreeAreas scene, Consultation consultation)
    {
        var overview = (await FileAsync($"/areas/{scene.Place.Slug}.json")).GetProperty("heard");
        List<(string Words, string Name)> heard = [.. Told(overview.GetProperty("byVoice"), "voice"), .. Told(overview.GetProperty("byChannel"), "way")];
        foreach (var figure in (await FileAsync($"{scene.Reports[scene.Place]}.json")).GetProperty("figures").EnumerateArray())
        {
            if (figure.GetProperty("kind").GetString() is ("heardByVoice" or "heardByChannel") and var kind) heard.AddRange(Told(figure.GetProperty("rows"), kind == "heardByVoice" ? "voice" : "way"));
        }
        heard.AddRange(Told((await FileAsync($"/consultations/{consultation.Slug}.json")).GetProperty("heardFrom"), "voice"));
        Assert.Contains(heard, h => h.Name.StartsWith("voice/", StringComparison.Ordinal));
        var inWords = (await new Browser(Site).GetAsync($"/consultations/{consultation.Slug}")).QuerySelectorAll("dt").FirstOrDefault(t => t.Words() == "How they told us")?.NextElementSibling!.Words() ?? "";
        foreach (var way in Ways.Select(w => w.Word()).Prepend(OnTheSite))
        {
            var at = inWords.IndexOf(way, StringComparison.OrdinalIgnoreCase);
            if (at >= 0) heard.Add((inWords[(at + way.Length)..].Split(", ")[0].TrimEnd('.'), $"way/{way}"));
        }
        return heard;
    }

    private static IEnumerable<(string Words, string Name)> Told(JsonElement rows, string kind) => rows.ValueKind != JsonValueKind.Array ? []
        : rows.EnumerateArray().Select(g => (g.GetProperty("count").GetProperty("words").GetString()!, $"{kind}/{g.GetProperty("label").GetString()}"));

    private async Task<JsonElement> FileAsync(string path) => (await new DataFiles(Site).JsonAsync(path)).GetProperty("item");

    private static List<string> Rows(IHtmlDocument page, string question) =>
        [.. page.QuerySelectorAll($"main h2#{question} + table td[data-label='Who answered']").Select(c => c.Words())];

    // "22% (about 20) Heard little", "about 20", "hidden, to protect them".
    private static string Number(string row) => row.Contains("about ", StringComparison.Ordinal) ? $"about {row.Split("about ")[1].Split(')', ' ')[0]}" : "hidden";

    // Percentages are of the rounded total, so whoever divides finds it.
    private static int? Total(List<string> rows)
    {
        var shares = rows.Where(r => r.Contains('%', StringComparison.Ordinal)).Select(r => (Percent: int.Parse(r.Split('%')[0], CultureInfo.InvariantCulture), People: int.Parse(Number(r)[6..], CultureInfo.InvariantCulture))).ToList();
        var totals = Enumerable.Range(2, 60).Select(n => n * 5).Where(total => shares.TrueForAll(s => (int)Math.Round(Math.Min(1, (double)s.People / total) * 100) == s.Percent)).ToList();
        return shares.Count > 0 && totals is [var only] ? only : null;
    }
}
