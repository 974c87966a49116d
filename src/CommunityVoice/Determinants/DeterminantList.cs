using CommunityVoice.Content;

namespace CommunityVoice.Determinants;

/// <summary>Something outside health care that makes people well or ill.</summary>
public sealed class Determinant
{
    public required string Code { get; init; }
    public required string Name { get; init; }
    public required string About { get; init; }
}

/// <summary>The determinants of <c>content/determinants.yaml</c>, which themes and actions are marked with (rule R-I78). Marks are kept as codes in one text.</summary>
public sealed class DeterminantList
{
    public const int MarksMaxLength = 400;

    private DeterminantList(List<Determinant> all) => All = all;

    public IReadOnlyList<Determinant> All { get; }

    public static DeterminantList Load(string folder) =>
        new(FrontMatter.ReadYaml<DeterminantsFile>("determinants.yaml", File.ReadAllText(Path.Combine(folder, "determinants.yaml"))).Determinants);

    public static string Marks(IEnumerable<string> codes) => string.Join(',', codes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    public static IReadOnlyList<string> Codes(string marks) => marks.Split(',', StringSplitOptions.RemoveEmptyEntries);

    public Determinant? Find(string? code) => All.FirstOrDefault(d => d.Code == code);

    /// <summary>The names of what is marked, in the order of the list; a code that is no longer listed stands for itself.</summary>
    public string Names(string marks) =>
        string.Join(", ", Codes(marks).OrderBy(c => All.TakeWhile(d => d.Code != c).Count()).Select(c => Find(c)?.Name ?? c));

    private sealed class DeterminantsFile
    {
        public required List<Determinant> Determinants { get; init; }
    }
}
