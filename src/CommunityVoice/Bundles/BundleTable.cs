using System.Reflection;
using System.Runtime.CompilerServices;
using CommunityVoice.Data;
using CommunityVoice.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CommunityVoice.Bundles;

/// <summary>One table of a bundle, made from the model and from how its entity is said to travel.</summary>
internal sealed class BundleTable
{
    private static readonly MethodInfo ReadRows = typeof(BundleTable).GetMethod(nameof(Rows), BindingFlags.NonPublic | BindingFlags.Static)!;

    private BundleTable(IEntityType type, Carriage carriage)
    {
        (Type, Carriage) = (type, carriage);
        // By name, as models list them in an order of their own.
        Columns = [.. type.GetProperties().Select(p => new BundleColumn(p, carriage)).OrderBy(c => !c.IsKey).ThenBy(c => c.Name, StringComparer.Ordinal)];
        Keys = [.. type.FindPrimaryKey()!.Properties.Select(p => Columns.Single(c => c.Name == p.Name))];
        Naming = carriage.Name.Count == 0 ? Keys : [.. carriage.Name.Select(n => Columns.Single(c => c.Name == n))];
    }

    public IEntityType Type { get; }
    public Carriage Carriage { get; }
    public string Name => Type.ClrType.Name;
    public IReadOnlyList<BundleColumn> Columns { get; }
    public IReadOnlyList<BundleColumn> Keys { get; }

    /// <summary>The columns by which two sites know a row as the same.</summary>
    public IReadOnlyList<BundleColumn> Naming { get; }

    /// <summary>Others name its rows by name and not by number.</summary>
    public bool IsNamed => Carriage.Name.Count > 0;

    /// <summary>What a site already has under the same name it keeps as it is.</summary>
    public bool KeepsOwn => IsNamed || Type.ClrType == typeof(Person);

    /// <summary>Its database numbers rows that come without a number.</summary>
    public bool CountsItself => Keys is [{ Property: { ValueGenerated: ValueGenerated.OnAdd } key }] && key.ClrType == typeof(long);

    /// <summary>Every table that travels, so ordered that what a row names was written before it, but for what cannot be (<see cref="BundleColumn.IsLater"/>).</summary>
    public static IReadOnlyList<BundleTable> Of(IModel model)
    {
        var carriages = PlaceCarriages.All.ToDictionary(c => c.Entity);
        var waiting = model.GetEntityTypes().Where(t => !t.IsOwned() && carriages[t.ClrType].Travels)
            .OrderBy(t => t.ClrType.Name, StringComparer.Ordinal).Select(t => new BundleTable(t, carriages[t.ClrType])).ToList();
        var placed = new List<BundleTable>();
        while (waiting.Count > 0)
        {
            var next = waiting.Find(t => !t.Unplaced(waiting).Any()) ?? waiting.Find(t => t.Unplaced(waiting).All(c => c.Property.IsNullable))
                ?? throw new InvalidOperationException($"{waiting[0].Name} and what it names cannot be put in order.");
            foreach (var column in next.Columns.Where(c => c.Target is not null && c.Property.IsNullable && waiting.Exists(t => t.Type.ClrType == c.Target))) column.IsLater = true;
            waiting.Remove(next);
            placed.Add(next);
        }
        return placed;
    }

    public IAsyncEnumerable<object> RowsAsync(CommunityVoiceDb db) => (IAsyncEnumerable<object>)ReadRows.MakeGenericMethod(Type.ClrType).Invoke(null, [db])!;

    /// <summary>A row's number on this site, as text.</summary>
    public string NumberOf(object row) => string.Join('|', Keys.Select(k => BundleColumn.Text(k.Of(row))));

    /// <summary>A row with nothing in it.</summary>
    public object Empty() => Type.ClrType.GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, []) is { } constructor
        ? constructor.Invoke([]) : RuntimeHelpers.GetUninitializedObject(Type.ClrType);

    /// <summary>What a column of this row is the number of.</summary>
    public Type? TargetOf(BundleColumn column, object row) => !column.IsPointer ? column.Target
        : Carriage.Points!.Targets.GetValueOrDefault(BundleColumn.Text(Columns.Single(c => c.Name == Carriage.Points.Kind).Of(row)));

    // What it points to without a foreign key counts like any other.
    private IEnumerable<BundleColumn> Unplaced(List<BundleTable> waiting) => Columns.Where(c => Targets(c).Any(
        target => target != Type.ClrType && waiting.Exists(t => t.Type.ClrType == target)));

    private IEnumerable<Type> Targets(BundleColumn column) => column.IsPointer ? Carriage.Points!.Targets.Values : column.Target is { } target ? [target] : [];

    private static IAsyncEnumerable<T> Rows<T>(CommunityVoiceDb db)
        where T : class => db.Set<T>().AsNoTracking().AsAsyncEnumerable();
}
