namespace CommunityVoice.Analysis;

/// <summary>Counts as they stood at one moment.</summary>
/// <param name="Counts">The true counts; never shown themselves.</param>
/// <param name="Papers">Different papers (or people) that had been counted by then.</param>
/// <param name="At">The moment.</param>
public sealed record Snapshot(Counts Counts, int Papers, DateTimeOffset At);

/// <summary>Whether counts may be published anew.</summary>
public enum SnapshotVerdict
{
    /// <summary>They may.</summary>
    Publish,

    /// <summary>Too few papers and too little time since the last: keep what is published.</summary>
    TooSoon,

    /// <summary>Somebody who keeps the last publication could work out what a few people did: keep what is published.</summary>
    TellsOfAFew,
}

/// <summary>Says whether a new snapshot of counts may replace the last one without its difference telling of a few people.</summary>
/// <remarks>
/// Rule R-C8. The whole table waits, since a table with old and new cells has shares of neither moment. The reader withstood keeps both
/// publications, knows the exact totals of both moments, and, where no count fell, that people only came in between. Then every count hidden in
/// either, and every change of 1 to <see cref="SmallChange"/> people, can still take <see cref="Disclosure.LeastChoices"/> values, or as many as
/// the exact totals leave it by themselves. The method looks at ways in which one moment's counts are other than the truth, or both in the same
/// manner; a reader may face more doubt than that, never less. At the end of a ballot there is no later snapshot: ask for the last one too.
/// </remarks>
public static class SnapshotGuard
{
    public const int FewestNewPapers = 10;

    /// <summary>Changes up to this many people must not be told.</summary>
    public const int SmallChange = 9;

    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>
    /// Judges the state of now against the snapshot that is published; without one only the number of papers counts. Counts of other rows,
    /// columns or profile than the published ones throw an <see cref="ArgumentException"/>: they are another publication.
    /// </summary>
    public static SnapshotVerdict Judge(Snapshot? published, Snapshot now)
    {
        var news = now.Papers - (published?.Papers ?? 0);
        if (published is null) return news >= FewestNewPapers ? SnapshotVerdict.Publish : SnapshotVerdict.TooSoon;
        if (Math.Abs(news) < FewestNewPapers && now.At - published.At < Longest) return SnapshotVerdict.TooSoon;
        if (Shape(published.Counts) != Shape(now.Counts)) throw new ArgumentException("Another table than the published one.", nameof(now));
        return published.Counts.Solved().Zip(now.Counts.Solved()).All(p => IsSafe(p.First, p.Second)) ? SnapshotVerdict.Publish : SnapshotVerdict.TellsOfAFew;
    }

    private static string Shape(Counts counts) => string.Join('\n', (counts switch
    {
        CountTable t => t.Rows.Append("|").Concat(t.Columns).Append($"{t.Known}"),
        ShareTable s => s.Groups.Select(g => g.Label).Append("|").Concat(s.Options).Append($"{s.FewestChoices}-{s.MostChoices}"),
        _ => throw new NotSupportedException(counts.GetType().Name),
    }).Append(counts.Profile.Name).Append(counts.Profile.Version).Append(counts.IsSensitive ? "sensitive" : ""));

    private static bool IsSafe(Puzzle before, Puzzle after)
    {
        var (first, second) = (before.Told.Seen, after.Told.Seen);
        var onlyRose = before.Unknowns.Zip(after.Unknowns).All(p => p.First.Value <= p.Second.Value);
        // The first moment other than the truth, the second, and both in the same manner.
        var earlier = first.With(a => (first.Range(a).Low, first.Value(a), onlyRose ? Math.Min(first.Range(a).High, second.Value(a)) : first.Range(a).High));
        var later = second.With(a => (onlyRose ? Math.Max(second.Range(a).Low, first.Value(a)) : second.Range(a).Low, second.Value(a), second.Range(a).High));
        var both = first.With(a => (Math.Max(first.Range(a).Low - first.Value(a), second.Range(a).Low - second.Value(a)), 0,
            Math.Min(first.Range(a).High - first.Value(a), second.Range(a).High - second.Value(a))));
        return before.Unknowns.Zip(after.Unknowns).All(p =>
            IsOpen(p.First, before, earlier, both) && IsOpen(p.Second, after, later, both) && ChangeIsOpen(p.First, p.Second));

        bool ChangeIsOpen(Unknown was, Unknown @is)
        {
            var change = Math.Abs(@is.Value - was.Value);
            if (was.IsKnown || change is 0 or > SmallChange) return true;
            var most = Disclosure.LeastChoices - 1;
            var larger = Math.Max(later.Room(was.Arc, most, up: true), earlier.Room(was.Arc, most, up: false));
            var smaller = Math.Max(later.Room(was.Arc, most, up: false), earlier.Room(was.Arc, most, up: true));
            return 1 + larger + smaller >= (onlyRose ? Need(was.Arc, before, after) : Disclosure.LeastChoices);
        }
    }

    private static bool IsOpen(Unknown unknown, Puzzle puzzle, Circulation alone, Circulation both) =>
        !unknown.IsHidden || unknown.IsKnown || Most(unknown.Arc, alone, both, true) + Most(unknown.Arc, alone, both, false) + 1 >= puzzle.Told.Need(unknown);

    private static int Most(int arc, Circulation one, Circulation other, bool up)
    {
        var most = Disclosure.LeastChoices - 1;
        return Math.Max(one.Room(arc, most, up), other.Room(arc, most, up));
    }

    // What the exact totals of both moments leave open by themselves: with one newcomer in all, a row rose by nought or one.
    private static int Need(int arc, Puzzle before, Puzzle after)
    {
        var unknowns = before.Unknowns.Zip(after.Unknowns).ToDictionary(p => p.First.Arc);
        var newcomers = after.Told.Seen.With(a =>
        {
            var change = after.Told.Seen.Value(a) - before.Told.Seen.Value(a);
            if (!unknowns.TryGetValue(a, out var pair)) return (-Circulation.Endless, change, Circulation.Endless);
            if (pair.First.IsKnown) return (change, change, change);
            return (0, change, pair.Second.ToldRange.High - pair.First.ToldRange.Low);
        });
        return newcomers.Choices(arc, Disclosure.LeastChoices);
    }
}
