using CommunityVoice.Content;

namespace CommunityVoice.Skills;

/// <summary>One skill that actions can need and people can offer.</summary>
public sealed class Skill
{
    public required string Code { get; init; }
    public required string Name { get; init; }

    /// <summary>What it takes, where the name does not say it.</summary>
    public string? About { get; init; }
}

/// <summary>The skills of <c>content/skills.yaml</c> (rule R-I20): one short list for both sides, so that needs and offers meet.</summary>
public sealed class SkillList
{
    public const int CodeMaxLength = 40;

    /// <summary>How many an action can need or somebody can offer: whoever ticks everything says nothing.</summary>
    public const int Most = 8;

    private SkillList(List<Skill> all) => All = all;

    public IReadOnlyList<Skill> All { get; }

    public static SkillList Load(string folder) => Parse(File.ReadAllText(Path.Combine(folder, "skills.yaml")));

    public static SkillList Parse(string yaml)
    {
        var skills = FrontMatter.ReadYaml<SkillsFile>("skills.yaml", yaml).Skills;
        if (skills.GroupBy(s => s.Code, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new InvalidDataException($"skills.yaml: the code \"{twice.Key}\" is there twice.");
        if (skills.Find(s => s.Code.Length is 0 or > CodeMaxLength) is { } wrong)
            throw new InvalidDataException($"skills.yaml: the code \"{wrong.Code}\" is empty or longer than {CodeMaxLength} characters.");
        return new(skills);
    }

    public bool Has(string code) => All.Any(s => s.Code == code);

    /// <summary>The name of a skill; a code that is no longer listed stands for itself.</summary>
    public string Name(string code) => All.FirstOrDefault(s => s.Code == code)?.Name ?? code;

    /// <summary>Their names in the order of the list, as they stand in a sentence.</summary>
    public string Words(IEnumerable<string> codes) => string.Join(", ", InOrder(codes).Select(Name).Select((name, i) => i == 0 ? name : char.ToLowerInvariant(name[0]) + name[1..]));

    private IEnumerable<string> InOrder(IEnumerable<string> codes) => codes.OrderBy(c => All.TakeWhile(s => s.Code != c).Count()).ThenBy(c => c, StringComparer.Ordinal);

    private sealed class SkillsFile
    {
        public required List<Skill> Skills { get; init; }
    }
}
