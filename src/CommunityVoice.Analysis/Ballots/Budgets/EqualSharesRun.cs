using System.Numerics;

namespace CommunityVoice.Analysis.Ballots;

/// <summary>One run of the Method of Equal Shares in exact arithmetic, with a record of who paid what.</summary>
/// <remarks>
/// What the voters have left is kept as whole numbers over one common denominator, which grows with each round. A price only rises from round to round,
/// so a price of an earlier round is a lower bound, and only the project with the least bound is priced anew.
/// </remarks>
internal sealed class EqualSharesRun
{
    private readonly SharesBallots ballots;
    private readonly BigInteger[] left;
    private BigInteger unit;

    private EqualSharesRun(SharesBallots ballots, Ratio share)
    {
        this.ballots = ballots;
        unit = share.Denominator;
        left = new BigInteger[ballots.Election.Groups.Count];
        Array.Fill(left, share.Numerator);
    }

    public List<BudgetRound> Rounds { get; } = [];

    public static EqualSharesRun Of(SharesBallots ballots, Ratio share, long budget, CancellationToken cancel)
    {
        var run = new EqualSharesRun(ballots, share);
        run.Fund(budget, cancel);
        return run;
    }

    /// <summary>What the supporters of a project have left together.</summary>
    public Ratio CouldRaise(SharesProject project) => new(Sum(project), unit);

    private void Fund(long budget, CancellationToken cancel)
    {
        var waiting = ballots.Projects.Select(p => new Bid(p)).ToList();
        for (var round = 0; ; round++)
        {
            cancel.ThrowIfCancellationRequested();
            if (Next(waiting, round) is not { } best) return;
            waiting.Remove(best);
            budget -= best.Project.Project.Cost;
            Rounds.Add(new(best.Project.Project, best.Project.Votes, BudgetStage.Shares, new Ratio(best.Amount, best.Per * best.Project.Divisor), Pay(best), budget));
        }
    }

    private Bid? Next(List<Bid> waiting, int round)
    {
        while (waiting.Count > 0)
        {
            var best = waiting[0];
            foreach (var bid in waiting.Skip(1))
            {
                if (bid.Before(best)) best = bid;
            }
            if (best.Round == round) return best;
            if (Price(best)) best.Round = round;
            else waiting.Remove(best); // what its supporters have left will never be more
        }
        return null;
    }

    /// <summary>Finds the payment per use at which supporters, each paying that or all she has left, pay the cost; false if they cannot.</summary>
    private bool Price(Bid bid)
    {
        var project = bid.Project;
        var missing = project.Project.Cost * unit;
        if (Sum(project) < missing) return false;
        BigInteger use = 0;
        for (var i = 0; i < project.Groups.Length; i++) use += (BigInteger)project.Voters[i] * project.Use[i];
        // Whoever cannot pay the present price pays all she has, which raises it for the others, until all others can.
        var paying = Enumerable.Range(0, project.Groups.Length).ToList();
        for (var before = -1; before != paying.Count;)
        {
            before = paying.Count;
            var (amount, per) = (missing, use);
            paying.RemoveAll(i =>
            {
                var has = left[project.Groups[i]];
                if (has * per >= amount * project.Use[i]) return false;
                missing -= has * project.Voters[i];
                use -= (BigInteger)project.Voters[i] * project.Use[i];
                return true;
            });
        }
        (bid.Amount, bid.Per) = (missing, use * unit);
        return true;
    }

    private List<BudgetPayment> Pay(Bid bid)
    {
        var project = bid.Project;
        var each = new Ratio(bid.Amount, bid.Per);
        var factor = each.Denominator / BigInteger.GreatestCommonDivisor(each.Denominator, unit);
        unit *= factor;
        for (var g = 0; g < left.Length; g++) left[g] *= factor;
        var amount = each.Numerator * (unit / each.Denominator);
        var (payments, ratios) = (new List<BudgetPayment>(project.Groups.Length), new Dictionary<BigInteger, Ratio>());
        for (var i = 0; i < project.Groups.Length; i++)
        {
            var paid = BigInteger.Min(left[project.Groups[i]], amount * project.Use[i]);
            if (paid.IsZero) continue;
            left[project.Groups[i]] -= paid;
            if (!ratios.TryGetValue(paid, out var ratio)) ratios[paid] = ratio = new Ratio(paid, unit);
            payments.Add(new(project.Groups[i], project.Voters[i], ratio));
        }
        return payments;
    }

    private BigInteger Sum(SharesProject project)
    {
        BigInteger sum = 0;
        for (var i = 0; i < project.Groups.Length; i++) sum += left[project.Groups[i]] * project.Voters[i];
        return sum;
    }

    // A payment per use of Amount / Per, exact if found in this round and otherwise a lower bound; at first 0.
    private sealed class Bid(SharesProject project)
    {
        public SharesProject Project { get; } = project;

        public BigInteger Amount { get; set; } = 0;

        public BigInteger Per { get; set; } = 1;

        public int Round { get; set; } = -1;

        public bool Before(Bid other)
        {
            var order = (Amount * other.Per * other.Project.Divisor).CompareTo(other.Amount * Per * Project.Divisor);
            return order < 0 || (order == 0 && Project.BeatsInATie(other.Project));
        }
    }
}
