using System.Globalization;
using System.Text.RegularExpressions;
using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Analysis.Ballots.Bundles;
using CommunityVoice.Voting;
using CommunityVoice.Web.Wiring;

namespace CommunityVoice.Web.Verbs;

/// <summary><c>verify-ballot BUNDLE [FINGERPRINT] [--receipt CODE]</c>: checks a downloaded ballot record without any database and prints what it adds up to.</summary>
public static partial class VerifyBallot
{
    public const string Usage = "verify-ballot BUNDLE [FINGERPRINT] [--receipt CODE]";

    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>0: all is right; 1: something is not; 2: it was asked in a way that cannot be answered.</summary>
    public static Task<int> RunAsync(IServiceProvider services, string[] args, CancellationToken ct) => RunAsync(Console.Out, Console.Error, args, ct);

    public static async Task<int> RunAsync(TextWriter output, TextWriter errors, string[] args, CancellationToken ct)
    {
        if (Wrong(args, out var typed, out var kept, out var receipt) is { } wrong)
        {
            await errors.WriteLineAsync($"{wrong} Use it as {Usage}");
            return 2;
        }
        using var text = new StreamReader(typed, new FileStreamOptions { BufferSize = 1 << 16 });
        var report = BallotVerifier.Verify(text, kept, receipt, ct);
        if (report.Bundle is { } bundle) output.WriteLine(string.Create(British, $"Ballot {bundle.Terms.Ballot}: {bundle.Terms.Title}"));
        if (report.Fault is { } fault)
        {
            output.WriteLine(fault);
            return 1;
        }
        Print(output, report, kept);
        return receipt is null || Print(output, report.Receipt!, report.Bundle!.Terms) ? 0 : 1;
    }

    private static string? Wrong(string[] args, out string file, out string? kept, out string? receipt)
    {
        (file, kept, receipt) = ("", null, null);
        List<string> words;
        Dictionary<string, string> options;
        try
        {
            (words, options) = Arguments.Read(args, "--receipt");
        }
        catch (StartProblem e)
        {
            return e.Message;
        }
        if (words is not ([_] or [_, _])) return "Say which file.";
        file = Paths.Typed(words[0]);
        if (!File.Exists(file)) return $"There is no file {file}.";
        kept = words.ElementAtOrDefault(1)?.Trim().ToLowerInvariant();
        if (kept is not null && !Fingerprint().IsMatch(kept)) return "A fingerprint has 64 digits from 0 to 9 and a to f.";
        if (!options.TryGetValue("--receipt", out var code)) return null;
        receipt = ReceiptCode.Read(code);
        return receipt is null ? "A receipt code has 20 letters and numbers, like 7QFK-2M9X-4T0A-8WCE-3N5R." : null;
    }

    private static void Print(TextWriter output, BundleReport report, string? kept)
    {
        var (bundle, counted) = (report.Bundle!, report.Counted!);
        output.WriteLine(string.Create(British, $"{report.Entries:N0} entries follow one another, in {bundle.Batches:N0} batches, and none breaks the rules."));
        if (kept is not null) output.WriteLine("The fingerprint that was kept is in it.");
        if (report.NotOffered > 0) output.WriteLine(string.Create(British, $"{report.NotOffered:N0} of them are about statements that are no longer shown, and are not counted."));
        var marks = bundle.Terms.Method == BallotMethod.AgreeDisagreePass;
        output.WriteLine(string.Create(British, $"{counted.Count.Papers:N0} {(marks ? "marks" : "people")} count. All {bundle.Result.Count:N0} lines of the published result are right:"));
        foreach (var (reason, number) in counted.Count.LeftOut)
            output.WriteLine(string.Create(British, $"{number:N0} {(marks ? number == 1 ? "mark is" : "marks are" : number == 1 ? "paper is" : "papers are")} left out of the count: {ExclusionWords.OfCode(reason)} ({reason})."));
        foreach (var option in bundle.Terms.Options) output.WriteLine($"  {option.Title}: {Words(bundle.Terms.Method, counted.Count.Of(option.Id))}");
        if (ResultText.Winners(bundle.Result) is { Count: > 0 } chosen)
            output.WriteLine($"Chosen: {string.Join(", ", bundle.Terms.Options.Where(o => chosen.Contains(o.Id)).Select(o => o.Title))}");
        output.WriteLine($"Newest fingerprint: {bundle.Head}");
        output.WriteLine($"Fingerprint of the terms: {bundle.TermsFingerprint}");
        output.WriteLine(bundle.Notes.Advice);
    }

    // Whether the code is known.
    private static bool Print(TextWriter output, IReadOnlyList<ReceiptMatch> found, BallotTerms terms)
    {
        if (found.Count == 0) output.WriteLine("No entry belongs to this receipt. It may still be waiting for the next batch.");
        foreach (var entry in found.OrderBy(e => e.Entry))
        {
            var options = ChoicesText.IsLeftOut(entry.Choices) ? [] : ChoicesText.Options(terms.Method, entry.Choices).Select(id => terms.Options.FirstOrDefault(o => o.Id == id)?.Title ?? "something that is no longer shown");
            var says = ChoicesText.IsTakenBack(entry.Choices) ? "choices taken back" : ChoicesText.IsLeftOut(entry.Choices) ? "choices left out" : $"{entry.Choices} ({string.Join(", ", options)})";
            output.WriteLine(string.Create(British, $"The receipt belongs to entry {entry.Entry:N0}: {says}. It {(entry.Counts ? "counts" : "does not count")}."));
        }
        return found.Count > 0;
    }

    private static string Words(BallotMethod method, OptionCount count) => method switch
    {
        BallotMethod.Dots => string.Create(British, $"{count.Dots:N0} dots by {count.People:N0} people"),
        BallotMethod.AgreeDisagreePass => string.Create(British, $"{count.Agree:N0} agree, {count.Disagree:N0} disagree, {count.Pass:N0} pass"),
        BallotMethod.Rank => string.Create(British, $"ranked by {count.People:N0} people"),
        _ => string.Create(British, $"{count.People:N0} people"),
    };

    [GeneratedRegex("^[0-9a-f]{64}$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Fingerprint();
}
