using System.Globalization;
using CommunityVoice.Analysis.Formats;
using CsvHelper;

namespace CommunityVoice.Voting;

/// <summary>One statement of a conversation; <paramref name="Moderated"/> is 1 let in, 0 not looked at, -1 taken out.</summary>
public sealed record PolisStatement(int Id, int AuthorId, DateTimeOffset At, int Moderated, string Body);

/// <summary>What somebody thinks of one statement now: 1 agree, -1 disagree, 0 pass.</summary>
public sealed record PolisMark(int VoterId, int StatementId, int Value);

/// <summary>A conversation as a folder of the open Polis data holds it, read whole.</summary>
/// <remarks>
/// The counts in comments.csv include votes that were changed later, so they are not read; the right ones are each voter's last vote on each
/// statement, from votes.csv or, where that is absent, from the matrix participants-votes.csv, which holds the same.
/// </remarks>
public sealed record PolisFolder(
    string Topic, string Url, string Description, IReadOnlyList<PolisStatement> Statements, IReadOnlyList<int> Voters, IReadOnlyList<PolisMark> Marks)
{
    public static PolisFolder Read(string folder)
    {
        var about = ReadSummary(Required(folder, "summary.csv"));
        var statements = ReadStatements(Required(folder, "comments.csv"));
        var (voters, marks) = ReadMatrix(Required(folder, "participants-votes.csv"));
        if (Path.Combine(folder, "votes.csv") is var log && File.Exists(log)) marks = ReadLastVotes(log);
        return new(about["topic"], about.GetValueOrDefault("url", ""), about.GetValueOrDefault("conversation-description", ""),
            statements, [.. voters.Union(marks.Select(m => m.VoterId)).Order()], marks);
    }

    private static string Required(string folder, string file) => Path.Combine(folder, file) is var path && File.Exists(path)
        ? path
        : throw new InvalidDataException($"There is no {file} in {folder}: name the folder of one conversation of the open Polis data.");

    private static Dictionary<string, string> ReadSummary(string path)
    {
        using var csv = Open(path, hasHeader: false);
        var about = new Dictionary<string, string>(StringComparer.Ordinal);
        while (csv.Read()) about[csv.GetString(0)] = csv.GetString(1);
        return about;
    }

    private static List<PolisStatement> ReadStatements(string path)
    {
        using var csv = Open(path);
        var statements = new List<PolisStatement>();
        while (csv.Read())
        {
            statements.Add(new(
                csv.Parse<int>("comment-id"), csv.Parse<int>("author-id"), At(csv), csv.Parse<int>("moderated"), CsvGuard.Strip(csv.GetString("comment-body")).Trim()));
        }
        return [.. statements.OrderBy(s => s.Id)];
    }

    private static (List<int> Voters, List<PolisMark> Marks) ReadMatrix(string path)
    {
        using var csv = Open(path);
        var columns = csv.Headers.Select((name, at) => (at, id: int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : -1))
            .Where(c => c.id >= 0).ToList();
        var (voters, marks) = (new List<int>(), new List<PolisMark>());
        while (csv.Read())
        {
            var voter = csv.Parse<int>("participant");
            voters.Add(voter);
            foreach (var (at, id) in columns)
            {
                if (!csv.IsEmpty(at)) marks.Add(new(voter, id, csv.Parse<int>(at)));
            }
        }
        return (voters, marks);
    }

    private static List<PolisMark> ReadLastVotes(string path)
    {
        using var csv = Open(path);
        var last = new Dictionary<(int Voter, int Statement), (DateTimeOffset At, int Value)>();
        while (csv.Read())
        {
            var (key, at) = ((csv.Parse<int>("voter-id"), csv.Parse<int>("comment-id")), At(csv));
            if (!last.TryGetValue(key, out var before) || before.At <= at) last[key] = (at, csv.Parse<int>("vote"));
        }
        return [.. last.Select(v => new PolisMark(v.Key.Voter, v.Key.Statement, v.Value.Value))];
    }

    private static DateTimeOffset At(CsvReader csv) => DateTimeOffset.FromUnixTimeMilliseconds(csv.Parse<long>("timestamp"));

    private static CsvReader Open(string path, bool hasHeader = true) => CsvReader.FromFile(path, new CsvReaderOptions { Separator = ',', HasHeader = hasHeader });
}
