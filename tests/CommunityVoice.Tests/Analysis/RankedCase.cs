using System.Globalization;
using System.Text.Json;
using CommunityVoice.Analysis.Ballots;

namespace CommunityVoice.Tests.Analysis;

/// <summary>One of the shared reference cases: papers, and what a method must make of them.</summary>
internal sealed class RankedCase
{
    private readonly JsonElement element;

    private RankedCase(JsonElement element)
    {
        this.element = element;
        Names = new([.. element.GetProperty("candidates").EnumerateArray().Select(c => c.GetString()!)]);
    }

    public RankedNames Names { get; }

    public RankedPapers Papers => Names.Papers(element.GetProperty("votes").EnumerateArray().Select(v => v.GetString()!));

    public int Seats => element.GetProperty("seats").GetInt32();

    public static RankedCase At(int index)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.SharedData!, "ranked/condorcet-reference-cases.json")));
        return new(file.RootElement.GetProperty("cases")[index].Clone());
    }

    /// <summary>The index and name of each case that expects something of one of these methods.</summary>
    public static IEnumerable<(int Index, string Name)> With(params string[] methods)
    {
        if (Repository.SharedData is null) yield break;
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.SharedData, "ranked/condorcet-reference-cases.json")));
        var index = 0;
        foreach (var one in file.RootElement.GetProperty("cases").EnumerateArray())
        {
            if (one.GetProperty("expect").EnumerateArray().Any(e => methods.Contains(e.GetProperty("method").GetString()))) yield return (index, one.GetProperty("name").GetString()!);
            index++;
        }
    }

    /// <summary>What the case expects of these methods.</summary>
    public IEnumerable<RankedExpectation> Expectations(params string[] methods) => element.GetProperty("expect").EnumerateArray()
        .Where(e => methods.Contains(e.GetProperty("method").GetString())).Select(e => new RankedExpectation(e));
}

/// <summary>One expectation; what it does not speak of is null.</summary>
internal sealed class RankedExpectation(JsonElement element)
{
    public string? Winner => element.TryGetProperty("winner", out var winner) ? winner.GetString() : null;

    /// <summary>The ranking, as <see cref="RankedNames.Text"/> writes one.</summary>
    public string? Ranking => !element.TryGetProperty("ranking", out var ranking) ? null : string.Join(" > ", ranking.EnumerateObject()
        .OrderBy(p => int.Parse(p.Name, CultureInfo.InvariantCulture))
        .Select(p => p.Value.ValueKind == JsonValueKind.String ? p.Value.GetString() : string.Join(" = ", p.Value.EnumerateArray().Select(n => n.GetString()).Order(StringComparer.Ordinal))));

    /// <summary>The ranking as the reference writes it; it may stop after the winner.</summary>
    public string? RankingBegins => element.TryGetProperty("ranking_string", out var text) ? text.GetString() : null;

    public JsonElement? Stats => element.TryGetProperty("stats", out var stats) ? stats : null;

    public void Check(RankedNames names, IReadOnlyList<IReadOnlyList<long>> places)
    {
        if (Winner is not null) Assert.Equal(Winner, names.Text([places[0]]));
        if (Ranking is not null) Assert.Equal(Ranking, names.Text(places));
        if (RankingBegins is not null) Assert.StartsWith(RankingBegins, names.Text(places), StringComparison.Ordinal);
    }
}
