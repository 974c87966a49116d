namespace CommunityVoice.Analysis.Ballots;

/// <summary>A way of deciding between options with equally many votes in a round.</summary>
public enum TieStep
{
    /// <summary>Who had more votes in the latest earlier round in which they differ.</summary>
    EarlierRounds,

    /// <summary>Who has the better balance of head-to-head comparisons won and lost, over all options and all papers.</summary>
    Comparisons,

    /// <summary>Who comes earlier in the order of lots: by default the order in which the options were given.</summary>
    Lots,
}

/// <summary>How a tie in a round went.</summary>
/// <param name="Tied">The options with equally many votes.</param>
/// <param name="Chosen">Those of them that were eliminated, or whose turn it was; more than one when no step decided.</param>
/// <param name="DecidedBy">The step that decided; null when none did.</param>
/// <param name="Round">The earlier round that decided, when one did.</param>
public sealed record TieBreak(IReadOnlyList<long> Tied, IReadOnlyList<long> Chosen, TieStep? DecidedBy, int? Round);

/// <summary>Chooses among tied options by steps, each of which narrows down whom the one before left.</summary>
internal sealed class Ties(RankedPapers papers, IReadOnlyList<TieStep> steps, IReadOnlyList<long>? lots)
{
    private readonly int[] lotOf = LotOf(papers, lots);
    private PairwiseMatrix? pairs;

    /// <summary>The tied options that stand worst, in the order of options; <paramref name="history"/> holds earlier rounds' votes, the latest last.</summary>
    public (IReadOnlyList<int> Chosen, TieBreak? Tie) Weakest(IReadOnlyList<int> tied, IReadOnlyList<Int128[]> history) => Choose(tied, history, -1);

    /// <summary>The tied options that stand best.</summary>
    public (IReadOnlyList<int> Chosen, TieBreak? Tie) Strongest(IReadOnlyList<int> tied, IReadOnlyList<Int128[]> history) => Choose(tied, history, 1);

    private (IReadOnlyList<int> Chosen, TieBreak? Tie) Choose(IReadOnlyList<int> tied, IReadOnlyList<Int128[]> history, int sign)
    {
        if (tied.Count < 2) return (tied, null);
        var (left, step, round) = (tied, (TieStep?)null, (int?)null);
        foreach (var (by, number, score) in Scores(history))
        {
            var best = left.Max(o => sign * score(o));
            var narrowed = left.Where(o => sign * score(o) == best).ToList();
            if (narrowed.Count < left.Count) (left, step, round) = (narrowed, by, number);
            if (left.Count == 1) break;
        }
        return (left, new([.. tied.Select(o => papers.Options[o])], [.. left.Select(o => papers.Options[o])], step, round));
    }

    private IEnumerable<(TieStep Step, int? Round, Func<int, Int128> Score)> Scores(IReadOnlyList<Int128[]> history)
    {
        foreach (var step in steps)
        {
            if (step == TieStep.EarlierRounds)
            {
                for (var round = history.Count; round > 0; round--)
                {
                    var votes = history[round - 1];
                    yield return (step, round, o => votes[o]);
                }
            }
            else if (step == TieStep.Comparisons)
            {
                pairs ??= PairwiseMatrix.Of(papers);
                yield return (step, null, o => pairs.BalanceAt(o));
            }
            else
            {
                yield return (step, null, o => -lotOf[o]);
            }
        }
    }

    private static int[] LotOf(RankedPapers papers, IReadOnlyList<long>? lots)
    {
        if (lots is null) return [.. Enumerable.Range(0, papers.Options.Count)];
        if (!lots.Order().SequenceEqual(papers.Options.Order())) throw new ArgumentException("The lots are not the options, each once.", nameof(lots));
        var order = new int[lots.Count];
        for (var at = 0; at < lots.Count; at++) order[papers.PlaceOf(lots[at])] = at;
        return order;
    }
}
