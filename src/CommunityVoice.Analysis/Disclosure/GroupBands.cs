using CommunityVoice.Analysis.Opinion;

namespace CommunityVoice.Analysis;

/// <summary>A share of a group told in tenths: between <paramref name="Low"/> and <paramref name="High"/>, both multiples of a tenth.</summary>
public sealed record ShareBand(double Low, double High)
{
    public double Middle => (Low + High) / 2;

    /// <summary>"under 10%", "70% to 80%", "over 90%".</summary>
    public string Words => Low <= 0 ? "under 10%" : High >= 1 ? "over 90%" : $"{Math.Round(Low * 100):0}% to {Math.Round(High * 100):0}%";
}

/// <summary>Tells which part of each opinion group agrees (or disagrees) with a statement, in tenths, where that does not tell of a few people.</summary>
/// <remarks>
/// What sets a group apart is that nearly all of it agrees and hardly anybody else does, so hiding small counts as areas and voices ask for would hide
/// just what is to be shown; a group of opinion is no trait that anybody is known by. In its place: groups of which at least
/// <see cref="FewestMarks"/> people marked the statement, so that a tenth holds at least three counts; and the reader who knows exactly how many of
/// everybody agree (R-C12) and takes the bands of the other groups from that must still be left with <see cref="Disclosure.LeastChoices"/> counts
/// for each group, or with as many as that total leaves by itself. Where not, no group is told of. Source: rules R-C2, R-C6 and R-C8, applied here.
/// </remarks>
public static class GroupBands
{
    public const int FewestMarks = 30;

    /// <summary>
    /// The band of each group, in the order given; null where it is not told. <paramref name="rest"/> is what those in no group made of the statement.
    /// </summary>
    public static IReadOnlyList<ShareBand?> Of(IReadOnlyList<MarkCounts> groups, MarkCounts rest, OpinionSide side)
    {
        var ranges = groups.Select(g => Range(g, side)).ToList();
        var total = groups.Sum(g => g.Of(side)) + rest.Of(side);
        var isSafe = ranges.Index().All(r => Choices(ranges, r.Index, total, rest.Seen) >= Math.Min(Disclosure.LeastChoices, Math.Min(total, groups[r.Index].Seen) + 1));
        return [.. ranges.Select(r => isSafe ? r.Band : null)];
    }

    // How many counts a reader must still think possible for one group.
    private static int Choices(List<Known> ranges, int of, int total, int restSeen)
    {
        var (most, least) = (restSeen, 0);
        foreach (var (i, other) in ranges.Index())
        {
            if (i != of) (most, least) = (most + other.Most, least + other.Least);
        }
        return Math.Min(ranges[of].Most, total - least) - Math.Max(ranges[of].Least, total - most) + 1;
    }

    // With too few marks the reader knows of the group only how many marked, which nothing published tells more exactly.
    private static Known Range(MarkCounts group, OpinionSide side)
    {
        var (count, seen) = (group.Of(side), group.Seen);
        if (seen < FewestMarks) return new(null, 0, seen);
        var tenth = Math.Min(9, count * 10 / seen);
        // Counts that fall into the same tenth.
        var least = (tenth * seen + 9) / 10;
        var most = tenth == 9 ? seen : ((tenth + 1) * seen + 9) / 10 - 1;
        return new(new(tenth / 10.0, (tenth + 1) / 10.0), least, most);
    }

    private sealed record Known(ShareBand? Band, int Least, int Most);
}
