using CommunityVoice.Summaries;

namespace CommunityVoice.Content;

/// <summary>An organisation that was asked to sign the report or to write it too, and who agreed for it, where somebody did.</summary>
public sealed class DemoPartner
{
    public required string Body { get; init; }
    public string? SignedBy { get; init; }
    public string? At { get; init; }
}

/// <summary>To whom the draft was shown for its facts, and what they said.</summary>
public sealed class DemoFactCheck
{
    public required string Body { get; init; }
    public required string By { get; init; }
    public required string Email { get; init; }
    public required string Sent { get; init; }
    public required int LastDay { get; init; }
    public List<DemoFactComment> Comments { get; init; } = [];
}

/// <summary>One comment on the facts, and what was decided about it.</summary>
public sealed class DemoFactComment
{
    public required string Where { get; init; }
    public required string Wrong { get; init; }
    public required string Right { get; init; }
    public required string At { get; init; }
    public required FactDecision Decision { get; init; }
    public required string Reason { get; init; }
}

/// <summary>The report in other words.</summary>
public sealed class DemoVariant
{
    public required string Title { get; init; }
    public required string Body { get; init; }
}
