namespace CommunityVoice.Analysis.Ballots;

/// <summary>For each two options, how many papers rank the one above the other.</summary>
/// <remarks>
/// A ranked option stands above every option left out; between options of one rank, and between two left out, a paper says nothing.
/// Time grows with the number of different papers times the square of options; the counts are exact.
/// </remarks>
public sealed class PairwiseMatrix
{
    private readonly RankedPapers papers;
    private readonly long[] counts;

    private PairwiseMatrix(RankedPapers papers)
    {
        this.papers = papers;
        counts = new long[Size * Size];
    }

    /// <summary>The options compared, in the order given with the papers.</summary>
    public IReadOnlyList<long> Options => papers.Options;

    /// <summary>How many papers were read, by weight.</summary>
    public long Papers => papers.Total;

    /// <summary>The option that more people than not prefer to each other option, if there is one.</summary>
    public long? CondorcetWinner => Against((a, b) => this[a, b] > this[b, a]);

    /// <summary>The option to which more people than not prefer each other option, if there is one.</summary>
    public long? CondorcetLoser => Against((a, b) => this[a, b] < this[b, a]);

    internal int Size => papers.Options.Count;

    internal long this[int option, int over] => counts[option * Size + over];

    /// <summary>How many papers rank <paramref name="option"/> above <paramref name="over"/>; an unknown option throws an <see cref="ArgumentException"/>.</summary>
    public long Preferring(long option, long over) => this[papers.PlaceOf(option), papers.PlaceOf(over)];

    /// <summary>Comparisons won less comparisons lost (Copeland's balance).</summary>
    public int Balance(long option) => BalanceAt(papers.PlaceOf(option));

    public static PairwiseMatrix Of(RankedPapers papers)
    {
        var matrix = new PairwiseMatrix(papers);
        var (order, ends, placed) = (new int[matrix.Size], new int[matrix.Size], new bool[matrix.Size]);
        for (var i = 0; i < papers.Codes.Length; i++)
        {
            var ranked = Arrange(papers.Codes[i], order, ends, placed);
            matrix.Add(order, ends, ranked, papers.Weights[i]);
        }
        return matrix;
    }

    internal int BalanceAt(int option)
    {
        var balance = 0;
        for (var other = 0; other < Size; other++) balance += this[option, other].CompareTo(this[other, option]);
        return balance;
    }

    // The ranked options in order, then those left out; ends[i] is where the options below order[i] begin.
    private static int Arrange(string code, int[] order, int[] ends, bool[] placed)
    {
        Array.Clear(placed);
        var (count, groupStart) = (0, 0);
        foreach (var mark in code)
        {
            if ((mark & RankedPapers.Together) == 0) groupStart = count;
            var option = mark & ~RankedPapers.Together;
            if (option >= placed.Length || placed[option]) continue; // a skipped rank, an overvote without names, or named before
            placed[option] = true;
            order[count++] = option;
            for (var i = groupStart; i < count; i++) ends[i] = count;
        }
        var ranked = count;
        for (var option = 0; option < placed.Length; option++)
        {
            if (!placed[option]) order[count++] = option;
        }
        return ranked;
    }

    private void Add(int[] order, int[] ends, int ranked, long weight)
    {
        for (var i = 0; i < ranked; i++)
        {
            var row = counts.AsSpan(order[i] * order.Length, order.Length);
            foreach (var below in order.AsSpan(ends[i])) row[below] += weight;
        }
    }

    private long? Against(Func<int, int, bool> holds)
    {
        for (var a = 0; a < Size; a++)
        {
            if (Enumerable.Range(0, Size).All(b => a == b || holds(a, b))) return Options[a];
        }
        return null;
    }
}
