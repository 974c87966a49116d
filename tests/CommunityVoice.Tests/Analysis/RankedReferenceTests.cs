using System.Globalization;
using System.Text.Json;
using CommunityVoice.Analysis.Ballots;

namespace CommunityVoice.Tests.Analysis;

/// <summary>The shared reference cases of rankings.</summary>
public sealed class RankedReferenceTests
{
    // The one case for Schulze's ratio variant expects what winning votes give too.
    private static readonly string[] SchulzeMethods = ["Schulze", "Schulze Winning", "Schulze Ratio"];

    public static TheoryData<int, string> SchulzeCases => Cases(SchulzeMethods);

    public static TheoryData<int, string> RankedPairsCases => Cases("Ranked Pairs Winning");

    public static TheoryData<int, string> BordaCases => Cases("Borda Count");

    public static TheoryData<int, string> RunoffCases => Cases("InstantRunoff");

    public static TheoryData<int, string> StvCases => Cases("STV");

    [SharedDataFact]
    public void Every_case_is_there()
    {
        Assert.Equal([15, 6, 5, 6, 4], new[] { SchulzeCases, RankedPairsCases, BordaCases, RunoffCases, StvCases }.Select(c => c.Count));
    }

    [SharedDataTheory]
    [MemberData(nameof(SchulzeCases))]
    public void Schulze_gives_the_expected_ranking_and_paths(int index, string name)
    {
        var one = RankedCase.At(index);
        var outcome = Schulze.Of(PairwiseMatrix.Of(one.Papers));

        foreach (var expected in one.Expectations(SchulzeMethods))
        {
            expected.Check(one.Names, outcome.Places);
            foreach (var (from, to, strength) in Table(expected.Stats))
            {
                var pair = outcome.Pair(one.Names[from], one.Names[to]);
                Assert.True(strength == (pair.A == one.Names[from] ? pair.FromA : pair.FromB).Strength, $"{name}: {from} to {to}");
            }
        }
    }

    [SharedDataTheory]
    [MemberData(nameof(RankedPairsCases))]
    public void Ranked_pairs_give_the_expected_winner(int index, string name)
    {
        var one = RankedCase.At(index);
        var outcome = RankedPairs.Of(PairwiseMatrix.Of(one.Papers));

        Assert.All(one.Expectations("Ranked Pairs Winning"), e => Assert.True(e.Winner is not null, name));
        Assert.All(one.Expectations("Ranked Pairs Winning"), e => e.Check(one.Names, outcome.Places));
    }

    [SharedDataTheory]
    [MemberData(nameof(BordaCases))]
    public void Borda_gives_the_expected_ranking_and_points(int index, string name)
    {
        var one = RankedCase.At(index);
        var outcome = Borda.Of(one.Papers);

        foreach (var expected in one.Expectations("Borda Count"))
        {
            expected.Check(one.Names, outcome.Places);
            if (expected.Stats is not { } stats) continue;
            foreach (var points in stats.EnumerateObject())
                Assert.True(points.Value.GetDecimal() == outcome.Scores.Single(s => s.Option == one.Names[points.Name]).Points, $"{name}: {points.Name}");
        }
    }

    [SharedDataTheory]
    [MemberData(nameof(RunoffCases))]
    public void The_run_off_gives_the_expected_ranking_and_rounds(int index, string name)
    {
        var one = RankedCase.At(index);
        var outcome = InstantRunoff.Of(one.Papers);

        foreach (var expected in one.Expectations("InstantRunoff"))
        {
            expected.Check(one.Names, outcome.Places);
            if (expected.Stats is not { } stats) continue;
            var rounds = stats.GetProperty("rounds").EnumerateObject().Select(r => r.Value.EnumerateObject().ToDictionary(t => one.Names[t.Name], t => t.Value.GetInt64())).ToList();
            Assert.True(rounds.Count == outcome.Rounds.Count, name);
            Assert.All(rounds.Zip(outcome.Rounds), r => Assert.Equal(r.First, r.Second.Tally.ToDictionary(t => t.Option, t => t.Votes)));
            Assert.Equal(stats.GetProperty("majority").GetDecimal(), outcome.Rounds[^1].Threshold - 1);
        }
    }

    [SharedDataTheory]
    [MemberData(nameof(StvCases))]
    public void Several_winners_are_the_expected_ones_in_order(int index, string name)
    {
        var one = RankedCase.At(index);
        var outcome = SingleTransferableVote.Of(one.Papers, one.Seats);

        Assert.All(one.Expectations("STV"), e => Assert.True(e.Ranking == one.Names.Text(outcome.Winners.Select(w => new[] { w })), name));
    }

    [SharedDataFact]
    public void The_Debian_election_of_2007_gives_the_published_comparisons_and_order()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.SharedData!, "ranked/debian/expected-2007.json")));
        var expected = file.RootElement.GetProperty("2007");
        var names = new RankedNames([.. expected.GetProperty("options").EnumerateArray().Select(o => o.GetString()!)]);
        var papers = RankedPapers.Of(DebianPapers(Path.Combine(Repository.SharedData!, "ranked/debian/leader2007_tally.txt")), names.Ids);
        var pairs = PairwiseMatrix.Of(papers);

        Assert.Equal(expected.GetProperty("ballots").GetInt64(), papers.Total);
        var table = Table(expected.GetProperty("pairwise")).ToList();
        Assert.Equal(9 * 8, table.Count);
        Assert.All(table, cell => Assert.Equal(cell.Value, pairs.Preferring(names[cell.Row], names[cell.Column])));
        var order = expected.GetProperty("third_party_expected_schulze_margins").GetString();
        Assert.Equal(order, names.Text(Schulze.Of(pairs, VictoryStrength.Margin).Places));
        Assert.Equal(order, names.Text(Schulze.Of(pairs).Places));
        Assert.Equal(expected.GetProperty("condorcet_winner")[0].GetString(), names[pairs.CondorcetWinner!.Value]);
    }

    // Lines "V: 2313 …": the nth character is the rank of the nth option, a dash none. The file is in ISO-8859-1.
    private static IEnumerable<RankedPaper> DebianPapers(string path) =>
        from line in File.ReadLines(path, Encoding.Latin1)
        where line.StartsWith("V: ", StringComparison.Ordinal)
        let ranks = line[3..12]
        select new RankedPaper([.. ranks.Select((rank, at) => (rank, id: at + 1L)).Where(r => r.rank != '-').GroupBy(r => r.rank).OrderBy(g => g.Key)
            .Select(g => (IReadOnlyList<long>)[.. g.Select(r => r.id)])]);

    private static IEnumerable<(string Row, string Column, long Value)> Table(JsonElement? rows) => rows is null ? [] :
        from row in rows.Value.EnumerateObject() from cell in row.Value.EnumerateObject() select (row.Name, cell.Name, cell.Value.GetInt64());

    private static TheoryData<int, string> Cases(params string[] methods)
    {
        var data = new TheoryData<int, string>();
        foreach (var (index, name) in RankedCase.With(methods)) data.Add(index, string.Create(CultureInfo.InvariantCulture, $"{index}: {name}"));
        return data;
    }
}
