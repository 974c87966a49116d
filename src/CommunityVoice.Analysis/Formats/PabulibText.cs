using System.Globalization;

namespace CommunityVoice.Analysis.Formats;

/// <summary>Reads and writes Pabulib's <c>.pb</c> text: the sections META, PROJECTS and VOTES, each with a line of column names.</summary>
/// <remarks>
/// Reading takes any line ends, quoted fields, columns in any order and unknown ones, ids that are no numbers, and rows that leave out empty fields at the end.
/// What it cannot understand throws a <see cref="FormatException"/> that names the line and says what to do. Writing gives LF line ends.
/// </remarks>
public static class PabulibText
{
    private static readonly string[] Sections = ["META", "PROJECTS", "VOTES"];

    public static PabulibFile Read(string text)
    {
        using var reader = new StringReader(text);
        return Read(reader);
    }

    public static PabulibFile Read(TextReader text)
    {
        var found = Split(text);
        var meta = Table(found, "META", "key", "value");
        var values = new List<PabulibMeta>();
        foreach (var row in meta.Rows)
        {
            var key = meta.Field(row, "key").Trim();
            if (values.Exists(m => m.Key == key)) throw Wrong(row, $"META has the key \"{key}\" twice. Keep one of them.");
            values.Add(new(row.Line, key, meta.Field(row, "value").Trim()));
        }
        var file = new PabulibFile(values, Table(found, "PROJECTS", "project_id", "cost"), Table(found, "VOTES", "voter_id", "vote"));
        Count(file, "num_projects", file.Projects);
        Count(file, "num_votes", file.Votes);
        return file;
    }

    public static string Write(PabulibFile file)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        Write(file, text);
        return text.ToString();
    }

    public static void Write(PabulibFile file, TextWriter text)
    {
        SemicolonText.Write(text, ["META"]);
        SemicolonText.Write(text, ["key", "value"]);
        foreach (var meta in file.Meta) SemicolonText.Write(text, [meta.Key, meta.Value]);
        Write("PROJECTS", file.Projects);
        Write("VOTES", file.Votes);

        void Write(string name, PabulibTable table)
        {
            SemicolonText.Write(text, [name]);
            SemicolonText.Write(text, table.Columns);
            foreach (var row in table.Rows) SemicolonText.Write(text, row.Fields);
        }
    }

    internal static FormatException Wrong(PabulibRow row, string what) => new(string.Create(CultureInfo.InvariantCulture, $"Line {row.Line}: {what}"));

    private static Dictionary<string, List<PabulibRow>> Split(TextReader text)
    {
        var found = new Dictionary<string, List<PabulibRow>>(StringComparer.Ordinal);
        List<PabulibRow>? section = null;
        foreach (var row in SemicolonText.Read(text))
        {
            if (row.Fields.Skip(1).All(f => f.Length == 0) && Sections.FirstOrDefault(s => s.Equals(row.Fields[0].Trim(), StringComparison.OrdinalIgnoreCase)) is { } name)
            {
                if (!found.TryAdd(name, section = [])) throw Wrong(row, $"a second section {name} begins. Put all its rows into one.");
            }
            else if (section is null) throw Wrong(row, "the file does not begin with META. Choose a .pb file in Pabulib's format.");
            else section.Add(row);
        }
        return found;
    }

    private static PabulibTable Table(Dictionary<string, List<PabulibRow>> found, string name, params ReadOnlySpan<string> needed)
    {
        if (!found.TryGetValue(name, out var rows)) throw new FormatException($"The file has no section {name}. Add a line that says {name}, with its column names on the next.");
        if (rows.Count == 0) throw new FormatException($"The section {name} is empty. Add its line of column names.");
        var header = rows[0].Fields.Select(f => f.Trim()).ToList();
        while (header.Count > 0 && header[^1].Length == 0) header.RemoveAt(header.Count - 1);
        foreach (var column in needed)
        {
            if (!header.Contains(column, StringComparer.Ordinal)) throw Wrong(rows[0], $"{name} has no column \"{column}\". Add it to this line and to the rows below.");
        }
        if (header.Distinct(StringComparer.Ordinal).Count() < header.Count) throw Wrong(rows[0], $"{name} has two columns of one name. Rename one.");
        return new(header, [.. rows.Skip(1).Select(r => Fitted(r, header.Count))]);
    }

    private static PabulibRow Fitted(PabulibRow row, int columns)
    {
        var fields = row.Fields.ToList();
        while (fields.Count > columns && fields[^1].Length == 0) fields.RemoveAt(fields.Count - 1);
        if (fields.Count > columns) throw Wrong(row, $"there are {fields.Count} fields, but {columns} columns. Put a field that holds a semicolon into quotes.");
        while (fields.Count < columns) fields.Add("");
        return new(row.Line, fields);
    }

    private static void Count(PabulibFile file, string key, PabulibTable table)
    {
        if (file.Meta.FirstOrDefault(m => m.Key == key) is not { } meta) return;
        if (!int.TryParse(meta.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var said) || said != table.Rows.Count)
        {
            throw Wrong(new(meta.Line, []), $"{key} is \"{meta.Value}\", but there are {table.Rows.Count} rows. If the file was cut short get it anew, or else correct the number.");
        }
    }
}
