namespace CommunityVoice.Analysis.Ballots;

/// <summary>So many votes, in parts of a vote, for an option.</summary>
/// <param name="Option">The option.</param>
/// <param name="Votes">Exact, with at most nine decimals.</param>
public sealed record OptionShare(long Option, decimal Votes);

/// <summary>What a round passed on: the votes above the quota of an option that was elected, or all votes of one that was eliminated.</summary>
/// <param name="From">Whose votes they were.</param>
/// <param name="IsSurplus">Whether it was elected (only what it has above the quota is passed on) or eliminated.</param>
/// <param name="Votes">How many votes were to be passed on.</param>
/// <param name="Of">How many it had: each of its papers goes on at its value times <paramref name="Votes"/> / <paramref name="Of"/>.</param>
/// <param name="To">Who got how many, in the order of options.</param>
/// <param name="Exhausted">Votes of papers that name nobody else who is still in.</param>
/// <param name="Lost">Left over because each paper's new value is cut off after nine decimals.</param>
public sealed record StvTransfer(long From, bool IsSurplus, decimal Votes, decimal Of, IReadOnlyList<OptionShare> To, decimal Exhausted, decimal Lost);

/// <summary>One round of a count for several winners.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Tally">Votes at the start of the round of each option still in or elected, in the order of options.</param>
/// <param name="Exhausted">Votes that count for nobody, papers without a first choice included.</param>
/// <param name="Lost">Votes lost to rounding so far. Tally, exhausted and lost together are always exactly the number of papers.</param>
/// <param name="Elected">Who was elected in this round, most votes first; among equals as ties go.</param>
/// <param name="WithoutQuota">Those of them who were below the quota: no more options were left than seats.</param>
/// <param name="Transfer">What was passed on; null in the last round.</param>
/// <param name="Tie">How it was decided whose votes to pass on, when several were level.</param>
public sealed record StvRound(
    int Number, IReadOnlyList<OptionShare> Tally, decimal Exhausted, decimal Lost,
    IReadOnlyList<long> Elected, IReadOnlyList<long> WithoutQuota, StvTransfer? Transfer, TieBreak? Tie);

/// <summary>The result of a count for several winners.</summary>
/// <param name="Winners">In the order of election.</param>
/// <param name="Places">Winners one by one, then those left without a seat by votes, then those eliminated, the last to go first.</param>
/// <param name="Quota">Votes that secure a seat.</param>
/// <param name="Rounds">What happened, from round 1.</param>
public sealed record StvOutcome(
    IReadOnlyList<long> Winners, IReadOnlyList<IReadOnlyList<long>> Places, long Quota, IReadOnlyList<StvRound> Rounds);
