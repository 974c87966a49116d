using CommunityVoice.Analysis;

namespace CommunityVoice.Tests.Analysis;

/// <summary>Places within places as somebody reads them on all of their pages: a range for each number shown, nothing for a hidden one, each place's total, and every sum.</summary>
/// <param name="Truth">The true counts, to know which numbers were hidden for their own sake.</param>
/// <param name="Shown">Per row and column what the pages show; nothing where it is hidden or not on any page.</param>
internal sealed record TreeAttack(TreeTable Truth, IReadOnlyList<IReadOnlyList<(int Low, int High)?>> Shown)
{
    public static TreeAttack On(TreeTable truth)
    {
        var shown = Disclosure.Protect(truth);
        return new(truth, [.. shown.Cells.Select(r => r.Select(c => Published.Read(c, truth.Profile)).ToArray())]);
    }

    /// <summary>Hidden numbers that can take fewer than three values, while the known totals would leave more.</summary>
    public IEnumerable<string> Leaks()
    {
        var sums = Truth.RolledUp();
        foreach (var told in new[] { false, true })
        {
            var (program, open) = (Program(told, open: false), new Lazy<(LinearProgram Program, int[][] Cells)>(() => Program(told, open: true)));
            for (var r = 0; r < Truth.Rows.Count; r++)
            {
                for (var c = 0; c < Truth.Columns.Count; c++)
                {
                    if (Shown[r][c] is not null) continue;
                    var width = program.Program.Width(program.Cells[r][c]);
                    if (width < 2 - 1e-6 && width < open.Value.Program.Width(open.Value.Cells[r][c]) - 1e-6)
                        yield return $"{Truth.Rows[r]}, {Truth.Columns[c]} ({sums[r][c]}) is known to within {width:0.##}{(told ? " by somebody who was told what is small" : "")}";
                }
            }
        }
    }

    private (LinearProgram Program, int[][] Cells) Program(bool told, bool open)
    {
        var (program, sums) = (new LinearProgram(), Truth.RolledUp());
        (double Low, double High) Range(int row, int column) => Truth.KnownRows.Contains(row) ? (sums[row][column], sums[row][column])
            : Shown[row][column] is var (low, high) && !open ? (low, high)
            : told && Truth.Profile.Hides(sums[row][column]) ? (1, Truth.Profile.LargestHidden) : (0, LinearProgram.Endless);
        var cells = Truth.Rows.Select((_, r) => Truth.Columns.Select((_, c) => Range(r, c) is var (low, high) ? program.Unknown(low, high) : 0).ToArray()).ToArray();
        for (var r = 0; r < Truth.Rows.Count; r++)
        {
            if (Truth.IsCrossed) program.Sum(sums[r].Sum(), cells[r].Select(c => (c, 1.0)));
            if (!Truth.Parents.Contains(r)) continue;
            // Whoever belongs to the place itself stands on no page.
            var own = Truth.Columns.Select(_ => Truth.People[r].Sum() == 0 ? program.Unknown(0, 0) : program.Unknown(0, LinearProgram.Endless)).ToArray();
            for (var c = 0; c < Truth.Columns.Count; c++) program.AddUp(cells.Where((_, i) => Truth.Parents[i] == r).Select(x => x[c]).Append(own[c]), cells[r][c]);
        }
        if (!Truth.IsCrossed) program.Sum(Truth.People.Sum(p => p[0]), cells.Where((_, r) => Truth.Parents[r] is null).Select(x => (x[0], 1.0)));
        return (program, cells);
    }
}
