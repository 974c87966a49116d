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

    private sealed record Placed(int Group, double X, double Y, int People);

    /// <summary>Draws the map of groups with their letters, by number; null where there are no groups.</summary>
    public static OpinionMap? Of(OpinionGroups groups, IReadOnlyList<char> labels, int leastInSquare = LeastInSquare)
    {
        if (groups.Sizes.Count == 0) return null;
        var people = People(groups);
        var reach = Math.Max(1, people.Max(p => Math.Max(Math.Abs(p.X), Math.Abs(p.Y))));
        foreach (var across in Grids)
        {
            var side = 2 * reach / across + 1; // whole millionths, and never less than all
            var squares = people.GroupBy(p => (p.Group, X: (p.X + reach) / side, Y: (p.Y + reach) / side))
                .Select(s => (s.Key, People: s.Sum(p => p.Weight)))
                .Where(s => s.People >= leastInSquare)
                .OrderBy(s => s.Key)
                .Select(s => new Placed(s.Key.Group, (s.Key.X + 0.5) * side - reach, (s.Key.Y + 0.5) * side - reach, s.People))
                .ToList();
            var drawn = groups.Sizes.Select((_, g) => squares.Where(s => s.Group == g).Sum(s => s.People));
            if (across == 1 || groups.Sizes.Zip(drawn).All(g => g.Second >= EnoughOfEachGroup * g.First))
                return Cut(groups, labels, across, side, squares, Middles(groups, people));
        }
        return null;
    }

    private static List<(int Group, long X, long Y, int Weight)> People(OpinionGroups groups)
    {
        var rows = groups.Space.Rows;
        var groupOfRow = new int[rows.Count];
        for (var p = 0; p < groups.GroupOf.Count; p++)
        {
            if (rows.RowOf[p] is >= 0 and var row) groupOfRow[row] = groups.GroupOf[p];
        }
        return [.. groupOfRow.Select((g, row) => (g, groups.Space.At(row).X, groups.Space.At(row).Y, rows.Weight[row])).Where(p => p.g >= 0)];
    }

    private static List<Placed> Middles(OpinionGroups groups, List<(int Group, long X, long Y, int Weight)> people) =>
        [.. people.GroupBy(p => p.Group).OrderBy(g => g.Key).Select(g => new Placed(g.Key,
            (double)g.Sum(p => p.X * p.Weight) / groups.Sizes[g.Key], (double)g.Sum(p => p.Y * p.Weight) / groups.Sizes[g.Key], groups.Sizes[g.Key]))];

    private static OpinionMap Cut(
        OpinionGroups groups, IReadOnlyList<char> labels, int across, double side, List<Placed> squares, List<Placed> middles)
    {
        var half = squares.Select(s => Math.Max(Math.Abs(s.X), Math.Abs(s.Y)) + side / 2)
            .Concat(middles.Select(m => Math.Max(Math.Abs(m.X), Math.Abs(m.Y))))
            .Max();
        var statements = groups.Space.Statements;
        var halfOfStatements = statements.Max(s => Math.Max(Math.Abs(s.X), Math.Abs(s.Y)));
        return new(
            across,
            Math.Round(side / (2 * half), 3),
            [.. squares.Select(s => new MapSquare(labels[s.Group], Scale(s.X, half), Scale(s.Y, half), (s.People + 2) / 5 * 5)).OrderBy(s => s.Label)],
            [.. middles.Select(m => new MapGroup(labels[m.Group], Scale(m.X, half), Scale(m.Y, half), m.People)).OrderBy(m => m.Label)],
            [.. groups.Votes.Statements.Select((id, n) =>
                new MapStatement(id, Scale(statements[n].X, halfOfStatements), Scale(statements[n].Y, halfOfStatements)))]);
    }

    private static double Scale(double at, double half) => Math.Round(half == 0 ? 0.5 : 0.5 + at / (2 * half), 3);
}
