using System.Globalization;
using System.Text;
using System.Text.Json;
using CommunityVoice.People;

namespace CommunityVoice.Bundles;

/// <summary>Writes rows as the lines of a bundle: names in place of numbers where two sites may count differently, and somebody's pseudonym in place of their account.</summary>
internal sealed class BundleRows(IReadOnlyList<BundleTable> tables, Pseudonyms people)
{
    /// <summary>What somebody is called who is not shown as the author of anything that travels.</summary>
    public const string Unnamed = "Somebody whose name stayed behind";

    private static readonly JsonWriterOptions Plain = new() { Encoder = BundleColumn.Json.Encoder };

    /// <summary>Who is shown as an author, by number; everybody else goes unnamed.</summary>
    public HashSet<string> Authors { get; init; } = [];

    public BundleNames Names { get; } = new(tables);

    /// <summary>The name by which two sites know this row as the same.</summary>
    public string NameOf(BundleTable table, object row) => string.Join('|', table.Naming.Select(c => BundleColumn.Text(Value(table, c, row))));

    /// <summary>A text by which rows stand in the same order on every site.</summary>
    public string PlaceOf(BundleTable table, object row) => string.Join('|', table.Naming.Select(c => Value(table, c, row) switch
    {
        long number => number.ToString("D19", CultureInfo.InvariantCulture),
        var other => BundleColumn.Text(other),
    }));

    /// <summary>The row as one line of JSON; what is empty is left out.</summary>
    public string LineOf(BundleTable table, object row)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Plain))
        {
            json.WriteStartObject();
            foreach (var column in table.Columns.Where(c => c.Travels))
            {
                if (Value(table, column, row) is not { } value) continue;
                json.WritePropertyName(column.Name);
                JsonSerializer.Serialize(json, value, value.GetType(), BundleColumn.Json);
            }
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private object? Value(BundleTable table, BundleColumn column, object row) => column.Of(row) switch
    {
        null => null,
        Guid person when column.IsPerson => people.Of(person),
        string name when row is Person somebody && !Authors.Contains(BundleColumn.Text(somebody.Id)) => column.Name == nameof(Person.DisplayName) ? Unnamed : null,
        var number when table.TargetOf(column, row) is { } target && Names.Knows(target) => Names.NameOf(target, number),
        var value => value,
    };
}
