namespace CommunityVoice.Content;

/// <summary>Reads the frameworks under <c>content/frameworks</c>, earlier ones first, and refuses a crosswalk that names an unknown item or forgets one.</summary>
public static class FrameworkFiles
{
    public static IReadOnlyList<FrameworkFile> Load(string folder) => Check([.. Directory
        .EnumerateFiles(Path.Combine(folder, "frameworks"), "*.yaml")
        .Select(file => FrontMatter.ReadYaml<FrameworkFile>(Path.GetFileName(file), File.ReadAllText(file)))
        .OrderBy(framework => framework.Succeeds is not null)
        .ThenBy(framework => framework.Code, StringComparer.Ordinal)]);

    private static IReadOnlyList<FrameworkFile> Check(IReadOnlyList<FrameworkFile> frameworks)
    {
        foreach (var framework in frameworks)
        {
            var earlier = frameworks.SingleOrDefault(f => f.Code == framework.Succeeds);
            if (earlier is null && framework.Succeeds is not null)
                throw new InvalidDataException($"{framework.Code}: it succeeds \"{framework.Succeeds}\", which is not here.");
            Check(framework, earlier?.Items ?? []);
        }
        return frameworks;
    }

    private static void Check(FrameworkFile framework, List<FrameworkFileItem> earlier)
    {
        if (framework.Items.GroupBy(item => item.Code, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new InvalidDataException($"{framework.Code}: the item \"{twice.Key}\" is there twice.");
        foreach (var step in framework.Crosswalk)
        {
            if (!earlier.Exists(item => item.Code == step.From))
                throw new InvalidDataException($"{framework.Code}: the crosswalk starts at \"{step.From}\", which is not in {framework.Succeeds}.");
            if (step.To is not null && !framework.Items.Exists(item => item.Code == step.To))
                throw new InvalidDataException($"{framework.Code}: the crosswalk leads to \"{step.To}\", which is not an item.");
        }
        if (earlier.Find(item => !framework.Crosswalk.Exists(step => step.From == item.Code)) is { } forgotten)
            throw new InvalidDataException($"{framework.Code}: the crosswalk does not say what became of \"{forgotten.Code}\".");
    }
}
