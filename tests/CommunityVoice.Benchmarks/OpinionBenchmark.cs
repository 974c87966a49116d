using System.Diagnostics;
using CommunityVoice.Analysis.Opinion;
using CommunityVoice.Voting;

namespace CommunityVoice.Benchmarks;

/// <summary>
/// How long opinion groups and all statistics take, from the votes as they lie in memory: for the Bowling Green conversation (2,031 people,
/// 896 statements, 225,524 votes, as if all of them stood; target under 1 second and 150 MB) the first time in the process and again, and for 100,000 made-up people, 1,000 statements
/// and one vote in twenty cast (target under 20 seconds), beside a fixed loop that tells how fast this machine is now.
/// </summary>
internal static class OpinionBenchmark
{
    public static Task RunAsync()
    {
        if (ImportBenchmark.Folder() is { } folder)
        {
            var ballot = BowlingGreen(folder);
            Measure("Bowling Green, the first time,", ballot, "under 1 s and under 150 MB");
            Measure("Bowling Green again", ballot, "under 1 s and under 150 MB");
        }
        else
        {
            Console.WriteLine("opinion: Bowling Green left out, since shared/data is not beside the project");
        }
        Measure("100,000 people", Generated(100_000, 1000, 0.05), "under 20 s");
        return Task.CompletedTask;
    }

    private static void Measure(string name, (List<OpinionVote> Votes, List<long> Statements) ballot, string target)
    {
        GC.Collect();
        var (allocated, watch) = (GC.GetTotalAllocatedBytes(precise: true), Stopwatch.StartNew());
        var result = OpinionUpdate.Of(OpinionVotes.Of(ballot.Votes, ballot.Statements)).Result;
        var took = watch.Elapsed;
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        Console.WriteLine(
            $"opinion: {name} took {took.TotalSeconds:0.00} s and allocated {allocated / 1e6:0} MB in all, for {result.People:N0} people,"
            + $" {result.Statements.Count:N0} statements and {result.Votes:N0} votes: {string.Join(" and ", result.Groups.Select(g => $"{g.Size:N0} in {g.Label}"))}; target {target};"
            + $" a fixed loop took {Calibration.Seconds():0.00} s");
    }

    private static (List<OpinionVote> Votes, List<long> Statements) BowlingGreen(string folder)
    {
        var conversation = PolisFolder.Read(folder);
        return (
            [.. conversation.Marks.Select(m => new OpinionVote(new Guid(m.VoterId, 0, 0, new byte[8]), m.StatementId, m.Value))],
            [.. conversation.Statements.Select(s => (long)s.Id)]);
    }

    // Four camps, each with a leaning of its own on every statement; one mark in seven is a pass.
    private static (List<OpinionVote> Votes, List<long> Statements) Generated(int people, int statements, double density)
    {
        var random = new Random(7);
        var leaning = new double[4, statements];
        for (var camp = 0; camp < 4; camp++)
        {
            for (var s = 0; s < statements; s++) leaning[camp, s] = random.NextDouble();
        }
        var votes = new List<OpinionVote>();
        for (var p = 0; p < people; p++)
        {
            for (var s = 0; s < statements; s++)
            {
                if (random.NextDouble() >= density) continue;
                var value = random.Next(7) == 0 ? 0 : random.NextDouble() < leaning[p % 4, s] ? 1 : -1;
                votes.Add(new(new Guid(p, 0, 0, new byte[8]), s, value));
            }
        }
        return (votes, [.. Enumerable.Range(0, statements).Select(s => (long)s)]);
    }
}
