using System.Text.Json;
using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Analysis.Formats;

namespace CommunityVoice.Tests.Analysis;

/// <summary>The winners of eighteen real elections, as two other programs found them.</summary>
public sealed class BudgetReferenceTests
{
    private static readonly Dictionary<string, SharesCompletion> Completions = new(StringComparer.Ordinal)
    {
        ["mes"] = SharesCompletion.None,
        ["mes_then_greedy"] = SharesCompletion.Greedy,
        ["mes_add1"] = SharesCompletion.AddOne,
        ["mes_add1_stop_when_exhaustive"] = SharesCompletion.AddOneUntilExhaustive,
        ["mes_add1_then_greedy"] = SharesCompletion.AddOneThenGreedy,
    };

    public static TheoryData<string> Elections
    {
        get
        {
            var files = Repository.SharedData is { } data ? Directory.GetFiles(Path.Combine(data, "pb", "elections"), "*.pb") : ["absent.pb"];
            return [.. files.Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];
        }
    }

    [SharedDataFact]
    public void All_eighteen_are_here() => Assert.Equal(18, Elections.Count);

    [SharedDataTheory]
    [MemberData(nameof(Elections))]
    public void Winners_are_those_of_the_reference(string name)
    {
        var (election, ids) = PabulibElection.Of(PabulibText.Read(Text(name)), ordinal: OrdinalPoints.LastGetsNone); // the reference uses additive Borda
        using var expected = Expected();
        var (rules, compared) = (expected.RootElement.GetProperty("elections").GetProperty(name), 0);
        foreach (var rule in rules.EnumerateObject())
        {
            if (Outcome(rule.Name, election) is not { } outcome) continue;
            compared++;
            var inOrder = rule.Value.TryGetProperty("winners_in_order", out var winners) || rule.Name == "greedy_by_votes";
            if (winners.ValueKind == JsonValueKind.Undefined) winners = rule.Value.GetProperty("winners");
            var (theirs, ours) = (winners.EnumerateArray().Select(w => w.GetString()!), outcome.Winners.Select(w => ids[w]));
            if (inOrder) Assert.Equal(theirs, ours);
            else Assert.Equal(theirs.Order(StringComparer.Ordinal), ours.Order(StringComparer.Ordinal));
            var cost = rule.Value.GetProperty("total_cost");
            Assert.Equal(cost.ValueKind == JsonValueKind.String ? cost.GetString() : cost.GetRawText(), Invariant($"{outcome.Spent}"));
            if (rule.Value.TryGetProperty("voter_endowment", out var share)) Assert.Equal(share.GetDouble(), (double)outcome.Share!.Value.Round(12), 1e-9);
        }
        Assert.True(compared >= 2, $"{name} has only {compared} rules to compare with.");
    }

    [SharedDataTheory]
    [MemberData(nameof(Elections))]
    public void Stated_votes_and_scores_are_those_we_count(string name)
    {
        var file = PabulibText.Read(Text(name));
        var (election, ids) = PabulibElection.Of(file);
        foreach (var (number, id) in ids)
        {
            var row = file.Projects.Rows.Single(r => file.Projects.Field(r, "project_id") == id);
            Assert.Equal(file.Projects.Field(row, "votes"), Invariant($"{election.VotesFor(number)}"));
            if (file.Projects.Column("score") < 0) continue;
            var score = election.Groups.Sum(g => g.Voters * g.Points.GetValueOrDefault(number));
            Assert.Equal(file.Projects.Field(row, "score"), Invariant($"{score}"));
        }
    }

    [SharedDataTheory]
    [MemberData(nameof(Elections))]
    public void A_file_written_and_read_again_says_the_same(string name)
    {
        var file = PabulibText.Read(Text(name));

        Assert.True(file.SaysTheSameAs(PabulibText.Read(PabulibText.Write(file))));
        Assert.False(file.SaysTheSameAs(file with { Meta = [.. file.Meta.Skip(1)] }));
    }

    [SharedDataFact]
    public void Wieliczka_is_counted_as_the_city_counted_it()
    {
        const string Name = "poland_wieliczka_2023_green-budget.pb";
        var file = PabulibText.Read(Text(Name));
        var outcome = EqualShares.Of(PabulibElection.Of(file).Election, BudgetUtility.Cost, SharesCompletion.AddOne);
        var official = file.Projects.Rows.Where(r => file.Projects.Field(r, "selected") == "1").Select(r => file.Projects.Field(r, "project_id"));

        Assert.Equal(30, outcome.Winners.Count);
        Assert.Equal(995_079, outcome.Spent);
        Assert.Equal(315, outcome.Share);
        Assert.Equal(official.Order(StringComparer.Ordinal), outcome.Winners.Select(w => Invariant($"{w}")).Order(StringComparer.Ordinal));
        Assert.Equal(316, outcome.AddOne!.NextShare);
        Assert.True(outcome.AddOne.NextCost > 1_000_000);
    }

    private static BudgetOutcome? Outcome(string rule, BudgetElection election) => rule switch
    {
        "greedy_by_votes" => GreedyBudget.Of(election),
        "pabutools_greedy_cardinality_sat" or "pabutools_greedy_additive" => GreedyBudget.Of(election, GreedyOrder.PointsPerCost),
        "pabutools_mes_cardinality_sat" => EqualShares.Of(election, BudgetUtility.OnePerProject),
        "pabutools_phragmen" => SequentialPhragmen.Of(election),
        "pabutools_mes_cost_sat_add1" when election.Projects.Sum(p => p.Cost) > election.Budget => // theirs raises where all fit, too
            EqualShares.Of(election, BudgetUtility.Cost, SharesCompletion.AddOneUntilExhaustive),
        "pabutools_mes_additive" => EqualShares.Of(election, BudgetUtility.Points),
        _ => Completions.TryGetValue(rule, out var completion) ? EqualShares.Of(election, BudgetUtility.Cost, completion) : null,
    };

    private static string Text(string name) => File.ReadAllText(Path.Combine(Repository.SharedData!, "pb", "elections", name));

    private static JsonDocument Expected() => JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.SharedData!, "pb", "expected.json")));

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
