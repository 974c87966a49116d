using System.Runtime.InteropServices;

namespace CommunityVoice.Analysis.Ballots;

/// <summary>All papers of a ranking, equal ones merged: what every method of counting takes, so that the papers are read once.</summary>
/// <remarks>
/// Every method adds up over papers, so the order in which they came plays no part. An option that is not among those offered, one ranked twice, an empty group or a negative weight throws an <see cref="ArgumentException"/>;
/// more papers than a <see cref="long"/> counts throw an <see cref="OverflowException"/>.
/// </remarks>
public sealed class RankedPapers
{
    // A paper is coded as one character per mark: the option's place in Options, with the bit below where it shares the rank of the mark before.
    internal const char Together = (char)0x8000;
    internal const char Skipped = (char)0x7FFF;
    internal const char Overvote = (char)0x7FFE;

    private readonly Dictionary<long, int> places;
    private readonly Dictionary<string, long> merged = new(StringComparer.Ordinal);

    private RankedPapers(IEnumerable<long> options)
    {
        Options = [.. options];
        if (Options.Count >= Overvote) throw new ArgumentException("There are too many options.", nameof(options));
        places = Options.Select((id, at) => (id, at)).ToDictionary(o => o.id, o => o.at);
    }

    /// <summary>The options offered, in the order given.</summary>
    public IReadOnlyList<long> Options { get; }

    /// <summary>How many papers there are, by weight; those without any mark included.</summary>
    public long Total { get; private set; }

    /// <summary>How many different papers there are.</summary>
    public int Distinct => Codes.Length;

    internal string[] Codes { get; private set; } = [];

    internal long[] Weights { get; private set; } = [];

    /// <summary>Papers as groups of options.</summary>
    public static RankedPapers Of(IEnumerable<RankedPaper> papers, IEnumerable<long> options) => new RankedPapers(options).With(papers, (all, paper) =>
    {
        var code = new List<char>();
        foreach (var group in paper.Ranks)
        {
            if (group.Count == 0) throw new ArgumentException("A group of options is empty.", nameof(papers));
            all.AddTogether(code, group);
        }
        ThrowIfTwice(code, nameof(papers));
        return (code, paper.Weight);
    });

    /// <summary>Papers as canonical texts (<see cref="RankText"/>), one a person; empty texts are papers that were taken back.</summary>
    public static RankedPapers OfChoices(IEnumerable<string> papers, IEnumerable<long> options) =>
        new RankedPapers(options).With(papers.Where(p => p.Length > 0), (all, text) => ([.. RankText.Read(text).Select(all.Code)], 1));

    /// <summary>Paper forms with their mistakes. Only the run-off's rules tell mistakes apart; other methods read each option where it is first named.</summary>
    public static RankedPapers OfMarks(IEnumerable<MarkedPaper> papers, IEnumerable<long> options) => new RankedPapers(options).With(papers, (all, paper) =>
    {
        var code = new List<char>();
        foreach (var mark in paper.Ranks)
        {
            if (mark.Options.Count > 0) all.AddTogether(code, mark.Options);
            else code.Add(mark.IsUnnamedOvervote ? Overvote : Skipped);
        }
        return (code, paper.Weight);
    });

    internal int PlaceOf(long option) => places.TryGetValue(option, out var at) ? at : throw new ArgumentException($"{option} is not an option here.", nameof(option));

    private char Code(long option) => (char)PlaceOf(option);

    private void AddTogether(List<char> code, IReadOnlyList<long> group)
    {
        var joined = (char)0;
        foreach (var option in group.Select(Code).Distinct().Order())
        {
            code.Add((char)(option | joined));
            joined = Together;
        }
    }

    private static void ThrowIfTwice(List<char> code, string papers)
    {
        var seen = new HashSet<int>();
        if (!code.TrueForAll(c => seen.Add(c & ~Together))) throw new ArgumentException("An option is ranked twice.", papers);
    }

    private RankedPapers With<T>(IEnumerable<T> papers, Func<RankedPapers, T, (List<char> Code, long Weight)> coded)
    {
        foreach (var paper in papers)
        {
            var (code, weight) = coded(this, paper);
            if (weight < 0) throw new ArgumentException("A paper's weight is negative.", nameof(papers));
            ref var sofar = ref CollectionsMarshal.GetValueRefOrAddDefault(merged, new string(CollectionsMarshal.AsSpan(code)), out _);
            sofar += weight;
            Total = checked(Total + weight);
        }
        Codes = [.. merged.Keys];
        Weights = [.. merged.Values];
        merged.Clear();
        return this;
    }
}
