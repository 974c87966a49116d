namespace CommunityVoice.Analysis.Ballots;

/// <summary>Something a ballot offers, as its count needs it.</summary>
/// <param name="Id">Its number, 1 or more.</param>
/// <param name="Title">How people read it.</param>
/// <param name="Cost">What it costs, in pence; 0 where the method knows no money.</param>
public sealed record BallotOption(long Id, string Title, long Cost = 0);

/// <summary>What stands in the way of counting somebody's choices.</summary>
public enum ChoiceFault
{
    None,

    /// <summary>More dots, or more picks, than each person has.</summary>
    TooMany,

    /// <summary>More dots on one option than allowed.</summary>
    OverCap,

    /// <summary>An option that this ballot does not offer.</summary>
    UnknownOption,

    /// <summary>The projects together cost more than the budget.</summary>
    OverBudget,
}

/// <summary>What is voted on and by which rules: all that counting needs besides the choices themselves.</summary>
/// <param name="Ballot">The ballot's number.</param>
/// <param name="Method">How it is cast and counted.</param>
/// <param name="Options">What it offers.</param>
public sealed record BallotTerms(long Ballot, BallotMethod Method, IReadOnlyList<BallotOption> Options)
{
    public string Title { get; init; } = "";

    /// <summary>Dots: how many each person has.</summary>
    public int DotsEach { get; init; }

    /// <summary>Dots: the most on one option.</summary>
    public int MostOnOne { get; init; }

    /// <summary>Pick: the most options one person may pick.</summary>
    public int MostPicks { get; init; }

    /// <summary>Rank: how many are to be chosen; more than one adds a count by single transferable vote.</summary>
    public int Winners { get; init; } = 1;

    /// <summary>Budget: the money there is, in pence.</summary>
    public long Budget { get; init; }

    /// <summary>Budget: how Equal Shares goes on when shares run out, by the name of the completion.</summary>
    public string Completion { get; init; } = "";

    /// <summary>Whether these choices may be cast. Text that is not canonical throws a <see cref="FormatException"/>.</summary>
    public ChoiceFault FaultOf(string choices)
    {
        if (ChoicesText.IsTakenBack(choices)) return ChoiceFault.None;
        var chosen = ChoicesText.Options(Method, choices);
        if (chosen.Any(id => Options.All(o => o.Id != id))) return ChoiceFault.UnknownOption;
        return Method switch
        {
            BallotMethod.Dots => DotsFault(DotsText.Read(choices)),
            BallotMethod.Pick => chosen.Count > MostPicks ? ChoiceFault.TooMany : ChoiceFault.None,
            BallotMethod.Budget => CostOf(chosen) > Budget ? ChoiceFault.OverBudget : ChoiceFault.None,
            _ => ChoiceFault.None,
        };
    }

    /// <summary>What these options cost together, in pence.</summary>
    public long CostOf(IEnumerable<long> chosen) => chosen.Sum(id => Options.Where(o => o.Id == id).Select(o => o.Cost).FirstOrDefault());

    private ChoiceFault DotsFault(IReadOnlyList<KeyValuePair<long, int>> dots) =>
        dots.Any(d => d.Value > MostOnOne) ? ChoiceFault.OverCap
        : dots.Sum(d => (long)d.Value) > DotsEach ? ChoiceFault.TooMany
        : ChoiceFault.None;
}
