using System.Runtime.InteropServices;

namespace CommunityVoice.Analysis.Text;

/// <summary>A text with the number it goes by.</summary>
public readonly record struct NumberedText(long Id, string Text);

/// <summary>
/// Finds texts in nearly the same words, such as letters that a campaign asked people to send.
/// </summary>
/// <remarks>
/// <para>Two texts are alike when the sets of their runs of three words ("shingles") have a Jaccard index of 0.7 or more: what both have, divided by what either
/// has. Texts that are alike by a chain of such pairs belong together. A text of fewer than eight words is never matched: people write "I agree with this" of their own accord.</para>
/// <para>Method: shingles and resemblance after A. Broder, "On the resemblance and containment of documents" (1997); candidates by MinHash in bands after
/// J. Leskovec, A. Rajaraman and J. Ullman, "Mining of Massive Datasets", chapter 3. With 32 bands of 4 values, a pair at exactly 0.7 is a candidate with probability
/// 1 - (1 - 0.7⁴)³² = 0.9998. Each candidate is then checked by the exact index, so nothing is joined by chance. The hash functions are fixed and no step depends on
/// the order of the texts: the same texts give the same answer.</para>
/// </remarks>
public static class NearCopies
{
    public const int FewestWords = 8;
    public const int WordsInRun = 3;
    public const double Alike = 0.7;
    private const int Bands = 32;
    private const int Rows = 4;

    /// <summary>The groups of two texts and more, each with its ids in rising order; groups by their first id.</summary>
    public static IReadOnlyList<IReadOnlyList<long>> In(IEnumerable<NumberedText> texts)
    {
        var distinct = Distinct(texts);
        var groups = new Groups(distinct.Count);
        foreach (var bucket in Candidates(distinct)) JoinWithin(bucket, distinct, groups);
        return [.. Enumerable.Range(0, distinct.Count).GroupBy(groups.Find)
            .Select(g => (IReadOnlyList<long>)[.. g.SelectMany(i => distinct[i].Ids).Order()])
            .Where(ids => ids.Count > 1).OrderBy(ids => ids[0])];
    }

    /// <summary>How alike two texts are: 1 for the same words in the same order, 0 when no run of three words is in both or one of them is too short.</summary>
    public static double Likeness(string one, string other)
    {
        var (a, b) = (Runs(WordList.Of(one)), Runs(WordList.Of(other)));
        return a.Length == 0 || b.Length == 0 ? 0 : Jaccard(a, b);
    }

    // Texts of the very same words are one text from here on: six hundred copies cost what one does.
    private static List<Distinguished> Distinct(IEnumerable<NumberedText> texts)
    {
        var known = new Dictionary<string, Distinguished>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            var words = WordList.Of(text.Text);
            if (words.Count < FewestWords) continue;
            ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(known, string.Join(' ', words), out _);
            (entry ??= new([], Runs(words))).Ids.Add(text.Id);
        }
        return [.. known.Values];
    }

    private static IEnumerable<List<int>> Candidates(List<Distinguished> texts)
    {
        var signatures = texts.ConvertAll(t => Signature(t.Runs));
        for (var band = 0; band < Bands; band++)
        {
            var buckets = new Dictionary<(uint, uint, uint, uint), List<int>>();
            for (var i = 0; i < texts.Count; i++)
            {
                var s = signatures[i].AsSpan(band * Rows, Rows);
                ref var bucket = ref CollectionsMarshal.GetValueRefOrAddDefault(buckets, (s[0], s[1], s[2], s[3]), out _);
                (bucket ??= []).Add(i);
            }
            foreach (var bucket in buckets.Values.Where(b => b.Count > 1)) yield return bucket;
        }
    }

    // Two that a chain has joined already need no look: another look could join nothing more.
    private static void JoinWithin(List<int> bucket, List<Distinguished> texts, Groups groups)
    {
        if (bucket.TrueForAll(i => groups.Find(i) == groups.Find(bucket[0]))) return;
        for (var i = 0; i < bucket.Count; i++)
        {
            for (var j = i + 1; j < bucket.Count; j++)
            {
                if (groups.Find(bucket[i]) != groups.Find(bucket[j]) && Jaccard(texts[bucket[i]].Runs, texts[bucket[j]].Runs) >= Alike) groups.Join(bucket[i], bucket[j]);
            }
        }
    }

    private static ulong[] Runs(List<string> words)
    {
        if (words.Count < FewestWords) return [];
        var runs = new HashSet<ulong>(words.Count);
        for (var i = 0; i + WordsInRun <= words.Count; i++)
        {
            var hash = 14695981039346656037UL; // FNV-1a, 64 bits
            for (var w = i; w < i + WordsInRun; w++)
            {
                foreach (var letter in words[w]) hash = (hash ^ letter) * 1099511628211UL;
                hash = (hash ^ ' ') * 1099511628211UL;
            }
            runs.Add(hash);
        }
        ulong[] sorted = [.. runs];
        Array.Sort(sorted);
        return sorted;
    }

    private static uint[] Signature(ulong[] runs)
    {
        var least = new uint[Bands * Rows];
        Array.Fill(least, uint.MaxValue);
        foreach (var run in runs)
        {
            var state = run;
            for (var i = 0; i < least.Length; i++) least[i] = Math.Min(least[i], Next(ref state));
        }
        return least;
    }

    // SplitMix64: a new, well mixed number from the same beginning, always the same.
    private static uint Next(ref ulong state)
    {
        var z = state += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return (uint)((z ^ (z >> 31)) >> 32);
    }

    private static double Jaccard(ulong[] a, ulong[] b)
    {
        var (i, j, both) = (0, 0, 0);
        while (i < a.Length && j < b.Length)
        {
            if (a[i] == b[j]) (i, j, both) = (i + 1, j + 1, both + 1);
            else if (a[i] < b[j]) i++;
            else j++;
        }
        return (double)both / (a.Length + b.Length - both);
    }

    private sealed record Distinguished(List<long> Ids, ulong[] Runs);

    /// <summary>Which of many belong together, as pairs are joined one by one.</summary>
    private sealed class Groups(int count)
    {
        private readonly int[] above = [.. Enumerable.Range(0, count)];

        public int Find(int i)
        {
            while (above[i] != i) i = above[i] = above[above[i]];
            return i;
        }

        public void Join(int a, int b)
        {
            (a, b) = (Find(a), Find(b));
            above[Math.Max(a, b)] = Math.Min(a, b);
        }
    }
}
