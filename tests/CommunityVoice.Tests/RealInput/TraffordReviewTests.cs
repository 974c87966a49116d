using System.Globalization;
using AngleSharp.Html.Dom;
using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Content;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.Frameworks;
using CommunityVoice.People;
using CommunityVoice.Reviews;
using CommunityVoice.Tests.OpenData;
using CommunityVoice.Tests.Summaries;
using CommunityVoice.Voting;
using CommunityVoice.Web.Wiring;
using CsvHelper;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;

namespace CommunityVoice.Tests.RealInput;

/// <summary>
/// A whole review on real input: Trafford, its four localities and those who live there. What people of Bowling Green said stands in for answers: each of
/// them is mapped to a ward and a voice, and asked in the locality of that ward. Run through the pages of staff, read back by anybody, and recounted.
/// </summary>
public sealed class TraffordReviewTests : SiteTest
{
    private const string Guidelines = "nhg-2025-26";
    private static readonly Fitness[] Grades = Enum.GetValues<Fitness>();
    private static readonly string[] Topics = ["traffic", "school", "hous", "road"];

    private readonly List<(Consultation Consultation, string Ward, Voice Voice, string Author)> input = [];
    private readonly List<(Area Locality, Consultation Consultation, string Finding)> asked = [];
    private List<Area> wards = [];
    private Browser board = null!;

    [SharedDataFact]
    public async Task A_review_over_four_localities_is_judged_asked_concluded_and_recounted()
    {
        await BringInAsync();
        await AskInLocalitiesAsync();
        foreach (var (locality, consultation, finding) in asked)
            await SummaryScene.ReportAsync(Site, board, consultation, $"What {locality.Name} said", finding, Topics[asked.FindIndex(a => a.Locality == locality)]);

        var items = await JudgeAsync();
        await QuestionAsync(items[0]);
        (await board.SubmitAsync(await board.GetAsync("/manage/reviews/trafford-2026/conclude"), new() { ["Conclusion"] = "Help near home comes first." })).Shows("The review is concluded");

        foreach (var (_, consultation, _) in asked) await Site.AssessAsync(consultation.Id, Dataset.Heard);
        await Site.DoAsync<HeardTables>(heard => heard.RefreshDueAsync(default));
        await ReadAsync(items);
        await RecountVoicesAsync();
        await RecountRepresentationAsync();
    }

    private async Task BringInAsync()
    {
        var data = Repository.SharedData!;
        await Site.DoAsync<CommunityVoiceDb>(db => new AreaImport(db, Site.Clock).RunAsync(AreaFiles.Read(Path.Combine(data, "place-trafford")), new Silent(), default));
        await Site.AskAsync<PolisImport, PolisTotals>(import => import.ImportAsync(
            PolisFolder.Read(Path.Combine(data, "polis", "american-assembly.bowling-green")), new PolisOptions(Slug: "bowling-green", Area: "trafford"), _ => { }, default));
        await Site.DoAsync<FrameworkLibrary>(library => library.SaveAsync(FrameworkFiles.Load(Paths.Content), default));
        var (helen, anand) = (A.Person("Helen A", "helen@example.org"), A.Person("Anand R", "anand@example.org"));
        await Site.SaveAsync(helen, anand);
        await Site.DoAsync<CommunityVoiceDb>(async db =>
        {
            var place = await db.Areas.SingleAsync(a => a.Slug == "trafford");
            db.Add(A.Membership(helen, place, Capability.Publish | Capability.Plan, A.Body("Trafford Board", BodyKind.StrategyBoard)));
            db.Add(A.Membership(anand, place, Capability.Respond, A.Body("Trafford Network", BodyKind.PrimaryCareNetwork)));
            await db.SaveChangesAsync();
        });
        board = new Browser(Site, helen.Id);
    }

    // Everybody of the other town gets a ward (the last none, the first twice as many) and a voice, both by turns.
    private Task AskInLocalitiesAsync() => Site.DoAsync<CommunityVoiceDb>(async db =>
    {
        wards = await db.Areas.Where(a => a.Level == AreaLevel.Ward).OrderBy(a => a.Id).ToListAsync();
        var localities = await db.Areas.Where(a => a.Level == AreaLevel.Locality).OrderBy(a => a.Id).ToListAsync();
        var around = await db.AreaLinks.Where(l => l.Kind == AreaLinkKind.Contains && l.From.Level == AreaLevel.Locality).ToDictionaryAsync(l => l.ToId, l => l.FromId);
        Assert.Equal((21, 4), (wards.Count, localities.Count));
        foreach (var locality in localities)
        {
            var consultation = A.Consultation($"Review in {locality.Name}", locality);
            db.Add(consultation);
            asked.Add((locality, consultation, $"Heard again and again in {locality.Name}"));
        }
        var said = await db.Comments.AsNoTracking().Where(c => c.Consultation.Slug == "bowling-green" && c.ShownAt != null && c.RemovedAt == null).OrderBy(c => c.Id).ToListAsync();
        foreach (var (by, turn) in said.GroupBy(c => c.AuthorName, StringComparer.Ordinal).Select((g, i) => (g, i)))
        {
            var ward = wards[turn % wards.Count == wards.Count - 1 ? 0 : turn % wards.Count];
            var consultation = asked.Single(a => a.Locality.Id == around[ward.Id]).Consultation;
            var voice = (turn % 10) switch { 0 => Voice.PrimaryCare, 1 or 2 => Voice.CommunityGroup, _ => Voice.Resident };
            foreach (var comment in by)
            {
                input.Add((consultation, ward.Name, voice, by.Key));
                db.Add(new Comment(consultation, new Author(null, by.Key, voice, ward.Id), comment.Body, FakeClock.Start.AddHours(-1)));
            }
        }
        await db.SaveChangesAsync();
        foreach (var (_, consultation, _) in asked) await CommentCounts.RecountAsync(db, consultation.Id, default);
        Assert.True(input.Select(i => i.Author).Distinct(StringComparer.Ordinal).Count() > 100);
    });

