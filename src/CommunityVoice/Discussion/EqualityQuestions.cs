using CommunityVoice.Content;

namespace CommunityVoice.Discussion;

/// <summary>One answer to choose, and the group of the population estimates it is compared with.</summary>
public sealed class EqualityOption
{
    public required string Code { get; init; }
    public required string Words { get; init; }
    public string? Population { get; init; }
}

/// <summary>One question about whoever took part.</summary>
public sealed class EqualityQuestion
{
    public required string Code { get; init; }
    public required string Words { get; init; }
    public string? Hint { get; init; }
    public required List<EqualityOption> Options { get; init; }

    /// <summary>The answers there are, with the one that says nothing.</summary>
    public IEnumerable<EqualityOption> Answers => [.. Options, EqualityQuestions.PreferNot];

    public bool IsCompared => Options.Exists(o => o.Population is not null);
}

/// <summary>The questions of <c>content/equality-questions.yaml</c>, read once at start (rule R-B18).</summary>
public sealed class EqualityQuestions
{
    public const int CodeMaxLength = 40;

    public static EqualityOption PreferNot { get; } = new() { Code = "prefer-not", Words = "Prefer not to say" };

    private EqualityQuestions(List<EqualityQuestion> all)
    {
        foreach (var codes in all.Select(q => q.Answers.Select(o => o.Code)).Prepend(all.Select(q => q.Code)))
        {
            if (codes.GroupBy(c => c, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
                throw new InvalidDataException($"equality-questions.yaml: the code \"{twice.Key}\" is there twice.");
            if (codes.FirstOrDefault(c => c.Length is 0 or > CodeMaxLength) is { } wrong)
                throw new InvalidDataException($"equality-questions.yaml: the code \"{wrong}\" is empty or longer than {CodeMaxLength} characters.");
        }
        All = all;
    }

    public IReadOnlyList<EqualityQuestion> All { get; }

    public static EqualityQuestions Load(string folder) => Parse(File.ReadAllText(Path.Combine(folder, "equality-questions.yaml")));

    public static EqualityQuestions Parse(string yaml) => new(FrontMatter.ReadYaml<QuestionsFile>("equality-questions.yaml", yaml).Questions);

    private sealed class QuestionsFile
    {
        public required List<EqualityQuestion> Questions { get; init; }
    }
}
