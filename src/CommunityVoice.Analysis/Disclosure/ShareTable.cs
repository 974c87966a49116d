using CommunityVoice.Analysis.Ballots;

namespace CommunityVoice.Analysis;

/// <summary>The true numbers of one group: its people, and how many of them chose each option. Never shown itself.</summary>
public sealed record GroupChoices(string Label, int People, IReadOnlyList<int> Choosers);

/// <summary>Who chose what, by group: each person is in one group and may choose several options, each once.</summary>
/// <param name="Options">Labels of the options, in the order of <see cref="GroupChoices.Choosers"/>.</param>
/// <param name="Groups">The groups of one dimension, such as areas or voices; together they are everybody.</param>
/// <remarks>
/// The number of people and each option's choosers in the whole place are taken to be known exactly, as the topline of a ballot is (R-C12).
/// So shares by area and shares by voice of one ballot are safe beside each other. Those who did not choose are protected like those who did,
/// since the base is shown beside: 57 of 60 tells of three people. Where everybody must choose a stated number of options
/// (<see cref="FewestChoices"/>, <see cref="MostChoices"/>), say so: the reader knows it too.
/// </remarks>
public sealed record ShareTable(IReadOnlyList<string> Options, IReadOnlyList<GroupChoices> Groups) : Counts
{
    public int FewestChoices { get; init; }
    public int? MostChoices { get; init; }

    /// <summary>
    /// Where another table tells among other things how many there are in each group: then a size is hidden here where it is hidden there, and both go out
    /// together.
    /// </summary>
    public GroupSizes? Sizes { get; init; }

    internal override IReadOnlyList<Puzzle> Solved() => SharePuzzle.Solved(this).Puzzles;
}

/// <summary>A table of the same people that tells how many there are in each group of another.</summary>
/// <param name="Table">A breakdown by one thing.</param>
/// <param name="Rows">Per group, the row that counts it.</param>
public sealed record GroupSizes(TreeTable Table, IReadOnlyList<int> Rows);

/// <summary>One option in one group, as it may be shown: choosers, their share of the group, and the interval of that share (95 %, Wilson).</summary>
public sealed record ProtectedShare(Cell Choosers, double? Share, string ShareWords, Interval? Interval);

/// <summary>One group, as it may be shown: its people, and each option.</summary>
public sealed record ProtectedGroup(string Label, Cell People, IReadOnlyList<ProtectedShare> Options);

/// <summary>Shares per option by group that may be shown to anybody; toplines are exact and stand elsewhere.</summary>
public sealed record ProtectedShares(IReadOnlyList<string> Options, IReadOnlyList<ProtectedGroup> Groups, DisclosureProfile Profile)
{
    public bool HidesSomething => Groups.Any(g => g.People.IsHidden || g.Options.Any(o => o.Choosers.IsHidden));
}
