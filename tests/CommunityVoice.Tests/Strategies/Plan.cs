using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Determinants;
using CommunityVoice.Frameworks;
using CommunityVoice.Skills;
using CommunityVoice.Strategies;
using CommunityVoice.Summaries;

namespace CommunityVoice.Tests.Strategies;

/// <summary>A strategy in memory, with three priorities and everything that publishing asks for; tests say what is different.</summary>
internal static class Plan
{
    public static MoneyLists Lists { get; } = MoneyLists.Load(Path.Combine(Repository.Root, "content"));
    public static DeterminantList Determinants { get; } = DeterminantList.Load(Path.Combine(Repository.Root, "content"));
    public static SkillList Skills { get; } = SkillList.Load(Path.Combine(Repository.Root, "content"));

    private static readonly string[] Codes = ["near", "early", "open"];

    public static Framework Framework()
    {
        var framework = new Framework("guide", "A guide", "1", "Somebody", null);
        foreach (var (code, i) in Codes.Select((c, i) => (c, i))) framework.Items.Add(new FrameworkItem(framework, FrameworkItemKind.Goal, code, $"Help that is {code}", i + 1));
        return framework;
    }

    public static Strategy Strategy(Area? area = null, Body? board = null, Framework? framework = null) =>
        new(area ?? A.Area(population: 1000), board ?? A.Body("The board", BodyKind.StrategyBoard), framework ?? Framework(), "closer-to-home");

    /// <summary>An action about the workforce and one about accountability, each with money.</summary>
    public static StrategyVersion Whole(Strategy? strategy = null, Finding? finding = null)
    {
        strategy ??= Strategy();
        var version = strategy.Start("Closer to home", Guid.NewGuid(), FakeClock.Start);
        version.Involve("They saw the draft.", "They met twice.");
        foreach (var (kind, item) in new[] { (ActionClass.Workforce, 0), (ActionClass.Accountability, 1) })
        {
            var action = version.AddAction(Action(strategy, kind, item, finding));
            version.AddLine(Line(10_000_00, action));
        }
        return version;
    }

    public static ActionFacts Action(Strategy strategy, ActionClass kind, int item = 0, Finding? finding = null) => new(
        $"Do {kind}", "All of it.", kind, DecisionLevel.Place, "No: it needs the whole place.", strategy.By, FakeClock.Today.AddDays(100), "People helped", "10", "20",
        finding is null ? "Nobody asked yet." : "", "", [strategy.Framework.Items[item]], finding is null ? [] : [finding]);

    public static LineFacts Line(long pence, StrategyAction? action = null, string from = "hospital", string to = "voluntary", string kind = "voluntary-group", int years = 1, params FrameworkItem[] items) => new(
        "Nurses", pence, FinancialYear.FirstDay(2027), FinancialYear.LastDay(2026 + years), "Shared budget", false, from, to, kind, "Night Nursing", DecisionLevel.Place, Terms(), action, items);

    public static GrantTerms Terms(int unrestricted = 100, ReportingFrequency reporting = ReportingFrequency.None, string risk = "") => new(unrestricted, reporting, risk);
}
