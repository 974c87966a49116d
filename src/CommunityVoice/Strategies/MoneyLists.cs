using CommunityVoice.Content;
using CommunityVoice.Frameworks;

namespace CommunityVoice.Strategies;

/// <summary>One entry of a list that budget lines choose from, and what totals count it as.</summary>
public sealed class MoneyCode
{
    public required string Code { get; init; }
    public required string Name { get; init; }

    /// <summary>"hospital", "neighbourhood" or "voluntary"; empty counts as none of them.</summary>
    public string Counts { get; init; } = "";
}

/// <summary>What a place elsewhere spends, to compare with: figures as they were reported, from which ours is computed.</summary>
public sealed class MoneyBenchmark
{
    public required string Place { get; init; }
    public required string Source { get; init; }
    public required int Organisations { get; init; }
    public required int PercentOfRevenue { get; init; }
    public required long Pounds { get; init; }
    public required int People { get; init; }

    /// <summary>Pence for each person a year.</summary>
    public long PenceAHead => MoneyMatrix.AHead(Pounds * 100, People) ?? 0;
}

/// <summary>The settings and recipients of <c>content/money.yaml</c>: what care is called and who may get money differs from place to place and year to year.</summary>
public sealed class MoneyLists
{
    public const string Hospital = "hospital";
    public const string Neighbourhood = "neighbourhood";
    public const string Voluntary = "voluntary";

    private MoneyLists(MoneyListsFile file, IReadOnlyList<MoneyCode> shifts) =>
        (Settings, Recipients, Shifts, Benchmark, SmallGrantPounds) = (file.Settings, file.Recipients, shifts, file.Benchmark, file.SmallGrantPounds);

    public IReadOnlyList<MoneyCode> Settings { get; }
    public IReadOnlyList<MoneyCode> Recipients { get; }
    /// <summary>The shifts that the frameworks name, whichever of them a strategy is measured against (rule R-I8).</summary>
    public IReadOnlyList<MoneyCode> Shifts { get; }
    public MoneyBenchmark Benchmark { get; }

    /// <summary>Below this much a year, reports more than once a year are heavy.</summary>
    public long SmallGrantPounds { get; }

    public static MoneyLists Load(string folder) => new(
        FrontMatter.ReadYaml<MoneyListsFile>("money.yaml", File.ReadAllText(Path.Combine(folder, "money.yaml"))),
        [.. FrameworkFiles.Load(folder).SelectMany(f => f.Items).Where(i => string.Equals(i.Kind, nameof(FrameworkItemKind.Shift), StringComparison.OrdinalIgnoreCase))
            .DistinctBy(i => i.Code, StringComparer.Ordinal).Select(i => new MoneyCode { Code = i.Code, Name = i.Title })]);

    /// <summary>The name of a setting; a code that is no longer listed stands for itself.</summary>
    public string Setting(string code) => Find(Settings, code)?.Name ?? code;

    /// <summary>Where a setting stands in the list; one that is no longer listed comes last.</summary>
    public int PlaceOf(string code) => Settings.TakeWhile(s => s.Code != code).Count();

    public string Recipient(string code) => Find(Recipients, code)?.Name ?? code;

    public string Shift(string code) => code.Length == 0 ? "None of the shifts" : Find(Shifts, code)?.Name ?? code;

    public bool IsFrom(BudgetLine line, string counts) => Find(Settings, line.FromSetting)?.Counts == counts;

    public bool IsTo(BudgetLine line, string counts) => Find(Settings, line.ToSetting)?.Counts == counts;

    public bool GoesTo(BudgetLine line, string counts) => Find(Recipients, line.RecipientKind)?.Counts == counts;

    /// <summary>More than a report a year on less than a small grant's money a year (rule R-I102).</summary>
    public bool IsHeavy(BudgetLine line) => line.Reporting > ReportingFrequency.Yearly && line.PenceAYear < SmallGrantPounds * 100;

    private static MoneyCode? Find(IReadOnlyList<MoneyCode> list, string code) => list.FirstOrDefault(c => c.Code == code);

    private sealed class MoneyListsFile
    {
        public required List<MoneyCode> Settings { get; init; }
        public required List<MoneyCode> Recipients { get; init; }
        public required MoneyBenchmark Benchmark { get; init; }
        public required long SmallGrantPounds { get; init; }
    }
}
