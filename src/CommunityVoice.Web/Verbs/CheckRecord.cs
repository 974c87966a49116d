using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Web.Wiring;

namespace CommunityVoice.Web.Verbs;

/// <summary><c>check-record FILE [FINGERPRINT]</c>: verifies a downloaded ballot record without any database and prints the count.</summary>
internal static class CheckRecord
{
    public const string Usage = "check-record FILE [FINGERPRINT]";

    public static async Task<int> RunAsync(IServiceProvider services, string[] args, CancellationToken ct)
    {
        if (args is not ([_] or [_, _]))
        {
            await Console.Error.WriteLineAsync($"Say which file: {Usage}");
            return 2;
        }
        var file = Paths.Typed(args[0]);
        if (!File.Exists(file)) throw new StartProblem($"There is no file {file}.");
        var lines = await File.ReadAllLinesAsync(file, ct);
        List<SealedEntry> entries;
        try
        {
            entries = [.. lines.Where(l => l.Length > 0 && l[0] != '#').Select(LedgerText.Read)];
        }
        catch (FormatException e)
        {
            throw new StartProblem($"This is no ballot record: {e.Message}", e);
        }
        if (LedgerChain.FirstFault(entries, args.ElementAtOrDefault(1)) is { } fault)
        {
            Console.WriteLine(fault);
            return 1;
        }
        var count = BallotTally.Of(BallotMethod.Dots, [.. entries.Select(e => new BallotEntry(e.Commitment, e.Choices, e.Supersedes))]);
        Console.WriteLine($"{entries.Count:N0} entries follow one another. {count.Papers:N0} people count.");
        foreach (var (priority, option) in count.Options) Console.WriteLine($"priority {priority}: {option.Dots:N0} dots by {option.People:N0} people");
        return 0;
    }
}
