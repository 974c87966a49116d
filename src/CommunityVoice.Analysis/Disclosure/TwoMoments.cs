namespace CommunityVoice.Analysis;

internal sealed record Pair(Unknown Was, Unknown Is)
{
    public int Change => Math.Abs(Is.Value - Was.Value);

    /// <summary>Where it was known that there is nobody, it need not be known how many came.</summary>
    public bool IsKnown => Was.IsKnown && Is.IsKnown;
}

/// <summary>What one reader knows who keeps the publications of two moments.</summary>
internal sealed class TwoMoments
{
    private readonly Reader first, second;
    private readonly IReadOnlyList<Pair> pairs;
    private readonly Doubt seen;
    private readonly Lazy<Doubt>? open;
    private readonly Circulation? newcomers;

    /// <summary>Where other pages tell some of the numbers at both moments, no more is asked than what those leave by themselves.</summary>
    public TwoMoments(Reader first, Reader second, IReadOnlyList<Pair> pairs, bool onlyRose, bool isToldElsewhere)
    {
        (this.first, this.second, this.pairs) = (first, second, pairs);
        seen = new(first.Seen, second.Seen, onlyRose);
        open = isToldElsewhere ? new(() => new(first.Open, second.Open, onlyRose)) : null;
        newcomers = onlyRose ? Newcomers() : null;
    }

    public bool IsSafe => pairs.All(p => IsOpen(p.Was, first, d => d.Earlier) && IsOpen(p.Is, second, d => d.Later) && ChangeIsOpen(p));

    private bool IsOpen(Unknown unknown, Reader reader, Func<Doubt, Circulation> alone)
    {
        if (!unknown.IsHidden || unknown.IsKnown || reader.Need(unknown) is not (> 1 and var need)) return true;
        var choices = seen.Choices(unknown.Arc, alone(seen));
        return choices >= need || choices >= open?.Value.Choices(unknown.Arc, alone(open.Value));
    }

    private bool ChangeIsOpen(Pair pair)
    {
        if (pair.IsKnown || pair.Change is 0 or > SnapshotGuard.SmallChange) return true;
        var choices = seen.Changes(pair.Was.Arc);
        return choices >= (newcomers?.Choices(pair.Was.Arc, Disclosure.LeastChoices) ?? Disclosure.LeastChoices) || choices >= open?.Value.Changes(pair.Was.Arc);
    }

    // What the exact totals of both moments leave open by themselves: with one newcomer in all, a row rose by nought or one.
    private Circulation Newcomers()
    {
        var byArc = pairs.ToDictionary(p => p.Was.Arc);
        return second.Seen.With(a =>
        {
            var change = second.Seen.Value(a) - first.Seen.Value(a);
            return !byArc.TryGetValue(a, out var pair) ? (-Circulation.Endless, change, Circulation.Endless)
                : pair.IsKnown ? (change, change, change)
                : (0, change, pair.Is.OpenRange.High);
        });
    }

    /// <summary>The first moment other than the truth, the second, and both in the same manner. People who only come in bind one to the other.</summary>
    private sealed class Doubt(Circulation was, Circulation @is, bool onlyRose)
    {
        private const int Most = Disclosure.LeastChoices - 1;
        private readonly Circulation both = was.With(a => (Math.Max(was.Range(a).Low - was.Value(a), @is.Range(a).Low - @is.Value(a)), 0,
            Math.Min(was.Range(a).High - was.Value(a), @is.Range(a).High - @is.Value(a))));

        public Circulation Earlier { get; } = was.With(a => (was.Range(a).Low, was.Value(a), onlyRose ? Math.Min(was.Range(a).High, Math.Max(was.Value(a), @is.Value(a))) : was.Range(a).High));

        public Circulation Later { get; } = @is.With(a => (onlyRose ? Math.Max(@is.Range(a).Low, Math.Min(was.Value(a), @is.Value(a))) : @is.Range(a).Low, @is.Value(a), @is.Range(a).High));

        /// <summary>How many values a number of one moment can take.</summary>
        public int Choices(int arc, Circulation alone) => 1 + Room(arc, alone, up: true) + Room(arc, alone, up: false);

        /// <summary>How many values its change can take.</summary>
        public int Changes(int arc)
        {
            var larger = Math.Max(Later.Room(arc, Most, up: true), Earlier.Room(arc, Most, up: false));
            var smaller = Math.Max(Later.Room(arc, Most, up: false), Earlier.Room(arc, Most, up: true));
            return 1 + larger + smaller;
        }

        private int Room(int arc, Circulation alone, bool up) => Math.Max(alone.Room(arc, Most, up), both.Room(arc, Most, up));
    }
}
