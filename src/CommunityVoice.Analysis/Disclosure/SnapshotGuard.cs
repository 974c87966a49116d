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
        var isSafe = (published.Counts, now.Counts) is (TreeTable { Others.Count: > 0 } was, TreeTable @is)
            // Whoever has not read the other pages is told nothing of a few; whoever has is told no more than those tell by themselves.
            ? AreSafe(was with { Others = [] }, @is with { Others = [] }, isToldElsewhere: false) && AreSafe(was, @is, isToldElsewhere: true)
            : AreSafe(published.Counts, now.Counts, isToldElsewhere: false);
        return isSafe ? SnapshotVerdict.Publish : SnapshotVerdict.TellsOfAFew;
    }

    private static bool AreSafe(Counts published, Counts now, bool isToldElsewhere) => published.Solved().Zip(now.Solved()).All(p => IsSafe(p.First, p.Second, isToldElsewhere));

    private static string Shape(Counts counts) => string.Join('\n', (counts switch
    {
        CountTable t => t.Rows.Append("|").Concat(t.Columns).Append($"{t.Known}"),
        ShareTable s => s.Groups.Select(g => g.Label).Append("|").Concat(s.Options).Append($"{s.FewestChoices}-{s.MostChoices}")
            .Append(s.Sizes is { } beside ? $"{Shape(beside.Table)} {string.Join(',', beside.Rows)}" : ""),
        TreeTable t => t.Rows.Append("|").Concat(t.Parents.Select(p => $"{p}")).Append("|").Concat(t.Columns).Append(string.Join(',', t.ShownAlone)).Append(string.Join(',', t.KnownRows))
            .Concat(t.Others.SelectMany(o => o.Groups.Select(g => $"{string.Join(',', g.Rows)}{g.IsLeftOutAtNought}").Append("|"))),
        _ => throw new NotSupportedException(counts.GetType().Name),
    }).Append(counts.Profile.Name).Append(counts.Profile.Version).Append(counts.IsSensitive ? "sensitive" : ""));

    private static bool IsSafe(Puzzle before, Puzzle after, bool isToldElsewhere)
    {
        var pairs = before.Unknowns.Zip(after.Unknowns, (was, @is) => new Pair(was, @is)).ToList();
        var onlyRose = pairs.TrueForAll(p => p.Was.Value <= p.Is.Value);
        return before.Readers.Zip(after.Readers).All(r => new TwoMoments(r.First, r.Second, pairs, onlyRose, isToldElsewhere).IsSafe);
    }
}
