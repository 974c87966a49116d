using CommunityVoice.Analysis.Formats;
using CommunityVoice.Determinants;
using CommunityVoice.Strategies;

namespace CommunityVoice.Themes;

/// <summary>What a line of a list would do.</summary>
public enum ThemeChange
{
    Stays,
    Added,
    Changed,
    BroughtBack,
}

/// <summary>One line of a list: what it would do, or what is wrong with it.</summary>
public sealed record ThemeImportRow(int Line, string Key, string Name, string About, string Parent, IReadOnlyList<string> Replaces, ThemeChange Change, string? FormerName, IReadOnlyList<string> Errors)
{
    /// <summary>Whether it is about capacity; none where the list does not say, so that a theme keeps what it has.</summary>
    public bool? IsAboutCapacity { get; init; }

    /// <summary>The determinants it is marked with, as a theme keeps them; none where the list does not say.</summary>
    public string? Marks { get; init; }

    /// <summary>What it would change of what the theme is marked with.</summary>
    public bool ChangesMarks { get; init; }

    /// <summary>What other lists call it, as a theme keeps it; none where the list does not say.</summary>
    public string? MapsTo { get; init; }

    public bool ChangesMapping { get; init; }
}

/// <summary>A theme that the list no longer has, and the one that takes its place, if any does.</summary>
public sealed record RetiringTheme(Theme Theme, string? By);

/// <summary>
/// A list of themes, read against those that an area has. Reading changes nothing. The list is taken as a whole: a theme that it
/// does not have is retired, and what was coded to it stays.
/// </summary>
public sealed record ThemeImport(IReadOnlyCollection<Theme> Themes, IReadOnlyList<ThemeImportRow> Rows, IReadOnlyList<string> Errors)
{
    public const int MostRows = 1000;

    public bool IsRight => Errors.Count == 0 && Rows.Count > 0 && Rows.All(r => r.Errors.Count == 0);

    public int Count(ThemeChange change) => Rows.Count(r => r.Change == change);

    /// <summary>Themes in use that the list lacks, and retired ones for which it names a successor.</summary>
    public IReadOnlyList<RetiringTheme> Retiring =>
        [.. Themes.Where(t => Rows.All(r => r.Key != t.Slug)).Select(t => new RetiringTheme(t, Rows.FirstOrDefault(r => r.Replaces.Contains(t.Slug, StringComparer.Ordinal))?.Key))
            .Where(r => r.Theme.RetiredAt is null || (r.By is not null && r.By != r.Theme.ReplacedBy?.Slug)).OrderBy(r => r.Theme.Slug, StringComparer.Ordinal)];

    public bool ChangesNothing => Rows.All(r => r.Change == ThemeChange.Stays) && Retiring.Count == 0;

    /// <summary>Reads a file. Determinants: the codes that themes can be marked with.</summary>
    public static ThemeImport Read(string text, IReadOnlyCollection<Theme> themes, IReadOnlyCollection<string> determinants)
    {
        var rows = CsvRows.Of(text);
        if (rows.Count == 0) return new(themes, [], ["There is nothing in it. Paste the whole list, its first line included"]);
        if (rows.Count - 1 > MostRows) return new(themes, [], [$"There are more than {MostRows:N0} themes. Nobody can choose among so many: shorten the list"]);
        List<string> header = [.. rows[0].Fields.Select(f => f.Trim().ToLowerInvariant())];
        List<string> missing = [.. ThemeCsv.Needed.Except(header)];
        if (missing.Count > 0) return new(themes, [], [$"The first line lacks {(missing.Count == 1 ? "this column" : "these columns")}: {string.Join(", ", missing)}"]);
        if (rows.Count == 1) return new(themes, [], ["There is a first line and no other"]);
        return new(themes, new ThemeRows(header, themes, determinants).Read(rows[1..]), []);
    }
}

/// <summary>Reads the lines of one list, collecting what is wrong with each.</summary>
internal sealed class ThemeRows(List<string> header, IReadOnlyCollection<Theme> themes, IReadOnlyCollection<string> determinants)
{
    private readonly Dictionary<string, int> keys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> replaced = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> parents = new(StringComparer.Ordinal);

    public List<ThemeImportRow> Read(IReadOnlyList<(int Line, List<string> Fields)> lines)
    {
        foreach (var (line, fields) in lines)
        {
            keys.TryAdd(Text(fields, ThemeCsv.Key), line);
            parents.TryAdd(Text(fields, ThemeCsv.Key), Text(fields, ThemeCsv.Parent));
        }
        return [.. lines.Select(l => Read(l.Line, l.Fields))];
    }

