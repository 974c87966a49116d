using CommunityVoice.Data;

namespace CommunityVoice.Bundles;

/// <summary>The names by which a bundle knows areas, bodies and items of frameworks, and the numbers that this site has for them.</summary>
internal sealed class BundleNames(IReadOnlyList<BundleTable> tables)
{
    private readonly Dictionary<Type, BundleTable> named = tables.Where(t => t.IsNamed).ToDictionary(t => t.Type.ClrType);
    private readonly Dictionary<(Type Kind, string Number), string> names = [];
    private readonly Dictionary<(Type Kind, string Name), object> numbers = [];

    /// <summary>Learns the names of everything that something else may name.</summary>
    public async Task LoadAsync(CommunityVoiceDb db, BundleRows rows, CancellationToken ct)
    {
        var targets = tables.SelectMany(t => t.Columns.Select(c => c.Target).Concat(t.Carriage.Points?.Targets.Values ?? [])).ToHashSet();
        foreach (var table in tables.Where(t => t.IsNamed && targets.Contains(t.Type.ClrType)))
        {
            await foreach (var row in table.RowsAsync(db).WithCancellation(ct)) Learn(table, rows.NameOf(table, row), table.Keys[0].Of(row)!);
        }
    }

    public bool Knows(Type kind) => named.ContainsKey(kind);

    public void Learn(BundleTable table, string name, object number)
    {
        names[(table.Type.ClrType, BundleColumn.Text(number))] = name;
        numbers[(table.Type.ClrType, name)] = number;
    }

    public string NameOf(Type kind, object number) => names[(kind, BundleColumn.Text(number))];

    public object NumberOf(Type kind, string name) => numbers.TryGetValue((kind, name), out var number) ? number
        : throw new InvalidDataException($"The bundle names a {kind.Name} {name} that is not in it.");
}