    private async Task<List<FrameworkItem>> JudgeAsync()
    {
        await board.SubmitAsync(await board.GetAsync("/manage/reviews/new"), new()
        {
            ["Input.Title"] = "Trafford 2026",
            ["Input.About"] = "How fit the neighbourhoods of Trafford are.",
            ["Input.Area"] = "trafford",
            ["Input.Framework"] = Guidelines,
        });
        await board.SubmitAsync(await board.GetAsync("/manage/reviews/trafford-2026/consultations"), new() { ["Chosen"] = new StringValues([.. asked.Select(a => $"{a.Consultation.Id}")]) });
        var items = await Site.AskAsync(db => db.FrameworkItems.Where(i => i.Framework.Slug == Guidelines).OrderBy(i => i.Id).ToListAsync());
        var findings = await Site.AskAsync(db => db.Findings.ToDictionaryAsync(f => f.Heading, f => f.Id));
        Assert.Equal(12, items.Count);
        foreach (var (item, i) in items.Select((x, i) => (x, i)))
        {
            await board.SubmitAsync(await board.GetAsync($"/manage/reviews/trafford-2026/items/{item.Code}"), new()
            {
                ["Input.Now"] = $"{Grades[i % 4]}",
                ["Input.Future"] = $"{Grades[(i + 1) % 4]}",
                ["Input.Reason"] = $"What {asked[i % 4].Locality.Name} said.",
                ["Input.LocalNeeds"] = $"{wards.Count(w => w.Population > 12_000)} wards have more than 12,000 people.",
                ["Input.Findings"] = new StringValues([.. Grounds(i).Select(g => $"{findings[g]}")]),
                ["Input.Source"] = "Mid-2024 population estimates",
                ["Input.Partners"] = $"{PartnerTypes.Communities}",
            });
        }
        return items;
    }

    // One locality's finding, and for every third item another's too.
    private List<string> Grounds(int item) => [asked[item % 4].Finding, .. item % 3 == 0 ? [asked[(item + 1) % 4].Finding] : Array.Empty<string>()];

    private async Task QuestionAsync(FrameworkItem item)
    {
        await board.SubmitAsync(await board.GetAsync("/manage/reviews/trafford-2026/ask"), new()
        {
            ["Input.Body"] = "trafford-network",
            ["Input.Item"] = item.Code,
            ["Input.Question"] = "How many practices open on Saturdays?",
            ["Input.Why"] = "People asked in all four localities.",
        });
        var anand = new Browser(Site, await Site.AskAsync(db => db.Users.Where(u => u.Email == "anand@example.org").Select(u => u.Id).SingleAsync()));
        await anand.SubmitAsync(await anand.GetAsync("/manage/reviews/trafford-2026/questions/1"), new() { ["Input.Answer"] = "Nine of 26.", ["Input.Evidence"] = "Opening hours of May 2026" }, button: "Publish the answer");
        await board.SubmitAsync(await board.GetAsync("/manage/reviews/trafford-2026/questions/1"), new() { ["Input.Rating"] = "Convincing", ["Input.RatingReason"] = "It can be checked." }, button: "Say so in public");
    }

