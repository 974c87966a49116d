using CommunityVoice.Data;

namespace CommunityVoice.Strategies;

/// <summary>One version of a strategy: a draft until it is published, fixed from then on.</summary>
public sealed class StrategyVersion : IShownOnPages
{
    public const int TitleMaxLength = 160;
    public const int WhyMaxLength = 1000;
    public const int TextMaxLength = 10_000;

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

    /// <summary>How it stands to other plans, in Markdown: rule R-A14.</summary>
    public string OtherPlans { get; private set; } = "";

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

    public IEnumerable<string> PageTags => [PageTag.Strategy(StrategyId), PageTag.Lists];

    public bool IsDraft => PublishedAt is null;

    /// <summary>The actions as they are read; their numbers stay theirs from version to version.</summary>
    public IReadOnlyList<StrategyAction> ActionsInOrder => [.. Actions.OrderBy(a => a.Number)];

    public IReadOnlyList<BudgetLine> LinesInOrder => [.. Lines.OrderBy(l => l.Number)];

    /// <summary>The money for an action.</summary>
    public IReadOnlyList<BudgetLine> LinesOf(StrategyAction action) => [.. LinesInOrder.Where(l => l.Action == action)];

    public void Describe(string title, string about, string otherPlans)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        Edit();
        (Title, About, OtherPlans) = (title.Trim(), about, otherPlans);
    }

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
        var copy = new StrategyVersion(Strategy, number, Title, byId, now) { Why = why, About = About, OtherPlans = OtherPlans, LastAction = LastAction, LastLine = LastLine };
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
