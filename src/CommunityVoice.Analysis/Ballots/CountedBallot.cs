namespace CommunityVoice.Analysis.Ballots;

/// <summary>A ranking counted every way that is published: the first reading by Schulze, or by single transferable vote where several are to be chosen.</summary>
public sealed record RankCount(PairwiseMatrix Pairs, SchulzeOutcome Schulze, RankedPairsOutcome RankedPairs, BordaOutcome Borda, RunoffOutcome Runoff, StvOutcome? SeveralWinners)
{
    /// <summary>Those chosen: by single transferable vote where several are to be, else who stands first by Schulze; more than one when they are level.</summary>
    public IReadOnlyList<long> Winners => SeveralWinners?.Winners ?? Schulze.Places[0];

    /// <summary>Places in order by the first reading.</summary>
    public IReadOnlyList<IReadOnlyList<long>> Places => SeveralWinners?.Places ?? Schulze.Places;
}

/// <summary>A budget ballot counted every way that is published: the first reading by Equal Shares with cost as use and the ballot's completion.</summary>
public sealed record BudgetCount(BudgetElection Election, BudgetOutcome EqualShares, BudgetOutcome OnePerProject, BudgetOutcome ByVotes, BudgetOutcome Phragmen);

/// <summary>All that is published of a ballot's result, worked out from its terms and the choices that count.</summary>
/// <param name="Terms">What was voted on, by which rules.</param>
/// <param name="Count">What each option got.</param>
/// <param name="Rank">Only of a ranking with at least one paper.</param>
/// <param name="Budget">Only of a budget ballot with at least one paper.</param>
public sealed record CountedBallot(BallotTerms Terms, BallotCount Count, RankCount? Rank = null, BudgetCount? Budget = null)
{
    /// <summary>By how much Equal Shares raises each share at a time, in pence: a pound.</summary>
    public const long ShareStep = 100;

    /// <summary>
    /// Counts the choices, one canonical text a paper (a mark, for statements), taken back and left out ones included or not. Choices of options that the terms do
    /// not offer are left out: statements that moderators took out leave no trace. Text that is not canonical throws a <see cref="FormatException"/>.
    /// </summary>
    /// <param name="terms">What was voted on, by which rules.</param>
    /// <param name="choices">The canonical texts.</param>
    /// <param name="lots">What lots are drawn from when nothing else decides who of several is chosen: the fingerprint of the newest entry, which nobody could foresee.</param>
    /// <param name="cancel">Stops a long count.</param>
    public static CountedBallot Of(BallotTerms terms, IEnumerable<string> choices, string lots = "", CancellationToken cancel = default)
    {
        var offered = terms.Options.Select(o => o.Id).ToHashSet();
        var said = choices.Where(c => !ChoicesText.IsTakenBack(c) && (terms.Method != BallotMethod.AgreeDisagreePass || offered.Contains(MarkText.StatementOf(c)))).ToList();
        var count = BallotTally.OfChoices(terms.Method, said);
        var counting = said.FindAll(c => !ChoicesText.IsLeftOut(c));
        if (counting.Count == 0) return new(terms, count);
        return terms.Method switch
        {
            BallotMethod.Rank => new(terms, count, Rank: Ranked(terms, counting, lots)),
            BallotMethod.Budget => new(terms, count, Budget: Budgeted(terms, counting, cancel)),
            _ => new(terms, count),
        };
    }

    private static RankCount Ranked(BallotTerms terms, List<string> counting, string lots)
    {
        var papers = RankedPapers.OfChoices(counting, terms.Options.Select(o => o.Id));
        var pairs = PairwiseMatrix.Of(papers);
        return new(pairs, Schulze.Of(pairs), RankedPairs.Of(pairs), Borda.Of(papers), InstantRunoff.Of(papers),
            terms.Winners > 1 ? SingleTransferableVote.Of(papers, Math.Min(terms.Winners, terms.Options.Count), DrawnLots.From(lots, papers.Options)) : null);
    }

    private static BudgetCount Budgeted(BallotTerms terms, List<string> counting, CancellationToken cancel)
    {
        var election = BudgetElection.OfChoices(terms.Options.Select(o => new Project(o.Id, o.Cost)), counting, terms.Budget);
        var completion = Enum.Parse<SharesCompletion>(terms.Completion);
        return new(election,
            Ballots.EqualShares.Of(election, BudgetUtility.Cost, completion, ShareStep, cancel),
            Ballots.EqualShares.Of(election, BudgetUtility.OnePerProject, completion, ShareStep, cancel),
            GreedyBudget.Of(election), SequentialPhragmen.Of(election, cancel: cancel));
    }
}
