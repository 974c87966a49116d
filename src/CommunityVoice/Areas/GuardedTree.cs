using System.Text.Json.Serialization;
using CommunityVoice.Analysis;

namespace CommunityVoice.Areas;

/// <summary>The true counts behind a published tree, kept for the guard and never shown: per area its parent and its own people by column. Alone: those whose own people a page of its own shows too.</summary>
internal sealed record KeptTree(DateTimeOffset At, int Turns, IReadOnlyList<string> Columns, IReadOnlyList<long> Areas, IReadOnlyList<long?> Parents, IReadOnlyList<IReadOnlyList<int>> People)
{
    public IReadOnlyList<long> Alone { get; init; } = [];

    /// <summary>What other pages tell of some of the same people.</summary>
    public IReadOnlyList<KeptOther> Others { get; init; } = [];
}

/// <summary>The true counts of one consultation by area as a report of now would tell them, whether or not there is one yet.</summary>
/// <param name="Consultation">Which one.</param>
/// <param name="People">Different people by area, of all areas that have any; somebody who spoke from two counts in both.</param>
internal sealed record KeptOther(long Consultation, IReadOnlyDictionary<long, int> People)
{
    /// <summary>The areas that the report names, in the order in which it protects them.</summary>
    [JsonIgnore]
    public IReadOnlyList<NamedArea> Named { get; init; } = [];
}

/// <summary>An area that a report names: always, or only where there is somebody.</summary>
internal sealed record NamedArea(long Area, bool IsLeftOutAtNought);

/// <summary>A tree of counts as it stands now, and whether it may take the place of what was published before.</summary>
internal sealed class GuardedTree
{
    /// <summary>Stands for those from elsewhere and those who did not say.</summary>
    public const long Elsewhere = 0, NotSaid = -1;

    private readonly KeptTree now;

    private GuardedTree(KeptTree now, ProtectedTree shown) => (this.now, Shown) = (now, shown);

    public ProtectedTree Shown { get; }

    /// <summary>What to keep for the next time.</summary>
    public KeptTree Kept => now;

    public int RowOf(long area) => now.Areas.ToList().IndexOf(area);

    /// <summary>
    /// The tree to publish anew; nothing where the one published before must stay (rule R-C8) or where there are too few for any. Only areas that have people, or had, take part.
    /// </summary>
    public static GuardedTree? Of(IReadOnlyList<long> areas, IReadOnlyList<long?> parents, IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<int>> people, KeptTree? before, DateTimeOffset at,
        Func<long, bool>? isShownAlone = null, IReadOnlyList<KeptOther>? others = null)
    {
        var has = new HashSet<long>(before?.Areas ?? []);
        // A nought that a report hides must not be told here, and whoever moved home is counted in a report where they lived before.
        has.UnionWith((others ?? []).SelectMany(o => o.Named.Where(n => !n.IsLeftOutAtNought).Select(n => n.Area).Concat(o.People.Where(p => p.Value > 0).Select(p => p.Key))).Intersect(areas));
        for (var i = areas.Count - 1; i >= 0; i--)
        {
            if (people[i].Sum() > 0 || has.Contains(areas[i])) has.Add(areas[i]);
            if (has.Contains(areas[i]) && parents[i] is { } parent) has.Add(parent);
        }
        List<int> rows = [.. Enumerable.Range(0, areas.Count).Where(i => has.Contains(areas[i]))];
        if (rows.Count == 0) return null;
        var kept = new KeptTree(at, people.Sum(p => p.Sum()), columns, [.. rows.Select(i => areas[i])], [.. rows.Select(i => parents[i])], [.. rows.Select(i => people[i])])
        {
            Alone = [.. rows.Select(i => areas[i]).Where(a => isShownAlone?.Invoke(a) == true)],
            Others = others ?? [],
        };
        var was = before is not null && before.Columns.SequenceEqual(columns) ? Table(before, kept) : null;
        // Where only one moment knows of other pages, the two are compared without them.
        var (table, alike) = (Table(kept), Table(kept));
        if (was is not null && was.Others.Count != table.Others.Count) (was, alike) = (was with { Others = [] }, table with { Others = [] });
        var verdict = SnapshotGuard.Judge(was is null ? null : new Snapshot(was, before!.Turns, before.At), new Snapshot(alike, kept.Turns, at));
        return verdict == SnapshotVerdict.Publish ? new(kept, Disclosure.Protect(table)) : null;
    }

    private static TreeTable Table(KeptTree tree)
    {
        var at = tree.Areas.Select((a, i) => (a, i)).ToDictionary(p => p.a, p => p.i);
        return new([.. tree.Areas.Select(a => $"{a}")], [.. tree.Parents.Select(p => p is { } parent ? at[parent] : (int?)null)], tree.Columns, tree.People)
        {
            ShownAlone = [.. tree.Alone.Select(a => at[a])],
            Others = [.. tree.Others.Select(o => Other(o, tree, at))],
        };
    }

    // What is neither named nor unsaid is told together as elsewhere.
    private static OtherBreakdown Other(KeptOther other, KeptTree tree, Dictionary<long, int> at)
    {
        var named = other.Named.Where(n => at.ContainsKey(n.Area)).ToList();
        var apart = named.Select(n => n.Area).Append(NotSaid).ToHashSet();
        List<OtherGroup> groups = [.. named.Select(n => new OtherGroup([at[n.Area]], n.IsLeftOutAtNought))];
        if (at.TryGetValue(NotSaid, out var unsaid)) groups.Add(new([unsaid], IsLeftOutAtNought: true));
        groups.Add(new([.. tree.Areas.Where(a => !apart.Contains(a)).Select(a => at[a])], IsLeftOutAtNought: true));
        return new([.. tree.Areas.Select(a => other.People.GetValueOrDefault(a))], groups);
    }

    // The counts of before in the rows of now; nothing where areas have moved, since the two are then different publications.
    private static TreeTable? Table(KeptTree before, KeptTree rows)
    {
        var known = before.Areas.Select((a, i) => (a, i)).ToDictionary(p => p.a, p => p.i);
        if (rows.Areas.Select((a, i) => known.TryGetValue(a, out var at) && before.Parents[at] != rows.Parents[i]).Any(moved => moved) || known.Keys.Except(rows.Areas).Any() || before.Alone.Count == 0 != (rows.Alone.Count == 0)) return null;
        var told = before.Others.ToDictionary(o => o.Consultation, o => o.People);
        return Table(rows with
        {
            People = [.. rows.Areas.Select(a => known.TryGetValue(a, out var at) ? before.People[at] : [.. rows.Columns.Select(_ => 0)])],
            Others = before.Others.Count == 0 ? [] : [.. rows.Others.Select(o => o with { People = told.GetValueOrDefault(o.Consultation) ?? new Dictionary<long, int>() })],
        });
    }
}
