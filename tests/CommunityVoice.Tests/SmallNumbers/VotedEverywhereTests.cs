using System.Globalization;
using System.Text.Json;
using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Areas;
using CommunityVoice.Consultations;
using CommunityVoice.People;
using CommunityVoice.Tests.Analysis;
using CommunityVoice.Tests.OpenData;
using CommunityVoice.Voting;

namespace CommunityVoice.Tests.SmallNumbers;

/// <summary>Who voted how: a vote's results by voice, by neighbourhood, by way of taking part and reweighted, and how people showed who they are, beside its exact totals, on pages and in both files; attacked together.</summary>
public sealed class VotedEverywhereTests : SiteTest
{
    private const string Elsewhere = "Elsewhere or not said";
    private static readonly string[] Options = ["A crossing", "Slower cars", "A warden"];

    private readonly Area place = A.Area(population: 60_000);
    private readonly Area[] wards = [A.Area("Hillgate", AreaLevel.Ward, 11_000), A.Area("Tarn", AreaLevel.Ward, 9_000), A.Area("Weirside", AreaLevel.Ward, 12_000)];
    private readonly List<(Voice Voice, string Ward, int[] Chose, EntryChannel? Way)> voters = [];

    [Fact]
    public async Task Choices_of_small_groups_stay_hidden_whatever_is_read_beside_them()
    {
        var ballot = await VoteAsync(BallotMethod.Pick);

        var read = new Readings();
        foreach (var (by, groups) in Cuts)
        {
            var told = await TableAsync(ballot, by, groups);
            read.Know(voters.Count, [.. groups]);
            foreach (var group in groups)
            {
                read.Read(told[(group, "")], group);
                read.Bound(group, 1, atLeast: true, [.. Options.Select(o => $"{group}/{o}/chose")]);
                read.Bound(group, 2, atLeast: false, [.. Options.Select(o => $"{group}/{o}/chose")]);
                foreach (var option in Options)
                {
                    read.Read(told.GetValueOrDefault((group, option), "hidden"), $"{group}/{option}/chose");
                    read.Read("hidden", $"{group}/{option}/did not");
                    read.AddUp(group, $"{group}/{option}/chose", $"{group}/{option}/did not");
                }
            }
            if (by == "channel") await ReadWhoTheyAreAsync(read, ballot);
            foreach (var (option, i) in Options.Select((o, i) => (o, i))) read.Know(voters.Count(v => v.Chose.Contains(i)), [.. groups.Select(g => $"{g}/{option}/chose")]);
        }

        AssertNobodyIsTold(read);
    }

