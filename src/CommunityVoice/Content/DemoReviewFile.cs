using CommunityVoice.Reviews;

namespace CommunityVoice.Content;

/// <summary>What was found and asked in the invented place's review.</summary>
public sealed class DemoReviewFile
{
    public required string Review { get; init; }
    public required string By { get; init; }
    public required string Author { get; init; }
    public required List<DemoJudgement> Judgements { get; init; }
    public required List<DemoQuestion> Questions { get; init; }
    public List<DemoAsked> Partners { get; init; } = [];
    public List<DemoImpact> Impacts { get; init; } = [];
    public List<DemoEvent> Meetings { get; init; } = [];
    public List<DemoItemThread> Threads { get; init; } = [];
}

/// <summary>A thread about an item, by how its first comment begins; "until" is in days from the day of loading. Actions are named by their words.</summary>
public sealed class DemoItemThread
{
    public required string Item { get; init; }
    public required string Begins { get; init; }
    public required string At { get; init; }
    public required int Until { get; init; }
    public string? Ended { get; init; }
    public List<string> Actions { get; init; } = [];
    public string NoAction { get; init; } = "";
}

/// <summary>How fit one item is.</summary>
public sealed class DemoJudgement
{
    public required string Item { get; init; }
    public required string At { get; init; }
    public required Fitness Now { get; init; }
    public required Fitness Future { get; init; }
    public required string Reason { get; init; }
    public required string Needs { get; init; }
    public string Source { get; init; } = "";
    public List<string> Findings { get; init; } = [];
    public List<PartnerTypes> Partners { get; init; } = [];
    public string Document { get; init; } = "";
    public string Page { get; init; } = "";
    public string Quote { get; init; } = "";
}

/// <summary>A body that is asked to sign, since when.</summary>
public sealed class DemoAsked
{
    public required string Body { get; init; }
    public required string At { get; init; }
}

/// <summary>What two bodies agree, and which of them have.</summary>
public sealed class DemoImpact
{
    public required string Item { get; init; }
    public required string At { get; init; }
    public required string Text { get; init; }
    public required List<string> Between { get; init; }
    public List<DemoStep> Agreed { get; init; } = [];
}

/// <summary>A question to a body, with its answers.</summary>
public sealed class DemoQuestion
{
    public required string Item { get; init; }
    public required string To { get; init; }
    public required string From { get; init; }
    public required string Author { get; init; }
    public required string At { get; init; }
    public required string Text { get; init; }
    public required string Why { get; init; }
    public List<DemoTestAnswer> Answers { get; init; } = [];
}

/// <summary>An answer, and how convincing it was found.</summary>
public sealed class DemoTestAnswer : DemoStep
{
    public required string Text { get; init; }
    public string Evidence { get; init; } = "";
    public int? Known { get; init; }
    public AnswerRating? Rating { get; init; }
    public string Because { get; init; } = "";
    public string Rater { get; init; } = "";
    public string Rated { get; init; } = "";
}
