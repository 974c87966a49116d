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

/// <summary>Who voted how: a vote's results by voice, by neighbourhood and reweighted, beside its exact totals, on pages and in both files; attacked together.</summary>
public sealed class VotedEverywhereTests : SiteTest
{
    private const string Elsewhere = "Elsewhere or not said";
    private static readonly string[] Options = ["A crossing", "Slower cars", "A warden"];

    private readonly Area place = A.Area(population: 60_000);
    private readonly Area[] wards = [A.Area("Hillgate", AreaLevel.Ward, 11_000), A.Area("Tarn", AreaLevel.Ward, 9_000), A.Area("Weirside", AreaLevel.Ward, 12_000)];
    private readonly List<(Voice Voice, string Ward, int[] Chose)> voters = [];

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
            foreach (var (option, i) in Options.Select((o, i) => (o, i))) read.Know(voters.Count(v => v.Chose.Contains(i)), [.. groups.Select(g => $"{g}/{option}/chose")]);
        }

        AssertNobodyIsTold(read);
    }

    [Fact]
    public async Task Answers_of_small_groups_to_a_statement_stay_hidden_too()
    {
        var ballot = await VoteAsync(BallotMethod.AgreeDisagreePass);
        string[] answers = ["Agree", "Disagree", "Pass"];
        var statements = 0;

        foreach (var (statement, at) in Options.Select((o, i) => (o, i)))
        {
            var read = new Readings();
            foreach (var (by, groups) in Cuts)
            {
                var told = await TableAsync(ballot, by, groups, ballot.Priorities[at].Id);
                if (told.Count == 0) continue;
                statements++;
                read.Know(voters.Count, [.. groups]);
                foreach (var group in groups)
                {
                    read.Read(told[(group, "")], group);
                    read.AddUp(group, [.. answers.Select(a => $"{group}/{at}/{a}")]);
                    foreach (var answer in answers) read.Read(told.GetValueOrDefault((group, answer.ToLowerInvariant()), "hidden"), $"{group}/{at}/{answer}");
                }
                foreach (var answer in answers) read.Know(voters.Count(v => Answer(v.Chose, at) == answer), [.. groups.Select(g => $"{g}/{at}/{answer}")]);
            }
            AssertNobodyIsTold(read);
        }
        Assert.True(statements >= 2, $"{statements} tables were read.");
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

    private IEnumerable<(string By, string[] Groups)> Cuts => [("voice", Groups("voice")), ("area", Groups("area"))];

    private string[] Groups(string by) => by == "voice" ? [.. VoiceWords.SelfDeclared.Append(Voice.NotSaid).Select(v => v.Word())] : [.. wards.Select(w => w.Name), Elsewhere];

    private static int Number(string words) => int.Parse(new string([.. words.Where(char.IsAsciiDigit)]), CultureInfo.InvariantCulture);

    private static string Answer(int[] chose, int statement) => chose.Contains(statement) ? "Agree" : (statement + chose.Length) % 3 == 0 ? "Pass" : "Disagree";

    private void AssertNobodyIsTold(Readings read)
    {
        var leaks = read.Leaks(Truth);
        Assert.True(leaks.Count == 0, string.Join('\n', leaks));
    }

    // "Carer", "Tarn/A crossing/chose", "Tarn/2/Agree".
    private int Truth(string cell)
    {
        var parts = cell.Split('/');
        var group = voters.Where(v => v.Voice.Word() == parts[0] || v.Ward == parts[0]);
        if (parts.Length == 1) return group.Count();
        return parts[2] is "chose" or "did not" ? group.Count(v => v.Chose.Contains(Array.IndexOf(Options, parts[1])) == (parts[2] == "chose"))
            : group.Count(v => Answer(v.Chose, int.Parse(parts[1], CultureInfo.InvariantCulture)) == parts[2]);
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
            foreach (var cell in group.GetProperty("cells").EnumerateArray()) told[(label, statement is null ? cell.GetProperty("of").GetString()! : cell.GetProperty("of").GetString()!.ToLowerInvariant())] = Words(cell.GetProperty("count"));
            if (told[(label, "")] is not ("hidden" or "0")) page.Shows($"{label}{told[(label, "")]} people");
        }
        Assert.Equal(groups.Order(StringComparer.Ordinal), told.Keys.Where(k => k.Item2.Length == 0).Select(k => k.Item1).Order(StringComparer.Ordinal));
        foreach (var row in (await files.CsvAsync($"/ballots/{ballot.Id}/results.csv")).Rows.Where(r => r["breakdown"] == by && (statement is null || r["option_id"] == $"{statement}")))
        {
            var words = told[(row["group"], row["answer"] == "tookPart" ? "" : statement is null ? row["option"] : row["answer"])];
            Assert.Equal(words == "hidden" ? "*" : $"{Number(words)}", row["count"]);
        }
        return told;

        static string Words(JsonElement count) => count.GetProperty("words").GetString()!;
    }

    // Few carers, fewer from Tarn, three from elsewhere; of some groups all but a few chose the first.
    private async Task<Ballot> VoteAsync(BallotMethod method)
    {
        Put(33, Voice.Resident, "Hillgate", [0]);
        Put(3, Voice.Resident, "Hillgate", [1, 2]);
        Put(2, Voice.Carer, "Hillgate", [0, 1]);
        Put(18, Voice.Resident, "Weirside", [1]);
        Put(9, Voice.CommunityGroup, "Weirside", [0, 2]);
        Put(5, Voice.PrimaryCare, "Weirside", [2]);
        Put(13, Voice.Resident, "Tarn", [0, 1]);
        Put(1, Voice.Carer, "Tarn", [2]);
        Put(10, Voice.CommunityGroup, "Tarn", [0]);
        Put(12, Voice.Resident, "Hillgate", [1]);
        Put(2, Voice.CommunityGroup, Elsewhere, [0]);
        Put(1, Voice.NotSaid, Elsewhere, [1]);
        await Site.SaveAsync(place, [.. wards, .. wards.Select(w => new AreaLink(place, AreaLinkKind.Contains, w))]);
        var consultation = A.Consultation(area: place);
        var ballot = new Ballot(consultation, "What should come first?", new BallotRules(method) { MostPicks = 2 }, consultation.OpensAt!.Value, consultation.ClosesAt);
        foreach (var option in Options) ballot.Priorities.Add(new Priority(ballot, option, "", ballot.Priorities.Count + 1));
        await Site.SaveAsync(ballot);
        foreach (var (voice, ward, chose) in voters)
        {
            var participant = await Site.SaveAsync(new Participant(Guid.NewGuid(), voice, wards.FirstOrDefault(w => w.Name == ward)?.Id));
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

    private void Put(int people, Voice voice, string ward, int[] chose) => voters.AddRange(Enumerable.Repeat((voice, ward, chose), people));
}
