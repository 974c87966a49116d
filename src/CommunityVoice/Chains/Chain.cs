using CommunityVoice.People;
using CommunityVoice.Recommendations;

namespace CommunityVoice.Chains;

/// <summary>The steps from what was said to what was paid for, in their order; each names its pages: <c>/thread/comment/12</c>.</summary>
public enum ChainKind
{
    Comment,
    Theme,
    Ballot,
    Finding,
    Recommendation,
    Response,
    Action,
    Line,
}

/// <summary>What was asked to be followed: a kind of thing, its number, and which step is leafed through.</summary>
public sealed record ChainQuestion(ChainKind Kind, long Id, ChainKind? Show = null, int Page = 1)
{
    public const int PageSize = 10;

    /// <summary>The steps that are read; every step where none is named. What people said costs most.</summary>
    public IReadOnlyList<ChainKind> Steps { get; init; } = [];

    public bool Reads(ChainKind step) => Steps.Count == 0 || Steps.Contains(step);

    public int PageOf(ChainKind step) => Show == step ? Page : 1;
}

/// <summary>One step of a chain: how many there are in all, and those of the page that is shown.</summary>
public sealed record ChainStep<T>(int Count, IReadOnlyList<T> Shown, int Page)
{
    public bool HasNext => Page * ChainQuestion.PageSize < Count;
}

/// <summary>Makes steps of what was found.</summary>
public static class ChainStep
{
    public static ChainStep<T> None<T>() => new(0, [], 1);

    public static ChainStep<T> Of<T>(IReadOnlyList<T> all, int page) => new(all.Count, [.. all.Skip((page - 1) * ChainQuestion.PageSize).Take(ChainQuestion.PageSize)], page);
}

/// <summary>Something that somebody said and that can be seen.</summary>
public sealed record SaidItem(long Id, string Consultation, string ConsultationSlug, Voice Voice, string? Body, DateTimeOffset At);

/// <summary>A theme, with the comments that were given it.</summary>
public sealed record ThemeItem(long Id, string Name, string Address, int Comments);

/// <summary>A vote, with how many took part where the public may know.</summary>
public sealed record VotedItem(long Id, string Title, string Consultation, int? People, bool HasEnded);

/// <summary>A finding where it stands in the newest version that holds it.</summary>
public sealed record FoundItem(long Id, string Heading, string Summary, string Address, DateTimeOffset At);

/// <summary>A recommendation, and where it stands.</summary>
public sealed record AskedItem(long Id, string Ask, string Body, DateOnly DueOn, RecommendationState State, CameOfAsk? Outcome);

/// <summary>What was last reported of a recommendation.</summary>
public sealed record CameOfAsk(OutcomeState State, DateOnly On);

/// <summary>An answer to a recommendation or, in a decision, to a theme; only the first kind is followed by a page of its own. A decision as a whole has no kind.</summary>
public sealed record AnsweredItem(long? ResponseId, ResponseKind? Kind, string Words, string By, DateTimeOffset At, string Address);

/// <summary>An action of a strategy's newest published version.</summary>
public sealed record PlannedItem(long Id, int Number, string Title, string Strategy, string StrategySlug, string? Owner, DateOnly? DueOn, string UnfundedReason);

/// <summary>A budget line.</summary>
public sealed record PaidItem(long Id, int Number, string Title, string StrategySlug, long Pence, string Recipient, DateOnly StartsOn, DateOnly EndsOn);

/// <summary>The golden thread through one thing, in both directions. Only what everybody may see is in it.</summary>
public sealed record Chain(ChainQuestion Question, string Title, string Address)
{
    public ChainStep<SaidItem> Said { get; init; } = ChainStep.None<SaidItem>();
    public ChainStep<ThemeItem> Themes { get; init; } = ChainStep.None<ThemeItem>();
    public ChainStep<VotedItem> Voted { get; init; } = ChainStep.None<VotedItem>();
    public ChainStep<FoundItem> Found { get; init; } = ChainStep.None<FoundItem>();
    public ChainStep<AskedItem> Asked { get; init; } = ChainStep.None<AskedItem>();
    public ChainStep<AnsweredItem> Answered { get; init; } = ChainStep.None<AnsweredItem>();
    public ChainStep<PlannedItem> Planned { get; init; } = ChainStep.None<PlannedItem>();
    public ChainStep<PaidItem> Paid { get; init; } = ChainStep.None<PaidItem>();

    /// <summary>The money of every line, shown or not.</summary>
    public long Pence { get; init; }

    /// <summary>The last day of the earliest recommendation that waits for an answer, and else of the decision.</summary>
    public DateOnly? AnswerDueOn { get; init; }

    /// <summary>Whether a recommendation waits whose clock stands still.</summary>
    public bool IsClockStopped { get; init; }

    /// <summary>Why the first action without money has none.</summary>
    public string UnfundedReason { get; init; } = "";
}
