using System.Globalization;
using CommunityVoice.Analysis.Formats;
using CommunityVoice.OpenData;

namespace CommunityVoice.Web.OpenData;

/// <summary>What the cells of a column are.</summary>
public enum ColumnType
{
    Text,
    Whole,
    Fraction,
    YesNo,
    Day,
    Instant,
}

/// <summary>A column of a file: its name, its type, what it means and how its cells are read off a row.</summary>
public sealed record DataColumn<T>(string Name, ColumnType Type, string Meaning, Func<T, object?> Cell);

/// <summary>What is known of a file without its rows.</summary>
public abstract class DataTable(string name, string title, string meaning)
{
    /// <summary>What a cell holds where a number may not be told; declared as a missing value (rule R-C11).</summary>
    public const string Hidden = "*";

    public string Name { get; } = name;
    public string Title { get; } = title;
    public string Meaning { get; } = meaning;

    public abstract IReadOnlyList<(string Name, ColumnType Type, string Meaning)> Fields { get; }
}

/// <summary>A file of rows by RFC 4180, whose columns describe themselves; people's text can be no formula (rule R-F16).</summary>
public sealed class DataTable<T>(string name, string title, string meaning, params IReadOnlyList<DataColumn<T>> columns) : DataTable(name, title, meaning)
{
    public override IReadOnlyList<(string Name, ColumnType Type, string Meaning)> Fields { get; } = [.. columns.Select(c => (c.Name, c.Type, c.Meaning))];

    public string Write(IEnumerable<T> rows) => Line(columns.Select(c => c.Name)) + string.Concat(rows.Select(r => Line(columns.Select(c => Words(c.Cell(r))))));

    private static string Line(IEnumerable<string> fields) => string.Join(',', fields) + "\r\n";

    private static string Words(object? cell) => cell switch
    {
        null => "",
        string text => CsvGuard.Field(text),
        IEnumerable<string> several => CsvGuard.Field(string.Join(';', several)),
        ShownCount count => count.Number?.ToString(CultureInfo.InvariantCulture) ?? Hidden,
        bool yes => yes ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset at => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException($"Cells hold no {cell.GetType().Name}."),
    };
}
