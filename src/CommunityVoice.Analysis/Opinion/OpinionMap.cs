namespace CommunityVoice.Analysis.Opinion;

/// <summary>A square of the map in which at least the least number of people of one group lie. Positions are of its middle, 0 to 1 across and up.</summary>
/// <param name="Label">The letter of the group.</param>
/// <param name="X">From left, 0 to 1.</param>
/// <param name="Y">From below, 0 to 1.</param>
/// <param name="People">How many of the group lie there, to the nearest 5 (rule R-C3).</param>
public sealed record MapSquare(char Label, double X, double Y, int People);

/// <summary>The middle of a group on the map.</summary>
public sealed record MapGroup(char Label, double X, double Y, int People);

/// <summary>Where a statement lies: towards the people who agree with it, on a scale of its own around the same middle.</summary>
public sealed record MapStatement(long Statement, double X, double Y);

/// <summary>A map of opinions that shows no single person: squares with many people, the middles of groups, and the statements.</summary>
/// <param name="Across">How many squares the grid had from side to side before it was cut to those shown.</param>
/// <param name="Side">The side of a square, as a share of the map's.</param>
/// <param name="Squares">By letter, then from left to right; a square that two groups share occurs once for each.</param>
/// <param name="Groups">By letter.</param>
/// <param name="Statements">By rising id.</param>
/// <remarks>
/// The grid is the finest of 24 to 1 squares across in which at least three quarters of each group lie in squares that may be shown, so few people
/// make a coarse map. Squares below the least number are left out, and the map is cut to what is left, with the average voter at (½, ½); so no
/// place of an outlier can be read from it. Positions have three decimals.
/// </remarks>
public sealed record OpinionMap(
    int Across, double Side, IReadOnlyList<MapSquare> Squares, IReadOnlyList<MapGroup> Groups, IReadOnlyList<MapStatement> Statements)
{
    /// <summary>Squares with fewer people are not shown (profiles of rules R-C3 and R-C4).</summary>
    public const int LeastInSquare = 10;

    private const double EnoughOfEachGroup = 0.75;
    private static readonly int[] Grids = [24, 20, 16, 12, 10, 8, 6, 5, 4, 3, 2, 1];

    /// <summary>Draws the map of groups with their letters, by number; null where there are no groups.</summary>
    public static OpinionMap? Of(OpinionGroups groups, IReadOnlyList<char> labels, int leastInSquare = LeastInSquare)
    {
        if (groups.Sizes.Count == 0) return null;
        var people = People(groups);
        var reach = Math.Max(1, people.Max(p => Math.Max(Math.Abs(p.X), Math.Abs(p.Y))));
        foreach (var across in Grids)
        {
            var side = 2 * reach / across + 1;
            var squares = people.GroupBy(p => (p.Group, X: Square(p.X, reach, side), Y: Square(p.Y, reach, side)), (at, there) => (at.Group, at.X, at.Y, People: there.Sum(p => p.Weight)))
                .Where(s => s.People >= leastInSquare)
                .OrderBy(s => s)
                .ToList();
            var isEnough = groups.Sizes.Select((size, g) => squares.Where(s => s.Group == g).Sum(s => s.People) >= EnoughOfEachGroup * size).All(enough => enough);
            if (isEnough || across == 1) return Cut(groups, labels, people, across, side, [.. squares.Select(s => (s.Group, Middle(s.X, reach, side), Middle(s.Y, reach, side), s.People))]);
        }
        return null;
    }

    private static List<(int Group, long X, long Y, int Weight)> People(OpinionGroups groups)
    {
        var groupOfRow = new int[groups.Space.Rows.Count];
        for (var p = 0; p < groups.GroupOf.Count; p++)
        {
            if (groups.Space.Rows.RowOf[p] is >= 0 and var row) groupOfRow[row] = groups.GroupOf[p];
        }
        return [.. groupOfRow.Select((group, row) => (group, groups.Space.At(row).X, groups.Space.At(row).Y, groups.Space.Rows.Weight[row])).Where(p => p.group >= 0)];
    }

    private static long Square(long at, long reach, long side) => (at + reach) / side;

    private static double Middle(long square, long reach, long side) => square * (double)side + side / 2.0 - reach;

    private static OpinionMap Cut(
        OpinionGroups groups, IReadOnlyList<char> labels, List<(int Group, long X, long Y, int Weight)> people, int across, long side,
        List<(int Group, double X, double Y, int People)> squares)
    {
        var middles = groups.Sizes.Select((size, g) => people.Where(p => p.Group == g).ToList() is var there
            ? (Label: labels[g], X: (double)there.Sum(p => p.X * p.Weight) / size, Y: (double)there.Sum(p => p.Y * p.Weight) / size, Size: size)
            : default).ToList();
        var half = squares.Select(s => Math.Max(Math.Abs(s.X), Math.Abs(s.Y)) + side / 2.0)
            .Concat(middles.Select(m => Math.Max(Math.Abs(m.X), Math.Abs(m.Y)))).Max();
        var halfOfStatements = groups.Space.Statements.Max(s => Math.Max(Math.Abs(s.X), Math.Abs(s.Y)));
        return new(across, Math.Round(side / (2 * half), 3),
            [.. squares.Select(s => new MapSquare(labels[s.Group], Scale(s.X, half), Scale(s.Y, half), (s.People + 2) / 5 * 5)).OrderBy(s => s.Label)],
            [.. middles.Select(m => new MapGroup(m.Label, Scale(m.X, half), Scale(m.Y, half), m.Size)).OrderBy(m => m.Label)],
            [.. groups.Votes.Statements.Select((id, n) => new MapStatement(id,
                Scale(groups.Space.Statements[n].X, halfOfStatements), Scale(groups.Space.Statements[n].Y, halfOfStatements)))]);
    }

    private static double Scale(double at, double half) => Math.Round(half == 0 ? 0.5 : 0.5 + at / (2 * half), 3);
}
