namespace CommunityVoice.Analysis.Ballots;

/// <summary>What becomes of a paper at a rank that names several options.</summary>
public enum OvervoteRule
{
    /// <summary>It counts no further, also when those options are out of the race.</summary>
    ExhaustImmediately,

    /// <summary>The rank is passed over.</summary>
    AlwaysSkipToNextRank,

    /// <summary>It counts no further when two or more of those options are still in; one still in gets it; with none left the rank is passed over.</summary>
    ExhaustIfMultipleContinuing,
}

/// <summary>The rules of a run-off, after the settings of RCTab (Universal RCV Tabulator), which counts public elections.</summary>
/// <remarks>
/// By default a rank shared by several options counts for none of them while two or more are in, skipped ranks do no harm, and ties go by earlier
/// rounds, then by head-to-head comparisons; options that stay tied go out together or, when no others are left, win together.
/// </remarks>
public sealed record RunoffRules
{
    public static readonly RunoffRules Default = new();

    /// <summary>What becomes of a paper at a rank that names several options; an overvote whose names were not kept counts as several still in.</summary>
    public OvervoteRule Overvotes { get; init; } = OvervoteRule.ExhaustIfMultipleContinuing;

    /// <summary>
    /// More ranks than this skipped in a row before another mark and the paper counts no further; null for no limit (<c>maxSkippedRanksAllowed</c>).
    /// </summary>
    public int? MaxSkippedRanks { get; init; }

    /// <summary>A paper that comes to an option it named before counts no further (<c>exhaustOnDuplicateCandidate</c>).</summary>
    public bool ExhaustOnDuplicate { get; init; }

    /// <summary>All options that could not catch up with the next even together go out in one round (<c>batchElimination</c>).</summary>
    public bool EliminateTogether { get; init; }

    /// <summary>How ties are decided, one step after the other (<c>useCandidateOrder</c> is <see cref="TieStep.Lots"/> alone).</summary>
    public IReadOnlyList<TieStep> Ties { get; init; } = [TieStep.EarlierRounds, TieStep.Comparisons];

    /// <summary>The order of lots, best first, every option once; null for the order in which options were given.</summary>
    public IReadOnlyList<long>? Lots { get; init; }
}

/// <summary>Why a paper counts for nobody any more.</summary>
internal enum Inactive
{
    Blank,
    ExhaustedChoices,
    Overvote,
    SkippedRanks,
    RepeatedRank,
}

/// <summary>Finds for whom a paper counts among the options still in.</summary>
internal sealed class PaperWalk(RunoffRules rules, bool[] isIn)
{
    /// <summary>The option's place, or the complement of the reason why there is none.</summary>
    public int Next(ReadOnlySpan<char> code)
    {
        var (rank, lastMarked) = (0, 0);
        for (int start = 0, end; start < code.Length; start = end)
        {
            for (end = start + 1; end < code.Length && (code[end] & RankedPapers.Together) != 0;) end++;
            rank++;
            if (code[start] == RankedPapers.Skipped) continue;
            if (rank - lastMarked - 1 > (rules.MaxSkippedRanks ?? int.MaxValue)) return ~(int)Inactive.SkippedRanks;
            lastMarked = rank;
            var group = code[start..end];
            if (rules.ExhaustOnDuplicate && NamesOneOf(code[..start], group)) return ~(int)Inactive.RepeatedRank;

            var isOvervote = group.Length > 1 || code[start] == RankedPapers.Overvote;
            if (isOvervote && rules.Overvotes == OvervoteRule.AlwaysSkipToNextRank) continue;
            if (isOvervote && (rules.Overvotes == OvervoteRule.ExhaustImmediately || IsOpenOvervote(group))) return ~(int)Inactive.Overvote;
            foreach (var mark in group)
            {
                if (isIn[mark & ~RankedPapers.Together]) return mark & ~RankedPapers.Together;
            }
        }
        return ~(int)(lastMarked == 0 ? Inactive.Blank : Inactive.ExhaustedChoices);
    }

    private bool IsOpenOvervote(ReadOnlySpan<char> group)
    {
        if (group[0] == RankedPapers.Overvote) return true;
        var open = 0;
        foreach (var mark in group) open += isIn[mark & ~RankedPapers.Together] ? 1 : 0;
        return open > 1;
    }

    private static bool NamesOneOf(ReadOnlySpan<char> before, ReadOnlySpan<char> group)
    {
        foreach (var mark in group)
        {
            var option = mark & ~RankedPapers.Together;
            foreach (var earlier in before)
            {
                if (option < RankedPapers.Overvote && (earlier & ~RankedPapers.Together) == option) return true;
            }
        }
        return false;
    }
}
