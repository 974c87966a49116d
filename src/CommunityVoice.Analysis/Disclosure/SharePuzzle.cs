using CommunityVoice.Analysis.Ballots;

namespace CommunityVoice.Analysis;

/// <summary>Shares as two sets of numbers that add up: the groups to everybody, and under each option its choosers to the option's topline.</summary>
/// <remarks>
/// The choosers are protected as if the reader knew each shown size exactly, so that what is left open does not rest on how the sizes are
/// rounded, and one option cannot be played against another. A group whose size is hidden shows nothing, and is protected both as if its size
/// were known (so that those who did not choose are too) and as if it were not. Those who did not choose are what its open size leaves, so each
/// option is looked at once more by itself, and more of it is hidden where they could be told after all.
/// </remarks>
internal sealed class SharePuzzle
{
    private readonly ShareTable shares;
    private readonly Puzzle sizePuzzle;
    private readonly Unknown[] sizes;
    private readonly Circulation net = new();
    private readonly Puzzle puzzle;
    private readonly Unknown[][] choosers;
    private readonly HashSet<(int Group, int Option)> staysHidden;

    private SharePuzzle(ShareTable shares, HashSet<(int Group, int Option)> staysHidden)
    {
        (this.shares, this.staysHidden) = (shares, staysHidden);
        var groups = shares.Groups;
        (sizePuzzle, sizes) = SizesOf(shares);
        puzzle = new(net);
        choosers = [.. groups.Select((g, i) => Choosers(g, i))];
        for (var o = 0; o < shares.Options.Count; o++)
        {
            var all = groups.Sum(g => g.Choosers[o]);
            puzzle.AddUp([.. choosers.Select(c => c[o])], puzzle.Add(new() { Arc = net.Add(Option(o), 1, all), Value = all, Shown = shares.Profile.Show(all), IsTotal = true, IsKnown = true }));
        }
        net.Know(net.Add(1, 0, groups.Sum(g => g.Choosers.Sum())), 0, Circulation.Endless);
        puzzle.Solve();
    }

    public IReadOnlyList<Puzzle> Puzzles => [sizePuzzle, puzzle];

    public static SharePuzzle Solved(ShareTable shares)
    {
        var besides = new HashSet<(int Group, int Option)>();
        while (true)
        {
            var made = new SharePuzzle(shares, besides);
            if (made.Telling() is not { } more) return made;
            besides.Add(more);
        }
    }

    public ProtectedShares Protected() => new(shares.Options, [.. shares.Groups.Select((g, i) => Group(g.Label, sizes[i].Cell, choosers[i]))], shares.Profile);

    private static (Puzzle Puzzle, Unknown[] Sizes) SizesOf(ShareTable shares)
    {
        if (shares.Sizes is not { } beside)
        {
            var alone = new TablePuzzle(new([.. shares.Groups.Select(g => g.Label)], [""], [.. shares.Groups.Select(g => new[] { g.People })]) { Profile = shares.Profile, Known = KnownTotals.Grand });
            return (alone.Puzzle.Solve(), [.. alone.Cells.Select(r => r[0])]);
        }
        var other = TreePuzzle.Solved(beside.Table with { Profile = shares.Profile });
        Unknown[] rows = [.. beside.Rows.Select(r => other.Cells[r][0])];
        return rows.Select(s => s.Value).SequenceEqual(shares.Groups.Select(g => g.People)) ? (other.Puzzle, rows)
            : throw new ArgumentException("The other table counts other people.", nameof(shares));
    }

    // The smallest number to hide besides, in an option that tells who did not choose; none where all is well or nothing is left to hide.
    private (int Group, int Option)? Telling()
    {
        for (var o = 0; o < shares.Options.Count; o++)
        {
            if (IsOpen(o, u => u.Told, isTold: true) && IsOpen(o, u => u.Plain, isTold: false)) continue;
            var at = o;
            var next = Enumerable.Range(0, choosers.Length).Where(g => choosers[g][at].MayBeHidden).OrderBy(g => choosers[g][at].Value).Select(g => (int?)g).FirstOrDefault();
            if (next is { } group) return (group, o);
        }
        return null;
    }

    // Whether those who did not choose keep as many values, in each group whose size is hidden, as the toplines and the sizes leave them by themselves.
    private bool IsOpen(int option, Func<Unknown, (int Low, int High)> knows, bool isTold)
    {
        var (seen, others) = Alone(option, knows, knows);
        var (open, _) = Alone(option, s => isTold ? (s.Value, s.Value) : knows(s), c => isTold && c.IsHidden ? c.ToldRange : (0, Circulation.Endless));
        return others.Where((_, g) => sizes[g].IsHidden).All(o => seen.Choices(o, Disclosure.LeastChoices) >= open.Choices(o, Disclosure.LeastChoices));
    }

