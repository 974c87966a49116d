using CommunityVoice.Areas;
using CommunityVoice.Data;
using CommunityVoice.People;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Bundles;

/// <summary>Which rows make up a place: what belongs to it, and whatever that names.</summary>
internal sealed class PlaceSelection(CommunityVoiceDb db, IReadOnlyList<BundleTable> tables)
{
    private readonly Dictionary<Type, Dictionary<string, Reference[]>> rows = [];
    private readonly Dictionary<Type, HashSet<string>> chosen = tables.ToDictionary(t => t.Type.ClrType, _ => new HashSet<string>(StringComparer.Ordinal));

    /// <summary>Whoever is shown as the author of something that travels.</summary>
    public HashSet<string> Authors { get; } = new(StringComparer.Ordinal);

    public bool Holds(BundleTable table, object row) => chosen[table.Type.ClrType].Contains(table.NumberOf(row));

    public async Task ChooseAsync(long placeId, CancellationToken ct)
    {
        var (inside, around) = await AreasAsync(placeId, ct);
        foreach (var table in tables)
        {
            rows[table.Type.ClrType] = new(StringComparer.Ordinal);
            await foreach (var row in table.RowsAsync(db).WithCancellation(ct)) rows[table.Type.ClrType][table.NumberOf(row)] = [.. References(table, row)];
        }
        chosen[typeof(Area)].UnionWith([.. inside, .. around]);
        foreach (var table in tables) Grow(table, inside, around);
        // What belongs to something that was only named, such as the hand-overs of a body, may name more.
        do BringAlong();
        while (Followers().Aggregate(false, (more, table) => Grow(table, inside, around) || more));
        Authors.UnionWith(tables.SelectMany(t => chosen[t.Type.ClrType].SelectMany(n => rows[t.Type.ClrType][n])).Where(r => r.IsAuthor).Select(r => r.Number));
    }

    private IEnumerable<string> Belonging(BundleTable table, HashSet<string> inside, HashSet<string> around) =>
        table.Carriage.IsWhole ? rows[table.Type.ClrType].Keys
        : rows[table.Type.ClrType].Where(row => row.Value.Any(r => r.IsOwner
            && (r.Kind != typeof(Area) ? chosen[r.Kind].Contains(r.Number) : inside.Contains(r.Number) || (table.Carriage.ReachesAround && around.Contains(r.Number))))).Select(row => row.Key);

    private bool Grow(BundleTable table, HashSet<string> inside, HashSet<string> around)
    {
        var before = chosen[table.Type.ClrType].Count;
        chosen[table.Type.ClrType].UnionWith([.. Belonging(table, inside, around)]);
        return chosen[table.Type.ClrType].Count > before;
    }

    private List<BundleTable> Followers()
    {
        var followed = tables.Where(t => t.Carriage is { Owners: [], IsWhole: false } && t.Type.ClrType != typeof(Area)).Select(t => t.Type.ClrType).ToHashSet();
        return [.. tables.Where(t => t.Columns.Any(c => t.Carriage.Owners.Contains(c.Name) && c.Target is { } target && followed.Contains(target)) && followed.Add(t.Type.ClrType))];
    }

    // Whatever a chosen row names is chosen too, and so on.
    private void BringAlong()
    {
        var waiting = new Queue<(Type Kind, string Number)>(chosen.SelectMany(c => c.Value.Select(n => (c.Key, n))));
        while (waiting.TryDequeue(out var one))
        {
            foreach (var named in rows[one.Kind][one.Number])
            {
                if (rows[named.Kind].ContainsKey(named.Number) && chosen[named.Kind].Add(named.Number)) waiting.Enqueue((named.Kind, named.Number));
            }
        }
    }

    private static IEnumerable<Reference> References(BundleTable table, object row) =>
        from column in table.Columns
        let target = table.TargetOf(column, row)
        where target is not null && (column.Travels || column.IsKey)
        let number = column.Of(row)
        where number is not null
        select new Reference(target, BundleColumn.Text(number), table.Carriage.Owners.Contains(column.Name), table.Carriage.SignedBy == column.Name && target == typeof(Person));

    // Whatever the place contains or contained, what came before or after those, and what it lies in.
    private async Task<(HashSet<string> Inside, HashSet<string> Around)> AreasAsync(long placeId, CancellationToken ct)
    {
        var links = await db.AreaLinks.AsNoTracking().Select(l => new { l.FromId, l.Kind, l.ToId }).ToListAsync(ct);
        var down = links.Where(l => l.Kind != AreaLinkKind.Overlaps).Select(l => (l.FromId, l.ToId))
            .Concat(links.Where(l => l.Kind == AreaLinkKind.Succeeds).Select(l => (l.ToId, l.FromId))).ToLookup(l => l.Item1, l => l.Item2);
        var up = links.Where(l => l.Kind == AreaLinkKind.Contains).ToLookup(l => l.ToId, l => l.FromId);
        return (Walk(placeId, down), Walk(placeId, up));
    }

    private static HashSet<string> Walk(long start, ILookup<long, long> next)
    {
        var found = new HashSet<long> { start };
        var waiting = new Queue<long>(found);
        while (waiting.TryDequeue(out var area))
        {
            foreach (var neighbour in next[area].Where(found.Add)) waiting.Enqueue(neighbour);
        }
        return [.. found.Select(id => BundleColumn.Text(id))];
    }

    private sealed record Reference(Type Kind, string Number, bool IsOwner, bool IsAuthor);
}
