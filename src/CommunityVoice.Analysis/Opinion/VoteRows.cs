namespace CommunityVoice.Analysis.Opinion;

/// <summary>The different rows of votes of some participants, each once, in an order that only the votes decide, with how many people voted so.</summary>
/// <remarks>
/// Sums over these rows are therefore the same, to the last bit, whoever the people are and however their keys sort. A vote is held as one
/// code, 3 × column + value + 1, so that sums over votes are look-ups in a table of three numbers a column.
/// </remarks>
internal sealed class VoteRows
{
    private readonly int[] start;
    private readonly int[] code;

    private VoteRows(int[] start, int[] code, int[] weight, int[] rowOf, int columns) =>
        (this.start, this.code, Weight, RowOf, Columns) = (start, code, weight, rowOf, columns);

    public int Columns { get; }
    public int Count => Weight.Length;

    /// <summary>How many people voted like this row.</summary>
    public int[] Weight { get; }

    /// <summary>The row of each participant of the table; -1 for those not asked for.</summary>
    public int[] RowOf { get; }

    public ReadOnlySpan<int> CodesOf(int row) => code.AsSpan(start[row], start[row + 1] - start[row]);

    public static VoteRows Of(OpinionVotes votes, Predicate<int> include)
    {
        int[] people = [.. Enumerable.Range(0, votes.Participants.Count).Where(p => include(p))];
        Array.Sort(people, (a, b) => Compare(votes, a, b));
        var (rowOf, first, weight) = (new int[votes.Participants.Count], new List<int>(), new List<int>());
        Array.Fill(rowOf, -1);
        foreach (var person in people)
        {
            if (first.Count == 0 || Compare(votes, first[^1], person) != 0)
            {
                first.Add(person);
                weight.Add(0);
            }
            weight[^1]++;
            rowOf[person] = first.Count - 1;
        }

        var starts = new int[first.Count + 1];
        for (var row = 0; row < first.Count; row++) starts[row + 1] = starts[row] + votes.CountOf(first[row]);
        var codes = new int[starts[^1]];
        for (var row = 0; row < first.Count; row++)
        {
            var columns = votes.ColumnsOf(first[row]);
            var values = votes.ValuesOf(first[row]);
            for (var n = 0; n < columns.Length; n++) codes[starts[row] + n] = 3 * columns[n] + values[n] + 1;
        }
        return new(starts, codes, [.. weight], rowOf, votes.Statements.Count);
    }

    private static int Compare(OpinionVotes votes, int a, int b) => votes.ColumnsOf(a).SequenceCompareTo(votes.ColumnsOf(b)) is not 0 and var byColumn
        ? byColumn
        : votes.ValuesOf(a).SequenceCompareTo(votes.ValuesOf(b));
}
