using CommunityVoice.Data;
using CommunityVoice.Frameworks;

namespace CommunityVoice.Strategies;

/// <summary>One version of a strategy: a draft until it is published, fixed from then on.</summary>
public sealed class StrategyVersion : IShownOnPages
{
    public const int TitleMaxLength = 160;
    public const int WhyMaxLength = 1000;
    public const int TextMaxLength = 10_000;
    public const int InvolvedMaxLength = 4000;
    public const int FocusMaxLength = 300;

    private StrategyVersion() { } // EF Core

    internal StrategyVersion(Strategy strategy, int number, string title, Guid startedById, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        (Strategy, StrategyId, Number, Title, StartedById, StartedAt) = (strategy, strategy.Id, number, title, startedById, now);
    }

    public long Id { get; private set; }
    public long StrategyId { get; private set; }
    public Strategy Strategy { get; private set; } = null!;
    public int Number { get; private set; }
    public string Title { get; private set; } = "";

    /// <summary>What it wants to change, in Markdown.</summary>
    public string About { get; private set; } = "";

    /// <summary>What it looks to first in one financial year, in a sentence (rule R-I9); empty while there is none.</summary>
    public string Focus { get; private set; } = "";

    /// <summary>The year of the focus, by the one it begins in.</summary>
    public int? FocusYear { get; private set; }

    /// <summary>How it stands to other plans, in Markdown: rule R-A14.</summary>
    public string OtherPlans { get; private set; } = "";

    /// <summary>How the voice bodies that reach the area were involved, in Markdown: rule R-A12.</summary>
    public string BodiesInvolved { get; private set; } = "";

    /// <summary>How people who live or work there were involved, in Markdown: rule R-A12.</summary>
    public string PeopleInvolved { get; private set; } = "";

    /// <summary>Why a later version was made, shown beside it.</summary>
    public string? Why { get; private set; }
    public Guid StartedById { get; private set; }
    public DateTimeOffset StartedAt { get; private set; }
    public DateTimeOffset? PublishedAt { get; private set; }
    public Guid? PublishedById { get; private set; }
    public int Edits { get; private set; }

    /// <summary>The highest numbers given so far, those of earlier versions and of what was taken out too: no number is given twice.</summary>
    public int LastAction { get; private set; }
    public int LastLine { get; private set; }

    public List<StrategyAction> Actions { get; } = [];
    public List<BudgetLine> Lines { get; } = [];

    /// <summary>What impacts and goals of the framework mean here.</summary>
    public List<LocalMeasure> Measures { get; } = [];
    public List<RelatedPlan> Plans { get; } = [];

    public IEnumerable<string> PageTags => [PageTag.Strategy(StrategyId), PageTag.Lists];

    public bool IsDraft => PublishedAt is null;

    /// <summary>The actions as they are read; their numbers stay theirs from version to version.</summary>
    public IReadOnlyList<StrategyAction> ActionsInOrder => [.. Actions.OrderBy(a => a.Number)];

    /// <summary>Other plans it is tied to; the one whose next step comes first is first.</summary>
    public IReadOnlyList<RelatedPlan> PlansInOrder => [.. Plans.OrderBy(p => p.NextOn ?? DateOnly.MaxValue).ThenBy(p => p.Id)];

    /// <summary>The impacts and goals of its framework: what a place measures for itself (rule R-A21).</summary>
    public IReadOnlyList<FrameworkItem> Measured => [.. Strategy.Framework.Items.Where(i => i.Kind is FrameworkItemKind.Impact or FrameworkItemKind.Goal).OrderBy(i => i.Order).ThenBy(i => i.Id)];

    /// <summary>How an impact or goal is measured here; none while nothing is written.</summary>
    public LocalMeasure? MeasureOf(FrameworkItem item) => Measures.Find(m => m.Item == item);

    /// <summary>Actions that no finding asks for (rule R-I35).</summary>
    public IReadOnlyList<StrategyAction> Orphans => [.. ActionsInOrder.Where(a => a.Findings.Count == 0)];

    public IReadOnlyList<BudgetLine> LinesInOrder => [.. Lines.OrderBy(l => l.Number)];

    /// <summary>The financial years from the first start of its lines to their last end; empty while it has no line.</summary>
    public string Years => Lines.Count == 0 ? "" : FinancialYear.Words(Lines.Min(l => l.StartsOn), Lines.Max(l => l.EndsOn));

    /// <summary>It has lines, and all of them ended before a day: nothing else ends a strategy.</summary>
    public bool IsOverOn(DateOnly day) => Lines.Count > 0 && Lines.TrueForAll(l => l.IsOverOn(day));

    /// <summary>The last day of its years, where they are over on a day.</summary>
    public DateOnly? EndedBefore(DateOnly day) => IsOverOn(day) ? Lines.Max(l => l.EndsOn) : null;

