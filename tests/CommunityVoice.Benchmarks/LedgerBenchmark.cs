using System.Diagnostics;
using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Analysis.Ballots.Bundles;

namespace CommunityVoice.Benchmarks;

/// <summary>
/// How long it takes to verify and count the public bundle of a ballot with a million entries, read from a file: every hash, every rule, every line of
/// the result. Every twentieth entry takes the place of an earlier one. Target: under 10 seconds, beside a fixed loop.
/// </summary>
internal static class LedgerBenchmark
{
    private const int Entries = 1_000_000;

    public static async Task RunAsync()
    {
        foreach (var method in new[] { BallotMethod.Dots, BallotMethod.Rank })
        {
            var file = Path.GetTempFileName();
            try
            {
                await File.WriteAllTextAsync(file, "");
                Write(file, method);
                var (before, watch) = (GC.GetTotalMemory(forceFullCollection: true), Stopwatch.StartNew());
                using var text = new StreamReader(file);
                var report = BallotVerifier.Verify(text);
                var took = watch.Elapsed;
                if (report.Fault is not null || report.Entries != Entries) throw new InvalidOperationException($"{report.Fault}");
                Console.WriteLine($"ledger {method}: {took.TotalSeconds:0.0} s for {report.Entries:N0} entries ({new FileInfo(file).Length >> 20:N0} MB), verified and counted, " +
                    $"{(GC.GetTotalMemory(forceFullCollection: true) - before) >> 20:N0} MB kept; target under 10 s; a fixed loop took {Calibration.Seconds():0.00} s");
                GC.KeepAlive(report);
            }
            finally
            {
                File.Delete(file);
            }
        }
    }

    // The heading holds the result, so the entries are written to a file of their own first.
    private static void Write(string file, BallotMethod method)
    {
        var (random, commitments, choices) = (new Random(20261126), new string[Entries], new string?[Entries]);
        var terms = new BallotTerms(1, method, [.. Enumerable.Range(1, 8).Select(i => new BallotOption(i, $"Option {i}"))]) { Title = "Large", DotsEach = 5, MostOnOne = 3 };
        var (previous, batch) = (LedgerText.Start, 0);
        using (var entries = new StreamWriter(file + ".entries"))
        {
            for (var i = 0; i < Entries; i++)
            {
                batch = 1 + i / 40;
                var replaced = i >= 1000 && i % 20 == 0 ? i - 20 * random.Next(2, 40) - 7 : -1;
                choices[i] = Choose(random, method);
                commitments[i] = LedgerText.Commit($"salt {i}", choices[i]!);
                var entry = new SealedEntry(1, i + 1, batch, new DateOnly(2026, 6, 1).AddDays(i / 40_000), choices[i]!, commitments[i], null, previous, "");
                if (replaced >= 0 && choices[replaced] is not null)
                {
                    entry = entry with { Supersedes = commitments[replaced] };
                    choices[replaced] = null;
                }
                previous = LedgerText.HashOf(entry);
                entries.WriteLine(LedgerText.Line(entry with { Hash = previous }));
            }
        }
        var counted = CountedBallot.Of(terms, choices.Where(c => c is not null)!);
        using (var heading = new StreamWriter(file))
        {
            new BallotBundle(terms, new("Advice.", "Everybody.", "None.", "Free.", []), Entries, batch, previous, ResultText.Of(counted)).WriteHeading(heading);
        }
        using (var all = new FileStream(file, FileMode.Append))
        using (var entries = File.OpenRead(file + ".entries")) entries.CopyTo(all);
        File.Delete(file + ".entries");
    }

    private static string Choose(Random random, BallotMethod method)
    {
        if (method == BallotMethod.Dots) return DotsText.Write([new(random.Next(1, 5), random.Next(1, 4)), new(random.Next(5, 9), random.Next(1, 3))]);
        long[] options = [1, 2, 3, 4, 5, 6, 7, 8];
        random.Shuffle(options);
        return RankText.Write(options.Take(random.Next(1, 9)));
    }
}
