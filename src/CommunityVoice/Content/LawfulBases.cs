namespace CommunityVoice.Content;

/// <summary>A reason in law to use people's details, and what the privacy page says of it.</summary>
public sealed class LawfulBasis
{
    public required string Code { get; init; }
    public required int Article { get; init; }
    public required string Words { get; init; }
}

/// <summary>The reasons in law that a deployer can choose from (rule R-B19), from <c>content/lawful-bases.yaml</c>.</summary>
public sealed class LawfulBases
{
    private const int ForEverything = 6;
    private const int ForSensitive = 9;

    /// <summary>What holds where nothing is set.</summary>
    public static IReadOnlyList<string> Usual { get; } = ["public-task", "made-public", "explicit-consent"];

    private readonly List<LawfulBasis> all;

    private LawfulBases(List<LawfulBasis> all) => this.all = all;

    public static LawfulBases Load(string folder) => new(FrontMatter.ReadYaml<LawfulBasesFile>("lawful-bases.yaml", File.ReadAllText(Path.Combine(folder, "lawful-bases.yaml"))).Bases);

    /// <summary>What the privacy page says for these codes; refuses one that is not known, and a choice that leaves a kind of details without a reason.</summary>
    public string WordsFor(IReadOnlyList<string> codes)
    {
        var chosen = codes.Count == 0 ? Usual : codes;
        if (chosen.FirstOrDefault(code => !all.Exists(b => b.Code == code)) is { } unknown)
            throw new InvalidDataException($"Site:LawfulBasis names \"{unknown}\", which is none of {string.Join(", ", all.Select(b => b.Code))}.");
        var bases = all.FindAll(b => chosen.Contains(b.Code));
        foreach (var article in new[] { ForEverything, ForSensitive })
        {
            if (!bases.Exists(b => b.Article == article))
                throw new InvalidDataException($"Site:LawfulBasis names no basis under article {article}: add one of {string.Join(", ", all.Where(b => b.Article == article).Select(b => b.Code))}.");
        }
        return string.Join("\n\n", bases.Select(b => b.Words));
    }

    private sealed class LawfulBasesFile
    {
        public required List<LawfulBasis> Bases { get; init; }
    }
}
