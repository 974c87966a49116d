using CommunityVoice.Content;

namespace CommunityVoice.Moderation;

/// <summary>One house rule: its code is kept in decisions, its number and title are what people see.</summary>
public sealed class HouseRule
{
    public required string Code { get; init; }
    public required int Number { get; init; }
    public required string Title { get; init; }
    public required string Note { get; init; }

    /// <summary>"Rule 3: Leave out other people's private details".</summary>
    public string Words => $"Rule {Number}: {Title}";
}

/// <summary>The words for one reason to report, and the rule it most likely rests on.</summary>
public sealed class ReportReason
{
    public required FlagReason Reason { get; init; }
    public required string Words { get; init; }
    public string? Hint { get; init; }
    public string? Rule { get; init; }
}

/// <summary>The house rules and the reasons to report, from <c>content/house-rules.yaml</c>, read once at start.</summary>
public sealed class HouseRules
{
    private readonly Dictionary<string, HouseRule> byCode;
    private readonly Dictionary<FlagReason, ReportReason> byReason;

    private HouseRules(HouseRulesFile file)
    {
        (All, Reasons) = (file.Rules, file.Reasons);
        byCode = file.Rules.ToDictionary(rule => rule.Code, StringComparer.Ordinal);
        byReason = file.Reasons.ToDictionary(reason => reason.Reason);
    }

    public IReadOnlyList<HouseRule> All { get; }
    public IReadOnlyList<ReportReason> Reasons { get; }

    public static HouseRules Load(string folder) =>
        new(FrontMatter.ReadYaml<HouseRulesFile>("house-rules.yaml", File.ReadAllText(Path.Combine(folder, "house-rules.yaml"))));

    public HouseRule? Find(string? code) => code is null ? null : byCode.GetValueOrDefault(code);

    /// <summary>The rule in words; a code of long ago stands for itself.</summary>
    public string Words(string? code) => Find(code)?.Words ?? code ?? "";

    public string Words(FlagReason reason) => byReason.TryGetValue(reason, out var known) ? known.Words : reason.ToString();

    /// <summary>The rule that a report for this reason most likely rests on.</summary>
    public string? RuleFor(FlagReason reason) => byReason.GetValueOrDefault(reason)?.Rule;

    private sealed class HouseRulesFile
    {
        public required List<HouseRule> Rules { get; init; }
        public required List<ReportReason> Reasons { get; init; }
    }
}
