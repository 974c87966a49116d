using System.Globalization;
using System.Text.Json;
using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Analysis.Formats;

namespace CommunityVoice.Tests.Analysis;

/// <summary>The run-offs that RCTab counted, round by round.</summary>
public sealed class RankedRunoffTests
{
    private const string WriteIns = "Undeclared Write-ins";
    private static readonly string[] Reasons = ["exhaustedChoices", "overvotes", "repeatedRankings", "skippedRankings"];

    [SharedDataTheory]
    [InlineData("2015_portland_mayor")]
    [InlineData("rule-cases/test_set_0_skipped_first_choice")]
    [InlineData("rule-cases/test_set_1_exhaust_at_overvote")]
    [InlineData("rule-cases/test_set_3_skipped_choice_exhaust")]
    [InlineData("rule-cases/test_set_4_skipped_choice_next")]
    [InlineData("rule-cases/test_set_5_two_skipped_choice_exhaust")]
    [InlineData("rule-cases/test_set_6_duplicate_exhaust")]
    [InlineData("rule-cases/test_set_7_duplicate_skip_to_next")]
    public void Every_round_is_as_RCTab_counts_it(string name)
    {
        var path = Path.Combine(Repository.SharedData!, "ranked/rctab", name);
        var (config, expected) = (Json($"{path}.config.json"), Json($"{path}.expected.json"));
        var hasWriteIns = config.GetProperty("cvrFileSources")[0].GetProperty("undeclaredWriteInLabel").GetString() != "";
        var names = new RankedNames([.. config.GetProperty("candidates").EnumerateArray().Select(c => c.GetProperty("name").GetString()!), .. hasWriteIns ? [WriteIns] : Array.Empty<string>()]);
        var papers = RankedPapers.OfMarks(File.Exists($"{path}.csv") ? FromCsv($"{path}.csv", names) : FromVoteRecords(Json($"{path}.cvr.json"), names), names.Ids);

        var outcome = InstantRunoff.Of(papers, Rules(config.GetProperty("rules")));

        Assert.Equal(expected.GetProperty("results").EnumerateArray().Select(Expected), outcome.Rounds.Select(r => Actual(r, names)));
        var summary = expected.GetProperty("summary");
        Assert.Equal(summary.GetProperty("totalNumBallots").GetString(), Text(papers.Total));
        Assert.Equal(summary.GetProperty("undervotes").GetInt64(), outcome.Rounds[^1].Inactive.Blank);
        Assert.Equal(summary.GetProperty("numCandidates").GetInt32(), papers.Options.Count);
        Assert.All(outcome.Rounds, r => Assert.Equal(papers.Total, r.Active + r.Inactive.Total));
    }

    private static RunoffRules Rules(JsonElement rules) => new()
    {
        Overvotes = Enum.Parse<OvervoteRule>(rules.GetProperty("overvoteRule").GetString()!, ignoreCase: true),
        MaxSkippedRanks = Number(rules, "maxSkippedRanksAllowed"),
        ExhaustOnDuplicate = rules.GetProperty("exhaustOnDuplicateCandidate").GetBoolean(),
        EliminateTogether = rules.GetProperty("batchElimination").GetBoolean(),
        // Where RCTab would draw lots, nothing decides here: a tie that mattered would show as a difference.
        Ties = rules.GetProperty("tiebreakMode").GetString() == "useCandidateOrder" ? [TieStep.Lots] : [],
    };

    private static string Expected(JsonElement round)
    {
        var inactive = round.GetProperty("inactiveBallots");
        return Line(
            round.GetProperty("round").GetInt32(), round.GetProperty("threshold").GetString()!,
            string.Join(' ', Reasons.Select(r => inactive.GetProperty(r).GetString())),
            Pairs(round.GetProperty("tally")),
            round.GetProperty("tallyResults").EnumerateArray().Select(r => r.TryGetProperty("elected", out var won)
                ? $"elected {won.GetString()}" : $"eliminated {r.GetProperty("eliminated").GetString()}: {Pairs(r.GetProperty("transfers"))}"));

        static string Pairs(JsonElement of) => Sorted(of.EnumerateObject().Select(p => $"{p.Name} {p.Value.GetString()}"));
    }

    private static string Actual(RunoffRound round, RankedNames names)
    {
        var inactive = round.Inactive;
        return Line(
            round.Number, Text(round.Threshold),
            string.Join(' ', new[] { inactive.ExhaustedChoices, inactive.Overvotes, inactive.RepeatedRanks, inactive.SkippedRanks }.Select(Text)),
            Sorted(round.Tally.Select(Pair)),
            [.. round.Elected.Select(e => $"elected {names[e]}"), .. round.Eliminated.Select(e =>
                $"eliminated {names[e.Option]}: {Sorted(e.Transfers.Select(Pair).Concat(e.Exhausted == 0 ? [] : [$"exhausted {Text(e.Exhausted)}"]))}")]);

        string Pair(OptionVotes votes) => $"{names[votes.Option]} {Text(votes.Votes)}";
    }

    private static string Line(int round, string threshold, string inactive, string tally, IEnumerable<string> results) =>
        $"{Text(round)} | {threshold} | {inactive} | {tally} | {Sorted(results)}";

    private static string Sorted(IEnumerable<string> items) => string.Join("; ", items.Order(StringComparer.Ordinal));

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static int? Number(JsonElement rules, string name) => int.TryParse(rules.GetProperty(name).GetString(), CultureInfo.InvariantCulture, out var number) ? number : null;

    private static JsonElement Json(string path)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(path));
        return file.RootElement.Clone();
    }

    private static IEnumerable<MarkedPaper> FromCsv(string path, RankedNames names)
    {
        using var reader = File.OpenText(path);
        var ids = names.Ids.ToDictionary(id => names[id] == WriteIns ? RankedCsv.WriteIn : names[id], StringComparer.Ordinal);
        return [.. RankedCsv.ToPapers(RankedCsv.Read(reader), ids)];
    }

    // The NIST common data format for cast vote records: one selection a candidate, with the ranks at which it was marked.
    private static IEnumerable<MarkedPaper> FromVoteRecords(JsonElement report, RankedNames names)
    {
        var election = report.GetProperty("Election")[0];
        var candidates = election.GetProperty("Candidate").EnumerateArray().ToDictionary(c => c.GetProperty("@id").GetString()!, c => names[c.GetProperty("Name").GetString()!]);
        var selections = election.GetProperty("Contest")[0].GetProperty("ContestSelection").EnumerateArray()
            .ToDictionary(s => s.GetProperty("@id").GetString()!, s => candidates[s.GetProperty("CandidateIds")[0].GetString()!]);
        foreach (var record in report.GetProperty("CVR").EnumerateArray())
        {
            var marks = record.GetProperty("CVRSnapshot")[0].GetProperty("CVRContest")[0].GetProperty("CVRContestSelection").EnumerateArray()
                .SelectMany(s => s.GetProperty("SelectionPosition").EnumerateArray().Select(p => (Rank: p.GetProperty("Rank").GetInt32(), Option: selections[s.GetProperty("ContestSelectionId").GetString()!])))
                .ToLookup(m => m.Rank, m => m.Option);
            yield return new([.. Enumerable.Range(1, marks.Max(m => m.Key)).Select(rank => new RankMark([.. marks[rank]]))]);
        }
    }
}