    // One option: sizes to those who chose and those who did not, and both to their exact totals.
    private (Circulation Net, int[] Others) Alone(int option, Func<Unknown, (int Low, int High)> size, Func<Unknown, (int Low, int High)> chooser)
    {
        var (alone, others) = (new Circulation(), new int[choosers.Length]);
        var (chose, didNot) = (choosers.Length + 1, choosers.Length + 2);
        for (var g = 0; g < choosers.Length; g++)
        {
            var (people, count) = (shares.Groups[g].People, choosers[g][option]);
            Know(alone.Add(0, 1 + g, people), size(sizes[g]));
            Know(alone.Add(1 + g, chose, count.Value), chooser(count));
            Know(others[g] = alone.Add(1 + g, didNot, people - count.Value), (0, Circulation.Endless));
        }
        var all = shares.Groups.Sum(g => g.Choosers[option]);
        alone.Add(chose, 0, all);
        alone.Add(didNot, 0, shares.Groups.Sum(g => g.People) - all);
        return (alone, others);

        void Know(int arc, (int Low, int High) range) => alone.Know(arc, range.Low, range.High);
    }

    private int Option(int option) => 2 + shares.Groups.Count + option;

    private Unknown[] Choosers(GroupChoices group, int at)
    {
        var (people, all) = (group.People, group.Choosers.Sum());
        if (group.Choosers.Count != shares.Options.Count) throw new ArgumentException($"{group.Label}: a number for each option, please.", nameof(group));
        var row = net.Add(0, 2 + at, all);
        var size = sizes[at];
        // A hidden size leaves room by itself.
        var (fewer, more) = size.IsHidden ? (Room(size, up: false), Room(size, up: true)) : (0, 0);
        net.Know(row, shares.FewestChoices * (people - fewer), shares.MostChoices is { } most ? most * (people + more) : Circulation.Endless);
        var unknowns = group.Choosers.Select((count, o) => puzzle.Add(size.IsHidden ? WithoutBase(count, people, people + more, at, o) : OfBase(count, people, at, o))).ToArray();
        // Where everybody chooses equally many, a group's options add up as well.
        if (shares.FewestChoices == shares.MostChoices) puzzle.AddUp([.. unknowns]);
        return unknowns;
    }

    private int Room(Unknown size, bool up) => sizePuzzle.Readers[0].Seen.Room(size.Arc, Disclosure.LeastChoices - 1, up);

    private Unknown WithoutBase(int count, int people, int most, int group, int option) =>
        new() { Arc = Arc(count, people, group, option), Value = count, Shown = HiddenCell.Instance, OpenRange = (0, most), ToldRange = (0, most), Cap = people };

    private Unknown OfBase(int count, int people, int group, int option)
    {
        var (profile, others) = (shares.Profile, people - count);
        var arc = Arc(count, people, group, option);
        var isClass = shares.IsSensitive && (count == 0 || others == 0);
        var (few, allButFew) = (profile.Hides(count) && count > 0, profile.Hides(others) && others > 0);
        var (least, most) = profile.HiddenRange;
        var told = few && !allButFew && !isClass ? (least, Math.Min(most, people))
            : allButFew && !few && !isClass ? (Math.Max(0, people - most), people - least)
            : (0, people);
        if (isClass || profile.Hides(count) || profile.Hides(others))
            return new() { Arc = arc, Value = count, Shown = HiddenCell.Instance, OpenRange = (0, people), ToldRange = told };
        var shown = (ShownCell)profile.Show(count);
        // That it is shown tells that those who did not choose are none or many.
        var top = others == 0 ? people : people - profile.LargestHidden - 1;
        return new() { Arc = arc, Value = count, Shown = shown, StaysHidden = staysHidden.Contains((group, option)), OpenRange = (0, people), ToldRange = (0, people), ShownRange = (shown.Least, Math.Min(shown.Most, top)) };
    }

    private int Arc(int count, int people, int group, int option)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (count > people) throw new ArgumentException($"{shares.Groups[group].Label}: {count} of {people} cannot have chosen {shares.Options[option]}.", nameof(count));
        return net.Add(2 + group, Option(option), count);
    }

    private ProtectedGroup Group(string label, Cell people, Unknown[] options) => new(label, people, [.. options.Select(o =>
    {
        var (cell, profile) = (o.Cell, shares.Profile);
        var share = RoundedShare.Of(cell, people, profile);
        var interval = share is null ? null : WilsonInterval.Of(Math.Min(((ShownCell)cell).Number, ((ShownCell)people).Number), ((ShownCell)people).Number);
        return new ProtectedShare(cell, share, RoundedShare.Words(cell, people, profile), interval);
    })]);
}
