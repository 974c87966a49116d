using CommunityVoice.Data;

namespace CommunityVoice.Strategies;

/// <summary>How an action stands.</summary>
public enum ActionState
{
    Begun,
    Done,
    Stopped,
}

/// <summary>What a report says: how people worked before, how they work now, what shows it, and why it was stopped. Texts are empty where nothing is said.</summary>
public sealed record ReportText(ActionState State, DateOnly On, string Before, string Now, string Evidence, string Reason)
{
    /// <summary>What must be said before it can be published, by the name of the part (rule R-I6).</summary>
    public IReadOnlyList<(string Part, string Message)> Lacks => [.. Needed.Where(n => string.IsNullOrWhiteSpace(n.Text)).Select(n => (n.Part, n.Message))];

    private IEnumerable<(string Part, string Text, string Message)> Needed => State switch
    {
        ActionState.Begun => [(nameof(Before), Before, "Say how it was before, so that everybody can see what becomes different")],
        ActionState.Done =>
        [
            (nameof(Before), Before, "Say how it was before: an action is done when the way of working is another one"),
            (nameof(Now), Now, "Say how it is now: an action is done when the way of working is another one"),
            (nameof(Evidence), Evidence, "Say what shows it: without evidence an action is not done"),
        ],
        _ => [(nameof(Reason), Reason, "Say why it was stopped")],
    };
}

/// <summary>How an action stood on a day. It belongs to the action's number, which it keeps from version to version; it never changes, and later ones add to it.</summary>
public sealed class ActionReport : IShownOnPages
{
    public const int TextMaxLength = 2000;

    private ActionReport() { } // EF Core

    internal ActionReport(Strategy strategy, int action, ReportText text, Guid byId, DateTimeOffset at)
    {
        if (text.Lacks is [var (part, _), ..]) throw new ArgumentException($"A report that says {text.State} lacks {part}.", nameof(text));
        (Strategy, StrategyId, Action, ById, At) = (strategy, strategy.Id, action, byId, at);
        (State, On, Before, Now, Evidence, Reason) = (text.State, text.On, text.Before, text.Now, text.Evidence, text.Reason);
    }

    public long Id { get; private set; }
    public long StrategyId { get; private set; }
    public Strategy Strategy { get; private set; } = null!;

    /// <summary>The action's number.</summary>
    public int Action { get; private set; }
    public ActionState State { get; private set; }
    public DateOnly On { get; private set; }
    public string Before { get; private set; } = "";
    public string Now { get; private set; } = "";
    public string Evidence { get; private set; } = "";
    public string Reason { get; private set; } = "";
    public Guid ById { get; private set; }
    public DateTimeOffset At { get; private set; }

    public IEnumerable<string> PageTags => [PageTag.Strategy(StrategyId), PageTag.Lists];
}
