namespace CommunityVoice.Content;

/// <summary>A framework as written under <c>content/frameworks</c>: its items and how they follow from an earlier framework.</summary>
public sealed class FrameworkFile
{
    public required string Code { get; init; }
    public required string Title { get; init; }
    public required string Version { get; init; }
    public required FrameworkSource Source { get; init; }
    public string? Succeeds { get; init; }
    public required List<FrameworkFileItem> Items { get; init; }
    public List<FrameworkStep> Crosswalk { get; init; } = [];
}

/// <summary>Where a framework was read.</summary>
public sealed class FrameworkSource
{
    public required string Title { get; init; }
    public required string Url { get; init; }
}

/// <summary>A shift, component, impact or goal.</summary>
public sealed class FrameworkFileItem
{
    public required string Code { get; init; }
    public required string Kind { get; init; }
    public required string Title { get; init; }
    public required string Summary { get; init; }
}

/// <summary>What became of an item of the earlier framework. Without <c>To</c>, nothing takes it up.</summary>
public sealed class FrameworkStep
{
    public required string From { get; init; }
    public string? To { get; init; }
    public required string Note { get; init; }
}
