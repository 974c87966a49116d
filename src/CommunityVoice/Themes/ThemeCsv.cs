using CommunityVoice.Analysis.Formats;
using CommunityVoice.Determinants;

namespace CommunityVoice.Themes;

/// <summary>A list of themes as a file: one line a theme, its key the end of its address.</summary>
public static class ThemeCsv
{
    public const string Key = "key";
    public const string Name = "name";
    public const string About = "about";
    public const string Parent = "parent";
    public const string Replaces = "replaces";
    public const string Capacity = "capacity";
    public const string Determinants = "determinants";
    public const string MapsTo = "maps_to";
    public const string Yes = "yes", No = "no";

    public static IReadOnlyList<string> Columns { get; } = [Key, Name, About, Parent, Replaces, Capacity, Determinants, MapsTo];

    /// <summary>What a file must have; the other columns may be left out.</summary>
    public static IReadOnlyList<string> Needed { get; } = [Key, Name];

    /// <summary>The themes in use, by key. Those that a theme took the place of stand beside it.</summary>
    public static string Write(IReadOnlyCollection<Theme> themes) => Line(Columns) + string.Concat(themes.Where(t => t.RetiredAt is null).OrderBy(t => t.Slug, StringComparer.Ordinal).Select(t => Line(
        [
            t.Slug, t.Name, t.About, t.Parent?.Slug ?? "",
            string.Join(';', themes.Where(o => o.RetiredAt is not null && o.ReplacedBy == t).Select(o => o.Slug).Order(StringComparer.Ordinal)),
            t.IsAboutCapacity ? Yes : No, string.Join(';', DeterminantList.Codes(t.Determinants)), t.MapsTo,
        ])));

    private static string Line(IEnumerable<string> fields) => string.Join(',', fields.Select(CsvGuard.Field)) + "\r\n";
}
