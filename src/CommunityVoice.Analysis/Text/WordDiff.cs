namespace CommunityVoice.Analysis.Text;

/// <summary>What became of a stretch of text.</summary>
public enum TextChange
{
    Same,
    Removed,
    Added,
}

/// <summary>A stretch of text with one fate.</summary>
public sealed record Stretch(TextChange Change, string Text);

/// <summary>
/// Tells what changed between two texts, word by word within lines that differ. What is the same or removed gives the first text again,
/// what is the same or added the second, to the letter.
/// </summary>
public static class WordDiff
{
    // Beyond this many comparisons two stretches count as replaced whole: a reader could not follow the words either.
    private const long MostComparisons = 2_000_000;

    public static IReadOnlyList<Stretch> Between(string before, string after)
    {
        var stretches = new List<Stretch>();
        var lines = Align(Lines(before), Lines(after));
        for (var i = 0; i < lines.Count;)
        {
            if (lines[i].Change == TextChange.Same)
            {
                stretches.Add(lines[i++]);
                continue;
            }
            var (removed, added) = (new List<string>(), new List<string>());
            for (; i < lines.Count && lines[i].Change != TextChange.Same; i++) (lines[i].Change == TextChange.Removed ? removed : added).Add(lines[i].Text);
            stretches.AddRange(Align(Words(string.Concat(removed)), Words(string.Concat(added))));
        }
        return Merged(stretches);
    }

    // The longest common run of pieces, by the usual table from the end; what both begin and end with is set aside first.
    private static List<Stretch> Align(List<string> before, List<string> after)
    {
        var start = 0;
        while (start < before.Count && start < after.Count && before[start] == after[start]) start++;
        var end = 0;
        while (end < before.Count - start && end < after.Count - start && before[^(end + 1)] == after[^(end + 1)]) end++;
        var a = before[start..^end];
        var b = after[start..^end];
        List<Stretch> found = [.. before[..start].Select(Same)];
        if ((long)a.Count * b.Count > MostComparisons) found.AddRange([.. a.Select(Removed), .. b.Select(Added)]);
        else found.AddRange(Walk(a, b, Table(a, b)));
        return [.. found, .. before[^end..].Select(Same)];
    }

    private static int[,] Table(List<string> a, List<string> b)
    {
        var longest = new int[a.Count + 1, b.Count + 1];
        for (var i = a.Count - 1; i >= 0; i--)
        {
            for (var j = b.Count - 1; j >= 0; j--) longest[i, j] = a[i] == b[j] ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
        }
        return longest;
    }

    private static IEnumerable<Stretch> Walk(List<string> a, List<string> b, int[,] longest)
    {
        var (i, j) = (0, 0);
        while (i < a.Count || j < b.Count)
        {
            if (i < a.Count && j < b.Count && a[i] == b[j])
            {
                yield return Same(a[i]);
                (i, j) = (i + 1, j + 1);
            }
            else if (j == b.Count || (i < a.Count && longest[i + 1, j] >= longest[i, j + 1]))
            {
                yield return Removed(a[i++]);
            }
            else
            {
                yield return Added(b[j++]);
            }
        }
    }

    private static List<Stretch> Merged(List<Stretch> stretches)
    {
        var merged = new List<Stretch>();
        foreach (var run in Runs(stretches))
        {
            // Within one change, what went stands before what came.
            if (run[0].Change == TextChange.Same) merged.Add(Same(string.Concat(run.Select(s => s.Text))));
            else merged.AddRange(new[] { TextChange.Removed, TextChange.Added }.Select(c => new Stretch(c, string.Concat(run.Where(s => s.Change == c).Select(s => s.Text)))).Where(s => s.Text.Length > 0));
        }
        return merged;
    }

    private static IEnumerable<List<Stretch>> Runs(List<Stretch> stretches)
    {
        for (var i = 0; i < stretches.Count;)
        {
            var same = stretches[i].Change == TextChange.Same;
            var run = stretches.Skip(i).TakeWhile(s => (s.Change == TextChange.Same) == same).ToList();
            i += run.Count;
            yield return run;
        }
    }

    private static List<string> Lines(string text) => Pieces(text, c => c == '\n');

    private static List<string> Words(string text) => Pieces(text, char.IsWhiteSpace);

    // Each piece keeps what ends it, so that the pieces joined are the text.
    private static List<string> Pieces(string text, Func<char, bool> ends)
    {
        var pieces = new List<string>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!ends(text[i])) continue;
            pieces.Add(text[start..(i + 1)]);
            start = i + 1;
        }
        if (start < text.Length) pieces.Add(text[start..]);
        return pieces;
    }

    private static Stretch Same(string text) => new(TextChange.Same, text);

    private static Stretch Removed(string text) => new(TextChange.Removed, text);

    private static Stretch Added(string text) => new(TextChange.Added, text);
}