    private ThemeImportRow Read(int line, List<string> fields)
    {
        var errors = new List<string>();
        if (fields.Count > header.Count) errors.Add($"There are {fields.Count} fields under {header.Count} columns: put text that holds a comma in quotes");
        var (key, name, about, parent) = (Text(fields, ThemeCsv.Key), Text(fields, ThemeCsv.Name), Text(fields, ThemeCsv.About), Text(fields, ThemeCsv.Parent));
        if (key.Length == 0) errors.Add("Enter a key, such as care-at-night");
        else if (key.Length > 100 || Slug.Of(key, 100) != key) errors.Add($"A key has small letters, digits and single hyphens only: write {Slug.Of(key, 100)}");
        else if (keys[key] != line) errors.Add($"The key {key} is on line {keys[key]} already: give this theme another");
        if (name.Length == 0) errors.Add("Enter a name");
        else if (name.Length > Theme.NameMaxLength) errors.Add($"The name has {name.Length} characters: use {Theme.NameMaxLength} at most");
        if (about.Length > Theme.AboutMaxLength) errors.Add($"What belongs to it has {about.Length} characters: use {Theme.AboutMaxLength} at most");
        errors.AddRange(ParentErrors(key, parent));
        var replaces = Listed(Text(fields, ThemeCsv.Replaces));
        errors.AddRange(replaces.SelectMany(old => ReplacedErrors(old, line)));
        var (capacity, codes) = (Text(fields, ThemeCsv.Capacity).ToLowerInvariant(), Listed(Text(fields, ThemeCsv.Determinants)));
        if (capacity is not ("" or ThemeCsv.Yes or ThemeCsv.No)) errors.Add($"Under capacity stands {capacity}: write yes or no, or leave it empty");
        var known = themes.FirstOrDefault(t => t.Slug == key);
        errors.AddRange(codes.Except([.. determinants, .. DeterminantList.Codes(known?.Determinants ?? "")], StringComparer.Ordinal).Select(c => $"There is no determinant {c}: use {string.Join(", ", determinants)}"));
        var (maps, wrong) = ThemeMaps.Read(Text(fields, ThemeCsv.MapsTo));
        if (wrong is not null) errors.Add(wrong);
        bool? isAboutCapacity = capacity.Length == 0 ? null : capacity == ThemeCsv.Yes;
        var marks = header.IndexOf(ThemeCsv.Determinants) is >= 0 and var at && at < fields.Count ? DeterminantList.Marks(codes) : null;
        var mapsTo = header.IndexOf(ThemeCsv.MapsTo) is >= 0 and var column && column < fields.Count ? maps : null;
        var change = known is null ? ThemeChange.Added
            : known.RetiredAt is not null ? ThemeChange.BroughtBack
            : (known.Name, known.About, known.Parent?.Slug ?? "") == (name, about, parent) && known.IsAboutCapacity == (isAboutCapacity ?? known.IsAboutCapacity)
                && known.Determinants == (marks ?? known.Determinants) && known.MapsTo == (mapsTo ?? known.MapsTo) ? ThemeChange.Stays : ThemeChange.Changed;
        return new(line, key, name, about, parent, replaces, change, known?.Name == name ? null : known?.Name, errors)
        {
            IsAboutCapacity = isAboutCapacity,
            Marks = marks,
            ChangesMarks = known is not null && (known.IsAboutCapacity != (isAboutCapacity ?? known.IsAboutCapacity) || known.Determinants != (marks ?? known.Determinants)),
            MapsTo = mapsTo,
            ChangesMapping = known is not null && known.MapsTo != (mapsTo ?? known.MapsTo),
        };
    }

    private static string[] Listed(string text) => text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private string Text(List<string> fields, string column) => header.IndexOf(column) is >= 0 and var at && at < fields.Count ? CsvGuard.Strip(fields[at].Trim()).Trim() : "";

    private IEnumerable<string> ParentErrors(string key, string parent)
    {
        if (parent.Length == 0) yield break;
        if (!keys.ContainsKey(parent))
        {
            yield return $"No line has the key {parent}, which is named as parent: add it or leave the parent empty";
            yield break;
        }
        var seen = new HashSet<string>(StringComparer.Ordinal) { key };
        for (var above = parent; above.Length > 0; above = parents.GetValueOrDefault(above, ""))
        {
            if (seen.Add(above)) continue;
            yield return $"{key} would stand under itself: give it another parent";
            yield break;
        }
    }

    private IEnumerable<string> ReplacedErrors(string old, int line)
    {
        if (themes.All(t => t.Slug != old)) yield return $"There is no theme {old} here to take the place of: correct the key or leave it out";
        else if (keys.TryGetValue(old, out var own)) yield return $"{old} is in the list itself, on line {own}: what is replaced must not be in it";
        else if (!replaced.TryAdd(old, line)) yield return $"{old} is replaced on line {replaced[old]} already: name it once, or leave it out so that a person codes its comments anew";
    }
}
