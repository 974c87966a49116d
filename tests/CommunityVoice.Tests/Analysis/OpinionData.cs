using System.Globalization;
using System.Text.Json;
using CommunityVoice.Analysis.Opinion;
using CsvHelper;

namespace CommunityVoice.Tests.Analysis;

/// <summary>One conversation of the open Polis data as the analysis takes it, with the published groups and the known answers.</summary>
public sealed record OpinionData(
    string Name, IReadOnlyList<OpinionVote> Votes, IReadOnlyList<long> Statements, IReadOnlySet<long> MovedOut,
    IReadOnlyDictionary<Guid, int> PublishedGroupOf, JsonElement Expected)
{
    public static readonly IReadOnlyList<string> Names =
    [
        "american-assembly.bowling-green", "bg2050-volunteers", "brexit-consensus", "canadian-electoral-reform", "football-concussions",
        "london.youth.policing", "scoop-hivemind.affordable-housing", "scoop-hivemind.biodiversity", "scoop-hivemind.freshwater", "scoop-hivemind.ubi",
    ];

    /// <summary>Every statement that the conversation has a column for, those that moderators took out among them.</summary>
    public OpinionVotes Everything => OpinionVotes.Of(Votes, Statements);

    /// <summary>What stands.</summary>
    public OpinionVotes Standing => OpinionVotes.Of(Votes, Statements.Where(s => !MovedOut.Contains(s)));

    public static Guid Key(int participant) => new(participant, 0, 0, new byte[8]);

    public static OpinionData Read(string name)
    {
        var folder = Path.Combine(Repository.SharedData!, "polis", name);
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "expected.json")));
        var expected = json.RootElement.Clone();
        using var csv = CsvReader.FromFile(Path.Combine(folder, "participants-votes.csv"), new CsvReaderOptions { Separator = ',', HasHeader = true });
        var columns = csv.Headers.Select((header, at) => (at, id: int.TryParse(header, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : -1))
            .Where(c => c.id >= 0).ToList();
        var (votes, groupOf) = (new List<OpinionVote>(), new Dictionary<Guid, int>());
        while (csv.Read())
        {
            var person = Key(csv.Parse<int>("participant"));
            if (csv.GetString("group-id") is { Length: > 0 } group) groupOf.Add(person, int.Parse(group, CultureInfo.InvariantCulture));
            foreach (var (at, id) in columns)
            {
                if (!csv.IsEmpty(at)) votes.Add(new(person, id, csv.Parse<int>(at)));
            }
        }
        return new(name, votes, [.. columns.Select(c => (long)c.id)],
            expected.GetProperty("moderated_out").EnumerateArray().Select(m => m.GetInt64()).ToHashSet(), groupOf, expected);
    }

    /// <summary>The adjusted Rand index of two groupings of the same people: 1 for the same, about 0 for unrelated ones (Hubert and Arabie 1985).</summary>
    public static double AdjustedRandIndex(IReadOnlyCollection<(int A, int B)> people)
    {
        static double Pairs(int n) => n * (n - 1.0) / 2;
        var together = people.GroupBy(p => p).Sum(g => Pairs(g.Count()));
        var (a, b) = (people.GroupBy(p => p.A).Sum(g => Pairs(g.Count())), people.GroupBy(p => p.B).Sum(g => Pairs(g.Count())));
        var chance = a * b / Pairs(people.Count);
        return (together - chance) / ((a + b) / 2 - chance);
    }

    /// <summary>The index of a grouping against the published one, over people who are in a group in both.</summary>
    public double AdjustedRandIndexOf(OpinionGroups groups) => AdjustedRandIndex(
        [.. groups.GroupOf.Select((group, p) => (group, published: PublishedGroupOf.GetValueOrDefault(groups.Votes.Participants[p], -1)))
            .Where(g => g.group >= 0 && g.published >= 0)]);
}