    /// <summary>The money for an action.</summary>
    public IReadOnlyList<BudgetLine> LinesOf(StrategyAction action) => [.. LinesInOrder.Where(l => l.Action == action)];

    public void Describe(string title, string about, string otherPlans)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        Edit();
        (Title, About, OtherPlans) = (title.Trim(), about, otherPlans);
    }

    /// <summary>Says what it looks to first in one financial year; nothing at all takes it out.</summary>
    public void FocusOn(string focus, int? year)
    {
        if (focus.Length == 0 != year is null) throw new ArgumentException("A focus is of a year, and a year has a focus.", nameof(year));
        Edit();
        (Focus, FocusYear) = (focus, year);
    }

    /// <summary>Says how voice bodies, and people who live or work there, were involved.</summary>
    public void Involve(string bodies, string people)
    {
        Edit();
        (BodiesInvolved, PeopleInvolved) = (bodies, people);
    }

    /// <summary>Says how an impact or goal is measured here; nothing at all takes it out.</summary>
    public void Measure(FrameworkItem item, MeasureFacts facts)
    {
        if (!Measured.Contains(item)) throw new InvalidOperationException("Only impacts and goals of its own framework are measured.");
        Edit();
        if (facts.IsEmpty) Measures.RemoveAll(m => m.Item == item);
        else if (MeasureOf(item) is { } known) known.Take(facts);
        else Measures.Add(new LocalMeasure(this, item, facts));
    }

    public RelatedPlan AddPlan(PlanFacts facts)
    {
        Edit();
        var plan = new RelatedPlan(this, facts);
        Plans.Add(plan);
        return plan;
    }

    public void Rewrite(RelatedPlan plan, PlanFacts facts)
    {
        Edit();
        plan.Take(facts);
    }

    public void Remove(RelatedPlan plan) => Edit().Plans.Remove(plan);

    public StrategyAction AddAction(ActionFacts facts)
    {
        Edit();
        var action = new StrategyAction(this, ++LastAction, facts);
        Actions.Add(action);
        return action;
    }

    public void Rewrite(StrategyAction action, ActionFacts facts)
    {
        Edit();
        action.Take(facts);
    }

    /// <summary>Takes it out. Its money stays, tied to no action, until somebody says what it is for.</summary>
    public void Remove(StrategyAction action)
    {
        Edit().Actions.Remove(action);
        foreach (var line in Lines.Where(l => l.Action == action)) line.LoseAction();
    }

    public BudgetLine AddLine(LineFacts facts, int? number = null)
    {
        Edit();
        if (number is { } given && Lines.Exists(l => l.Number == given)) throw new InvalidOperationException($"There is a line {given} already.");
        var line = new BudgetLine(this, number ?? LastLine + 1, facts);
        LastLine = Math.Max(LastLine, line.Number);
        Lines.Add(line);
        return line;
    }

    public void Rewrite(BudgetLine line, LineFacts facts)
    {
        Edit();
        line.Take(facts);
    }

    public void Remove(BudgetLine line) => Edit().Lines.Remove(line);

    /// <summary>Makes it public for good. Ask <see cref="StrategyLacks"/> first; what they find refuses here.</summary>
    public void Publish(Guid byId, DateTimeOffset now)
    {
        if (StrategyLacks.Of(this) is [var first, ..]) throw new InvalidOperationException($"Version {Number} of {Strategy.Slug} lacks {first.Field}.");
        Edit();
        (PublishedAt, PublishedById) = (now, byId);
    }

    internal StrategyVersion CopyAs(int number, string why, Guid byId, DateTimeOffset now)
    {
        var copy = new StrategyVersion(Strategy, number, Title, byId, now) { Why = why, About = About, Focus = Focus, FocusYear = FocusYear, OtherPlans = OtherPlans, BodiesInvolved = BodiesInvolved, PeopleInvolved = PeopleInvolved, LastAction = LastAction, LastLine = LastLine };
        copy.Plans.AddRange(Plans.Select(p => new RelatedPlan(copy, p.Facts)));
        copy.Measures.AddRange(Measures.Select(m => new LocalMeasure(copy, m.Item, m.Facts)));
        var actions = Actions.ToDictionary(a => a, a => new StrategyAction(copy, a.Number, a.Facts));
        copy.Actions.AddRange(actions.Values);
        copy.Lines.AddRange(Lines.Select(l => new BudgetLine(copy, l.Number, l.Facts with { Action = l.Action is { } action ? actions[action] : null })));
        return copy;
    }

    // Every change of a draft passes here, so that two authors notice one another and a published version stays as it is.
    private StrategyVersion Edit()
    {
        if (PublishedAt is not null) throw new InvalidOperationException($"Version {Number} of {Strategy.Slug} is published and stays as it is: begin a new version.");
        Edits++;
        return this;
    }
}
