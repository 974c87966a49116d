namespace CommunityVoice.Analysis.Ballots;

/// <summary>What the voters have left in a run of Equal Shares, in floating point, each amount with a bound on its error.</summary>
/// <remarks>
/// Errors do not pile up: who pays all she has is left with exactly nothing, and what her amount was in doubt goes, shared out, to those who pay the rest.
/// Read the bounds as follows. Let G(p) be what supporters pay together if each pays the lesser of p times her use and all she has; the price solves
/// G(p) = cost. G of the amounts at hand differs from the exact one by what is in doubt for those who pay all they have, or may have to; and its slope is
/// the use of those who surely pay in full.
/// </remarks>
internal sealed class DoubtfulShares
{
    /// <summary>Twice the largest relative error of one operation.</summary>
    public const double Unit = 2.220446049250313e-16;

    private const double LargestWhole = 9e15;
    private const int Tries = 100;

    private readonly double[] left;
    private readonly double[] doubt;
    private readonly double[] voters;
    private double allDoubt;

    public DoubtfulShares(SharesBallots ballots, Ratio share)
    {
        var amount = (double)share.Numerator / (double)share.Denominator;
        left = new double[ballots.Election.Groups.Count];
        doubt = new double[left.Length];
        Array.Fill(left, amount);
        Array.Fill(doubt, share.Denominator.IsOne && amount < LargestWhole ? 0 : 4 * Unit * amount);
        voters = [.. ballots.Election.Groups.Select(g => (double)g.Voters)];
        SumDoubt();
    }

    /// <summary>Whether a project surely has a higher price per use than that given: paying as much, its supporters do not raise the cost.</summary>
    /// <remarks>One look at the supporters, where finding the price takes several. It looks just under the guess made before, so that the same need not be asked every round.</remarks>
    public bool SurelyAbove(DoubtfulBid bid, double pricePerUse)
    {
        var guessed = bid.Guess * (1 - 1e-9);
        return (guessed > pricePerUse && guessed < double.PositiveInfinity && TooLittleAt(bid, guessed)) || TooLittleAt(bid, pricePerUse);
    }

    private bool TooLittleAt(DoubtfulBid bid, double pricePerUse)
    {
        double cost = bid.Project.Project.Cost;
        var price = pricePerUse * bid.Project.Divisor * (1 + 4 * Unit);
        var (_, paid, others) = Paid(bid.Project, price);
        bid.Guess = others > 0 ? (cost - paid) / others / bid.Project.Divisor : double.PositiveInfinity;
        paid += price * others;
        if (paid + allDoubt + (bid.Project.Groups.Length + 8) * 2 * Unit * paid >= cost) return false;
        bid.Low = Math.BitIncrement(pricePerUse);
        return true;
    }

    /// <summary>Finds the price of a project and its lower end; false if its supporters cannot pay it, null if that or the price is too close to tell.</summary>
    /// <remarks>
    /// Who cannot pay the present price pays all she has, which raises it for the others, until all others can. It starts from the price of an earlier
    /// round, or from everybody paying in full; from any start the next price is not above the one sought, since G curves downward.
    /// </remarks>
    public bool? Price(DoubtfulBid bid)
    {
        double cost = bid.Project.Project.Cost;
        var (price, limited) = (Math.Max(bid.Amount, cost / bid.AllUse), -1);
        for (var n = 0; n < Tries; n++)
        {
            var (now, paid, others) = Paid(bid.Project, price);
            if (others <= 0) return SurelyTooLittle(bid.Project, cost) ? false : null;
            if (now == limited) return SetLow(bid, price, cost) ? true : null;
            (price, limited) = ((cost - paid) / others, now);
        }
        return null;
    }

    /// <summary>Finds the upper end of a price just found; it stays infinite if too close to tell.</summary>
    public void CloseAbove(DoubtfulBid bid)
    {
        // Below the price those who surely pay in full still do. Above it more may run out of money, so their use is taken at a price further up.
        var still = bid.Whole ? bid.SureUse : Sure(bid.Project, bid.Amount + 2 * bid.Off / bid.SureUse).Use;
        if (still >= bid.SureUse / 2) bid.SetHigh(still);
    }

    /// <summary>Takes what a project costs from its supporters.</summary>
    public void Pay(DoubtfulBid bid)
    {
        var project = bid.Project;
        for (var i = 0; i < project.Groups.Length; i++)
        {
            var g = project.Groups[i];
            var wants = bid.Amount * project.Use[i];
            var error = bid.Doubt * project.Use[i] + 4 * Unit * (wants + left[g]);
            if (left[g] + doubt[g] < wants - error) (left[g], doubt[g]) = (0, 0);
            else (left[g], doubt[g]) = (Math.Max(0, left[g] - wants), doubt[g] + error);
        }
        SumDoubt();
    }

    private void SumDoubt()
    {
        allDoubt = 0;
        for (var g = 0; g < doubt.Length; g++) allDoubt += voters[g] * doubt[g];
        allDoubt *= 1.01; // for the rounding of this sum
    }

    private bool SurelyTooLittle(SharesProject project, double cost)
    {
        var (has, unsure) = (0.0, 0.0);
        for (var i = 0; i < project.Groups.Length; i++)
        {
            has += project.Weights[i] * left[project.Groups[i]];
            unsure += project.Weights[i] * doubt[project.Groups[i]];
        }
        // Whole amounts add up exactly.
        return has < cost - (unsure == 0 && has < LargestWhole ? 0 : 1.01 * unsure + (project.Groups.Length + 8) * Unit * (has + cost));
    }

    // How many groups cannot pay a price in full, what they pay, and the use of the others.
    private (int Limited, double Paid, double Others) Paid(SharesProject project, double price)
    {
        var (limited, paid, others, groups, weights, use) = (0, 0.0, 0.0, project.Groups, project.Weights, project.WeightedUse);
        for (var i = 0; i < groups.Length; i++)
        {
            var has = left[groups[i]] * weights[i];
            if (has < price * use[i])
            {
                limited++;
                paid += has;
            }
            else others += use[i];
        }
        return (limited, paid, others);
    }

    // The use of those who surely pay a price in full; how many groups may not, and what is in doubt with them.
    private (double Use, int Unsure, double InDoubt) Sure(SharesProject project, double price)
    {
        var (sure, unsure, inDoubt) = (0.0, 0, 0.0);
        for (var i = 0; i < project.Groups.Length; i++)
        {
            var (has, wants, may) = (left[project.Groups[i]], price * project.Use[i], doubt[project.Groups[i]]);
            may += 4 * Unit * wants;
            if (has >= wants + may)
            {
                sure += project.WeightedUse[i];
                continue;
            }
            unsure++;
            inDoubt += project.Weights[i] * may;
        }
        return (sure, unsure, inDoubt);
    }

    private bool SetLow(DoubtfulBid bid, double price, double cost)
    {
        var (use, unsure, inDoubt) = Sure(bid.Project, price);
        if (use <= 0) return false;
        // What is paid adds up to the cost, but for the rounding of so many additions.
        bid.SetLow(price, unsure == 0 ? 0 : 1.01 * inDoubt + (bid.Project.Groups.Length + 8) * 2 * Unit * cost, use, whole: unsure == 0);
        return true;
    }
}
