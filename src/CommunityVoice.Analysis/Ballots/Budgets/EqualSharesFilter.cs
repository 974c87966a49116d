namespace CommunityVoice.Analysis.Ballots;

/// <summary>The winners of one run of Equal Shares in floating point, which gives up rather than guess.</summary>
/// <remarks>
/// Beside each amount goes a bound on how far it is from the exact one, and a decision is taken only where the bounds leave no doubt or whole numbers
/// settle it. Where they do not, the answer is null and <see cref="EqualSharesRun"/> has to be asked.
/// </remarks>
internal static class EqualSharesFilter
{
    /// <summary>The projects funded, in order, or null where floating point cannot tell.</summary>
    public static IReadOnlyList<Project>? Winners(SharesBallots ballots, Ratio share, CancellationToken cancel)
    {
        var (shares, winners) = (new DoubtfulShares(ballots, share), new List<Project>());
        var waiting = ballots.Projects.Select(p => new DoubtfulBid(p)).ToList();
        for (var round = 0; ; round++)
        {
            cancel.ThrowIfCancellationRequested();
            if (!Next(shares, waiting, round, out var best)) return null;
            if (best is null) return winners;
            shares.Pay(best);
            waiting.Remove(best);
            winners.Add(best.Project.Project);
        }
    }

    // False: cannot tell. True without a bid: nothing waiting is affordable.
    private static bool Next(DoubtfulShares shares, List<DoubtfulBid> waiting, int round, out DoubtfulBid? best)
    {
        best = null;
        while (waiting.Count > 0)
        {
            best = Least(waiting, round);
            // All whose price may be as low must be known. Prices only rise, so a lower end found earlier still holds.
            var open = best is { } known ? waiting.Find(b => b.Round != round && b.Low <= known.High) : waiting.MinBy(b => b.Guess);
            if (open is null) return Settled(waiting, round, ref best!);
            if (best is not null && !double.IsPositiveInfinity(best.High) && shares.SurelyAbove(open, best.High)) continue;
            if (shares.Price(open) is not { } affordable) return false;
            if (!affordable)
            {
                waiting.Remove(open);
                continue;
            }
            open.Round = round;
            shares.CloseAbove(open);
        }
        return true;
    }

    private static DoubtfulBid? Least(List<DoubtfulBid> waiting, int round)
    {
        DoubtfulBid? least = null;
        foreach (var bid in waiting)
        {
            if (bid.Round == round && (least is null || bid.Low < least.Low)) least = bid;
        }
        return least;
    }

    // Only prices of this round that reach down to the least one's upper end are left in question; all others are known to be higher.
    private static bool Settled(List<DoubtfulBid> waiting, int round, ref DoubtfulBid best)
    {
        var high = best.High;
        foreach (var bid in waiting)
        {
            if (bid == best || bid.Round != round || bid.Low > high) continue;
            if (!bid.Whole || !best.Whole) return false;
            if (bid.Before(best)) best = bid;
        }
        return high < double.PositiveInfinity; // or what it takes from the voters is in doubt
    }
}
