using System.Security.Cryptography;

namespace CommunityVoice.Analysis.Ballots;

/// <summary>
/// Which waiting entries go into the public record next: those of ten papers or more, only while ten or more papers remain waiting, in random
/// order; at the end all of them.
/// </summary>
/// <remarks>
/// Source: design section 6, rules R-C8 and R-F30. What counts towards ten is papers with choices, not entries: one person who changes their
/// mind twenty times is still one paper. A paper's waiting entries go together, so none enters the record after the one that takes its place.
/// Withdrawals go along with a batch and never make one. Input: distinct commitments, each superseded by one entry at most.
/// </remarks>
public static class BatchRule
{
    public const int FewestInBatch = 10;
    public const int FewestRemaining = 10;

    /// <summary>The next batch in the order in which it is to be sealed; empty while none is due. The randomness is cryptographic.</summary>
    public static IReadOnlyList<DotsEntry> Next(IReadOnlyCollection<DotsEntry> waiting, bool atEnd)
    {
        if (atEnd) return Shuffle(waiting);
        var papers = ByPaper(waiting);
        var cast = papers.Where(p => p[0].Choices.Length > 0).ToList();
        if (cast.Count < FewestInBatch + FewestRemaining) return [];
        var going = Shuffle(cast).SkipLast(FewestRemaining).Concat(papers.Where(p => p[0].Choices.Length == 0));
        return Shuffle(going.SelectMany(p => p));
    }

    /// <summary>Each paper's waiting entries, the newest first. Nothing says whose they are but that one takes the place of another.</summary>
    public static IReadOnlyList<IReadOnlyList<DotsEntry>> ByPaper(IReadOnlyCollection<DotsEntry> waiting)
    {
        var byCommitment = waiting.ToDictionary(e => e.Commitment, StringComparer.Ordinal);
        var superseded = waiting.Where(e => e.Supersedes is not null).Select(e => e.Supersedes!).ToHashSet(StringComparer.Ordinal);
        var papers = new List<IReadOnlyList<DotsEntry>>();
        foreach (var newest in waiting.Where(e => !superseded.Contains(e.Commitment)))
        {
            var paper = new List<DotsEntry>();
            for (var entry = newest; entry is not null; entry = entry.Supersedes is null ? null : byCommitment.GetValueOrDefault(entry.Supersedes))
                paper.Add(entry);
            papers.Add(paper);
        }
        return papers;
    }

    private static List<T> Shuffle<T>(IEnumerable<T> items)
    {
        var shuffled = items.ToArray();
        RandomNumberGenerator.Shuffle(shuffled.AsSpan());
        return [.. shuffled];
    }
}
