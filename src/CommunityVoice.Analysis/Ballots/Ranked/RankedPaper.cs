namespace CommunityVoice.Analysis.Ballots;

/// <summary>One paper of a ranking: groups of options, best first; options in one group are ranked equal, options left out share the last place.</summary>
/// <param name="Ranks">Groups of option ids, none empty, each id once.</param>
/// <param name="Weight">How many people handed in this very paper; not negative.</param>
public sealed record RankedPaper(IReadOnlyList<IReadOnlyList<long>> Ranks, long Weight = 1)
{
    /// <summary>A paper without equal ranks.</summary>
    public static RankedPaper Of(params IEnumerable<long> options) => new([.. options.Select(o => (IReadOnlyList<long>)[o])]);
}

/// <summary>What stands at one rank of a paper form: one option, several (an overvote), nothing, or an overvote of which nobody kept the names.</summary>
/// <param name="Options">The options marked at this rank; none when it was skipped or when the names were not kept.</param>
/// <param name="IsUnnamedOvervote">Several options were marked, and it is not known which.</param>
public sealed record RankMark(IReadOnlyList<long> Options, bool IsUnnamedOvervote = false)
{
    public static readonly RankMark Skipped = new([]);
    public static readonly RankMark UnnamedOvervote = new([], IsUnnamedOvervote: true);

    public static RankMark One(long option) => new([option]);
}

/// <summary>A paper form as it was filled in, mistakes included: skipped ranks, overvotes and options named twice.</summary>
/// <param name="Ranks">What stands at rank 1, 2, …; unlike <see cref="RankedPaper"/> the number of the rank counts.</param>
/// <param name="Weight">How many people handed in this very paper; not negative.</param>
public sealed record MarkedPaper(IReadOnlyList<RankMark> Ranks, long Weight = 1);
