using System.Security.Cryptography;

namespace CommunityVoice.Analysis.Ballots;

/// <summary>
/// Which waiting entries go into the public record next: those of ten papers or more, only while ten or more papers remain waiting, in random
/// order; at the end all of them.
/// </summary>
/// <remarks>
/// Source: design section 6, rules R-C8 and R-F30. What counts towards ten is papers with choices, not entries: one person who changes their
/// mind twenty times is still one paper. A paper's waiting entries go together, so none enters the record after the one that takes its place.
/// Withdrawals, and what was left out, go along with a batch and never make one. Marks on statements are an entry each; those of one holder count as one paper and go
/// together. Input: distinct commitments, each superseded by one entry at most.
/// </remarks>
public static class BatchRule
{
    public const int FewestInBatch = 10;
    public const int FewestRemaining = 10;

    /// <summary>The next batch in the order in which it is to be sealed; empty while none is due. The randomness is cryptographic.</summary>
    public static IReadOnlyList<BallotEntry> Next(IReadOnlyCollection<BallotEntry> waiting, bool atEnd)
    {
        if (atEnd) return Shuffle(waiting);
        var papers = ByPaper(waiting);
        var (cast, takenBack) = (papers.Where(HasChoices).ToList(), papers.Where(p => !HasChoices(p)));
        if (cast.Count < FewestInBatch + FewestRemaining) return [];
        var going = Shuffle(cast).SkipLast(FewestRemaining).Concat(takenBack);
        return Shuffle(going.SelectMany(p => p));
    }

    /// <summary>Each paper's waiting entries, the newest of each chain first. Nothing says whose they are but that one takes the place of another, or a holder.</summary>
    public static IReadOnlyList<IReadOnlyList<BallotEntry>> ByPaper(IReadOnlyCollection<BallotEntry> waiting)
    {
        var byCommitment = waiting.ToDictionary(e => e.Commitment, StringComparer.Ordinal);
        var superseded = waiting.Where(e => e.Supersedes is not null).Select(e => e.Supersedes!).ToHashSet(StringComparer.Ordinal);
        var (papers, held) = (new List<List<BallotEntry>>(), new Dictionary<string, List<BallotEntry>>(StringComparer.Ordinal));
        foreach (var newest in waiting.Where(e => !superseded.Contains(e.Commitment)))
        {
            var paper = newest.Holder is { } holder && held.TryGetValue(holder, out var known) ? known : [];
            if (paper.Count == 0) papers.Add(paper);
            if (newest.Holder is not null) held[newest.Holder] = paper;
            for (var entry = newest; entry is not null; entry = entry.Supersedes is null ? null : byCommitment.GetValueOrDefault(entry.Supersedes))
                paper.Add(entry);
        }
        return papers;
    }

    // Something in it stands: not each of its newest entries took something back.
    private static bool HasChoices(IReadOnlyList<BallotEntry> paper)
    {
        var superseded = paper.Select(e => e.Supersedes).ToHashSet(StringComparer.Ordinal);
        return paper.Any(e => !ChoicesText.IsNothing(e.Choices) && !superseded.Contains(e.Commitment));
    }

    private static List<T> Shuffle<T>(IEnumerable<T> items)
    {
        var shuffled = items.ToArray();
        RandomNumberGenerator.Shuffle(shuffled.AsSpan());
        return [.. shuffled];
    }
}
