using CommunityVoice.Analysis.Text;

namespace CommunityVoice.Content;

/// <summary>A short form and what it stands for.</summary>
public sealed class GlossaryTerm
{
    public required string Form { get; init; }
    public required string Words { get; init; }
    public required string About { get; init; }
}

/// <summary>The short forms of <c>content/glossary.yaml</c>, read once at start.</summary>
public sealed class Glossary
{
    private readonly HashSet<string> explained;

    private Glossary(GlossaryFile file)
    {
        if (file.Terms.GroupBy(t => t.Form, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new InvalidDataException($"glossary.yaml: \"{twice.Key}\" is there twice.");
        Terms = [.. file.Terms.OrderBy(t => t.Form, StringComparer.OrdinalIgnoreCase)];
        explained = [.. file.Terms.Select(t => t.Form), .. file.Known];
    }

    public IReadOnlyList<GlossaryTerm> Terms { get; }

    public static Glossary Load(string folder) => new(FrontMatter.ReadYaml<GlossaryFile>("glossary.yaml", File.ReadAllText(Path.Combine(folder, "glossary.yaml"))));

    /// <summary>The short forms in these texts that nobody explains, in their order.</summary>
    public IReadOnlyList<string> UnexplainedIn(IEnumerable<string> texts) => [.. texts.SelectMany(ShortForms.In).Distinct(StringComparer.Ordinal).Where(f => !explained.Contains(f))];

    private sealed class GlossaryFile
    {
        public required List<GlossaryTerm> Terms { get; init; }
        public List<string> Known { get; init; } = [];
    }
}
