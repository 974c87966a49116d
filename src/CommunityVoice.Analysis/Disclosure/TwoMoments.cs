namespace CommunityVoice.Analysis;

internal sealed record Pair(Unknown Was, Unknown Is)
{
    public int Change => Math.Abs(Is.Value - Was.Value);
}

/// <summary>What one reader knows who keeps the publications of two moments.</summary>
internal sealed class TwoMoments
{
    private const int Most = Disclosure.LeastChoices - 1;
    private readonly Reader first, second;
    private readonly IReadOnlyList<Pair> pairs;
    private readonly Circulation earlier, later, both;
    private readonly Circulation? newcomers;

    public TwoMoments(Reader first, Reader second, IReadOnlyList<Pair> pairs, bool onlyRose)
    {
        (this.first, this.second, this.pairs) = (first, second, pairs);
        var (was, @is) = (first.Seen, second.Seen);
        // The first moment other than the truth, the second, and both in the same manner. People who only come in bind one to the other.
        earlier = was.With(a => (was.Range(a).Low, was.Value(a), onlyRose ? Math.Min(was.Range(a).High, Math.Max(was.Value(a), @is.Value(a))) : was.Range(a).High));
        later = @is.With(a => (onlyRose ? Math.Max(@is.Range(a).Low, Math.Min(was.Value(a), @is.Value(a))) : @is.Range(a).Low, @is.Value(a), @is.Range(a).High));
        both = was.With(a => (Math.Max(was.Range(a).Low - was.Value(a), @is.Range(a).Low - @is.Value(a)), 0,
            Math.Min(was.Range(a).High - was.Value(a), @is.Range(a).High - @is.Value(a))));
        newcomers = onlyRose ? Newcomers() : null;
    }

    public bool IsSafe => pairs.All(p => IsOpen(p.Was, first, earlier) && IsOpen(p.Is, second, later) && ChangeIsOpen(p));

    private bool IsOpen(Unknown unknown, Reader reader, Circulation alone) => !unknown.IsHidden || unknown.IsKnown
        || 1 + Room(unknown.Arc, alone, up: true) + Room(unknown.Arc, alone, up: false) >= reader.Need(unknown);

    private int Room(int arc, Circulation alone, bool up) => Math.Max(alone.Room(arc, Most, up), both.Room(arc, Most, up));

    private bool ChangeIsOpen(Pair pair)
    {
        if (pair.Was.IsKnown || pair.Change is 0 or > SnapshotGuard.SmallChange) return true;
        var arc = pair.Was.Arc;
        var larger = Math.Max(later.Room(arc, Most, up: true), earlier.Room(arc, Most, up: false));
        var smaller = Math.Max(later.Room(arc, Most, up: false), earlier.Room(arc, Most, up: true));
        return 1 + larger + smaller >= (newcomers?.Choices(arc, Disclosure.LeastChoices) ?? Disclosure.LeastChoices);
    }

    // What the exact totals of both moments leave open by themselves: with one newcomer in all, a row rose by nought or one.
    private Circulation Newcomers()
    {
        var byArc = pairs.ToDictionary(p => p.Was.Arc);
        return second.Seen.With(a =>
        {
            var change = second.Seen.Value(a) - first.Seen.Value(a);
            return !byArc.TryGetValue(a, out var pair) ? (-Circulation.Endless, change, Circulation.Endless)
                : pair.Was.IsKnown ? (change, change, change)
                : (0, change, pair.Is.OpenRange.High);
        });
    }
}