    private async Task ReadAsync(List<FrameworkItem> items)
    {
        var anybody = new Browser(Site);
        var page = await anybody.GetAsync("/reviews/trafford-2026");
        page.Shows("What is taken from it Help near home comes first.");
        page.Shows("How many practices open on Saturdays? To Trafford Network");
        page.DoesNotShow("Not heard yet");
        foreach (var (locality, consultation, _) in asked) page.Shows($"Review in {locality.Name}");
        foreach (var (item, i) in items.Select((x, i) => (x, i))) page.Shows($"{item.Title} {Grades[i % 4].Word()} {Grades[(i + 1) % 4].Word()}");

        var file = await new DataFiles(Site).TextAsync("/reviews/trafford-2026/fitness.csv");
        using var reader = CsvReader.FromText(file);
        var rows = new List<(string Item, string Now, string Future, string Reason, string Findings)>();
        while (reader.Read()) rows.Add((reader.GetString("item")!, reader.GetString("now")!, reader.GetString("future")!, reader.GetString("reason")!, reader.GetString("findings")!));
        Assert.Equal(
            items.Select((item, i) => (item.Code, Grades[i % 4].Word(), Grades[(i + 1) % 4].Word(), $"What {asked[i % 4].Locality.Name} said.", $"{Grounds(i).Count}")).Order(),
            rows.Order());

        // From a judgement to the finding, and from there to what a person said.
        var link = (await anybody.GetAsync($"/reviews/trafford-2026/items/{items[0].Code}")).QuerySelectorAll("main a").OfType<IHtmlAnchorElement>().First(a => a.Words() == asked[0].Finding);
        (await anybody.FollowAsync(await anybody.GetAsync(link.Href), "2 comments")).Shows(Topics[0]);
    }

    // Each consultation rounds for itself, by two people at most; the review adds up what they show.
    private async Task RecountVoicesAsync()
    {
        var told = (await new Browser(Site).GetAsync("/reviews/trafford-2026")).QuerySelectorAll("figure tbody tr").ToDictionary(r => r.QuerySelector("th")!.Words(), r => r.QuerySelector("td.cv-table__number")!.Words(), StringComparer.Ordinal);
        foreach (var voice in VoiceWords.SelfDeclared)
        {
            var counts = asked.ConvertAll(a => input.Where(i => i.Consultation == a.Consultation && i.Voice == voice).Select(i => i.Author).Distinct(StringComparer.Ordinal).Count());
            var words = told[voice.Word()];
            if (counts.Sum() == 0) Assert.StartsWith("0", words, StringComparison.Ordinal);
            else if (words.StartsWith("about", StringComparison.Ordinal)) Assert.InRange(Number(words), counts.Sum() - 8, counts.Sum() + 8);
            else if (words.StartsWith("at least", StringComparison.Ordinal)) Assert.InRange(Number(words), 1, counts.Sum() + 8);
            else Assert.Equal("hidden", words);
        }
        Assert.StartsWith("about", told[Voice.Resident.Word()], StringComparison.Ordinal);
    }

    // The populations as they were published, read here by another way than the import's.
    private async Task RecountRepresentationAsync()
    {
        await Site.DoAsync<AreaTallies>(tallies => tallies.RefreshDueAsync(default));
        var lives = (await File.ReadAllLinesAsync(Path.Combine(Repository.SharedData!, "place-trafford", "population", "mid-year_2024_population_estimates_ward.csv")))
            .Select(l => l.Split(',')).Where(l => l[4] == "Persons").ToDictionary(l => l[2], l => int.Parse(l[5], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        Assert.Equal((21, 241_025), (lives.Count, lives.Values.Sum()));
        var page = await new Browser(Site).GetAsync("/areas/trafford");
        var rows = page.QuerySelectorAll("figure").Single(f => f.QuerySelector("figcaption")?.Words() == "By where people live").QuerySelectorAll("tbody tr").ToDictionary(r => r.QuerySelector("th")!.Words(), StringComparer.Ordinal);
        var people = input.Select(i => i.Author).Distinct(StringComparer.Ordinal).Count();
        page.Shows($"{people} people, each once");
        foreach (var ward in wards)
        {
            var (cells, truth) = (rows[ward.Name].QuerySelectorAll("td.cv-table__number").Select(c => c.Words()).ToList(), input.Where(i => i.Ward == ward.Name).Select(i => i.Author).Distinct(StringComparer.Ordinal).Count());
            Assert.Equal(ward.Population, lives[ward.Name]);
            Assert.StartsWith(BallotResult.Percent(lives[ward.Name] / 241_025.0), cells[1], StringComparison.Ordinal);
            if (truth is > 0 and < 8) Assert.Equal("hidden", cells[0]);
            if (cells[0] == "hidden") continue;
            Assert.InRange(Number(cells[0]), truth - 2, truth + 2);
            var isQuiet = truth > 0 && Number(cells[0]) / (double)Rounded(people) < lives[ward.Name] / 241_025.0 / 2;
            Assert.Equal(isQuiet, cells[1].Contains("Heard little", StringComparison.Ordinal));
        }
        Assert.StartsWith("0", rows[wards[^1].Name].QuerySelectorAll("td.cv-table__number")[0].Words(), StringComparison.Ordinal);
        page.Shows($"Not heard: {wards[^1].Name}");
        Assert.True(rows.Count >= 25);
    }

    private static int Rounded(int number) => (number + 2) / 5 * 5;

    private static int Number(string words) => int.Parse(new string([.. words.Split('(')[0].Where(char.IsAsciiDigit)]), CultureInfo.InvariantCulture);

    private sealed class Silent : IProgress<string>
    {
        public void Report(string value)
        {
            // Nobody reads along in a test.
        }
    }
}
