namespace CommunityVoice.Analysis;

/// <summary>Which totals of a table the public knows exactly from elsewhere; hiding and rounding them protects nobody.</summary>
[Flags]
public enum KnownTotals
{
    None = 0,
    Grand = 1,
    Rows = 2,
    Columns = 4,
}

/// <summary>Counts of people that are to be published together, with the profile they are to go through.</summary>
public abstract record Counts
{
    public DisclosureProfile Profile { get; init; } = DisclosureProfile.SubNational;

    /// <summary>Whether it tells of a sensitive trait: then a group of which everybody or nobody has it is hidden too (rule R-C9).</summary>
    public bool IsSensitive { get; init; }

    internal abstract IReadOnlyList<Puzzle> Solved();
}

/// <summary>The true counts of people by one or two crossed dimensions; each person is in one cell. Never shown itself.</summary>
/// <param name="Rows">Labels of the rows.</param>
/// <param name="Columns">Labels of the columns; a single one makes it a breakdown by one dimension.</param>
/// <param name="People">Per row, per column, the people; 0 or more.</param>
/// <remarks>
/// Rule R-C8 allows two crossed dimensions and no third. Two tables over the same people that share a dimension are each safe beside the other
/// when both are protected as if that dimension's totals were known exactly (<see cref="Known"/>): then what is left open in one does not rest on
/// what the other leaves open.
/// </remarks>
public sealed record CountTable(IReadOnlyList<string> Rows, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<int>> People) : Counts
{
    public KnownTotals Known { get; init; }

    public int RowTotal(int row) => People[row].Sum();

    public int ColumnTotal(int column) => People.Sum(r => r[column]);

    public int Total => People.Sum(r => r.Sum());

    internal override IReadOnlyList<Puzzle> Solved() => [new TablePuzzle(this).Puzzle.Solve()];
}
