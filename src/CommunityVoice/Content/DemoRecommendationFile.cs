using CommunityVoice.Recommendations;

namespace CommunityVoice.Content;

/// <summary>Something the report asks of one body, by the themes of the findings it rests on, and what happened since.</summary>
public sealed class DemoRecommendation
{
    public required string To { get; init; }
    public required string Ask { get; init; }
    public required string Why { get; init; }
    public required string Measure { get; init; }
    public required List<string> RestsOn { get; init; }
    public DemoStep? Acknowledged { get; init; }
    public DemoStop? Stopped { get; init; }
    public DemoAnswer? Answer { get; init; }
    public DemoOutcome? Outcome { get; init; }
    public DemoEscalation? Escalated { get; init; }
}

/// <summary>Before whom it was brought, why, and when that body said that it has it.</summary>
public sealed class DemoEscalation : DemoStep
{
    public required string To { get; init; }
    public required string Reason { get; init; }
    public DemoStep? Acknowledged { get; init; }
}

/// <summary>Who did something, and when.</summary>
public class DemoStep
{
    public required string By { get; init; }
    public required string At { get; init; }
}

/// <summary>A stretch in which the clock stood still.</summary>
public sealed class DemoStop
{
    public required string By { get; init; }
    public required string From { get; init; }
    public required string Until { get; init; }
    public required string Reason { get; init; }
}

/// <summary>An answer to a recommendation.</summary>
public sealed class DemoAnswer : DemoStep
{
    public required ResponseKind Kind { get; init; }
    public required string Action { get; init; }
    public required string Owner { get; init; }
    public required int Due { get; init; }
    public string? Reason { get; init; }
}

/// <summary>What became of a recommendation.</summary>
public sealed class DemoOutcome : DemoStep
{
    public required OutcomeState State { get; init; }
    public required string Effect { get; init; }
}
