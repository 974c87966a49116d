namespace CommunityVoice.Analysis.Ballots;

/// <summary>The price of a project in floating point, with the range in which the exact one lies.</summary>
internal sealed class DoubtfulBid(SharesProject project)
{
    private readonly long allUse = project.Voters.Zip(project.Use, (v, u) => v * u).Sum();

    public SharesProject Project { get; } = project;

    /// <summary>The use of all supporters; at most 10 to the 15th, so exact.</summary>
    public double AllUse => allUse;

    /// <summary>What a supporter who can pay in full pays per use.</summary>
    public double Amount { get; private set; }

    /// <summary>By how much what supporters pay at this amount may differ from the cost, and the use of those who surely pay in full.</summary>
    public double Off { get; private set; }

    public double SureUse { get; private set; }

    /// <summary>Whether surely every supporter pays in full, so that the price is exactly the cost over the use.</summary>
    public bool Whole { get; private set; }

    /// <summary>How far the amount may be from the exact one; known with the upper end.</summary>
    public double Doubt { get; private set; }

    /// <summary>The range of the price, comparable between projects; the upper end is infinite where it is not known.</summary>
    public double Low { get; set; }

    public double High { get; private set; } = double.PositiveInfinity;

    /// <summary>About what the price is now: whom to look at first.</summary>
    public double Guess { get; set; }

    /// <summary>The round in which the price was found.</summary>
    public int Round { get; set; } = -1;

    /// <summary>Sets what was found from below: the exact amount lies no further down than what may be off, made up by those who surely pay.</summary>
    public void SetLow(double amount, double off, double sureUse, bool whole)
    {
        (Amount, Off, SureUse, Whole) = (amount, off, sureUse, whole);
        Low = (amount - off / sureUse - 4 * DoubtfulShares.Unit * amount) / Project.Divisor * (1 - 4 * DoubtfulShares.Unit);
        High = double.PositiveInfinity;
        Guess = Low;
    }

    /// <summary>Sets the upper end, at which so much use still surely pays.</summary>
    public void SetHigh(double sureUse)
    {
        Doubt = Off / sureUse + 4 * DoubtfulShares.Unit * Amount;
        High = (Amount + Doubt) / Project.Divisor * (1 + 4 * DoubtfulShares.Unit);
    }

    /// <summary>Compares two whole bids exactly: the lower price, then the rule for ties.</summary>
    public bool Before(DoubtfulBid other)
    {
        var (mine, theirs) = (Numerator * (Int128)other.allUse, other.Numerator * (Int128)allUse);
        return mine < theirs || (mine == theirs && Project.BeatsInATie(other.Project));
    }

    // Where use is cost the divisor is the cost, and the two cancel.
    private Int128 Numerator => Project.Divisor == Project.Project.Cost ? 1 : Project.Project.Cost;
}
