namespace CommunityVoice.Analysis.Ballots;

/// <summary>So many votes for an option.</summary>
public sealed record OptionVotes(long Option, long Votes);

/// <summary>Papers that count for nobody in a round, by why.</summary>
/// <param name="Blank">Nothing is marked.</param>
/// <param name="ExhaustedChoices">Every option they name is out.</param>
/// <param name="Overvotes">They came to a rank with several options.</param>
/// <param name="SkippedRanks">They skipped too many ranks.</param>
/// <param name="RepeatedRanks">They came to an option they had named before.</param>
public sealed record InactivePapers(long Blank, long ExhaustedChoices, long Overvotes, long SkippedRanks, long RepeatedRanks)
{
    public long Total => Blank + ExhaustedChoices + Overvotes + SkippedRanks + RepeatedRanks;
}

/// <summary>An option going out, to whom its votes went, and how many papers count for nobody from then on.</summary>
public sealed record RunoffElimination(long Option, IReadOnlyList<OptionVotes> Transfers, long Exhausted);

/// <summary>One round of a run-off.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Tally">Votes of each option still in, in the order of options.</param>
/// <param name="Inactive">Papers that count for nobody in this round.</param>
/// <param name="Threshold">The fewest votes that are more than half of those counted in this round.</param>
/// <param name="Elected">Who won in this round: nobody, one, or several that nothing could tell apart.</param>
/// <param name="Eliminated">Who went out in this round, and where their votes went.</param>
/// <param name="Tie">How a tie for last place was decided, when there was one.</param>
public sealed record RunoffRound(
    int Number, IReadOnlyList<OptionVotes> Tally, InactivePapers Inactive, long Threshold,
    IReadOnlyList<long> Elected, IReadOnlyList<RunoffElimination> Eliminated, TieBreak? Tie)
{
    /// <summary>Papers that count for somebody in this round.</summary>
    public long Active => Tally.Sum(t => t.Votes);
}

/// <summary>The result of a run-off, round by round.</summary>
/// <param name="Places">
/// Winner first, then those still in at the end by votes, then those eliminated, the last to go first; level options in one place.
/// </param>
/// <param name="Rounds">What happened, from round 1.</param>
public sealed record RunoffOutcome(IReadOnlyList<IReadOnlyList<long>> Places, IReadOnlyList<RunoffRound> Rounds);
