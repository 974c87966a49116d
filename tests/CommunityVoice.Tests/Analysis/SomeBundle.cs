using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Analysis.Ballots.Bundles;

namespace CommunityVoice.Tests.Analysis;

/// <summary>A ballot's public bundle to check and to tamper with: fourteen papers, one changed, one taken back, in two batches.</summary>
internal sealed class SomeBundle
{
    public const string Code = "7QFK2M9X4T0A8WCE3N5R";

    private readonly List<(string Salt, string Choices, string? Supersedes)> said = [];

    public SomeBundle(BallotMethod method)
    {
        Terms = new(7, method, [new(11, "A crossing", 40_000_00), new(12, "Slower cars", 30_000_00), new(13, "A “warden”", 20_000_00)])
        {
            Title = "What should come first?",
            DotsEach = method == BallotMethod.Dots ? 5 : 0,
            MostOnOne = method == BallotMethod.Dots ? 3 : 0,
            MostPicks = method == BallotMethod.Pick ? 2 : 0,
            Winners = 1,
            Budget = method == BallotMethod.Budget ? 75_000_00 : 0,
            Completion = method == BallotMethod.Budget ? nameof(SharesCompletion.AddOneThenGreedy) : "",
        };
        if (method != BallotMethod.Budget) Terms = Terms with { Options = [.. Terms.Options.Select(o => o with { Cost = 0 })] };
        for (var i = 0; i < 14; i++) Say(i == 0 ? Salt(1) : $"salt{i}", Some(method, i));
        Say(Salt(2), Some(method, 1), replaces: 0);
        Say("back", method == BallotMethod.AgreeDisagreePass ? said[5].Choices.Split('=')[0] + "=" : "", replaces: 5);
    }

    public BallotTerms Terms { get; set; }

    public BundleNotes Notes { get; } = new("This is advice, not a referendum.", "Everybody.", "From ten people on.", "Free to copy.", ["Anyone can add it up."]);

    public List<SealedEntry> Entries { get; private set; } = [];

    public BallotBundle Bundle { get; private set; } = null!;

    public static SomeBundle Sealed(BallotMethod method = BallotMethod.Dots)
    {
        var some = new SomeBundle(method);
        some.Seal();
        return some;
    }

    /// <summary>Adds an entry, of which the earlier one with this place is replaced.</summary>
    public void Say(string salt, string choices, int? replaces = null) =>
        said.Add((salt, choices, replaces is { } earlier ? LedgerText.Commit(said[earlier].Salt, said[earlier].Choices) : null));

    /// <summary>Makes the entries, the head and the result of what was said, as the site would.</summary>
    public void Seal()
    {
        Entries = [];
        var previous = LedgerText.Start;
        foreach (var (salt, choices, supersedes) in said)
        {
            Entries.Add(Rehashed(new(7, Entries.Count + 1, Entries.Count < 10 ? 1 : 2, new(2026, 6, 9), choices, LedgerText.Commit(salt, choices), supersedes, previous, "")));
            previous = Entries[^1].Hash;
        }
        Conclude();
    }

    /// <summary>Hashes every entry anew, as somebody would who changed one.</summary>
    public void Rechain()
    {
        for (var i = 0; i < Entries.Count; i++) Entries[i] = Rehashed(Entries[i] with { PreviousHash = i == 0 ? LedgerText.Start : Entries[i - 1].Hash });
        Conclude();
    }

    /// <summary>Names the last entry and publishes this result with it.</summary>
    public void Publish(IReadOnlyList<string> result) => Bundle = new(Terms, Notes, Entries.Count, 2, Entries[^1].Hash, result);

    public BundleReport Verify(string? kept = null, string? receipt = null) => Verify(Text(), kept, receipt);

    public static BundleReport Verify(string text, string? kept = null, string? receipt = null)
    {
        using var reader = new StringReader(text);
        return BallotVerifier.Verify(reader, kept, receipt);
    }

    public string Text()
    {
        using var text = new StringWriter { NewLine = "\n" };
        Bundle.Write(text, Entries);
        return text.ToString();
    }

    public static SealedEntry Rehashed(SealedEntry entry) => entry with { Hash = LedgerText.HashOf(entry) };

    private string Salt(int number) => Terms.Method == BallotMethod.AgreeDisagreePass ? $"{Code}/{number}" : number == 1 ? "first" : Code;

    private void Conclude()
    {
        var counting = BallotTally.Counting([.. Entries.Select(e => new BallotEntry(e.Commitment, e.Choices, e.Supersedes))]);
        Publish(ResultText.Of(CountedBallot.Of(Terms, counting, Entries[^1].Hash)));
    }

    private static string Some(BallotMethod method, int i) => method switch
    {
        BallotMethod.Dots => DotsText.Write([new(11, 1 + i % 3), new(12 + i % 2, 2)]),
        BallotMethod.Rank => RankText.Write(i % 3 == 0 ? [12, 11, 13] : i % 3 == 1 ? [11, 13] : [13]),
        BallotMethod.AgreeDisagreePass => MarkText.Write(i < 2 ? 11 : 11 + i % 3, i % 3 - 1),
        BallotMethod.Budget => BallotIdsText.Write(i % 3 == 0 ? [11, 12] : i % 3 == 1 ? [12, 13] : [13]),
        _ => BallotIdsText.Write(i % 3 == 0 ? [11, 13] : [12]),
    };
}
