using System.Text.Json;
using CommunityVoice.Data;
using CommunityVoice.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace CommunityVoice.Bundles;

/// <summary>Takes in one table of a bundle after another. What is there already and says the same is left as it is; what says something else is refused.</summary>
internal sealed class PlaceIntake(CommunityVoiceDb db, BundleRows rows, DateTimeOffset now)
{
    private const int AtOnce = 500;

    private readonly List<(BundleTable Table, JsonElement Row, object?[] Key)> unfinished = [];

    /// <summary>Answers how many rows were new.</summary>
    public async Task<int> TakeAsync(BundleTable table, IAsyncEnumerable<string> lines, CancellationToken ct)
    {
        var known = await KnownAsync(table, ct);
        var taken = await NumbersAsync(table, ct);
        var (added, counted) = (0, new List<(string Name, JsonElement Row)>());
        await foreach (var some in lines.Chunk(AtOnce).WithCancellation(ct))
        {
            var fresh = new List<(string Name, JsonElement Row)>();
            foreach (var line in some)
            {
                var row = Parse(table, line);
                var name = NameOf(table, row);
                if (known.TryGetValue(name, out var own))
                {
                    if (!table.KeepsOwn && own != line) throw new InvalidDataException($"{table.Name} {name} is something else on this site. A place is taken into a site where its numbers are free. Nothing was imported.");
                    continue;
                }
                // A number that this site gave to something of another name is given anew, after all that keep theirs.
                var isTaken = table is { IsNamed: true, CountsItself: true } && taken.Contains(Text(row, table.Keys[0].Name));
                (isTaken ? counted : fresh).Add((name, row));
            }
            await SaveAsync(table, fresh, withNumber: true, ct);
            added += fresh.Count;
        }
        if (added > 0 && table.CountsItself) await CountOnAsync(table, ct);
        await SaveAsync(table, counted, withNumber: false, ct);
        return added + counted.Count;
    }

    /// <summary>Fills in what could not be written before what it names was.</summary>
    public async Task CompleteAsync(CancellationToken ct)
    {
        foreach (var some in unfinished.Chunk(AtOnce))
        {
            foreach (var (table, row, key) in some)
            {
                var entity = table.Empty();
                var entry = db.Entry(entity);
                foreach (var column in table.Columns.Where(c => c.Travels && !c.IsKey && !c.IsLater)) Set(table, entry, column, row);
                for (var i = 0; i < key.Length; i++) entry.Property(table.Keys[i].Name).CurrentValue = key[i];
                entry.State = EntityState.Unchanged;
                foreach (var column in table.Columns.Where(c => c.IsLater)) Set(table, entry, column, row);
            }
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }
    }

    private async Task SaveAsync(BundleTable table, List<(string Name, JsonElement Row)> fresh, bool withNumber, CancellationToken ct)
    {
        var entities = fresh.ConvertAll(f => Add(table, f.Row, f.Name, withNumber));
        await db.SaveChangesAsync(ct);
        for (var i = 0; i < fresh.Count; i++) Remember(table, fresh[i].Name, fresh[i].Row, entities[i]);
        db.ChangeTracker.Clear();
    }

    private object Add(BundleTable table, JsonElement row, string name, bool withNumber)
    {
        var entity = table.Empty();
        var entry = db.Entry(entity);
        foreach (var column in table.Columns)
        {
            if (column.IsSecret) entry.Property(column.Name).CurrentValue = column.Blank(name);
            else if (column is { Travels: true, IsLater: false } && (withNumber || !column.IsKey)) Set(table, entry, column, row);
        }
        if (entity is Person)
        {
            entry.Property(nameof(Person.CreatedAt)).CurrentValue = now;
            entry.Property(nameof(Person.LastSeenAt)).CurrentValue = now;
        }
        entry.State = EntityState.Added;
        return entity;
    }

    private void Remember(BundleTable table, string name, JsonElement row, object entity)
    {
        if (table.IsNamed) rows.Names.Learn(table, name, table.Keys[0].Of(entity)!);
        if (table.Columns.Any(c => c.IsLater && row.TryGetProperty(c.Name, out _))) unfinished.Add((table, row, [.. table.Keys.Select(k => k.Of(entity))]));
    }

    private void Set(BundleTable table, EntityEntry entry, BundleColumn column, JsonElement row)
    {
        if (!row.TryGetProperty(column.Name, out var value)) return;
        var target = column.IsPointer ? table.Carriage.Points!.Targets.GetValueOrDefault(Text(row, table.Carriage.Points.Kind)) : column.Target;
        entry.Property(column.Name).CurrentValue = target is not null && rows.Names.Knows(target) ? rows.Names.NumberOf(target, value.GetString()!) : column.Read(value);
    }

    private async Task<Dictionary<string, string>> KnownAsync(BundleTable table, CancellationToken ct)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var row in table.RowsAsync(db).WithCancellation(ct)) known[rows.NameOf(table, row)] = table.KeepsOwn ? "" : rows.LineOf(table, row);
        return known;
    }

    private async Task<HashSet<string>> NumbersAsync(BundleTable table, CancellationToken ct)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        if (!table.IsNamed) return taken;
        await foreach (var row in table.RowsAsync(db).WithCancellation(ct)) taken.Add(table.NumberOf(row));
        return taken;
    }

    private static JsonElement Parse(BundleTable table, string line)
    {
        using var json = JsonDocument.Parse(line);
        var row = json.RootElement.Clone();
        foreach (var property in row.EnumerateObject())
        {
            if (!table.Columns.Any(c => c.Name == property.Name && c.Travels))
                throw new InvalidDataException($"The bundle says {property.Name} of {table.Name}, which this site does not know: bring the site up to date first.");
        }
        return row;
    }

    private static string NameOf(BundleTable table, JsonElement row) => string.Join('|', table.Naming.Select(c => Text(row, c.Name)));

    private static string Text(JsonElement row, string column) => !row.TryGetProperty(column, out var value) ? "" : value.ToString();

    // Rows that came with their numbers do not move PostgreSQL's own count.
    private async Task CountOnAsync(BundleTable table, CancellationToken ct)
    {
        if (!db.Database.IsNpgsql()) return;
        var (name, key) = (table.Type.GetTableName(), table.Keys[0].Property.GetColumnName());
#pragma warning disable EF1002 // nothing but names of our own model is written into the statement
        await db.Database.ExecuteSqlRawAsync($"""SELECT setval(pg_get_serial_sequence('"{name}"', '{key}'), (SELECT MAX("{key}") FROM "{name}"))""", ct);
#pragma warning restore EF1002
    }
}