    [Fact]
    public async Task Answers_of_small_groups_to_a_statement_stay_hidden_too()
    {
        var ballot = await VoteAsync(BallotMethod.AgreeDisagreePass);
        var statements = new List<string>();

        foreach (var (statement, at) in Options.Select((o, i) => (o, i)))
        {
            var read = new Readings();
            foreach (var (by, groups) in Cuts)
            {
                var told = await TableAsync(ballot, by, groups, ballot.Priorities[at].Id);
                if (told.Count == 0) continue;
                statements.Add(by);
                // By channel it is told too who gave no answer: here nobody.
                string[] answers = ["Agree", "Disagree", "Pass", .. by == "channel" ? ["No answer"] : Array.Empty<string>()];
                if (by == "channel") await ReadWhoTheyAreAsync(read, ballot);
                read.Know(voters.Count, [.. groups]);
                foreach (var group in groups)
                {
                    read.Read(told[(group, "")], group);
                    read.AddUp(group, [.. answers.Select(a => $"{group}/{at}/{a}")]);
                    foreach (var answer in answers) read.Read(told.GetValueOrDefault((group, Code(answer)), "hidden"), $"{group}/{at}/{answer}");
                }
                foreach (var answer in answers) read.Know(voters.Count(v => Answer(v.Chose, at) == answer), [.. groups.Select(g => $"{g}/{at}/{answer}")]);
            }
            AssertNobodyIsTold(read);
        }
        Assert.Equal(["area", "channel", "voice"], statements.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_reweighted_view_follows_from_the_table_by_neighbourhood_and_tells_no_more()
    {
        var ballot = await VoteAsync(BallotMethod.Pick);
        var shown = await TableAsync(ballot, "area", Groups("area"));
        Assert.Equal("hidden", shown[(Elsewhere, "")]);
        var file = (await new DataFiles(Site).JsonAsync($"/ballots/{ballot.Id}/results.json")).GetProperty("item").GetProperty("weighted").EnumerateArray().ToDictionary(w => w.GetProperty("id").GetInt64());
        Assert.Equal(Options.Length, file.Count);

        var counted = wards.Select(w => w.Name).Where(w => shown[(w, "")] is not "hidden").ToList();
        var people = counted.Sum(w => Number(shown[(w, "")]));
        (await new Browser(Site).GetAsync($"/ballots/{ballot.Id}/results?by=weighted")).Shows($"About {people:N0} who told us their neighbourhood");
        Assert.NotEqual(voters.Count(v => v.Ward != Elsewhere), people); // exact, it would tell how many are from elsewhere
        var recounted = 0;
        foreach (var option in ballot.Priorities.Where(p => counted.TrueForAll(w => shown[(w, p.Title)] != "hidden")))
        {
            recounted++;
            Assert.Equal((double)counted.Sum(w => Number(shown[(w, option.Title)])) / people, file[option.Id].GetProperty("asCounted").GetDouble(), 4);
            var lived = counted.ToDictionary(w => w, w => wards.Single(a => a.Name == w).Population!.Value);
            Assert.Equal(counted.Sum(w => (double)lived[w] / lived.Values.Sum() * Number(shown[(w, option.Title)]) / Number(shown[(w, "")])), file[option.Id].GetProperty("share").GetDouble(), 3);
        }
        Assert.True(recounted > 0);
    }

    private IEnumerable<(string By, string[] Groups)> Cuts => [("voice", Groups("voice")), ("area", Groups("area")), ("channel", Groups("channel"))];

    private string[] Groups(string by) => by switch
    {
        "voice" => [.. VoiceWords.SelfDeclared.Append(Voice.NotSaid).Select(v => v.Word())],
        "area" => [.. wards.Select(w => w.Name), Elsewhere],
        _ => [EntryChannelWords.OnTheSite, .. Enum.GetValues<EntryChannel>().Select(c => c.Word())],
    };

    private static string Way(EntryChannel? way) => way?.Word() ?? EntryChannelWords.OnTheSite;

    // Those from elsewhere used a code from a letter.
    private static VoterTier Tier(string ward) => ward == Elsewhere ? VoterTier.LetterCode : VoterTier.EmailConfirmed;

    private static int Number(string words) => int.Parse(new string([.. words.Where(char.IsAsciiDigit)]), CultureInfo.InvariantCulture);

    private static string Answer(int[] chose, int statement) => chose.Contains(statement) ? "Agree" : (statement + chose.Length) % 3 == 0 ? "Pass" : "Disagree";

    private static string Code(string answer) => answer == "No answer" ? "noAnswer" : answer.ToLowerInvariant();

    private void AssertNobodyIsTold(Readings read)
    {
        var leaks = read.Leaks(Truth);
        Assert.True(leaks.Count == 0, string.Join('\n', leaks));
    }

    // "Carer", "Tarn/A crossing/chose", "Tarn/2/Agree".
    private int Truth(string cell)
    {
        var parts = cell.Split('/');
        var group = voters.Where(v => v.Voice.Word() == parts[0] || v.Ward == parts[0] || Way(v.Way) == parts[0] || (v.Way is null && $"{Tier(v.Ward)}" == parts[0]));
        if (parts.Length == 1) return group.Count();
        return parts[2] is "chose" or "did not" ? group.Count(v => v.Chose.Contains(Array.IndexOf(Options, parts[1])) == (parts[2] == "chose"))
            : group.Count(v => Answer(v.Chose, int.Parse(parts[1], CultureInfo.InvariantCulture)) == parts[2]);
    }

    // How people showed who they are, in the same file: those on the site are told apart there, and a way is the same number as by channel.
    private async Task ReadWhoTheyAreAsync(Readings read, Ballot ballot)
    {
        var told = (await new DataFiles(Site).JsonAsync($"/ballots/{ballot.Id}/results.json")).GetProperty("item").GetProperty("shownWho").EnumerateArray()
            .ToDictionary(t => t.GetProperty("tier").GetString()!, t => t.GetProperty("words").GetString()!, StringComparer.OrdinalIgnoreCase);
        Assert.DoesNotContain("onTheSite", told.Keys, StringComparer.Ordinal);
        foreach (var tier in Enum.GetNames<VoterTier>()) read.Read(told.GetValueOrDefault(tier, "0"), tier);
        foreach (var way in Enum.GetValues<EntryChannel>().Where(w => told.ContainsKey(BallotTables.Entered(w)))) read.Read(told[BallotTables.Entered(way)], way.Word());
        read.AddUp(EntryChannelWords.OnTheSite, Enum.GetNames<VoterTier>());
    }

    // By group and option or answer what both files say, and the page, which names sizes and shares, with them.
    private async Task<Dictionary<(string Group, string Of), string>> TableAsync(Ballot ballot, string by, string[] groups, long? statement = null)
    {
        var files = new DataFiles(Site);
        var table = (await files.JsonAsync($"/ballots/{ballot.Id}/results.json")).GetProperty("item").GetProperty("breakdowns").EnumerateArray()
            .Where(t => t.GetProperty("by").GetString() == by && (statement is null || t.GetProperty("statement").GetInt64() == statement)).ToList();
        if (table.Count == 0) return [];
        var told = new Dictionary<(string, string), string>();
        var page = await new Browser(Site).GetAsync($"/ballots/{ballot.Id}/results?by={by}");
        foreach (var group in Assert.Single(table).GetProperty("groups").EnumerateArray())
        {
            var label = group.GetProperty("label").GetString()!;
            told[(label, "")] = Words(group.GetProperty("people"));
            foreach (var cell in group.GetProperty("cells").EnumerateArray()) told[(label, statement is null ? cell.GetProperty("of").GetString()! : Code(cell.GetProperty("of").GetString()!))] = Words(cell.GetProperty("count"));
            if (told[(label, "")] is not ("hidden" or "0")) page.Shows($"{label}{told[(label, "")]} people");
        }
        foreach (var row in (await files.CsvAsync($"/ballots/{ballot.Id}/results.csv")).Rows.Where(r => r["breakdown"] == by && (statement is null || r["option_id"] == $"{statement}")))
        {
            var words = told[(row["group"], row["answer"] == "tookPart" ? "" : statement is null ? row["option"] : row["answer"])];
            Assert.Equal(words == "hidden" ? "*" : $"{Number(words)}", row["count"]);
        }
        if (by == "channel") HideOtherWays(told, groups);
        Assert.Equal(groups.Order(StringComparer.Ordinal), told.Keys.Where(k => k.Item2.Length == 0).Select(k => k.Item1).Order(StringComparer.Ordinal));
        return told;

        static string Words(JsonElement count) => count.GetProperty("words").GetString()!;
    }

    // A way that has no group of its own was used by nobody, or by few: which of the two is not told.
    private static void HideOtherWays(Dictionary<(string Group, string Of), string> told, string[] groups)
    {
        Assert.DoesNotContain("0", told.Where(t => t.Key.Of.Length == 0).Select(t => t.Value));
        Assert.All(told.Where(t => t.Key.Group == BallotTables.InOtherWays), t => Assert.Equal("hidden", t.Value));
        foreach (var cell in told.Keys.Where(k => k.Group == BallotTables.InOtherWays).ToList()) told.Remove(cell);
        foreach (var way in groups.Where(g => !told.ContainsKey((g, "")))) told[(way, "")] = "hidden";
    }

    // Few carers, fewer from Tarn, three from elsewhere; of some groups all but a few chose the first.
    private async Task<Ballot> VoteAsync(BallotMethod method)
    {
        Put(33, Voice.Resident, "Hillgate", [0]);
        Put(3, Voice.Resident, "Hillgate", [1, 2], EntryChannel.Phone);
        Put(2, Voice.Carer, "Hillgate", [0, 1]);
        Put(18, Voice.Resident, "Weirside", [1], EntryChannel.Paper);
        Put(9, Voice.CommunityGroup, "Weirside", [0, 2], EntryChannel.Meeting);
        Put(5, Voice.PrimaryCare, "Weirside", [2]);
        Put(13, Voice.Resident, "Tarn", [0, 1]);
        Put(1, Voice.Carer, "Tarn", [2], EntryChannel.Phone);
        Put(10, Voice.CommunityGroup, "Tarn", [0]);
        Put(12, Voice.Resident, "Hillgate", [1]);
        Put(2, Voice.CommunityGroup, Elsewhere, [0]);
        Put(1, Voice.NotSaid, Elsewhere, [1]);
        await Site.SaveAsync(place, [.. wards, .. wards.Select(w => new AreaLink(place, AreaLinkKind.Contains, w))]);
        var consultation = A.Consultation(area: place);
        var ballot = new Ballot(consultation, "What should come first?", new BallotRules(method) { MostPicks = 2 }, consultation.OpensAt!.Value, consultation.ClosesAt);
        foreach (var option in Options) ballot.Priorities.Add(new Priority(ballot, option, "", ballot.Priorities.Count + 1));
        await Site.SaveAsync(ballot);
        var staff = await Site.SaveAsync(A.Person());
        foreach (var ((voice, ward, chose, way), n) in voters.Select((v, n) => (v, n)))
        {
            var participant = await Site.SaveAsync(new Participant(Guid.NewGuid(), voice, wards.FirstOrDefault(w => w.Name == ward)?.Id));
            if (way is { } channel) await Site.SaveAsync(new EnteredPaper(ballot.Id, participant.Id, $"{n}", channel, FakeClock.Today, staff.Id, Site.Now));
            else if (Tier(ward) is VoterTier.LetterCode and var tier) await Site.SaveAsync(new VoterPass(ballot.Id, participant.Id, tier, Site.Now));
            if (ballot.HasMarks)
            {
                var marks = ballot.Priorities.Index().ToDictionary(p => p.Item.Id, p => Answer(chose, p.Index) switch { "Agree" => 1, "Disagree" => -1, _ => 0 });
                await Site.AskAsync<Marking, CastResult>(m => m.MarkAllAsync(ballot.Id, participant.Id, marks, default));
            }
            else await Site.AskAsync<Casting, CastResult>(c => c.CastAsync(ballot.Id, participant.Id, BallotIdsText.Write(chose.Select(i => ballot.Priorities[i].Id)), default));
        }
        Site.Clock.GoTo(ballot.ClosesAt!.Value);
        await Site.AskAsync<Sealer, int>(s => s.SealDueAsync(default));
        await Site.AskAsync<Outcomes, int>(o => o.RefreshDueAsync(default));
        var by = await Site.SaveAsync(A.Person());
        await Site.SaveAsync(new DisclosureAssessment(ballot.ConsultationId, Dataset.Breakdowns, new(60_000, DisclosureRisk.Low, DisclosureRisk.Low, "Large neighbourhoods."), true, by.Id, Site.Now));
        return ballot;
    }

    private void Put(int people, Voice voice, string ward, int[] chose, EntryChannel? way = null) => voters.AddRange(Enumerable.Repeat((voice, ward, chose, way), people));
}
